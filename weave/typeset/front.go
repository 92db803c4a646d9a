package typeset

import (
	"math"
	"slices"
	"strings"

	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/source"
)

// titlePage has the book's title, author, one of its figures and, at its foot,
// the colophon.
func (l *layout) titlePage(root *draw.Element, left float64, list *source.List) *draw.Frame {
	p := l.in.Paper
	s := l.setter(&doc.Chapter{Lang: l.in.Book.Lang, File: source.NewFile("", nil)}, root.Add("Sect"))
	s.vlist.width = p.TextWidth
	s.box(&draw.Frame{Height: 0.24 * p.TextHigh}, nil)
	s.box(&draw.Frame{Height: 5, Items: []draw.Item{rect(0, 0, 46, 3, draw.Accent)}}, nil)
	s.box(&draw.Frame{Height: 16}, nil)
	line := func(text string, st style, lead float64) {
		if text != "" {
			st.noHyphen = true
			s.raggedText([]doc.Inline{&doc.Text{Text: text}}, st, lead, s.parent.Add("P"), source.Span{})
		}
	}
	line(l.in.Book.Title, style{face: s.fonts.Text.SemiBold, size: 36, color: draw.Black}, 42)
	s.skip(12)
	line(l.in.Book.Subtitle, style{face: s.fonts.Sans.Regular, size: 15, color: outInk}, 21)
	s.skip(30)
	line(l.in.Book.Author, style{face: s.fonts.Sans.Medium, size: 12, color: draw.Black}, 16)
	l.cover(s, list)
	body, _ := stack(s.items, p.TextWidth)

	foot := l.setter(s.ch, root.Add("Sect"))
	for _, t := range l.in.Colophon {
		foot.raggedText([]doc.Inline{&doc.Text{Text: t}}, style{face: s.fonts.Sans.Regular, size: 8.5, color: draw.Muted}, 12, foot.parent.Add("P"), source.Span{})
	}
	colophon, _ := stack(foot.items, p.TextWidth)
	return &draw.Frame{Width: p.Width, Height: p.Height, Items: []draw.Item{
		draw.Anchor{Name: "title"},
		draw.Group{X: left, Y: p.Top, Frame: body},
		draw.Group{X: left, Y: p.Top + p.TextHigh - colophon.Height, Frame: colophon},
	}}
}

// entry is a line of the contents.
type entry struct {
	*heading
	page string
}

// contents sets the table of contents and the list of figures, if there are
// any; numbers of pages are known by then.
func (l *layout) contents(entries []entry, figures []figureEntry, root *draw.Element) []vitem {
	w := doc.Words(l.in.Book.Lang)
	s := l.setter(&doc.Chapter{Lang: l.in.Book.Lang, Name: "contents", File: source.NewFile("", nil)}, root.Add("Sect"))
	s.chapterOpening("", []doc.Inline{&doc.Text{Text: w.Contents}}, "contents")
	toc := s.parent.Add("TOC")
	for _, e := range entries {
		if e.level > 2 {
			continue
		}
		if e.level == 1 {
			s.skip(9)
			s.keep(-100)
		}
		s.box(s.contentsLine(e, toc.Add("TOCI")), nil)
		if e.level == 1 {
			s.keep(infinite)
			s.skip(1.5)
		}
	}
	if len(figures) > 0 {
		s.figureList(figures)
	}
	return s.items
}

// contentsLead is the height of a line of the contents, in points.
const contentsLead = 15.5

// contentsLine is number, title, leaders and page.
func (s *setter) contentsLine(e entry, tag *draw.Element) *draw.Frame {
	face, size, left, title := s.fonts.Text.Regular, 10.5, 20.0, 50.0
	if e.level == 1 {
		face, size, left, title = s.fonts.Sans.Medium, 10.5, 0, 20
	}
	if e.number == "" {
		title = left
	}
	link := tag.Add("Link")
	f := &draw.Frame{Width: s.width, Height: contentsLead, Baseline: 11.2}
	page := textRun(e.page, face, size, 0, f.Baseline, draw.Black)
	page.X = s.width - widthOf(page)
	number := textRun(e.number, face, size, left, f.Baseline, draw.Black)
	name, end := textRuns(s.fonts, fitting(e.title, face, size, s.width-title-40), face, size, title, f.Baseline, draw.Black)
	var before []draw.Item
	if e.number != "" {
		before = []draw.Item{number, spaceAfter(number)}
	}
	f.Items = append(f.Items, draw.Group{Tag: link, Frame: &draw.Frame{Width: s.width, Height: contentsLead, Items: slices.Concat(before, name, []draw.Item{textRun(" ", face, size, end, f.Baseline, draw.Black), page})}})
	if e.level > 1 {
		f.Items = append(f.Items, s.leaders(end+6, page.X-6, f.Baseline))
	}
	f.Items = append(f.Items, draw.Link{W: s.width, H: contentsLead, Target: "#" + e.anchor, Label: strings.TrimSpace(e.number + " " + e.title), Tag: link})
	return f
}

// spaceAfter parts two runs when they are copied.
func spaceAfter(g draw.Glyphs) draw.Glyphs {
	return textRun(" ", g.Face, g.Size, g.X+widthOf(g), g.Y, g.Color)
}

// fitting shortens a text that is too wide with an ellipsis.
func fitting(text string, face *font.Face, size, width float64) string {
	r := []rune(text)
	for len(r) > 1 && font.Width(face.Shape(text, font.ShapeOptions{}))*size > width {
		r = r[:len(r)-1]
		text = strings.TrimSpace(string(r)) + "…"
	}
	return text
}

// leaders are dots from a to b on a grid that all lines share.
func (s *setter) leaders(a, b, y float64) draw.Item {
	const step = 5
	dots := textRun(".", s.fonts.Text.Regular, 9, float64(int(a/step)+1)*step, y, draw.Muted)
	if dots.X >= b {
		return draw.Group{Frame: &draw.Frame{}, Tag: draw.Artifact}
	}
	dots.Run[0].Advance = step / dots.Size
	dots.Run = slices.Repeat(dots.Run, int(math.Ceil((b-dots.X)/step)))
	return draw.Group{Frame: &draw.Frame{Items: []draw.Item{dots}}, Tag: draw.Artifact}
}
