package typeset

import (
	"strings"

	"weave/weave/doc"
	"weave/weave/draw"
)

// markFigure puts a numbered figure into the list of figures.
func (s *setter) markFigure(number string, b doc.Block) {
	if number == "" || captionOf(b) == nil {
		return
	}
	anchor := s.ch.Name + "/figure-" + number
	s.marks = append(s.marks, mark{anchor: anchor, figure: &figureMark{number, anchor, s.ch, b}})
}

// captionOf is what stands below a block that is shown as a figure.
func captionOf(b doc.Block) []doc.Inline {
	switch b := b.(type) {
	case *doc.Figure:
		return b.Caption
	case *doc.Code:
		return b.Caption
	case *doc.Box:
		return b.Title
	}
	return nil
}

// figureEntry is a line of the list of figures.
type figureEntry struct {
	*figureMark
	page string
}

// figureList sets the list of figures behind the contents.
func (s *setter) figureList(figures []figureEntry) {
	s.skip(2.2 * bodyLead)
	tag := s.parent.Add("H2")
	s.marks = append(s.marks, mark{anchor: figuresAnchor})
	st := style{face: s.fonts.Text.SemiBold, size: 17, color: draw.Black, noHyphen: true}
	s.raggedText([]doc.Inline{&doc.Text{Text: doc.Words(s.ch.Lang).Figures}}, st, 22, tag, s.ch.File.At(0, 0))
	s.keep(infinite)
	s.skip(8)
	list := s.parent.Add("TOC")
	own := s.ch
	for _, f := range figures {
		s.ch = f.chapter
		s.box(s.figureLine(f, list.Add("TOCI").Add("Link")), nil)
	}
	s.ch = own
}

// figuresAnchor is where the list of figures begins.
const figuresAnchor = "figures"

// figureLine is number, caption, leaders and page; a long caption takes more
// lines than one.
func (s *setter) figureLine(f figureEntry, link *draw.Element) *draw.Frame {
	const title, size, room = 30, 10.5, 34
	st := style{face: s.fonts.Text.Regular, size: size, color: draw.Black}
	caption := firstSentence(captionOf(f.of))
	ls := setLines(s.inlines(caption, st, nil, s.ch.File.At(0, 0)), measure{width: s.width - title - room, ragged: true}, strutOf(contentsLead))
	group := &draw.Frame{Width: s.width}
	y, base, end := 0.0, 0.0, float64(title)
	for i, l := range ls {
		base = y + l.frame.Baseline
		if i == 0 {
			number := textRun(f.number, st.face, size, 0, base, st.color)
			group.Items = append(group.Items, number, spaceAfter(number))
		}
		group.Items = append(group.Items, draw.Group{X: title, Y: y, Frame: l.frame})
		y, end = y+l.frame.Height, title+l.used
	}
	group.Height = y
	page := textRun(f.page, st.face, size, 0, base, st.color)
	page.X = s.width - widthOf(page)
	group.Items = append(group.Items, textRun(" ", st.face, size, end, base, st.color), page)
	return &draw.Frame{Width: s.width, Height: y, Items: []draw.Item{
		draw.Group{Tag: link, Frame: group},
		s.leaders(end+6, page.X-6, base),
		draw.Link{W: s.width, H: y, Target: "#" + f.anchor, Label: strings.TrimSpace(f.number + " " + doc.PlainText(caption)), Tag: link},
	}}
}

// firstSentence is the beginning of a caption, without links and notes.
func firstSentence(in []doc.Inline) (out []doc.Inline) {
	for _, n := range in {
		switch n := n.(type) {
		case *doc.Text:
			if i := strings.Index(n.Text, ". "); i >= 0 {
				return append(out, &doc.Text{Text: n.Text[:i]})
			}
			out = append(out, n)
		case *doc.Link:
			out = append(out, n.Content...)
		case *doc.Ref:
			out = append(out, &doc.Text{Text: n.Text})
		case *doc.Footnote:
		default:
			out = append(out, n)
		}
	}
	if n := len(out); n > 0 {
		if t, ok := out[n-1].(*doc.Text); ok {
			out[n-1] = &doc.Text{Text: strings.TrimSuffix(strings.TrimSpace(t.Text), ".")}
		}
	}
	return out
}
