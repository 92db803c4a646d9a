package verify

import (
	"strings"

	"weave/weave/tex"
)

// fraction reads a fraction, a binomial or a derivative.
func (s *scan) fraction(t *token) *expr {
	n := t.node.(*tex.Fraction)
	s.i++
	if !n.Bar {
		if n.Left != '(' {
			giveUp("two lines without a bar")
		}
		return binary(opBinomial, s.node(n.Num), s.node(n.Den))
	}
	above, below := flatten(n.Num), flatten(n.Den)
	if len(above) > 0 && len(below) > 1 {
		a, order := differentialSign(&above[0])
		b, _ := differentialSign(&below[0])
		if a != "" && a == b {
			return s.derivative(a, order, above[1:], below)
		}
	}
	return &expr{op: opDivide, name: "frac", kids: []*expr{s.read(withUnits(above, true)), s.read(withUnits(below, true))}}
}

// symbolicOrder stands for an order that is no number.
const symbolicOrder = 99

// differentialSign is d or ∂ and its order, "" where a token is neither.
func differentialSign(t *token) (sign string, order int) {
	if t.is("d", "∂", "ⅆ") || t.kind == tokenWord && t.text == "d" {
		return strings.ReplaceAll(t.text, "ⅆ", "d"), 1
	}
	if t.kind == tokenScripts && t.sub == nil && t.sup != nil && t.base.is("d", "∂") {
		s := strings.TrimSpace(plainText(t.sup))
		if len(s) == 1 && s[0] >= '1' && s[0] <= '4' {
			return t.base.text, int(s[0] - '0')
		}
		return t.base.text, symbolicOrder
	}
	return "", 0
}

func (s *scan) derivative(sign string, order int, above, below []token) *expr {
	if order == symbolicOrder {
		giveUp("a derivative of symbolic order")
	}
	d := &expr{op: opDerivative, name: sign, vars: derivedBy(below)}
	if len(d.vars) != order {
		giveUp("the order of the derivative")
	}
	if len(above) == 0 {
		d.kids = []*expr{s.operand()}
		return d
	}
	d.kids = []*expr{s.read(above)}
	if k := d.kids[0]; k.isName() && s.atBracket() {
		switch {
		case s.names.isFunction(k.name):
			d.kids[0] = s.call(k.name, nil)
		case !s.names.hasValue(k.name):
			giveUp("the function %s is not defined", k.name)
		}
	}
	return d
}

// derivedBy reads ∂x ∂y², the variables below.
func derivedBy(below []token) []string {
	var vars []string
	for i := 0; i < len(below); i += 2 {
		sign, order := differentialSign(&below[i])
		if sign == "" || order != 1 || i+1 >= len(below) {
			giveUp("the denominator of a derivative")
		}
		v, times := below[i+1], 1
		if v.kind == tokenScripts && v.sup != nil {
			up := strings.TrimSpace(plainText(v.sup))
			if len(up) == 1 && up[0] >= '1' && up[0] <= '9' {
				times = int(up[0] - '0')
			} else if !partOfName(flatten(v.sup)) {
				giveUp("the denominator of a derivative")
			} else {
				giveUp("a derivative by a name with a superscript")
			}
			v.sup = nil
		}
		name := nameOf(&v)
		if name == "" {
			giveUp("the denominator of a derivative")
		}
		for range times {
			vars = append(vars, name)
		}
	}
	return vars
}

// operand reads what d/dx is applied to: a bracket alone, else all factors.
func (s *scan) operand() *expr {
	t := s.peek()
	if s.atEnd(t) {
		giveUp("d/dx without what is derived")
	}
	bracket := t.is("(", "[") || t.kind == tokenFenced || t.kind == tokenScripts && t.base.kind == tokenFenced
	x := s.factor()
	if bracket {
		if next := s.peek(); !s.atEnd(next) && !(next.kind == tokenSymbol && next.class == tex.Bin) {
			s.doubt["how far does d/dx reach?"] = true
		}
		return x
	}
	for {
		t := s.peek()
		switch {
		case s.atEnd(t):
			return x
		case t.multiplies():
			s.doubt["how far does d/dx reach?"] = true
			return x
		case t.divides():
			s.i++
			x = binary(opDivide, x, s.factor())
		default:
			x = binary(opMultiply, x, s.factor())
			s.doubt["how far does d/dx reach?"] = true
		}
	}
}
