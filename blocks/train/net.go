// Package train trains nets of layers: the error, backpropagation, steps of
// gradient descent over mini-batches.
package train

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"

	"weave/blocks"
	"weave/blocks/layers"
)

// Net is a net of layers that can be trained.
type Net struct{ layers.Net }

// New makes a net with the given sizes, the inputs first. Its weights are
// normally distributed with variance 1/inputs of their layer, its biases 0; the
// same seed gives the same net.
func New(seed uint64, hidden, last layers.Activation, sizes ...int) *Net {
	rng := rand.New(rand.NewPCG(seed, 1))
	n := &Net{}
	for l := 1; l < len(sizes); l++ {
		neurons, inputs := sizes[l], sizes[l-1]
		draw := layers.Normal(1 / math.Sqrt(float64(inputs)))
		layer := layers.Layer{
			W: mat.NewDense(neurons, inputs, layers.Numbers(rng, draw, neurons*inputs)),
			B: mat.NewVecDense(neurons, nil),
			F: hidden,
		}
		if l == len(sizes)-1 {
			layer.F = last
		}
		n.Net = append(n.Net, layer)
	}
	return n
}

// Forward returns the outputs for some inputs.
func (n *Net) Forward(x []float64) []float64 {
	all := layers.Forward(n.Net, mat.NewVecDense(len(x), x))
	return all[len(all)-1].RawVector().Data
}

// softmax tells whether the outputs are probabilities that belong together:
// then the error is the cross-entropy.
func (n *Net) softmax() bool { return n.Net[len(n.Net)-1].F.Joint() }

var (
	_ = blocks.Register("train/new", New)
	_ = blocks.Register("train/forward", (*Net).Forward)
)
