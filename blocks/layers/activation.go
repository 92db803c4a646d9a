package layers

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"weave/blocks"
	"weave/blocks/activations"
)

// Activation is what the neurons of a layer make of their sums. The zero value
// is Linear.
type Activation struct {
	of    func(z []float64) []float64 // of all sums of the layer; nil: linear
	slope func(a float64) float64     // derivative of each by its sum, where it has the value a; nil: 1
	joint bool                        // each output depends on all sums
}

// The activations that a layer can have.
var (
	Linear    = Activation{}
	Sigmoid   = Activation{of: each(activations.Sigmoid), slope: func(a float64) float64 { return a * (1 - a) }}
	Tanh      = Activation{of: each(math.Tanh), slope: func(a float64) float64 { return 1 - a*a }}
	ReLU      = Activation{of: each(activations.ReLU), slope: activations.ReLUSlope}
	LeakyReLU = Activation{of: each(activations.LeakyReLU), slope: activations.LeakyReLUSlope}
	Softmax   = Activation{of: activations.Softmax, joint: true}
)

// each applies a function to each sum for itself.
func each(f func(z float64) float64) func([]float64) []float64 {
	return func(z []float64) []float64 {
		a := make([]float64, len(z))
		for i, v := range z {
			a[i] = f(v)
		}
		return a
	}
}

// Of is the outputs for a layer's sums.
func (f Activation) Of(z *mat.VecDense) *mat.VecDense {
	if f.of == nil {
		return z
	}
	return mat.NewVecDense(z.Len(), f.of(z.RawVector().Data))
}

// Slopes is the derivative of each output by its own sum, from the outputs a.
// Softmax has none: each of its outputs depends on all sums.
func (f Activation) Slopes(a *mat.VecDense) *mat.VecDense {
	if f.joint {
		panic("layers: softmax has no slopes for single sums")
	}
	slopes := mat.NewVecDense(a.Len(), nil)
	for i := range a.Len() {
		slope := 1.0
		if f.slope != nil {
			slope = f.slope(a.AtVec(i))
		}
		slopes.SetVec(i, slope)
	}
	return slopes
}

// Joint tells whether each output depends on all sums, as with Softmax.
func (f Activation) Joint() bool { return f.joint }

var (
	_ = blocks.Register("layers/outputs", Activation.Of)
	_ = blocks.Register("layers/slopes", Activation.Slopes)
)
