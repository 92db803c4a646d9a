package typeset

import "weave/weave/tex"

// Lengths of arrows in em: how much longer a horizontal one is than its labels
// at each end (amsmath: 14 mu in the labels' size at both), the space between it
// and them, and in a diagram the least lengths (amscd: \minCDarrowwidth 2.5pc).
const (
	mathArrowEnd     = .272
	mathArrowGap     = .1
	mathDiagramWide  = 2.5
	mathDiagramTall  = 1.8
	mathDiagramSpace = .25
)

// arrow is \xrightarrow, or an arrow of a diagram.
func (s *mathSetter) arrow(n *tex.Arrow, c mathContext) *mathBox {
	if n.Vertical {
		return s.verticalArrow(n, c)
	}
	above, below := s.arrowLabel(n.Above, s.sup(c)), s.arrowLabel(n.Below, s.sub(c))
	w := max(above.w, below.w)
	want := w + 2*mathArrowEnd*c.em
	if n.Diagram {
		want = max(want, mathDiagramWide*c.em)
	}
	shaft := s.shaft(n.Char, want, c)
	out := mathEmpty(3)
	out.w = max(shaft.w, w)
	out.put(shaft, (out.w-shaft.w)/2, 0)
	if above.w > 0 {
		out.put(above, (out.w-above.w)/2, shaft.h+mathArrowGap*c.em+above.d)
	}
	if below.w > 0 {
		out.put(below, (out.w-below.w)/2, -shaft.d-mathArrowGap*c.em-below.h)
	}
	return out
}

func (s *mathSetter) arrowLabel(n tex.Node, c mathContext) *mathBox {
	if n == nil {
		return &mathBox{}
	}
	return s.list(n, c)
}

// verticalArrow keeps the same room at both sides, so that it stands in the
// middle of its column.
func (s *mathSetter) verticalArrow(n *tex.Arrow, c mathContext) *mathBox {
	left, right := s.arrowLabel(n.Above, s.sup(c)), s.arrowLabel(n.Below, s.sup(c))
	shaft := s.onAxis(s.grown(n.Char, mathDiagramTall*c.em, true, c), c)
	gap := mathArrowGap * c.em
	side := max(left.w, right.w) + gap
	out := mathEmpty(3)
	out.w = shaft.w + 2*side
	out.put(s.onAxis(left, c), side-gap-left.w, 0)
	out.put(shaft, side, 0)
	out.put(s.onAxis(right, c), side+shaft.w+gap, 0)
	return out
}

// shaft is an arrow of at least want points.
func (s *mathSetter) shaft(r rune, want float64, c mathContext) *mathBox {
	b := s.stretched(r, want, c)
	if b.w >= .9*want {
		return b
	}
	return s.lengthened(b, want, r, c)
}
