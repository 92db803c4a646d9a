// Package diffquot computes derivatives by numbers: difference quotients, their
// errors, and automatic differentiation with dual numbers.
package diffquot

import (
	"math"

	"weave/blocks"
)

// Forward is the forward difference quotient of f at x with the step h.
func Forward(f func(float64) float64, x, h float64) float64 {
	return (f(x+h) - f(x)) / h
}

// Central is the central difference quotient of f at x with the step h.
func Central(f func(float64) float64, x, h float64) float64 {
	return (f(x+h) - f(x-h)) / (2 * h)
}

// Quotient is one of Forward and Central.
type Quotient func(f func(float64) float64, x, h float64) float64

// Best is the step among 10^from, …, 10^to, four to a power of ten, at which
// a quotient is nearest to the derivative, and by how much it misses it there.
func Best(q Quotient, f func(float64) float64, x, slope float64, from, to int) (step, miss float64) {
	miss = math.Inf(1)
	for _, h := range Steps(from, to) {
		if d := math.Abs(q(f, x, h) - slope); d < miss {
			step, miss = h, d
		}
	}
	return step, miss
}

// Steps are the step sizes 10^from to 10^to, four to a power of ten.
func Steps(from, to int) []float64 {
	var out []float64
	for i := 4 * from; i <= 4*to; i++ {
		out = append(out, math.Pow(10, float64(i)/4))
	}
	return out
}

// floor stands for an error of 0 on a logarithmic axis.
const floor = 1e-16

// Errors is the curve of a quotient's error over the steps.
func Errors(name string, q Quotient, f func(float64) float64, x, slope float64, steps []float64) blocks.Line {
	l := blocks.Line{Name: name}
	for _, h := range steps {
		l.X = append(l.X, h)
		l.Y = append(l.Y, max(floor, math.Abs(q(f, x, h)-slope)))
	}
	return l
}

var (
	_ = blocks.Register("diffquot/forward", Forward)
	_ = blocks.Register("diffquot/central", Central)
	_ = blocks.Register("diffquot/best", Best)
	_ = blocks.Register("diffquot/steps", Steps)
	_ = blocks.Register("diffquot/errors", Errors)
)
