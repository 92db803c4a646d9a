package typeset

import (
	"fmt"

	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
)

// footnote is a note set for the foot of the page where it is referred to.
type footnote struct {
	frames []*draw.Frame
	tag    *draw.Element
	anchor string
	height float64
}

// backSuffix is behind a note's anchor in that of its mark in the text.
const backSuffix = "-ref"

const (
	noteSkip = 14 // above the notes, with a short rule in it
	noteSize = 9
	noteLead = 11.5
)

// footnoteMark adds the raised number that leads to a note.
func (t *inliner) footnoteMark(n *doc.Footnote, st style) {
	anchor := fmt.Sprintf("%s/fn-%d", t.s.ch.Name, n.Number)
	mark := st
	mark.size, mark.rise, mark.noHyphen = 0.66*st.size, st.rise+0.36*st.size, true
	mark.tag = t.element("Link")
	mark.link, mark.label = "#"+anchor, fmt.Sprint(n.Number)
	t.p.word(fmt.Sprint(n.Number), &mark)
	if n.Again || t.s.inNote {
		return
	}
	note := t.s.footnote(n, anchor, t.parent)
	t.p.items[len(t.p.items)-1].note = note
}

// footnote sets a note's blocks in the width of the page.
func (s *setter) footnote(n *doc.Footnote, anchor string, parent *draw.Element) *footnote {
	f := &footnote{tag: parent.Add("Note"), anchor: anchor}
	label := f.tag.Add("Lbl").Add("Link")
	inner := s.nested(f.tag, s.lay.in.Paper.TextWidth)
	inner.inNote = true
	inner.base = style{face: s.fonts.Text.Regular, size: noteSize, color: draw.Black}
	inner.lead = noteLead
	inner.within(noteSize*1.3, 0, nil, func() {
		for _, b := range n.Blocks {
			inner.block(b)
		}
	})
	s.list = append(s.list, inner.list...)
	for i, it := range inner.items {
		if it.frame == nil {
			if it.kind == glueItem {
				f.height += it.height
				f.frames = append(f.frames, &draw.Frame{Height: it.height})
			}
			continue
		}
		fr := &draw.Frame{Width: s.lay.in.Paper.TextWidth, Height: it.frame.Height, Items: []draw.Item{draw.Group{X: it.x, Frame: it.frame, Tag: it.tag}}}
		if i == 0 {
			mark := textRun(fmt.Sprint(n.Number), s.fonts.Text.Regular, 0.66*noteSize, 0, it.frame.Baseline-0.36*noteSize, draw.Black)
			fr.Items = append([]draw.Item{
				draw.Group{Tag: label, Frame: &draw.Frame{Width: noteSize, Height: fr.Height, Items: []draw.Item{mark}}},
				draw.Link{W: noteSize, H: fr.Height, Target: "#" + anchor + backSuffix, Label: fmt.Sprint(n.Number), Tag: label},
			}, fr.Items...)
		}
		f.height += it.frame.Height
		f.frames = append(f.frames, fr)
	}
	return f
}

// textRun is a short text outside of paragraphs.
func textRun(s string, f *font.Face, size, x, y float64, c draw.Color) draw.Glyphs {
	return draw.Glyphs{X: x, Y: y, Face: f, Size: size, Run: f.Shape(s, font.ShapeOptions{}), Color: c}
}

// textRuns is a text with the faces that its characters need, and the x where
// it ends.
func textRuns(fonts *font.Families, s string, f *font.Face, size, x, y float64, c draw.Color) (out []draw.Item, end float64) {
	for _, part := range byFace(fonts, s, f) {
		g := textRun(part.text, part.face, size, x, y, c)
		out, x = append(out, g), x+widthOf(g)
	}
	return out, x
}
