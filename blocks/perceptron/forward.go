package perceptron

import (
	"gonum.org/v1/gonum/mat"

	"weave/blocks"
)

// Layer computes the sums of a whole layer at once, W·x + b: row i of W holds
// the weights of neuron i.
func Layer(W *mat.Dense, x, b *mat.VecDense) *mat.VecDense {
	var z mat.VecDense
	z.MulVec(W, x)
	z.AddVec(&z, b)
	return &z
}

var _ = blocks.Register("perceptron/layer", Layer)
