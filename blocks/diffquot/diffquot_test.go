package diffquot

import (
	"math"
	"testing"

	"weave/blocks"
)

func cube(x float64) float64 { return x * x * x }

func TestQuotients(t *testing.T) {
	if got := Forward(cube, 1, 0.5); got != 4.75 {
		t.Errorf("forward: %g", got)
	}
	if got := Central(cube, 1, 0.5); got != 3.25 {
		t.Errorf("central: %g", got)
	}
}

// The best steps are near the root and the cube root of the precision.
func TestBest(t *testing.T) {
	for _, c := range []struct {
		name      string
		q         Quotient
		low, high float64
	}{
		{"forward", Forward, 1e-9, 1e-7}, {"central", Central, 1e-6, 1e-4},
	} {
		step, miss := Best(c.q, math.Exp, 1, math.E, -14, 0)
		if step < c.low || step > c.high || miss > 1e-7 {
			t.Errorf("%s: step %g misses by %g", c.name, step, miss)
		}
	}
}

// An error of 0 does not leave the logarithmic axis.
func TestErrorsHaveAFloor(t *testing.T) {
	line := Errors("", Central, func(x float64) float64 { return x }, 0, 1, []float64{0.5, 0.25})
	if len(line.Y) != 2 || !(line.Y[0] > 0) {
		t.Errorf("got %v", line.Y)
	}
}

func TestDual(t *testing.T) {
	sigmoid := func(z Dual) Dual {
		return Div(Const(1), Add(Const(1), Exp(Mul(Const(-1), z))))
	}
	for _, x := range []float64{-2, 0, 0.5, 3} {
		d := Derivative(sigmoid, x)
		s := 1 / (1 + math.Exp(-x))
		if !blocks.Near(d.Value, s, 1e-15) || !blocks.Near(d.Slope, s*(1-s), 1e-15) {
			t.Errorf("at %g: %+v", x, d)
		}
	}
	square := Derivative(func(x Dual) Dual { return Mul(x, x) }, 3)
	if square != (Dual{9, 6}) {
		t.Errorf("x² at 3: %+v", square)
	}
}

func TestDualIsWrittenByHand(t *testing.T) {
	for d, want := range map[Dual]string{{9, 6}: "9 + 6ε", {0.4, -0.12}: "0.4 − 0.12ε"} {
		if got := d.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
