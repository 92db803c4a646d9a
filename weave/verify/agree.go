package verify

import (
	"math"
	"strings"
)

// agree compares entry by entry under a relation.
func (f *formula) agree(a, b value, l, r *expr, sign string, e *evaluator, o *outcome) bool {
	if sign == "≠" {
		return !f.agree(a, b, l, r, "=", e, o)
	}
	for i := range a.cells {
		x, y := a.cells[i][0], b.cells[i][0]
		size := max(math.Abs(x), math.Abs(y))
		tol := max(1e-8*size+1e-13+1e-11*e.largest, e.slack, f.tol)
		printed := -1.0
		if i < len(o.approximate) {
			printed = o.approximate[i] * (1 + 1e-6)
		}
		if !agrees(x, y, tol, l, r, sign, printed) {
			return false
		}
		if size > 0 && sign == "=" {
			o.deviation = max(o.deviation, math.Abs(x-y)/size)
		}
	}
	return true
}

// agrees decides one pair of numbers. A printed decimal must be the correct
// rounding at its digits.
func agrees(x, y, tol float64, l, r *expr, sign string, approximate float64) bool {
	d := math.Abs(x - y)
	switch sign {
	case "=", "≡", "≔":
		for _, side := range []*expr{l, r} {
			if p, ok := precision(side); ok && side.printedDecimals() {
				tol = max(tol, p*(1+1e-6))
			}
		}
		return d <= tol
	case "≈", "≃", "≐":
		pl, okl := precision(l)
		pr, okr := precision(r)
		if okl || okr {
			return d <= max(pl, pr)*(1+1e-6)+tol
		}
		if approximate >= 0 {
			return d <= approximate+tol
		}
		return d <= 0.01*max(math.Abs(x), math.Abs(y))
	case "≤", "⩽":
		return x <= y+tol
	case "≥", "⩾":
		return x >= y-tol
	}
	return orders[sign](x, y)
}

// unitFactor is how many of the SI a unit, or a product of units, is.
func unitFactor(x *expr) (float64, bool) {
	switch x.op {
	case opUnit:
		return x.num, true
	case opPower:
		u, ok := unitFactor(x.kids[0])
		n := x.kids[1]
		if n.op == opNegate {
			return math.Pow(u, -n.kids[0].num), ok && n.kids[0].op == opNumber
		}
		return math.Pow(u, n.num), ok && n.op == opNumber
	case opMultiply, opDivide:
		u, ok := unitFactor(x.kids[0])
		v, okv := unitFactor(x.kids[1])
		if x.op == opDivide {
			v = 1 / v
		}
		return u * v, ok && okv
	}
	return 0, false
}

// precision is half a unit of the last digit of a side that is a printed
// number or a matrix of such.
func precision(x *expr) (float64, bool) {
	switch x.op {
	case opNumber:
		if strings.HasSuffix(x.name, "…") {
			return math.Pow(10, -float64(x.decimals)), true
		}
		return 0.5 * math.Pow(10, -float64(x.decimals)), true
	case opNegate:
		return precision(x.kids[0])
	case opMultiply, opDivide:
		if u, ok := unitFactor(x.kids[1]); ok {
			p, ok := precision(x.kids[0])
			if x.op == opDivide {
				u = 1 / u
			}
			return p * u, ok
		}
	}
	switch x.op {
	case opDivide:
		if p, ok := precision(x.kids[0]); ok && x.name == "%" {
			return p / 100, true
		}
	case opMultiply:
		p, ok := precision(x.kids[0])
		if k := x.kids[1]; ok && k.op == opPower && k.kids[0].op == opNumber && k.kids[0].num == 10 && !k.symbolic() {
			n := k.kids[1]
			if n.op == opNegate {
				return p * math.Pow(10, -n.kids[0].num), true
			}
			return p * math.Pow(10, n.num), true
		}
	case opMatrix:
		worst := 0.0
		for _, k := range x.kids {
			p, ok := precision(k)
			if !ok {
				return 0, false
			}
			worst = max(worst, p)
		}
		return worst, true
	}
	return 0, false
}
