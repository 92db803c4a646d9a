package activations

import (
	"math"

	"weave/blocks"
	"weave/blocks/wording"
)

// samples is how many pieces a curve has; even, so that kinks at 0 are sharp.
const samples = 200

// Panels shows the activation functions side by side, in two rows of three.
// Softmax depends on all scores: it is shown as the probabilities of three
// classes while the first score moves and the others are 1 and 0.
func Panels() blocks.Grid {
	return blocks.Grid{
		Columns: 3,
		Plots: []blocks.Plot{
			panel(Linear, -4, 4), panel(Sigmoid, 0, 1), panel(math.Tanh, -1, 1),
			panel(ReLU, 0, 4), panel(LeakyReLU, 0, 4), softmaxPanel(1, 0),
		},
		Titles: []string{"(a) linear", wording.Of("(b) Sigmoid", "(b) sigmoid"), "(c) tanh", "(d) ReLU", wording.Of("(e) Leaky ReLU", "(e) leaky ReLU"), wording.Of("(f) Softmax", "(f) softmax")},
	}
}

// panel is one function from −4 to 4, the vertical axis a little beyond low and
// high.
func panel(f func(float64) float64, low, high float64) blocks.Plot {
	margin := (high - low) / 8
	return blocks.Plot{
		X:      blocks.Axis{Label: "$z$", Min: -4, Max: 4, Ticks: []float64{-4, -2, 0, 2, 4}},
		Y:      blocks.Axis{Min: low - margin, Max: high + margin, Ticks: []float64{low, (low + high) / 2, high}},
		Marks:  []blocks.Mark{blocks.Function("", f, -4, 4, samples)},
		Aspect: 0.8,
	}
}

// softmaxPanel shows the probabilities of three classes over the first score.
func softmaxPanel(z2, z3 float64) blocks.Plot {
	p := panel(Linear, 0, 1)
	p.X.Label = "$z_1$"
	p.Marks = Probabilities([3]string{"$p_1$", "$p_2$", "$p_3$"}, z2, z3, -4, 4)
	return p
}

// Probabilities is the curves of the three probabilities of softmax while the
// first score goes from a to b and the others stay. The names are LaTeX.
func Probabilities(names [3]string, z2, z3, a, b float64) []blocks.Mark {
	var curves []blocks.Mark
	for i, name := range names {
		of := func(z1 float64) float64 { return Softmax([]float64{z1, z2, z3})[i] }
		curves = append(curves, blocks.Function(name, of, a, b, samples))
	}
	return curves
}

var (
	_ = blocks.Register("activations/panels", Panels)
	_ = blocks.Register("activations/probabilities", Probabilities)
)
