package activations

import (
	"math"
	"testing"

	"weave/blocks"
)

func TestValues(t *testing.T) {
	for _, c := range []struct {
		name string
		f    func(float64) float64
		z    float64
		want float64
	}{
		{"linear", Linear, -3, -3},
		{"sigmoid", Sigmoid, 0, 0.5},
		{"sigmoid", Sigmoid, 800, 1},
		{"sigmoid", Sigmoid, -800, 0},
		{"sigmoid", Sigmoid, math.Log(3), 0.75},
		{"sigmoid slope", SigmoidSlope, 0, 0.25},
		{"tanh slope", TanhSlope, 0, 1},
		{"relu", ReLU, -2, 0},
		{"relu", ReLU, 2, 2},
		{"relu slope", ReLUSlope, 0, 0},
		{"leaky relu", LeakyReLU, -2, -0.02},
		{"leaky relu", LeakyReLU, 2, 2},
		{"leaky slope", LeakyReLUSlope, 0, Leak},
	} {
		if got := c.f(c.z); !blocks.Near(got, c.want, 1e-15) {
			t.Errorf("%s(%g) = %g, want %g", c.name, c.z, got, c.want)
		}
	}
}

// The slopes are what central differences give, away from the kinks.
func TestSlopes(t *testing.T) {
	const h = 1e-5
	for _, c := range []struct {
		name     string
		f, slope func(float64) float64
	}{
		{"sigmoid", Sigmoid, SigmoidSlope},
		{"tanh", math.Tanh, TanhSlope},
		{"relu", ReLU, ReLUSlope},
		{"leaky relu", LeakyReLU, LeakyReLUSlope},
	} {
		for _, z := range []float64{-3, -0.5, 0.25, 2} {
			if d := (c.f(z+h) - c.f(z-h)) / (2 * h); !blocks.Near(c.slope(z), d, 1e-9) {
				t.Errorf("%s'(%g) = %g, differences say %g", c.name, z, c.slope(z), d)
			}
		}
	}
}

func TestSoftmax(t *testing.T) {
	for _, z := range [][]float64{{2, 1, 0.1}, {1000, 999, 998}, {-1000, 0}, {3}} {
		p, sum := Softmax(z), 0.0
		for _, v := range p {
			sum += v
		}
		if !blocks.Near(sum, 1, 1e-15) {
			t.Errorf("softmax(%v) = %v has the sum %g", z, p, sum)
		}
	}
	a, b := Softmax([]float64{2, 1, 0.1}), Softmax([]float64{1002, 1001, 1000.1})
	for i := range a {
		if !blocks.Near(a[i], b[i], 1e-12) {
			t.Errorf("shifted by 1000, %v becomes %v", a, b)
		}
	}
	if p := Softmax(nil); len(p) != 0 {
		t.Errorf("no scores: %v", p)
	}
}

// The curves of the probabilities have the sum 1 everywhere.
func TestProbabilities(t *testing.T) {
	curves := Probabilities([3]string{"a", "b", "c"}, 1, 0, -4, 4)
	if len(curves) != 3 {
		t.Fatal(len(curves), "curves")
	}
	one := curves[0].(blocks.Line)
	for i := range one.X {
		sum := one.Y[i] + curves[1].(blocks.Line).Y[i] + curves[2].(blocks.Line).Y[i]
		if !blocks.Near(sum, 1, 1e-12) {
			t.Errorf("at %g the sum is %g", one.X[i], sum)
		}
	}
}

func TestPanels(t *testing.T) {
	g := Panels()
	if len(g.Plots) != 6 || len(g.Titles) != 6 || g.Columns != 3 {
		t.Errorf("%d plots, %d titles, %d columns", len(g.Plots), len(g.Titles), g.Columns)
	}
}
