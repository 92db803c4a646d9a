// Package activations holds the activation functions of neurons with their
// derivatives, and pictures of them.
package activations

import (
	"math"

	"weave/blocks"
)

// Linear is the identity: the neuron's output is its sum.
func Linear(z float64) float64 { return z }

// Sigmoid is 1/(1+e^(-z)), in the open interval from 0 to 1, without overflow
// for any z.
func Sigmoid(z float64) float64 {
	if z < 0 {
		e := math.Exp(z)
		return e / (1 + e)
	}
	return 1 / (1 + math.Exp(-z))
}

// SigmoidSlope is the derivative of Sigmoid, S(z)·(1-S(z)).
func SigmoidSlope(z float64) float64 { return Sigmoid(z) * Sigmoid(-z) }

// TanhSlope is the derivative of the hyperbolic tangent, 1-tanh²(z).
func TanhSlope(z float64) float64 {
	t := math.Tanh(z)
	return 1 - t*t
}

// ReLU is z where z is positive, else 0.
func ReLU(z float64) float64 { return max(0, z) }

// ReLUSlope is the derivative of ReLU; at 0, where there is none, it is 0 by
// convention.
func ReLUSlope(z float64) float64 {
	if z > 0 {
		return 1
	}
	return 0
}

// Leak is the slope of LeakyReLU for negative z.
const Leak = 0.01

// LeakyReLU is z where z is positive, else Leak·z.
func LeakyReLU(z float64) float64 {
	if z > 0 {
		return z
	}
	return Leak * z
}

// LeakyReLUSlope is the derivative of LeakyReLU; at 0, where there is none, it
// is Leak by convention.
func LeakyReLUSlope(z float64) float64 {
	if z > 0 {
		return 1
	}
	return Leak
}

// Softmax makes scores to probabilities, e^z_i over the sum of all e^z_k. The
// largest score is taken off first, so that nothing overflows.
func Softmax(z []float64) []float64 {
	largest := math.Inf(-1)
	for _, v := range z {
		largest = max(largest, v)
	}
	p, sum := make([]float64, len(z)), 0.0
	for i, v := range z {
		p[i] = math.Exp(v - largest)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}

var (
	_ = blocks.Register("activations/sigmoid", Sigmoid)
	_ = blocks.Register("activations/relu", ReLU)
	_ = blocks.Register("activations/leaky-relu", LeakyReLU)
	_ = blocks.Register("activations/softmax", Softmax)
	_ = blocks.Register("activations/linear", Linear)
	_ = blocks.Register("activations/sigmoid-slope", SigmoidSlope)
	_ = blocks.Register("activations/tanh-slope", TanhSlope)
	_ = blocks.Register("activations/relu-slope", ReLUSlope)
	_ = blocks.Register("activations/leaky-relu-slope", LeakyReLUSlope)
)
