package verify

import (
	"math"
	"strings"
)

// Signs with more than one convention. Where the usual one does not hold,
// otherReadings tries the other.

// percent reads % behind a number: a hundredth, or the remainder of a division
// where a factor follows.
func (s *scan) percent(x *expr) *expr {
	s.i++
	if t := s.peek(); !s.atEnd(t) && !t.multiplies() && !t.divides() {
		s.percents = true
		if s.modulo {
			return binary(opModulo, x, s.signed())
		}
	}
	return &expr{op: opDivide, name: "%", kids: []*expr{x, number(100)}}
}

// isModulo tells \bmod and \mod, which stand between two numbers.
func (t *token) isModulo() bool {
	return t != nil && t.kind == tokenFunction && t.text == "mod"
}

// typedExponent reads the end of 1.2e5 and 1e-5, typed as programs print
// numbers; t is the token of the digits before it, which is behind us.
func (s *scan) typedExponent(t *token) string {
	at := func(k int) *token {
		if k < len(s.ts) && (k == s.i && s.ts[k].pos == t.end || k > s.i && s.ts[k].pos == s.ts[k-1].end) {
			return &s.ts[k]
		}
		return nil
	}
	whole := func(u *token) bool { return u != nil && u.kind == tokenNumber && !strings.ContainsAny(u.text, ".,") }
	if !at(s.i).is("e", "E") {
		return ""
	}
	if u := at(s.i + 1); whole(u) {
		s.i += 2
		return "e" + u.text
	}
	sign, digits := at(s.i+1), at(s.i+2)
	if sign == nil || !sign.minus() && !sign.is("+") || !whole(digits) {
		return ""
	}
	s.typedPowers = true
	if !s.exponents {
		return ""
	}
	s.i += 3
	if sign.minus() {
		return "e-" + digits.text
	}
	return "e" + digits.text
}

// inDegrees gives the argument of a function of angles its value in degrees,
// where that reading is tried.
func (s *scan) inDegrees(name string, arg *expr) *expr {
	if !angular[name] || arg.symbolic() || arg.uses("π") || !arg.has(opNumber) {
		return arg
	}
	s.angles = true
	if s.degrees {
		return binary(opMultiply, arg, number(math.Pi/180))
	}
	return arg
}

// angleInDegrees is the same for a function that gives an angle.
func (s *scan) angleInDegrees(x *expr) *expr {
	if x.op != opFunction || !strings.HasPrefix(x.name, "arc") || x.symbolic() {
		return x
	}
	s.angles = true
	if s.degrees {
		return binary(opMultiply, x, number(180/math.Pi))
	}
	return x
}

var angular = map[string]bool{"sin": true, "cos": true, "tan": true, "cot": true, "sec": true, "csc": true}

// modulus is n of a remark (mod n) behind a congruence, nil where the tokens are
// none.
func modulus(ts []token) []token {
	inside, ok := wholeBracket(ts)
	if !ok {
		return nil
	}
	switch {
	case inside[0].isModulo():
		return inside[1:]
	case len(inside) > 3 && inside[0].is("m") && inside[1].is("o") && inside[2].is("d"):
		return inside[3:]
	case inside[0].kind == tokenText && strings.TrimSpace(inside[0].text) == "mod":
		return inside[1:]
	}
	return nil
}

// remainder is a − n⌊a/n⌋, without a value where a is too large to be exact.
func (e *evaluator) remainder(x *expr) value {
	a, n := e.eval(x.kids[0]).number()[0], e.eval(x.kids[1]).number()[0]
	if math.Abs(a) > 1<<53 || n == 0 || a != math.Trunc(a) || n != math.Trunc(n) {
		return constantValue(math.NaN())
	}
	return constantValue(a - n*math.Floor(a/n))
}

// readModulus gives a congruence its modulus; all its names are whole numbers.
func (f *formula) readModulus(s *sides) {
	if s.modulus == nil {
		return
	}
	r := newReading(f.scope, f.chapter.Lang)
	if attempt(func() { s.mod = r.read(s.modulus) }) != "" {
		for i := range s.exprs {
			s.exprs[i], s.reasons[i] = nil, "a congruence"
		}
		return
	}
	for i, x := range s.exprs {
		s.readings[i].wholeNames(x, s.mod)
	}
}

// congruent makes of a ≡ b (mod n) that the remainder of a − b is 0.
func (s *sides) congruent(i, j int) (l, r *expr) {
	l, r = s.exprs[i], s.exprs[j]
	switch {
	case s.mod != nil:
		return binary(opModulo, binary(opSubtract, l, r), s.mod), number(0)
	case s.relations[j-1].sign == "≡" && r.op == opModulo && l.op != opModulo:
		return binary(opModulo, l, r.kids[1]), r
	}
	return l, r
}
