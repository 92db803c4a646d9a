package typeset

import (
	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/source"
	"weave/weave/tex"
)

// display sets a formula on a line of its own, its numbers at the right.
func (s *setter) display(d *doc.Display) {
	tag := s.parent.Add("Formula")
	tag.Attr = map[string]string{"Placement": "Block"}
	if d.Math.Broken || d.Math.Formula == nil {
		s.skip(0.6 * s.lead)
		s.formulaAnchors(d)
		s.errorText(d.Math.Source)
		s.skip(0.75 * s.lead)
		return
	}
	tag.Alt, tag.ActualText = speech(d.Math.Formula, s.ch.Lang), d.Math.Source
	if d.Check != nil {
		tag.Alt += " (" + doc.Words(s.ch.Lang).Checked + ")"
	}
	f, lines := MathDisplay(d.Math.Formula, s.mathStyle(s.base, true))
	if f.Width > s.width {
		if broken := mathBroken(d.Math.Formula, s.mathStyle(s.base, true), s.width-brokenMargin*s.base.size); broken != nil {
			f = broken
			for i := range lines {
				lines[i].Y = f.Baseline
			}
		}
	}
	s.skip(0.6 * s.lead)
	s.keep(150)
	s.formulaAnchors(d)
	line := s.formulaLine(f, s.numbers(d, f, lines), d.Span)
	if d.Check != nil {
		line.Items = append(line.Items, draw.Group{X: -checkGap, Y: line.Height/2 - checkSize/2, Frame: checkMark()})
	}
	s.box(line, tag)
	s.skip(0.75 * s.lead)
}

// checkSize and checkGap are the height of the mark beside a checked formula and
// how far it stands in the margin, in pt.
const (
	checkSize = 5
	checkGap  = 11
)

// checkGrey is light enough not to distract, dark enough to print.
var checkGrey = draw.Color{R: 0x8a, G: 0x8a, B: 0x8a, Alpha: 0xff}

// checkMark is a small tick.
func checkMark() *draw.Frame {
	at := func(x, y float64) [3]draw.Point { return [3]draw.Point{{X: x, Y: y}} }
	return &draw.Frame{Width: checkSize, Height: checkSize, Items: []draw.Item{draw.Path{
		Segments: []draw.Segment{{Verb: draw.Move, P: at(0.4, 2.7)}, {Verb: draw.To, P: at(1.9, 4.3)}, {Verb: draw.To, P: at(4.6, 0.6)}},
		Stroke:   checkGrey, Line: draw.Line{Width: 0.7},
	}}}
}

// formulaAnchors marks the place that references to a formula and its lines lead to.
func (s *setter) formulaAnchors(d *doc.Display) {
	if d.Label != "" {
		s.marks = append(s.marks, mark{anchor: s.ch.Name + "/" + d.Label})
	}
	for _, l := range d.Lines {
		if l.Label != "" {
			s.marks = append(s.marks, mark{anchor: s.ch.Name + "/" + l.Label})
		}
	}
}

// missingSigns warns of characters in formulas that no font has, once for each.
func (s *setter) missingSigns() {
	seen := map[rune]bool{}
	for _, m := range s.ch.Math {
		if m.Broken || m.Formula == nil {
			continue
		}
		for _, r := range MathMissing(m.Formula, s.mathStyle(s.base, m.Display)) {
			if !seen[r] {
				seen[r] = true
				s.list.Warnf("layout", m.Span, "no font has the character %q (U+%04X) of this formula", string(r), r)
			}
		}
	}
}

// lineNumber is a number beside a formula: its baseline below the formula's top.
type lineNumber struct {
	frame *draw.Frame
	y     float64
}

// numbers are what stands at the right edge of a formula: the numbers of its
// lines, or one for all of it.
func (s *setter) numbers(d *doc.Display, f *draw.Frame, lines []MathLine) (out []lineNumber) {
	add := func(number string, y float64) {
		run := textRun("("+number+")", s.base.face, s.base.size, 0, 0, s.base.color)
		frame := &draw.Frame{Width: widthOf(run), Items: []draw.Item{run}}
		out = append(out, lineNumber{frame, y})
	}
	for i, l := range lines {
		switch {
		case l.Tag != nil:
			out = append(out, lineNumber{l.Tag, l.Y})
		case d.Lines[i].Number != "":
			add(d.Lines[i].Number, l.Y)
		}
	}
	if d.Number != "" {
		y := f.Baseline
		if y == 0 || y > f.Height {
			y = f.Height/2 + 0.3*s.base.size
		}
		add(d.Number, y)
	}
	return out
}

// brokenMargin is the room beside a formula in several lines, in em: for its number.
const brokenMargin = 4

// numberGap is the least space between a formula and its number, in pt.
const numberGap = 10

// formulaLine centres a formula in the measure, unless its numbers are in the
// way; one that is too wide is made smaller, with a warning.
func (s *setter) formulaLine(f *draw.Frame, numbers []lineNumber, at source.Span) *draw.Frame {
	room := s.width
	for _, n := range numbers {
		room = min(room, s.width-n.frame.Width-numberGap)
	}
	scale := 1.0
	if f.Width > room {
		scale = room / f.Width
		s.list.Warnf("layout", at, "this formula is made smaller to fit the page (%.0f %%)", 100*scale).
			Hint(`break it with \begin{aligned} … \\ … \end{aligned}`)
	}
	w, h := f.Width*scale, f.Height*scale
	x := max(0, min((s.width-w)/2, room-w))
	out := &draw.Frame{Width: s.width, Height: h, Baseline: f.Baseline * scale, Items: []draw.Item{draw.Group{X: x, Frame: f, Scale: scale}}}
	for _, n := range numbers {
		out.Items = append(out.Items, draw.Group{X: s.width - n.frame.Width, Y: n.y*scale - n.frame.Baseline, Frame: n.frame})
	}
	return out
}

// mathItems are the pieces of a formula with the places between them where a
// line may end.
func mathItems(f *tex.Formula, m MathStyle, st *style) (out []item) {
	parts := MathParts(f, m)
	for i, p := range parts {
		out = append(out, item{kind: boxItem, width: p.Frame.Width, frame: p.Frame, style: st})
		if i+1 < len(parts) {
			out = append(out,
				item{kind: penaltyItem, penalty: float64(p.Penalty), style: st},
				item{kind: glueItem, width: p.Space, stretch: 0.25 * p.Space, shrink: 0.1 * p.Space, style: st})
		}
	}
	return out
}
