// Package perceptron holds the artificial neuron with a step as its activation,
// what can be computed with one of them, and pictures of it.
package perceptron

import (
	"gonum.org/v1/gonum/floats"

	"weave/blocks"
)

// Heaviside is the unit step with H(0) = 1.
func Heaviside(x float64) float64 {
	if x < 0 {
		return 0
	}
	return 1
}

// Perceptron is one neuron: it fires where its weighted sum is not negative.
type Perceptron struct {
	Weights []float64
	Bias    float64
}

// Sum is the weighted sum of the inputs and the bias. It panics where there
// are not as many inputs as weights.
func (p Perceptron) Sum(inputs ...float64) float64 {
	return floats.Dot(p.Weights, inputs) + p.Bias
}

// Output is 1 where the neuron fires, else 0.
func (p Perceptron) Output(inputs ...float64) float64 {
	return Heaviside(p.Sum(inputs...))
}

// Corners are the four pairs of truth values in the order of truth tables.
var Corners = [4][2]float64{{0, 0}, {0, 1}, {1, 0}, {1, 1}}

// TruthTable shows sum and output of a neuron with two inputs for all truth
// values.
func TruthTable(p Perceptron) blocks.Table {
	t := blocks.Table{Head: []string{"$x_1$", "$x_2$", "$z$", "$a$"}}
	for _, c := range Corners {
		x1, x2 := c[0], c[1]
		t.Rows = append(t.Rows, []any{x1, x2, p.Sum(x1, x2), p.Output(x1, x2)})
	}
	return t
}

var (
	_ = blocks.Register("perceptron/heaviside", Heaviside)
	_ = blocks.Register("perceptron/sum", Perceptron.Sum)
	_ = blocks.Register("perceptron/output", Perceptron.Output)
	_ = blocks.Register("perceptron/truth-table", TruthTable)
)
