package verify

import (
	"weave/weave/tex"
)

// bigOperator reads Σ, Π, ∫ and lim with their bounds.
func (s *scan) bigOperator(t *token) *expr {
	switch {
	case t.base.is("∑"):
		return s.overIndex(opSum, t)
	case t.base.is("∏"):
		return s.overIndex(opProduct, t)
	case t.base.is("∫"):
		return s.integral(t.sub, t.sup)
	case t.base.text == "lim":
		return s.limit(t)
	}
	giveUp("the operator %s", t.base.text)
	return nil
}

// overIndex reads a sum or product. An infinite upper bound is a name "∞".
func (s *scan) overIndex(op operation, t *token) *expr {
	s.i++
	low := flatten(t.sub)
	if len(low) == 0 {
		giveUp("a sum without an index")
	}
	x := &expr{op: op, name: nameOf(&low[0])}
	switch {
	case x.name == "" || len(low) > 1 && !low[1].is("="):
		giveUp("a sum over a set")
	case len(low) == 1 && t.sup == nil:
	case len(low) < 3 || t.sup == nil || len(splitCommas(low)) > 1:
		giveUp("a sum over a set")
	default:
		x.kids = []*expr{s.read(low[2:]), s.bound(t.sup)}
		s.wholeNames(x.kids...)
	}
	x.kids = append(x.kids, s.summand())
	return x
}

// summand is the term behind Σ; the index is no free name in it.
func (s *scan) summand() *expr { return s.term() }

func (s *scan) bound(n tex.Node) *expr {
	up := flatten(n)
	if len(up) == 1 && up[0].is("∞") || len(up) == 2 && up[0].is("+") && up[1].is("∞") {
		return named("∞")
	}
	return s.read(up)
}

func (r *reading) wholeNames(bounds ...*expr) {
	for _, b := range bounds {
		b.walk(func(y *expr) {
			if y.isName() && y.name != "∞" {
				r.whole[y.name] = true
			}
		})
	}
}

// integral reads ∫ … dx, with or without bounds.
func (s *scan) integral(low, high tex.Node) *expr {
	s.i++
	x := &expr{op: opPrimitive}
	if low != nil && high != nil {
		x = &expr{op: opIntegral, kids: []*expr{s.signedBound(low), s.signedBound(high)}}
	} else if low != nil || high != nil {
		giveUp("an integral over a set")
	}
	start, depth := s.i, 0
	for ; s.i < len(s.ts); s.i++ {
		if t := &s.ts[s.i]; t.opens() {
			depth++
		} else if t.closes() {
			depth--
		}
		if depth != 0 || !s.atDifferential() {
			continue
		}
		x.name = nameOf(&s.ts[s.i+1])
		if s.i == start {
			x.kids = append(x.kids, number(1))
		} else {
			x.kids = append(x.kids, s.read(s.ts[start:s.i]))
		}
		s.i += 2
		return x
	}
	s.i = start
	if s.atEnd(s.peek()) {
		giveUp("an integral without a differential")
	}
	body := s.term()
	if x.name = integrand(body); x.name == "" {
		giveUp("an integral without a differential")
	}
	x.kids = append(x.kids, body)
	return x
}

// signedBound reads a bound of an integral, ∞ and −∞ among them.
func (s *scan) signedBound(n tex.Node) *expr {
	up := flatten(n)
	if len(up) == 2 && up[0].minus() && up[1].is("∞") {
		return &expr{op: opNegate, kids: []*expr{named("∞")}}
	}
	return s.bound(n)
}

// limit reads lim_{x → a}.
func (s *scan) limit(t *token) *expr {
	s.i++
	low := flatten(t.sub)
	if len(low) < 3 || !low[1].is("→") || nameOf(&low[0]) == "" {
		giveUp("a limit whose variable cannot be read")
	}
	x := &expr{op: opLimit, name: nameOf(&low[0])}
	to := low[2:]
	switch {
	case len(to) == 1 && to[0].is("∞") || len(to) == 2 && to[0].is("+") && to[1].is("∞"):
		x.kids = []*expr{named("∞")}
	case len(to) == 2 && to[0].minus() && to[1].is("∞"):
		x.kids = []*expr{{op: opNegate, kids: []*expr{named("∞")}}}
	case len(to) == 1 && to[0].kind == tokenScripts && to[0].sub == nil && to[0].sup != nil:
		side := flatten(to[0].sup)
		if len(side) != 1 || !side[0].is("+", "−") {
			giveUp("where the limit goes to")
		}
		x.vars = []string{side[0].text}
		x.kids = []*expr{s.read([]token{*to[0].base})}
	default:
		x.kids = []*expr{s.read(to)}
	}
	x.kids = append(x.kids, s.term())
	return x
}
