package typeset

import (
	"weave/weave/draw"
	"weave/weave/tex"
)

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

// brokenIndent is how far the lines behind the first stand in, in pt.
const brokenIndent = 24

// brokenFormula sets a formula that is too wide in several lines, broken
// behind relations and operators; nil where its pieces are too wide as well.
func (s *setter) brokenFormula(f *tex.Formula, width float64) *draw.Frame {
	st := s.base
	items := mathItems(f, s.mathStyle(s.base, true), &st)
	if _, piece := naturalWidth(items); piece > width-brokenIndent {
		return nil
	}
	out := &draw.Frame{Width: width}
	for i, l := range setLines(items, measure{width: width - brokenIndent, ragged: true}, strutOf(s.lead)) {
		x := 0.0
		if i > 0 {
			x = brokenIndent
			out.Height += 2
		}
		out.Items = append(out.Items, draw.Group{X: x, Y: out.Height, Frame: l.frame})
		out.Height += l.frame.Height
		out.Baseline = out.Height - l.frame.Height + l.frame.Baseline
	}
	return out
}
