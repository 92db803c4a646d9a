// Package smallnet is the net of the chapter on backpropagation: two inputs,
// two linear hidden neurons, two sigmoid outputs, twelve parameters.
package smallnet

import (
	"weave/blocks"
	"weave/blocks/activations"
)

// Net is the net's parameters. W1, W2 lead to hidden neuron 1, W3, W4 to 2; W5,
// W6 to output neuron 3, W7, W8 to 4. Each neuron has its own bias.
type Net struct {
	W1, W2, W3, W4, W5, W6, W7, W8 float64
	B1, B2, B3, B4                 float64
}

// Example are two inputs and the outputs that are wanted for them.
type Example struct{ X1, X2, T1, T2 float64 }

// Start is the net that the chapter begins with.
var Start = Net{
	W1: 0.75, W2: 0.55, W3: 0.05, W4: 0.05, W5: 0.05, W6: 0.015, W7: 0.85, W8: 0.95,
	B1: 0.25, B2: 0.15, B3: 0.15, B4: 0.25,
}

// Only is the example of the chapter.
var Only = Example{X1: 0.85, X2: 0.5, T1: 0.01, T2: 0.99}

// Values are what the net computes on its way forward: the sum Z and the
// activation A of each neuron.
type Values struct{ Z1, A1, Z2, A2, Z3, A3, Z4, A4 float64 }

// Forward computes the net for an example.
func (n Net) Forward(e Example) (v Values) {
	v.Z1 = n.W1*e.X1 + n.W2*e.X2 + n.B1
	v.Z2 = n.W3*e.X1 + n.W4*e.X2 + n.B2
	v.A1, v.A2 = v.Z1, v.Z2
	v.Z3 = n.W5*v.A1 + n.W6*v.A2 + n.B3
	v.Z4 = n.W7*v.A1 + n.W8*v.A2 + n.B4
	v.A3, v.A4 = activations.Sigmoid(v.Z3), activations.Sigmoid(v.Z4)
	return v
}

// Error is half the sum of the squared differences between outputs and targets.
func (n Net) Error(e Example) float64 {
	v := n.Forward(e)
	d1, d2 := v.A3-e.T1, v.A4-e.T2
	return 0.5*d1*d1 + 0.5*d2*d2
}

// Gradient is the derivative of Error for each parameter, by backpropagation.
func (n Net) Gradient(e Example) (g Net) {
	v := n.Forward(e)
	d3 := (v.A3 - e.T1) * v.A3 * (1 - v.A3)
	d4 := (v.A4 - e.T2) * v.A4 * (1 - v.A4)
	g.W5, g.W6, g.B3 = d3*v.A1, d3*v.A2, d3
	g.W7, g.W8, g.B4 = d4*v.A1, d4*v.A2, d4
	d1 := d3*n.W5 + d4*n.W7
	d2 := d3*n.W6 + d4*n.W8
	g.W1, g.W2, g.B1 = d1*e.X1, d1*e.X2, d1
	g.W3, g.W4, g.B2 = d2*e.X1, d2*e.X2, d2
	return g
}

// Step is the net after one step of gradient descent.
func (n Net) Step(g Net, rate float64) Net {
	for i, p := range n.params() {
		*p.value -= rate * *g.params()[i].value
	}
	return n
}

// param is a parameter with its symbol in LaTeX.
type param struct {
	symbol string
	value  *float64
}

func (n *Net) params() []param {
	return []param{
		{"w_1", &n.W1}, {"w_2", &n.W2}, {"w_3", &n.W3}, {"w_4", &n.W4},
		{"w_5", &n.W5}, {"w_6", &n.W6}, {"w_7", &n.W7}, {"w_8", &n.W8},
		{"b_1", &n.B1}, {"b_2", &n.B2}, {"b_3", &n.B3}, {"b_4", &n.B4},
	}
}

var (
	_ = blocks.Register("smallnet/forward", Net.Forward)
	_ = blocks.Register("smallnet/error", Net.Error)
	_ = blocks.Register("smallnet/gradient", Net.Gradient)
	_ = blocks.Register("smallnet/step", Net.Step)
)
