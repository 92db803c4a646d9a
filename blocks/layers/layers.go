// Package layers builds nets from fully connected layers: weights drawn with a
// seed, the shapes of all parts, the way forward.
package layers

import (
	"fmt"
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"

	"weave/blocks"
	"weave/blocks/perceptron"
)

// Layer is a fully connected layer. Row i of W holds the weights of neuron i,
// so W is neurons × inputs, and B has one entry for each neuron.
type Layer struct {
	W *mat.Dense
	B *mat.VecDense
	F Activation
}

// Net is a net of layers, from the inputs to the outputs.
type Net []Layer

// Draw gives one number of a distribution.
type Draw func(rng *rand.Rand) float64

// Uniform draws from [−0.5, 0.5), all numbers alike.
func Uniform(rng *rand.Rand) float64 { return rng.Float64() - 0.5 }

// Normal draws from a normal distribution of mean 0 and the standard deviation
// sigma.
func Normal(sigma float64) Draw {
	return func(rng *rand.Rand) float64 { return sigma * rng.NormFloat64() }
}

// New builds a linear net for sizes[0] inputs with layers of sizes[1], … neurons.
// Layer by layer first the weights are drawn, row by row, then the biases. The
// same seed gives the same net.
func New(seed uint64, draw Draw, sizes ...int) Net {
	rng := rand.New(rand.NewPCG(seed, 0))
	var net Net
	for l := 1; l < len(sizes); l++ {
		neurons, inputs := sizes[l], sizes[l-1]
		net = append(net, Layer{
			W: mat.NewDense(neurons, inputs, Numbers(rng, draw, neurons*inputs)),
			B: mat.NewVecDense(neurons, Numbers(rng, draw, neurons)),
		})
	}
	return net
}

// Numbers draws n numbers.
func Numbers(rng *rand.Rand, draw Draw, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = draw(rng)
	}
	return out
}

// With is the same net with the given activations, one for each layer.
func (n Net) With(f ...Activation) Net {
	if len(f) != len(n) {
		panic(fmt.Sprintf("layers.With: %d activations for %d layers", len(f), len(n)))
	}
	out := make(Net, len(n))
	for l, layer := range n {
		layer.F = f[l]
		out[l] = layer
	}
	return out
}

// Forward computes all activations: the inputs first, then the outputs of each
// layer. It panics where x does not fit the first layer.
func Forward(net Net, x *mat.VecDense) []*mat.VecDense {
	all := []*mat.VecDense{x}
	for _, layer := range net {
		z := perceptron.Layer(layer.W, all[len(all)-1], layer.B)
		all = append(all, layer.F.Of(z))
	}
	return all
}

// Parameters is how many weights and biases the net has.
func (n Net) Parameters() int {
	count := 0
	for _, layer := range n {
		rows, cols := layer.W.Dims()
		count += rows*cols + layer.B.Len()
	}
	return count
}

var (
	_ = blocks.Register("layers/new", New)
	_ = blocks.Register("layers/numbers", Numbers)
	_ = blocks.Register("layers/with", Net.With)
	_ = blocks.Register("layers/forward", Forward)
	_ = blocks.Register("layers/parameters", Net.Parameters)
	_ = blocks.Register("layers/uniform", Uniform)
	_ = blocks.Register("layers/normal", Normal)
)
