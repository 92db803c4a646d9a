package nets

import (
	"weave/blocks"
	"weave/blocks/wording"
)

// Perceptron is the drawing of one neuron with its parts: inputs, weights,
// bias, weighted sum, activation and output.
func Perceptron() blocks.Diagram {
	d := blocks.Diagram{
		Nodes: []blocks.Node{
			{ID: "x1", X: 0, Y: 1.5, Label: "$x_1$"},
			{ID: "x2", X: 0, Y: 0.4, Label: "$x_2$"},
			{ID: "dots", X: 0, Y: -0.5, Label: "$\\vdots$", Form: blocks.Bare},
			{ID: "xn", X: 0, Y: -1.4, Label: "$x_n$"},
			{ID: "b", X: 3.3, Y: 1.7, Label: "$b$", Form: blocks.Box, R: 0.28, W: 0.34},
			{ID: "sum", X: 3.3, Y: 0, Label: "$\\sum$", R: 0.56, State: blocks.Done},
			{ID: "act", X: 5.8, Y: 0, Form: blocks.Bare, R: 0.6},
			{ID: "a", X: 8, Y: 0, Label: "$a$"},
		},
		Edges: []blocks.Edge{
			{From: "x1", To: "sum", Label: "$w_1$", At: 0.42},
			{From: "x2", To: "sum", Label: "$w_2$", At: 0.42},
			{From: "xn", To: "sum", Label: "$w_n$", At: 0.42},
			{From: "b", To: "sum"},
			{From: "sum", To: "act", Label: "$z$", At: 0.45},
			{From: "act", To: "a"},
		},
		Texts: []blocks.Note{
			caption(0, wording.Of("Eingaben", "inputs")), caption(1.5, wording.Of("Gewichte", "weights")), caption(3.3, wording.Of("Summe", "sum")),
			caption(5.8, wording.Of("Aktivierung", "activation")), caption(8, wording.Of("Ausgabe", "output")),
			{X: 3.66, Y: 1.7, Text: wording.Of("Bias", "bias"), Side: "right"},
			{X: 5.8, Y: 0.6, Text: "$H(z)$", Side: "above"},
		},
	}
	d.Shapes = append(d.Shapes, stepBox(5.8, 0)...)
	return d
}

var _ = blocks.Register("nets/perceptron", Perceptron)

// caption stands in the line under the drawing.
func caption(x float64, text string) blocks.Note {
	return blocks.Note{X: x, Y: -2, Text: text, Side: "below"}
}

// stepBox is a box around a point with a unit step in it.
func stepBox(x, y float64) []blocks.Shape {
	const r, jump = 0.6, 0.26
	return []blocks.Shape{
		{X: blocks.Floats{x - r, x + r, x + r, x - r}, Y: blocks.Floats{y - r, y - r, y + r, y + r}, Closed: true, Filled: true, Color: 1},
		{X: blocks.Floats{x - 0.42, x, x, x + 0.42}, Y: blocks.Floats{y - jump, y - jump, y + jump, y + jump}, Color: 2, Line: 1.5},
	}
}
