package verify

import "math"

// infiniteSide is 1 or −1 where a side is ∞ or −∞ alone, else 0.
func infiniteSide(x *expr) float64 {
	switch {
	case x.op == opName && x.name == "∞":
		return 1
	case x.op == opNegate && x.kids[0].op == opName && x.kids[0].name == "∞":
		return -1
	}
	return 0
}

// diverging checks lim … = ∞: the values grow without settling. It tells
// whether the claim is of that kind; what does not grow is unread.
func (f *formula) diverging(c *Claim, l, r *expr) bool {
	sign := infiniteSide(r)
	if sign == 0 || l.op != opLimit || c.Relation != "=" {
		return false
	}
	o := &outcome{origins: map[string]origin{}, doubt: map[string]bool{}, loose: map[string]bool{}, unknown: map[string]bool{}, freeLeft: map[string]bool{}, freeRight: map[string]bool{}}
	for point := 1; point <= samplePoints; point++ {
		e := newEvaluator(f.scope, mode{}, uint64(point))
		grows := false
		if reason := attempt(func() { grows = e.grows(l, sign) }); reason != "" {
			c.noMeaning(reason)
			return true
		}
		o.note(e, o.freeLeft)
		if !grows || len(e.unknown) > 0 {
			c.noMeaning("infinity: the values do not plainly grow")
			return true
		}
		o.held++
		if len(e.sampled) == 0 {
			break
		}
	}
	c.checked(o, "grows without bound")
	return true
}

// grows tells whether the values of a limit go to ∞, or −∞ with sign −1.
func (e *evaluator) grows(x *expr, sign float64) bool {
	at := e.approach(x)
	out := false
	e.with(x.name, func(set func(value)) {
		f := func(n float64) float64 {
			set(constantValue(at(1 / n)))
			return sign * e.eval(x.kids[1]).number()[0]
		}
		out = true
		for _, shift := range []float64{0, 1, 0.37} {
			a, b, c := f(64+shift), f(4096+shift), f(262144+shift)
			if math.IsInf(c, 1) {
				c = math.MaxFloat64
			}
			out = out && a < b && b < c && c > 0 && c-b > 0.5*(b-a)
		}
	})
	return out
}
