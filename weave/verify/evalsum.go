package verify

import (
	"math"
	"slices"
)

// with runs f while a name has a value of its own.
func (e *evaluator) with(name string, f func(set func(value))) {
	old, had := e.local[name]
	defer func() {
		if had {
			e.local[name] = old
		} else {
			delete(e.local, name)
		}
	}()
	f(func(v value) { e.local[name] = v })
}

// overIndex is a sum or product.
func (e *evaluator) overIndex(x *expr) value {
	body := x.kids[len(x.kids)-1]
	low, high := 1, 0
	if len(x.kids) == 1 {
		high = e.lengthOver(body, x.name)
	} else {
		a := e.eval(x.kids[0]).number()[0]
		if x.kids[1].op == opName && x.kids[1].name == "∞" {
			return e.infinite(x, a)
		}
		b := e.eval(x.kids[1]).number()[0]
		if a != math.Trunc(a) || b != math.Trunc(b) {
			return constantValue(math.NaN())
		}
		if b-a > maxTerms {
			giveUp("limit: a sum of more than %d terms", maxTerms)
		}
		low, high = int(a), int(b)
	}
	var out value
	e.with(x.name, func(set func(value)) {
		for k := low; k <= high; k++ {
			set(constantValue(float64(k)))
			out = e.joinTerm(x.op, out, e.eval(body))
		}
	})
	if out.cells != nil {
		return out
	}
	if x.op == opProduct {
		return constantValue(1)
	}
	return constantValue(0)
}

func (e *evaluator) joinTerm(op operation, all, term value) value {
	switch {
	case all.cells == nil:
		return term
	case op == opSum:
		return e.add(all, term, 1)
	}
	return multiply(all, term, "")
}

// lengthOver is how far a sum without bounds runs: over the vectors in it.
func (e *evaluator) lengthOver(body *expr, index string) int {
	n := 0
	body.walk(func(y *expr) {
		if y.op == opIndex && len(y.kids) == 1 && y.kids[0].op == opName && y.kids[0].name == index {
			if v, ok := e.vector(y.vars[0]); ok {
				n = len(v.cells)
			}
		}
	})
	if n == 0 {
		e.doubt["a sum without bounds"] = true
		return vectorDimension
	}
	return n
}

// infinite adds until the terms vanish geometrically; a series that settles
// more slowly has no value here.
func (e *evaluator) infinite(x *expr, from float64) value {
	sum, quiet := hyper(nil), 0
	last, middle := 0.0, 0.0 // sizes of the term before and of an early one
	e.with(x.name, func(set func(value)) {
		for k := range maxQuick {
			set(constantValue(from + float64(k)))
			t := e.eval(x.kids[2]).number()
			switch {
			case sum == nil:
				sum = t
			case x.op == opSum:
				sum = sum.plus(t)
			default:
				giveUp("an infinite product")
			}
			size := math.Abs(t[0])
			e.largest = max(e.largest, size)
			if abrupt := k > 50 && size == 0 && last > 1e-14*(1+math.Abs(sum[0])); abrupt || k == 64 && size >= middle && size > 0 {
				break // an overflow, or terms that grow
			}
			if k == 32 {
				middle = size
			}
			last = size
			if quiet++; math.Abs(t[0]) > 1e-17*max(1, math.Abs(sum[0])) {
				quiet = 0
			}
			if quiet >= 8 {
				return
			}
		}
		sum = e.slow(x, from, set)
	})
	return scalar(sum)
}

// maxQuick is how many terms of an infinite sum are added before it is taken
// for a slow one.
const maxQuick = 400

// slow sums a series whose terms vanish slowly.
func (e *evaluator) slow(x *expr, from float64, set func(value)) hyper {
	if e.order > 0 {
		if len(e.sampled) > 0 {
			return dual(math.NaN())
		}
		giveUp("the derivative of a slow infinite sum")
	}
	sum, ok := slowSum(func(k int) float64 {
		set(constantValue(from + float64(k)))
		return e.eval(x.kids[2]).number()[0]
	})
	switch {
	case !ok && len(e.sampled) > 0:
		return dual(math.NaN()) // it may settle for other values
	case !ok:
		giveUp("the infinite sum does not settle")
	}
	e.slack = max(e.slack, 1e-8*(1+math.Abs(sum)))
	return dual(sum)
}

// approach is the sequence on which a limit is approached, as h goes to 0.
func (e *evaluator) approach(x *expr) func(h float64) float64 {
	switch infiniteSide(x.kids[0]) {
	case 1:
		return func(h float64) float64 { return 1 / h }
	case -1:
		return func(h float64) float64 { return -1 / h }
	}
	c := e.eval(x.kids[0]).number()[0]
	if len(x.vars) > 0 && x.vars[0] == "−" {
		return func(h float64) float64 { return c - h }
	}
	return func(h float64) float64 { return c + h }
}

// limit approaches on a sequence and extrapolates to its end.
func (e *evaluator) limit(x *expr) value {
	at := e.approach(x)
	var out float64
	e.with(x.name, func(set func(value)) {
		f := func(h float64) float64 {
			set(constantValue(at(h)))
			return e.eval(x.kids[1]).number()[0]
		}
		if vanishes(f) {
			return
		}
		out = e.settle(f)
	})
	e.slack = max(e.slack, 1e-6*(1+math.Abs(out)))
	return constantValue(out)
}

