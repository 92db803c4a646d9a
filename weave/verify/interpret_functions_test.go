package verify

import "math"

// Functions that TestInterpreter runs and goes through.

func goNewton(a float64) float64 {
	x := a
	for math.Abs(x*x-a) > 1e-14*a {
		x = (x + a/x) / 2
	}
	return x
}

func goHorner(x float64) float64 {
	s, c := 0.0, []float64{3, -1, 1.0 / 2}
	for i := len(c) - 1; i >= 0; i-- {
		s = s*x + c[i]
	}
	return s
}

func goWhole(x float64) float64 {
	n, s := 7, 0.0
	for i := range n {
		if i%2 == 0 {
			continue
		}
		s += float64(i/2) * x
		if s > 4 {
			break
		}
	}
	return s + float64(n/2)
}

func goMatrix(x float64) float64 {
	m := make([][]float64, 2)
	for i := range m {
		m[i] = make([]float64, 2)
		for j := range m[i] {
			m[i][j] = x * float64(i+2*j)
		}
	}
	m[0], m[1] = m[1], m[0]
	var t float64
	switch {
	case m[0][0] > 2:
		t = 1
	case m[0][0] > 1:
		t = 0.5
	default:
		t--
	}
	return t + m[0][1] - m[1][1]
}
