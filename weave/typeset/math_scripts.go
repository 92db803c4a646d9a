package typeset

import (
	"weave/weave/font"
	"weave/weave/tex"
)

// scripts is rules 13a and 18.
func (s *mathSetter) scripts(n *tex.Scripts, c mathContext) *mathBox {
	base := &mathBox{}
	if n.Base != nil {
		base = s.node(n.Base, c)
	}
	if n.Limits == tex.LimitsAlways || n.Limits == tex.LimitsDisplay && c.display() {
		if n.Primes > 0 {
			base = s.attach(base, s.primes(n.Primes, nil, c), nil, mathIsChar(n.Base), c)
		}
		return s.limits(base, n.Sup, n.Sub, c)
	}
	var sup, sub *mathBox
	switch {
	case n.Primes > 0:
		sup = s.primes(n.Primes, n.Sup, c)
	case n.Sup != nil:
		sup = s.list(n.Sup, s.sup(c))
	}
	if n.Sub != nil {
		sub = s.list(n.Sub, s.sub(c))
	}
	return s.attach(base, sup, sub, mathIsChar(n.Base) && !base.large, c)
}

// primes are the strokes of f″ with the superscript behind them.
func (s *mathSetter) primes(count int, sup tex.Node, c mathContext) *mathBox {
	sc := s.sup(c)
	var boxes []*mathBox
	if sign := []rune("′″‴⁗")[min(count, 4)-1]; count <= 4 && s.face.GlyphIndex(sign) != 0 {
		boxes = append(boxes, s.char(sign, sc))
	} else {
		for range count {
			boxes = append(boxes, s.char('′', sc))
		}
	}
	if sup != nil {
		boxes = append(boxes, s.list(sup, sc))
	}
	return mathBeside(boxes...)
}

// mathIsChar tells whether a base counts as a character, whose scripts stand at
// their usual heights; an accented one does too (rule 12).
func mathIsChar(n tex.Node) bool {
	switch n := tex.Single(n).(type) {
	case nil:
		return true
	case *tex.Symbol, *tex.Number:
		return true
	case *tex.Accent:
		return !n.Wide && mathIsChar(n.Base)
	case *tex.GoValue:
		return n.Kid == nil || mathIsChar(n.Kid)
	}
	return false
}

// attach sets scripts at the right of a base.
func (s *mathSetter) attach(base, sup, sub *mathBox, char bool, c mathContext) *mathBox {
	up, down := s.scriptShifts(base, sup, sub, char, c)
	out := mathEmpty(3)
	out.put(base, 0, 0)
	out.w = base.w
	if sup != nil {
		x := base.w + s.cutIn(base, sup, font.TopRight, up, c)
		if !base.large {
			x += base.italic
		}
		out.put(sup, x, up)
		out.w = max(out.w, x+sup.w)
	}
	if sub != nil {
		x := base.w + s.cutIn(base, sub, font.BottomRight, down, c)
		if base.large {
			x -= base.italic
		}
		out.put(sub, x, -down)
		out.w = max(out.w, x+sub.w)
	}
	out.w += s.m.SpaceAfterScript * c.em
	return out
}

// scriptShifts is rules 18a to 18e.
func (s *mathSetter) scriptShifts(base, sup, sub *mathBox, char bool, c mathContext) (up, down float64) {
	m := s.m
	if !char {
		up = base.h - m.SuperscriptBaselineDropMax*c.em
		down = base.d + m.SubscriptBaselineDropMin*c.em
	}
	if sup != nil {
		least := m.SuperscriptShiftUp
		if c.cramped {
			least = m.SuperscriptShiftUpCramped
		}
		up = max(up, least*c.em, sup.d+m.SuperscriptBottomMin*c.em)
	}
	if sub == nil {
		return up, down
	}
	down = max(down, m.SubscriptShiftDown*c.em)
	if sup == nil {
		return up, max(down, sub.h-m.SubscriptTopMax*c.em)
	}
	gap := m.SubSuperscriptGapMin * c.em
	if have := up - sup.d - (sub.h - down); have < gap {
		down += gap - have
		if lift := m.SuperscriptBottomMaxWithSubscript*c.em - (up - sup.d); lift > 0 {
			up += lift
			down -= lift
		}
	}
	return up, down
}

// limits sets scripts above and below (rule 13a); a large operator's are moved
// by half of its italic correction.
func (s *mathSetter) limits(base *mathBox, above, below tex.Node, c mathContext) *mathBox {
	m := s.m
	var up, down *mathBox
	w := base.w
	if above != nil {
		up = s.list(above, s.sup(c))
		w = max(w, up.w)
	}
	if below != nil {
		down = s.list(below, s.sub(c))
		w = max(w, down.w)
	}
	lean := 0.
	if base.large {
		lean = base.italic / 2
	}
	out := mathEmpty(3)
	out.w = w
	out.put(base, (w-base.w)/2, 0)
	if up != nil {
		y := base.h + max(m.UpperLimitGapMin*c.em+up.d, m.UpperLimitBaselineRiseMin*c.em)
		out.put(up, (w-up.w)/2+lean, y)
	}
	if down != nil {
		y := base.d + max(m.LowerLimitGapMin*c.em+down.h, m.LowerLimitBaselineDropMin*c.em)
		out.put(down, (w-down.w)/2-lean, -y)
	}
	return out
}
