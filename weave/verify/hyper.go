package verify

import "math"

// hyper is a hyper-dual number: a value with its derivatives. Index i is the
// coefficient of the product of those infinitesimals whose bit is set in i, so
// that higher and mixed derivatives come out exactly. The length is a power of
// two; a missing upper half is zero.
type hyper []float64

func dual(x float64) hyper { return hyper{x} }

// constant tells a number that depends on nothing derived by.
func (a hyper) constant() bool {
	for _, x := range a[1:] {
		if x != 0 {
			return false
		}
	}
	return true
}

func (a hyper) padded(n int) hyper {
	if len(a) >= n {
		return a
	}
	out := make(hyper, n)
	copy(out, a)
	return out
}

func sameLength(a, b hyper) (hyper, hyper) {
	n := max(len(a), len(b))
	return a.padded(n), b.padded(n)
}

func (a hyper) plus(b hyper) hyper {
	a, b = sameLength(a, b)
	out := make(hyper, len(a))
	for i := range a {
		out[i] = a[i] + b[i]
	}
	return out
}

func (a hyper) scaled(s float64) hyper {
	out := make(hyper, len(a))
	for i := range a {
		out[i] = a[i] * s
	}
	return out
}

func (a hyper) minus(b hyper) hyper { return a.plus(b.scaled(-1)) }

func joined(low, high hyper) hyper {
	return append(append(make(hyper, 0, len(low)+len(high)), low...), high...)
}

// times uses that the square of an infinitesimal is zero.
func (a hyper) times(b hyper) hyper {
	a, b = sameLength(a, b)
	if len(a) == 1 {
		return hyper{a[0] * b[0]}
	}
	h := len(a) / 2
	return joined(a[:h].times(b[:h]), a[:h].times(b[h:]).plus(a[h:].times(b[:h])))
}

// lift applies a function whose derivative is slope.
func (a hyper) lift(f func(float64) float64, slope func(hyper) hyper) hyper {
	if len(a) == 1 {
		return hyper{f(a[0])}
	}
	h := len(a) / 2
	low, high := a[:h], a[h:]
	zero := true
	for _, x := range high {
		zero = zero && x == 0
	}
	if zero {
		return joined(low.lift(f, slope), make(hyper, h))
	}
	return joined(low.lift(f, slope), high.times(slope(low)))
}

func (a hyper) inverse() hyper {
	return a.lift(func(x float64) float64 { return 1 / x }, func(p hyper) hyper {
		r := p.inverse()
		return r.times(r).scaled(-1)
	})
}

func (a hyper) over(b hyper) hyper {
	if len(a) == 1 && len(b) == 1 {
		return hyper{a[0] / b[0]}
	}
	return a.times(b.inverse())
}

func (a hyper) exp() hyper { return a.lift(math.Exp, hyper.exp) }

func (a hyper) ln() hyper { return a.lift(math.Log, hyper.inverse) }

// toThe is a constant power.
func (a hyper) toThe(n float64) hyper {
	if n == 0 {
		return dual(1)
	}
	return a.lift(func(x float64) float64 { return math.Pow(x, n) }, func(p hyper) hyper { return p.toThe(n - 1).scaled(n) })
}

func (a hyper) power(b hyper) hyper {
	if b.constant() {
		return a.toThe(b[0])
	}
	return b.times(a.ln()).exp()
}

func (a hyper) root() hyper { return a.toThe(0.5) }

func (a hyper) abs() hyper {
	if a[0] < 0 {
		return a.scaled(-1)
	}
	return a
}

func (a hyper) square() hyper { return a.times(a) }