// vanishes tells what goes to 0 faster than any power: n!/3^(n²).
func vanishes(f func(h float64) float64) bool {
	last := math.Inf(1)
	for _, n := range []float64{20, 25, 30, 35} {
		y := math.Abs(f(1 / n))
		if !(y < 0.9*last) && y != 0 {
			return false
		}
		last = y
	}
	return last < 1e-12
}

// settle extrapolates f(1/2), f(1/4), … to 0 by Neville's scheme.
func (e *evaluator) settle(f func(h float64) float64) float64 {
	var column []float64
	last := math.NaN()
	for k := 1; k <= 16; k++ {
		h := math.Pow(2, -float64(k))
		column = append(column, f(h))
		for j := len(column) - 2; j >= 0; j-- {
			r := math.Pow(2, float64(len(column)-1-j))
			column[j] = column[j+1] + (column[j+1]-column[j])/(r-1)
		}
		if k > 4 && math.Abs(column[0]-last) < 1e-9*(1+math.Abs(last)) {
			e.confirmLimit(f, h, column[0])
			return column[0]
		}
		last = column[0]
	}
	giveUp("the limit does not settle numerically")
	return 0
}

// confirmLimit looks between the points of the sequence: (−1)ⁿ and sin(π/x) are
// steady at the powers of 2 only.
func (e *evaluator) confirmLimit(f func(h float64) float64, h, limit float64) {
	near := math.Abs(f(h) - limit)
	for _, between := range []float64{1 / (1/h + 1), h * 0.7331} {
		if d := math.Abs(f(between) - limit); !math.IsNaN(d) && d > 3*near+1e-6*(1+math.Abs(limit)) {
			giveUp("the limit does not settle numerically")
		}
	}
}

// gauss are the nodes and weights of the quadrature of order 10.
var gauss = [5][2]float64{
	{0.1488743389816312, 0.2955242247147529}, {0.4333953941292472, 0.2692667193099963}, {0.6794095682990244, 0.2190863625159820},
	{0.8650633666889845, 0.1494513491505806}, {0.9739065285171717, 0.0666713443086881},
}

// integral is a definite one, by quadrature.
func (e *evaluator) integral(x *expr) value {
	if e.order > 0 {
		giveUp("the derivative of an integral")
	}
	a, b := e.integralBound(x.kids[0]), e.integralBound(x.kids[1])
	sign := 1.0
	if a > b {
		a, b, sign = b, a, -1
	}
	var out float64
	ok := false
	e.with(x.name, func(set func(value)) {
		f := func(t float64) float64 {
			set(constantValue(t))
			return e.eval(x.kids[2]).number()[0]
		}
		if !math.IsInf(a, 0) && !math.IsInf(b, 0) {
			rough, points, parts := 0.0, cuts(a, b), 8
			if len(points) > 2 {
				parts = 2
			}
			for i := range len(points) - 1 {
				rough += quadrature(f, points[i], points[i+1], parts)
				out += quadrature(f, points[i], points[i+1], 2*parts)
			}
			ok = math.Abs(rough-out) <= 1e-9*(1+math.Abs(out))
		}
		if !ok {
			out, ok = doubleExponential(f, a, b)
		}
	})
	if !ok {
		giveUp("the integral does not settle")
	}
	e.slack = max(e.slack, 1e-8*(1+math.Abs(out)))
	return constantValue(sign * out)
}

// integralBound is a bound of an integral, which may be ∞ or −∞.
func (e *evaluator) integralBound(x *expr) float64 {
	if sign := infiniteSide(x); sign != 0 {
		return math.Inf(int(sign))
	}
	return e.eval(x).number()[0]
}

// wideInterval is from where on an interval is cut, so that what happens near 0 or
// an end of it is not missed.
const wideInterval = 16

// cuts are the ends of the parts of an interval.
func cuts(a, b float64) []float64 {
	points := []float64{a, b}
	for width := 1.0; b-a > wideInterval && width < b-a; width *= 8 {
		for _, x := range []float64{a + width, b - width, width, -width} {
			if x > a && x < b {
				points = append(points, x)
			}
		}
	}
	slices.Sort(points)
	return slices.Compact(points)
}

func quadrature(f func(float64) float64, a, b float64, parts int) float64 {
	s, h := 0.0, (b-a)/float64(parts)
	for i := range parts {
		middle := a + h*(float64(i)+0.5)
		for _, g := range gauss {
			s += g[1] * h / 2 * (f(middle+g[0]*h/2) + f(middle-g[0]*h/2))
		}
	}
	return s
}

// bar is [F]_a^b: by the only free name of F.
func (e *evaluator) bar(x *expr) value {
	by := ""
	x.kids[0].walk(func(y *expr) {
		if y.op != opName || y.name == "e" || y.name == "π" {
			return
		}
		if by != "" && by != y.name {
			giveUp("F at two bounds: by what?")
		}
		by = y.name
	})
	if by == "" {
		giveUp("F at two bounds: by what?")
	}
	var out value
	e.with(by, func(set func(value)) {
		set(e.evalOutside(by, x.kids[2]))
		high := e.eval(x.kids[0])
		set(e.evalOutside(by, x.kids[1]))
		out = e.add(high, e.eval(x.kids[0]), -1)
	})
	return out
}

// evalOutside evaluates a bound, in which the variable is not the bound one.
func (e *evaluator) evalOutside(name string, x *expr) value {
	v, had := e.local[name]
	delete(e.local, name)
	out := e.eval(x)
	if had {
		e.local[name] = v
	}
	return out
}
