package typeset

import (
	"fmt"

	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
)

// listBlock sets a list, its markers hanging left of the text.
func (s *setter) listBlock(l *doc.List) {
	e := s.parent.Add("L")
	e.Attr = map[string]string{"ListNumbering": "Disc"}
	if l.Ordered {
		e.Attr["ListNumbering"] = "Decimal"
	}
	step := float64(listStep)
	if n := l.Start + len(l.Items); l.Ordered && n > 10 {
		step += 5
	}
	skip := s.parSkip
	if l.Tight {
		s.parSkip = tightSkip
	}
	s.within(step, 0, nil, func() {
		s.depth++
		for i, it := range l.Items {
			s.item(it, s.marker(l, it, i), e)
		}
		s.depth--
	})
	s.parSkip = skip
	s.skip(skip * s.lead)
}

func (s *setter) item(it *doc.Item, m *draw.Frame, list *draw.Element) {
	li := list.Add("LI")
	label, body := li.Add("Lbl"), li.Add("LBody")
	from := len(s.items)
	s.inside(body, func() { s.blocks(it.Blocks) })
	for from < len(s.items) && s.items[from].kind != boxItem {
		from++
	}
	if from == len(s.items) {
		s.box(&draw.Frame{Width: s.width, Height: s.lead, Baseline: 0.72 * s.lead}, nil)
		from = len(s.items) - 1 // behind the space before it
		s.skip(s.parSkip * s.lead)
	}
	s.hang(&s.items[from], m, label)
}

// hang puts a marker left of a box, on its baseline.
func (s *setter) hang(v *vitem, m *draw.Frame, tag *draw.Element) {
	y := v.frame.Baseline - m.Baseline
	if v.frame.Baseline == 0 {
		y = 0
	}
	v.frame = &draw.Frame{Width: v.frame.Width, Height: v.frame.Height, Baseline: v.frame.Baseline, Items: []draw.Item{
		draw.Group{X: s.x - v.x - m.Width, Y: y, Frame: m, Tag: tag},
		draw.Group{Frame: v.frame, Tag: v.tag},
	}}
	v.tag = nil
}

// markerGap is the space between a marker and its text, in pt.
const markerGap = 6

func (s *setter) marker(l *doc.List, it *doc.Item, i int) *draw.Frame {
	if it.Task != nil {
		return taskBox(*it.Task, s.lead)
	}
	text := []string{"•", "–", "•"}[min(2, s.depth-1)]
	if l.Ordered {
		text = fmt.Sprintf("%d.", l.Start+i)
	}
	g := draw.Glyphs{Face: s.base.face, Size: s.base.size, Color: s.base.color, Run: s.base.face.Shape(text+" ", font.ShapeOptions{Features: "tnum"})}
	space := s.base.face.Shape(" ", font.ShapeOptions{})[0].Advance * s.base.size
	g.Y = 0.72 * s.lead
	return &draw.Frame{Width: widthOf(g) - space + markerGap, Height: s.lead, Baseline: 0.72 * s.lead, Items: []draw.Item{g}}
}

// taskBox is an empty or a ticked box.
func taskBox(done bool, lead float64) *draw.Frame {
	const a = 7.5
	y := 0.72*lead - a
	box := rect(0.5, y, a, a, draw.Color{})
	box.Stroke, box.Line = draw.Muted, draw.Line{Width: 0.7}
	f := &draw.Frame{Width: a + 1 + markerGap, Height: lead, Baseline: 0.72 * lead, Items: []draw.Item{box}}
	if done {
		p := func(x, dy float64) [3]draw.Point { return [3]draw.Point{{X: x, Y: y + dy}} }
		f.Items = append(f.Items, draw.Path{Stroke: draw.Accent, Line: draw.Line{Width: 1.3, Round: true}, Segments: []draw.Segment{
			{Verb: draw.Move, P: p(2, 4)}, {Verb: draw.To, P: p(3.7, 5.8)}, {Verb: draw.To, P: p(6.8, 1.7)},
		}})
	}
	return f
}

// definitions sets terms in bold and their texts indented below.
func (s *setter) definitions(d *doc.Definitions) {
	e := s.parent.Add("L")
	for _, entry := range d.Entries {
		li := e.Add("LI")
		if entry.Label != "" {
			s.marks = append(s.marks, mark{anchor: s.ch.Name + "/" + entry.Label})
		}
		term := s.base
		term.face = s.fonts.Bolder(term.face)
		s.raggedText(entry.Term, term, s.lead, li.Add("Lbl"), d.Span)
		s.keep(infinite)
		body := li.Add("LBody")
		for _, text := range entry.Texts {
			s.within(listStep, 0, nil, func() {
				s.inside(body, func() { s.blocks(text) })
			})
		}
	}
	s.skip(0.5 * s.lead)
}
