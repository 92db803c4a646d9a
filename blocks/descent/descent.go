// Package descent walks downhill: gradient descent in one and two dimensions,
// and its drawings.
package descent

import "weave/blocks"

// Walk is gradient descent in one dimension: the place at the start and after
// each of the steps, each the learning rate times the slope downhill.
func Walk(slope func(x float64) float64, start, rate float64, steps int) []float64 {
	path := []float64{start}
	for x := start; len(path) <= steps; {
		x -= rate * slope(x)
		path = append(path, x)
	}
	return path
}

// Point is a place on the plane.
type Point struct{ X, Y float64 }

// Walk2 is gradient descent in the plane with momentum: each step is the
// learning rate times the gradient, and a part of the step before. Without
// momentum it is plain descent.
func Walk2(gradient func(p Point) Point, start Point, rate, momentum float64, steps int) []Point {
	path := []Point{start}
	var v Point
	for p := start; len(path) <= steps; {
		g := gradient(p)
		v = Point{momentum*v.X - rate*g.X, momentum*v.Y - rate*g.Y}
		p = Point{p.X + v.X, p.Y + v.Y}
		path = append(path, p)
	}
	return path
}

var (
	_ = blocks.Register("descent/walk", Walk)
	_ = blocks.Register("descent/walk2", Walk2)
)
