package perceptron

import "weave/blocks"

// cornerR is the radius of a corner's dot in points, large enough to tell discs
// from rings at a glance.
const cornerR = 4

// Plane shows a neuron with two inputs in the plane of its inputs: the line on
// which its sum is 0, the half-plane in which it fires, and the four corners,
// filled where the wanted output is 1.
func Plane(p Perceptron, wanted [4]float64) blocks.Plot {
	w1, w2 := p.Weights[0], p.Weights[1]
	plot := empty(wanted)
	area := blocks.HalfPlane{A: w1, B: w2, C: -p.Bias, Color: 1}
	line := blocks.Rule{A: w1, B: w2, C: -p.Bias, Color: 1}
	plot.Marks = append([]blocks.Mark{area, line}, plot.Marks...)
	return plot
}

// empty is the plane with the four corners only.
func empty(wanted [4]float64) blocks.Plot {
	var on, off blocks.Points
	for i, c := range Corners {
		if wanted[i] == 1 {
			on.X, on.Y = append(on.X, c[0]), append(on.Y, c[1])
		} else {
			off.X, off.Y = append(off.X, c[0]), append(off.Y, c[1])
		}
	}
	on.Color, off.Color, off.Open = 2, 2, true
	on.R, off.R = cornerR, cornerR
	ticks := []float64{0, 1}
	return blocks.Plot{
		X:     blocks.Axis{Label: "$x_1$", Min: -0.5, Max: 1.5, Ticks: ticks},
		Y:     blocks.Axis{Label: "$x_2$", Min: -0.5, Max: 1.5, Ticks: ticks},
		Equal: true,
		Marks: []blocks.Mark{on, off},
	}
}

var _ = blocks.Register("perceptron/plane", Plane)
