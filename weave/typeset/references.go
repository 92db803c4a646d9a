package typeset

import (
	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
)

// referenceIndent is by how much the lines of a work stand behind its first, in pt.
const referenceIndent = 18

// references sets the bibliography: numbers hang left of their works, names
// stand out.
func (s *setter) references(b *doc.References) {
	list := s.parent.Add("L")
	for _, r := range b.Entries {
		s.marks = append(s.marks, mark{anchor: s.ch.Name + "/" + r.Label})
		li := list.Add("LI")
		if r.Mark != "" {
			s.numbered(r, li)
		} else {
			s.standingOut(r, li.Add("LBody").Add("P"))
		}
		s.skip(0.3 * s.lead)
	}
}

// standingOut sets a work whose first line begins left of the others.
func (s *setter) standingOut(r *doc.Reference, tag *draw.Element) {
	s.within(referenceIndent, 0, nil, func() {
		st := s.base
		items := append([]item{{kind: boxItem, width: -referenceIndent, style: &st}}, s.inlines(r.Content, st, tag, r.Work.Span)...)
		s.setItems(items, measure{width: s.width, expansion: 0.012}, s.lead, tag, r.Work.Span)
	})
}

// numbered sets a work behind its number.
func (s *setter) numbered(r *doc.Reference, li *draw.Element) {
	label := li.Add("Lbl")
	run := textRun(r.Mark+" ", s.base.face, s.base.size, 0, 0.72*s.lead, s.base.color)
	space := s.base.face.Shape(" ", font.ShapeOptions{})[0].Advance * s.base.size
	m := &draw.Frame{Width: widthOf(run) - space + markerGap, Height: s.lead, Baseline: 0.72 * s.lead, Items: []draw.Item{run}}
	s.within(referenceIndent+8, 0, nil, func() {
		from := len(s.items)
		s.text(r.Content, s.base, s.lead, li.Add("LBody").Add("P"), r.Work.Span)
		for from < len(s.items) && s.items[from].kind != boxItem {
			from++
		}
		s.hang(&s.items[from], m, label)
	})
}
