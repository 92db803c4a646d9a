package typeset

import (
	"strings"

	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
)

// boxColors are the bars of boxes; the tint is a shade of them.
var boxColors = map[doc.BoxKind]draw.Color{
	doc.Exercise: draw.F3, doc.DefinitionBox: draw.Accent, doc.Theorem: draw.Accent, doc.Proof: draw.Zero,
	doc.Example: draw.Muted, doc.Note: draw.Accent, doc.Tip: draw.F3, doc.WarningBox: draw.F2, doc.Summary: draw.Muted,
}

// boxTint is how strong a box's tint is.
const boxTint = 0.045

// boxBlock sets a fenced div.
func (s *setter) boxBlock(b *doc.Box) {
	switch b.Kind {
	case doc.Slides:
		s.slides(b)
		return
	case doc.Lead:
		s.leadText(b)
		return
	case doc.Glossary:
		s.blocks(b.Blocks)
		return
	case doc.Solution:
		s.solved = append(s.solved, b) // set at the end of the book
		return
	}
	color := boxColors[b.Kind]
	d := &decor{x: s.x, width: s.width, bar: color, tint: color.Faint(boxTint)}
	s.skip(0.7 * s.lead)
	if b.Label != "" {
		s.marks = append(s.marks, mark{anchor: s.ch.Name + "/" + b.Label})
	}
	from := len(s.items)
	s.within(12, 10, d, func() {
		s.pad(7)
		s.keep(infinite)
		s.inside(s.parent.Add("Sect"), func() {
			s.boxTitle(b, color)
			s.boxContent(b)
		})
		s.pending = 0
		s.keep(infinite)
		s.pad(8)
	})
	if heightOf(s.items[from:]) <= wholeBox*s.lay.in.Paper.TextHigh {
		s.together(from, splitBox)
	}
	s.skip(0.85 * s.lead)
}

// A box that is shorter than a part of the page is dear to break: it is read
// at one glance.
const (
	wholeBox = 0.33
	splitBox = 300.0
)

// boxContent sets the blocks of a box, and remembers the solutions of an exercise.
func (s *setter) boxContent(b *doc.Box) {
	outer := s.solved
	s.solved = nil
	s.blocks(b.Blocks)
	for _, sol := range s.solved {
		s.sol = append(s.sol, solution{s.ch, b, sol})
	}
	s.solved = outer
}

// boxTitle is "Aufgabe 2.1" and the title behind it.
func (s *setter) boxTitle(b *doc.Box, color draw.Color) {
	name := strings.TrimSpace(doc.Words(s.ch.Lang).Box(b.Kind) + " " + b.Number)
	st := style{face: s.fonts.Sans.Medium, size: 9.5, color: draw.Ink, noHyphen: true}
	var in []doc.Inline
	if name != "" {
		in = append(in, &doc.Text{Text: strings.ReplaceAll(name, " ", "\u00a0")})
	}
	kind := st
	kind.color = color
	if color == draw.Zero {
		kind.color = draw.Muted
	}
	tag := s.parent.Add("P")
	items := s.inlines(in, kind, tag, b.Span)
	if len(b.Title) > 0 {
		if len(items) > 0 {
			items = append(items, item{kind: glueItem, width: 8, glyphs: st.face.Shape(" ", font.ShapeOptions{}), style: &st})
		}
		items = append(items, s.inlines(b.Title, st, tag, b.Span)...)
	}
	if len(items) == 0 {
		return
	}
	s.setItems(items, measure{width: s.width, ragged: true}, 13, tag, b.Span)
	s.keep(infinite)
	s.skip(3)
}

// leadText is a chapter's opening paragraph, larger than the others.
func (s *setter) leadText(b *doc.Box) {
	base, lead := s.base, s.lead
	s.base.size, s.base.color, s.lead = 12.5, outInk, 18
	s.blocks(b.Blocks)
	s.base, s.lead = base, lead
	s.skip(0.9 * s.lead)
}

// stack puts a vertical list that is not broken into one frame.
func stack(items []vitem, width float64) (*draw.Frame, []*footnote) {
	f := &draw.Frame{Width: width}
	var notes []*footnote
	for i := range items {
		it := &items[i]
		if it.kind == boxItem {
			for _, m := range it.marks {
				f.Items = append(f.Items, draw.Anchor{Name: m.anchor, Y: f.Height})
			}
			f.Items = append(f.Items, draw.Group{X: it.x, Y: f.Height, Frame: it.frame, Tag: it.tag})
			notes = append(notes, it.notes...)
		}
		f.Height += it.height
	}
	return f, notes
}
