package verify

import "math"

// levinTerms is how many terms of a slow series are used.
const levinTerms = 24

// slowSum is the sum of a series whose terms vanish slowly, by Levin's
// u-transform; ok is false where it has no clear value.
// Source: D. Levin, Int. J. Comput. Math. 3 (1973) 371.
func slowSum(term func(k int) float64) (sum float64, ok bool) {
	if a, b := math.Abs(term(400)), math.Abs(term(20)); !(a < 0.5*b) {
		return 0, false
	}
	var partial, terms []float64
	s := 0.0
	for k := range levinTerms {
		t := term(k)
		if t == 0 || math.IsNaN(t) || math.IsInf(t, 0) {
			return 0, false
		}
		s += t
		partial, terms = append(partial, s), append(terms, t)
	}
	last, steady := math.NaN(), 0
	for n := 8; n < levinTerms; n++ {
		now := levin(partial, terms, n)
		if steady++; !(math.Abs(now-last) < 1e-10*(1+math.Abs(now))) {
			steady = 0
		}
		if steady == 2 {
			return now, plausible(term, now)
		}
		last = now
	}
	return 0, false
}

// plausible holds an extrapolated sum against a long partial one: a divergent
// series may settle too.
func plausible(term func(k int) float64, sum float64) bool {
	s, near := 0.0, math.Inf(1)
	for k := range 2000 {
		s += term(k)
		if k == 200 {
			near = math.Abs(s - sum)
		}
	}
	return math.Abs(s-sum) < 0.7*near+1e-9*(1+math.Abs(sum))
}

func levin(partial, terms []float64, n int) float64 {
	var num, den float64
	binomial := 1.0
	for j := range n + 1 {
		w := binomial * math.Pow(float64(j+1)/float64(n+1), float64(n-1)) / (float64(j+1) * terms[j])
		if j%2 == 1 {
			w = -w
		}
		num += w * partial[j]
		den += w
		binomial *= float64(n-j) / float64(j+1)
	}
	return num / den
}

// doubleExponential integrates over (a, b), either of which may be infinite,
// also where the function has no value at the ends. It halves the step until
// two results agree; ok is false where they do not.
// Source: H. Takahasi, M. Mori, Publ. RIMS 9 (1974) 721.
func doubleExponential(f func(float64) float64, a, b float64) (sum float64, ok bool) {
	if math.IsInf(a, -1) && math.IsInf(b, 1) {
		left, ok1 := doubleExponential(f, a, 0)
		right, ok2 := doubleExponential(f, 0, b)
		return left + right, ok1 && ok2
	}
	at, weight := substitution(a, b)
	last := math.NaN()
	for h := 0.25; h > 0.01; h /= 2 {
		s := 0.0
		for k := -int(6 / h); k <= int(6/h); k++ {
			t := float64(k) * h
			x, w := at(t), weight(t)
			if w == 0 || math.IsInf(x, 0) || math.IsInf(w, 0) || x == a || x == b {
				continue
			}
			if y := f(x); !math.IsNaN(y) && !math.IsInf(y, 0) {
				s += y * w * h
			} else {
				return 0, false
			}
		}
		if math.Abs(s-last) < 1e-10*(1+math.Abs(s)) {
			return s, true
		}
		last = s
	}
	return 0, false
}

// substitution maps the line to (a, b) so that all derivatives vanish at its ends.
func substitution(a, b float64) (at, weight func(float64) float64) {
	u := func(t float64) float64 { return math.Pi / 2 * math.Sinh(t) }
	du := func(t float64) float64 { return math.Pi / 2 * math.Cosh(t) }
	switch {
	case math.IsInf(b, 1):
		return func(t float64) float64 { return a + math.Exp(u(t)) }, func(t float64) float64 { return math.Exp(u(t)) * du(t) }
	case math.IsInf(a, -1):
		return func(t float64) float64 { return b - math.Exp(u(t)) }, func(t float64) float64 { return math.Exp(u(t)) * du(t) }
	}
	half := (b - a) / 2
	return func(t float64) float64 { return a + half + half*math.Tanh(u(t)) }, func(t float64) float64 {
		c := math.Cosh(u(t))
		return half * du(t) / (c * c)
	}
}
