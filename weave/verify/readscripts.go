package verify

import (
	"math"
	"strings"

	"weave/weave/tex"
)

// superscript applies the primes and the superscript of a token to x.
func (s *scan) superscript(x *expr, t *token) *expr {
	if t.primes > 0 {
		if t.sup != nil {
			giveUp("a prime and a power")
		}
		if x.any(func(y *expr) bool { return y.isName() && capital(y.name) }) {
			s.doubt["does ′ derive or transpose?"] = true
		}
		return &expr{op: opPrimed, num: float64(t.primes), kids: []*expr{x}}
	}
	if t.sup == nil {
		return x
	}
	up := flatten(t.sup)
	if len(up) == 0 {
		return x
	}
	if len(up) == 1 {
		switch u := &up[0]; {
		case u.is("T", "⊤", "⊺", "t") && !u.is("t"), (u.kind == tokenWord || u.kind == tokenText) && u.text == "T":
			return &expr{op: opTranspose, kids: []*expr{x}}
		case u.is("∘") && degrees(x):
			s.degreeSigns = true
			if s.degreeUnit {
				return x
			}
			return binary(opMultiply, x, number(math.Pi/180))
		case u.is("∗", "*", "†", "+", "‡", "∘", "⋆", "−", "⊥"):
			giveUp("superscript %s", u.text)
		}
	}
	for i := range up {
		if up[i].kind == tokenText || up[i].kind == tokenWord {
			giveUp("words in a superscript")
		}
	}
	if len(up) > 1 && up[0].is("(") && up[len(up)-1].is(")") && len(up) == 3 {
		giveUp("a superscript in brackets")
	}
	return binary(opPower, x, s.read(up))
}

// degrees tells what may have a degree sign.
func degrees(x *expr) bool {
	return x.op == opNumber || x.op == opNegate || x.op == opName && strings.Contains("θαβγφ", x.name)
}

// scripts reads a token with scripts.
func (s *scan) scripts(t *token) *expr {
	b := t.base
	switch {
	case b.kind == tokenSymbol && b.class == tex.Op, b.kind == tokenFunction && b.text == "lim":
		return s.bigOperator(t)
	case b.kind == tokenFunction:
		return s.functionWithScripts(t)
	case b.closes() || b.is("!"):
		giveUp("a bracket alone")
	case b.kind == tokenNumber:
		return s.numberPower(t)
	case b.kind == tokenUnit:
		s.i++
		return s.superscript(unitExpr(b), t)
	case b.is("e") && t.sub == nil && t.sup != nil && t.primes == 0 && !s.names.hasValue("e"):
		if up := flatten(t.sup); !(len(up) == 1 && up[0].is("T", "⊤")) {
			s.i++
			return s.tail(function("exp", s.read(up)))
		}
	case b.is("π") && t.sup != nil && piName(t.sup):
		giveUp("a superscript on π that may be a name")
	case b.is("∇"):
		giveUp("∇ with scripts")
	case b.is("d", "∂"):
		giveUp("a differential")
	}
	if name := nameOf(t); name != "" {
		s.i++
		return s.namedWithScripts(name, t)
	}
	return s.otherBase(t)
}

// piName: π^1 and π^j are names more often than powers.
func piName(sup tex.Node) bool {
	up := flatten(sup)
	return len(up) == 1 && (up[0].kind == tokenNumber && up[0].text == "1" || nameOf(&up[0]) != "" && !up[0].is("n", "k"))
}

func (s *scan) numberPower(t *token) *expr {
	s.i++
	if t.sub != nil {
		giveUp("a number with an index")
	}
	one := &scan{reading: s.reading, ts: []token{*t.base}}
	return s.superscript(one.number(), t)
}

func (s *scan) functionWithScripts(t *token) *expr {
	s.i++
	if isFunctionName(t.base.text) {
		return s.apply(t.base.text, t)
	}
	if name := nameOf(t); name != "" {
		return s.named(name, t)
	}
	giveUp("the operator %s", t.base.text)
	return nil
}

// otherBase reads scripts on a bracket, a matrix, a root.
func (s *scan) otherBase(t *token) *expr {
	one := &scan{reading: s.reading, ts: []token{*t.base}}
	x := one.factor()
	s.i++
	if t.sub != nil {
		giveUp("an index on a bracket")
	}
	return s.tail(s.superscript(x, t))
}

// namedWithScripts reads a name with a superscript, which may be part of the
// name: x^{(i)}, w^*.
func (s *scan) namedWithScripts(name string, t *token) *expr {
	if t.sup == nil || t.primes > 0 {
		return s.named(name, t)
	}
	up := flatten(t.sup)
	if partOfName(up) {
		return s.named(name+"^"+indexText(t.sup), nil)
	}
	if !s.atBracket() {
		return s.named(name, t)
	}
	switch {
	case s.names.isFunction(name):
		if len(up) == 2 && up[0].minus() {
			giveUp("an inverse function")
		}
		s.doubt["power of a function"] = true
		return s.named(name, t)
	case strings.ContainsRune(functionLetters, []rune(name)[0]) && !s.names.hasValue(name):
		giveUp("the function %s is not defined", name)
	}
	return s.plainName(name, t)
}

func partOfName(up []token) bool {
	for i := range up {
		t := &up[i]
		if t.kind == tokenText || t.kind == tokenWord && t.text != "T" || t.is("*", "∗", "†", "+", "−") && len(up) == 1 {
			return true
		}
	}
	n := len(up)
	return n > 2 && up[0].is("(") && up[n-1].is(")") && n == 3 || n == 1 && up[0].parenthesised()
}
