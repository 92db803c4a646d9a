package typeset

import "weave/weave/tex"

// mathFractionPad is how far the bar of a fraction reaches beyond its longer
// part (none in TeX, 0.1 em in MathJax, which keeps neighbouring bars apart),
// and the empty space beside it (\nulldelimiterspace, 1.2 pt at 10 pt).
const (
	mathFractionPad = .1
	mathNullSpace   = .12
)

// fraction is rule 15.
func (s *mathSetter) fraction(n *tex.Fraction, c mathContext) *mathBox {
	outer := c
	if n.Style != tex.StyleInherit {
		c = s.in(c, n.Style)
	}
	inner := fractionStyle(c.style)
	if n.Continued {
		inner = tex.StyleDisplay
	}
	num := s.list(n.Num, s.in(c, inner)).closed()
	den := s.list(n.Den, s.crampedIn(c, inner)).closed()
	b := mathEmpty(3)
	pad := 0.
	if n.Bar && n.Left == 0 && n.Right == 0 {
		pad = mathFractionPad * c.em
	}
	b.w = max(num.w, den.w) + 2*pad
	var up, down float64
	if n.Bar {
		up, down = s.barred(n, b, num, den, c)
	} else {
		up, down = s.stacked(num, den, c)
	}
	b.put(num, (b.w-num.w)/2, up)
	b.put(den, (b.w-den.w)/2, -down)
	b.h, b.d = max(b.h, 0), max(b.d, 0)
	if n.Left != 0 || n.Right != 0 {
		return s.fencedFraction(n, b, c)
	}
	space := &mathBox{w: mathNullSpace * outer.em}
	return mathBeside(space, b, space)
}

// barred puts the bar (rules 15b and 15d) and gives the shifts.
func (s *mathSetter) barred(n *tex.Fraction, b, num, den *mathBox, c mathContext) (up, down float64) {
	m, axis := s.m, s.m.AxisHeight*c.em
	t := m.FractionRuleThickness * c.em
	if n.Thickness > 0 {
		t = n.Thickness * c.em
	}
	up, down = m.FractionNumeratorShiftUp, m.FractionDenominatorShiftDown
	gapUp, gapDown := m.FractionNumeratorGapMin, m.FractionDenominatorGapMin
	if c.display() {
		up, down = m.FractionNumeratorDisplayStyleShiftUp, m.FractionDenominatorDisplayStyleShiftDown
		gapUp, gapDown = m.FractionNumDisplayStyleGapMin, m.FractionDenomDisplayStyleGapMin
	}
	up = max(up*c.em, axis+t/2+gapUp*c.em+num.d)
	down = max(down*c.em, den.h-axis+t/2+gapDown*c.em)
	b.put(s.rule(b.w, t, c), 0, axis-t/2)
	return up, down
}

// stacked is rule 15c: no bar.
func (s *mathSetter) stacked(num, den *mathBox, c mathContext) (up, down float64) {
	m := s.m
	up, down = m.StackTopShiftUp*c.em, m.StackBottomShiftDown*c.em
	gap := m.StackGapMin * c.em
	if c.display() {
		up, down = m.StackTopDisplayStyleShiftUp*c.em, m.StackBottomDisplayStyleShiftDown*c.em
		gap = m.StackDisplayStyleGapMin * c.em
	}
	if have := up - num.d - (den.h - down); have < gap {
		up += (gap - have) / 2
		down += (gap - have) / 2
	}
	return up, down
}

// fencedFraction is rule 15e, with delimiters as large as the fraction needs:
// the 2.39 em of TeX's delim1 are for the wider lines of Computer Modern.
func (s *mathSetter) fencedFraction(n *tex.Fraction, b *mathBox, c mathContext) *mathBox {
	want := max(1.3*c.em, s.delimiterSize(b.h, b.d, c))
	return mathBeside(s.delimiter(n.Left, want, c), b, s.delimiter(n.Right, want, c))
}

// root is rule 11, with the degree as OpenType places it.
func (s *mathSetter) root(n *tex.Root, c mathContext) *mathBox {
	m := s.m
	in := s.list(n.Radicand, s.crampedIn(c, c.style)).closed()
	t := m.RadicalRuleThickness * c.em
	gap := m.RadicalVerticalGap * c.em
	if c.display() {
		gap = m.RadicalDisplayStyleVerticalGap * c.em
	}
	h, d := max(in.h, 0), max(in.d, 0)
	sign := s.grown('√', h+d+gap+t, true, c)
	extent := sign.h + sign.d
	if extra := extent - (h + d + gap + t); extra > 0 {
		gap += extra / 2
	}
	top := h + gap + t
	out := mathEmpty(3)
	x := 0.
	if n.Degree != nil {
		deg := s.list(n.Degree, s.in(c, tex.StyleScriptScript))
		x = max(0, m.RadicalKernBeforeDegree*c.em+deg.w+m.RadicalKernAfterDegree*c.em)
		left := x - m.RadicalKernAfterDegree*c.em - deg.w
		out.put(deg, max(0, left), top-extent+m.RadicalDegreeBottomRaisePercent*extent+deg.d)
	}
	radical := s.extended(sign, sign.h-t, sign.h, sign.w+in.w, '√', c)
	radical.ink.rise = sign.h - top // what is copied stands on the formula's baseline
	out.put(radical, x, top-sign.h)
	x += sign.w
	out.put(in, x, 0)
	out.w = x + in.w
	out.h = max(out.h, top+m.RadicalExtraAscender*c.em)
	return out
}
