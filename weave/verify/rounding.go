package verify

import (
	"math"
)

// withinRounding: would the sides agree if each printed decimal were only the
// rounding of the true value?
func (f *formula) withinRounding(l, r *expr, o *outcome) bool {
	total, found := f.roundingSlack(l, r)
	if !found || len(total) != len(o.left.cells) {
		return false
	}
	for i, slack := range total {
		if !(math.Abs(o.left.cells[i][0]-o.right.cells[i][0]) <= slack*(1+1e-6)) {
			return false
		}
	}
	return true
}

// roundedDefinitions: the sides differ by little, and what stands for a name was
// given by rounded numbers.
func (f *formula) roundedDefinitions(o *outcome) bool {
	printed := false
	for name, from := range o.origins {
		if d := f.scope.definition(name, 0); from == fromDefinition && d != nil && d.body != nil {
			printed = printed || d.body.printedDecimals()
		}
	}
	for i := range o.left.cells {
		x, y := o.left.cells[i][0], o.right.cells[i][0]
		if !(math.Abs(x-y) <= 1e-3*max(math.Abs(x), math.Abs(y))) {
			return false
		}
	}
	return printed
}

// roundingSlack is by how much two sides may differ, entry by entry, because
// each printed decimal in them is rounded; found is false where there is none.
func (f *formula) roundingSlack(l, r *expr) (total []float64, found bool) {
	base := f.difference(l, r)
	if base == nil {
		return nil, false
	}
	total = make([]float64, len(base))
	least := 1
	if f.identity {
		least = max(1, resultDecimals(l, r)-1) // 0.5 beside 0.4621 is no rounding of anything
	}
	for side, x := range []*expr{l, r} {
		if p, ok := precision(x); ok {
			for k := range total {
				total[k] += p
			}
			continue
		}
		n := 0
		x.walk(func(*expr) { n++ })
		for i := range n {
			y := x.clone()
			part := nth(y, i)
			if part.op != opNumber || part.decimals < least {
				continue
			}
			part.num += 0.5 * math.Pow(10, -float64(part.decimals))
			pair := []*expr{l, r}
			pair[side] = y
			for k, d := range f.difference(pair[0], pair[1]) {
				found = true
				total[k] += math.Abs(d - base[k])
			}
		}
	}
	return total, found
}

// resultDecimals is how many decimals a printed side has, 0 where none is.
func resultDecimals(l, r *expr) int {
	most := 0
	for _, x := range []*expr{l, r} {
		if x.op == opNegate {
			x = x.kids[0]
		}
		if x.op == opNumber {
			most = max(most, x.decimals)
		}
	}
	return most
}

// difference is that of two sides, entry by entry, nil where they have no
// values of the same shape.
func (f *formula) difference(l, r *expr) (out []float64) {
	attempt(func() {
		e := newEvaluator(f.scope, mode{}, 1)
		a, b := e.eval(l), e.eval(r)
		if !a.sameShape(b) {
			return
		}
		for i := range a.cells {
			out = append(out, a.cells[i][0]-b.cells[i][0])
		}
	})
	return out
}

// nth is the part of an expression that walk visits so late.
func nth(x *expr, n int) *expr {
	var out *expr
	x.walk(func(y *expr) {
		if n == 0 {
			out = y
		}
		n--
	})
	return out
}

func estimate(l, r *expr, o *outcome) bool {
	if !o.left.isScalar() {
		return false
	}
	a, b := o.left.cells[0][0], o.right.cells[0][0]
	pl, okl := precision(l)
	pr, okr := precision(r)
	d := math.Abs(a - b)
	far := d > 2*max(pl, pr)*(1+1e-6)
	return far && (d < 0.1*max(1, math.Abs(a), math.Abs(b)) || l.has(opSum, opIntegral) || r.has(opSum, opIntegral) || !okl && !okr)
}

// percentMeant: 855/1200 · 100 = 71.3 %, where the % only names the unit.
func percentMeant(l, r *expr, values [2]float64) bool {
	percent := func(x *expr) bool { return x.op == opDivide && x.name == "%" }
	if values[0] == 0 || percent(l) == percent(r) {
		return false
	}
	ratio, printed := values[0]/values[1], r
	if percent(l) {
		ratio, printed = 1/ratio, l
	}
	slack := 0.0
	if p, ok := precision(printed); ok {
		slack = p / max(math.Abs(min(values[0], values[1])), p)
	}
	return math.Abs(ratio-100) < 1+100*slack
}

// farApart tells numbers between which a change of units may lie: seconds for
// minutes, bytes for kilobytes.
func farApart(a, b value) bool {
	if !a.isScalar() || !b.isScalar() || b.cells[0][0] == 0 {
		return false
	}
	ratio := a.cells[0][0] / b.cells[0][0]
	return ratio > 6.9 || ratio > 0 && ratio < 1/6.9
}
