package descent

import (
	"math"
	"testing"

	"weave/blocks"
)

func double(x float64) float64 { return 2 * x }

func TestWalk(t *testing.T) {
	path := Walk(double, 5, 0.1, 30)
	if len(path) != 31 || path[0] != 5 || !blocks.Near(path[30], 0.006189700196426903, 1e-15) {
		t.Errorf("30 steps lead from %v to %v", path[0], path[len(path)-1])
	}
	if p := Walk(double, 5, 1, 3); p[1] != -5 || p[2] != 5 {
		t.Errorf("with rate 1 the walk does not swing: %v", p)
	}
	if p := Walk(double, 5, 0.1, 0); len(p) != 1 {
		t.Errorf("no steps: %v", p)
	}
}

// On a bowl ten times as steep in y, momentum reaches the bottom sooner.
func TestMomentum(t *testing.T) {
	bowl := func(p Point) Point { return Point{2 * p.X, 20 * p.Y} }
	far := func(momentum float64) float64 {
		path := Walk2(bowl, Point{-4, 1}, 0.05, momentum, 40)
		last := path[len(path)-1]
		return math.Hypot(last.X, last.Y)
	}
	if plain, fast := far(0), far(0.5); !(fast < plain/10) {
		t.Errorf("after 40 steps %g from the bottom, with momentum %g", plain, fast)
	}
}

// A walk that diverges ends the drawing's way, not the drawing.
func TestCurveOfDivergingWalk(t *testing.T) {
	p := Curve(func(x float64) float64 { return x * x }, -5, 5, Walk(double, 5, 2, 60))
	for _, m := range p.Marks {
		if l, ok := m.(blocks.Points); ok && (len(l.X) == 0 || len(l.X) > 30 || math.IsInf(l.Y[len(l.Y)-1], 0)) {
			t.Errorf("%d places are drawn", len(l.X))
		}
	}
}

// The map has the contours of the function on the rectangle, and the way on it.
func TestMap(t *testing.T) {
	bowl := func(p Point) float64 { return p.X*p.X + 10*p.Y*p.Y }
	p := Map(bowl, Point{-2, -1}, Point{2, 1}, []float64{1, 2}, []Point{{-1, 0.5}, {0, 0}})
	var contours, way bool
	for _, m := range p.Marks {
		switch m := m.(type) {
		case blocks.Contours:
			n := len(m.Z) - 1
			contours = m.Z[0][0] == bowl(Point{-2, -1}) && m.Z[n][n] == bowl(Point{2, 1}) && m.Z[0][n] == bowl(Point{2, -1})
		case blocks.Points:
			way = len(m.X) == 2 && m.X[0] == -1 && m.Y[0] == 0.5
		}
	}
	if !contours || !way {
		t.Errorf("contours %v, way %v", contours, way)
	}
}

func TestArrowsJoinThePlaces(t *testing.T) {
	square := func(x float64) float64 { return x * x }
	arrows := 0
	for _, m := range Arrows(square, -1, 1, []float64{1, 0.5, 0.25}, nil).Marks {
		if a, ok := m.(blocks.Arrow); ok {
			arrows++
			if a.Y0 != square(a.X0) || a.Y1 != square(a.X1) || a.X1 != a.X0/2 {
				t.Errorf("%+v", a)
			}
		}
	}
	if arrows != 2 {
		t.Errorf("%d arrows", arrows)
	}
}
