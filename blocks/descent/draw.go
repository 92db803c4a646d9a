package descent

import (
	"math"

	"weave/blocks"
)

// samples is how many pieces a curve has.
const samples = 200

// Curve shows a function from a to b and a walk on it: the places as points,
// joined along the way.
func Curve(f func(float64) float64, a, b float64, path []float64) blocks.Plot {
	way := blocks.Line{Thin: true, Color: 2}
	places := blocks.Points{Color: 2}
	for _, x := range path {
		if math.Abs(x) > 1e6 {
			break
		}
		way.X, way.Y = append(way.X, x), append(way.Y, f(x))
		places.X, places.Y = append(places.X, x), append(places.Y, f(x))
	}
	return blocks.Plot{
		X: blocks.Axis{Label: "$x$", Min: a, Max: b}, Y: blocks.Axis{Label: "$f(x)$"},
		Marks: []blocks.Mark{blocks.Function("", f, a, b, samples), way, places},
	}
}

// Arrows shows a function from a to b and the first steps of a walk as arrows
// between the places, each place with its value.
func Arrows(f func(float64) float64, a, b float64, path []float64, labels []string) blocks.Plot {
	places := blocks.Points{Color: 2, Labels: labels}
	p := blocks.Plot{
		X: blocks.Axis{Label: "$x$", Min: a, Max: b}, Y: blocks.Axis{Label: "$f(x)$"},
		Marks: []blocks.Mark{blocks.Function("", f, a, b, samples)},
	}
	for i, x := range path {
		places.X, places.Y = append(places.X, x), append(places.Y, f(x))
		if i > 0 {
			p.Marks = append(p.Marks, blocks.Arrow{X0: path[i-1], Y0: f(path[i-1]), X1: x, Y1: f(x), Color: 2})
		}
	}
	p.Marks = append(p.Marks, places)
	return p
}

// resolution is how many columns and rows contours are computed on.
const resolution = 80

// Map shows the contours of a function on a rectangle and a walk on it.
func Map(f func(p Point) float64, low, high Point, levels []float64, path []Point) blocks.Plot {
	c := blocks.Contours{X0: low.X, Y0: low.Y, X1: high.X, Y1: high.Y, Levels: levels}
	for r := range resolution + 1 {
		row := make(blocks.Floats, resolution+1)
		for k := range row {
			row[k] = f(Point{
				low.X + (high.X-low.X)*float64(k)/resolution,
				low.Y + (high.Y-low.Y)*float64(r)/resolution,
			})
		}
		c.Z = append(c.Z, row)
	}
	way, places := blocks.Line{Color: 2}, blocks.Points{Color: 2, R: 1.8}
	for _, p := range path {
		way.X, way.Y = append(way.X, p.X), append(way.Y, p.Y)
		places.X, places.Y = append(places.X, p.X), append(places.Y, p.Y)
	}
	return blocks.Plot{
		X:     blocks.Axis{Label: "$x$", Min: low.X, Max: high.X},
		Y:     blocks.Axis{Label: "$y$", Min: low.Y, Max: high.Y},
		Marks: []blocks.Mark{c, way, places},
	}
}

var (
	_ = blocks.Register("descent/curve", Curve)
	_ = blocks.Register("descent/arrows", Arrows)
	_ = blocks.Register("descent/map", Map)
)
