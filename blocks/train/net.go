// Package train trains small nets: layers of any size, backpropagation, steps
// of gradient descent over mini-batches.
package train

import (
	"math"
	"math/rand/v2"

	"weave/blocks/activations"
)

// Activation is what a layer does with its sums.
type Activation int

const (
	Linear Activation = iota
	Tanh
	Sigmoid
	Softmax // only of the last layer, with the cross-entropy as error
)

// Layer has a row of weights and a bias for each neuron.
type Layer struct {
	W          [][]float64
	B          []float64
	Activation Activation
}

// Net is layers, from the inputs to the outputs.
type Net struct{ Layers []Layer }

// New makes a net with the given sizes, the inputs first. Its weights are
// normally distributed with variance 1/inputs of their layer, its biases 0; the
// same seed gives the same net.
func New(seed uint64, hidden, last Activation, sizes ...int) *Net {
	r := rand.New(rand.NewPCG(seed, 1))
	n := &Net{}
	for i := 1; i < len(sizes); i++ {
		l := Layer{B: make([]float64, sizes[i]), Activation: hidden}
		if i == len(sizes)-1 {
			l.Activation = last
		}
		for range sizes[i] {
			row := make([]float64, sizes[i-1])
			for k := range row {
				row[k] = r.NormFloat64() / math.Sqrt(float64(sizes[i-1]))
			}
			l.W = append(l.W, row)
		}
		n.Layers = append(n.Layers, l)
	}
	return n
}

// Forward returns the outputs for some inputs.
func (n *Net) Forward(x []float64) []float64 {
	all := n.forward(x)
	return all[len(all)-1]
}

// forward returns the inputs and the activations of every layer.
func (n *Net) forward(x []float64) [][]float64 {
	all := [][]float64{x}
	for _, l := range n.Layers {
		z := make([]float64, len(l.W))
		for i, row := range l.W {
			z[i] = l.B[i]
			for k, w := range row {
				z[i] += w * x[k]
			}
		}
		l.Activation.apply(z)
		x = z
		all = append(all, z)
	}
	return all
}

func (a Activation) apply(z []float64) {
	if a == Softmax {
		copy(z, activations.Softmax(z))
		return
	}
	for i, v := range z {
		switch a {
		case Tanh:
			z[i] = math.Tanh(v)
		case Sigmoid:
			z[i] = activations.Sigmoid(v)
		}
	}
}

// slope is the derivative of the activation where it has the value a. That of
// Softmax is part of Delta.
func (a Activation) slope(value float64) float64 {
	switch a {
	case Tanh:
		return 1 - value*value
	case Sigmoid:
		return value * (1 - value)
	}
	return 1
}
