package draw

import (
	"math"

	"weave/blocks"
)

// shape paints a free line or area.
func (g *diagram) shape(s *blocks.Shape) {
	n := min(len(s.X), len(s.Y))
	if n < 2 {
		return
	}
	points := make([]Point, n)
	for i := range points {
		points[i] = g.point(s.X[i], s.Y[i])
		g.cover(points[i].X, points[i].Y, points[i].X, points[i].Y)
	}
	color := Ink
	if s.Color > 0 {
		color = curveColor(s.Color)
	}
	if s.State != blocks.Normal {
		color = lookOf(s.State).line
	}
	line := Line{Width: s.Line, Round: true}
	if line.Width == 0 {
		line.Width = 1
	}
	if s.Dashed {
		line.Dash = []float64{3, 2.2}
	}
	path := Path{Segments: polyline(points, s.Closed), Stroke: color, Line: line}
	if s.Smooth {
		path.Segments = smooth(points, s.Closed)
	}
	if s.Filled {
		path.Fill = color.Faint(0.12)
	}
	g.items = append(g.items, path)
	if s.Arrow && !s.Closed {
		g.items = append(g.items, Path{Segments: polyline(arrowHead(points[n-2], points[n-1], headSize(line.Width)), true), Fill: color})
	}
}

// smooth is a curve through points: a centripetal Catmull–Rom spline, which
// makes no loops, as cubic Béziers.
func smooth(p []Point, closed bool) []Segment {
	n := len(p)
	at := func(i int) Point {
		if closed {
			return p[(i+n)%n]
		}
		return p[max(0, min(i, n-1))]
	}
	out := []Segment{{Move, [3]Point{p[0]}}}
	last := n - 1
	if closed {
		last = n
	}
	for i := range last {
		c1, c2 := catmullRom(at(i-1), at(i), at(i+1), at(i+2))
		out = append(out, Segment{Curve, [3]Point{c1, c2, at(i + 1)}})
	}
	if closed {
		out = append(out, Segment{Verb: Close})
	}
	return out
}

// catmullRom gives the control points of the piece from b to c.
func catmullRom(a, b, c, d Point) (Point, Point) {
	root := func(p, q Point) float64 { return math.Sqrt(math.Hypot(q.X-p.X, q.Y-p.Y)) }
	d1, d2, d3 := root(a, b), root(b, c), root(c, d)
	first, second := b, c
	if d1 > 1e-9 && d2 > 1e-9 {
		w := 3 * d1 * (d1 + d2)
		first = Point{
			(d1*d1*c.X - d2*d2*a.X + (2*d1*d1+3*d1*d2+d2*d2)*b.X) / w,
			(d1*d1*c.Y - d2*d2*a.Y + (2*d1*d1+3*d1*d2+d2*d2)*b.Y) / w,
		}
	}
	if d3 > 1e-9 && d2 > 1e-9 {
		w := 3 * d3 * (d3 + d2)
		second = Point{
			(d3*d3*b.X - d2*d2*d.X + (2*d3*d3+3*d3*d2+d2*d2)*c.X) / w,
			(d3*d3*b.Y - d2*d2*d.Y + (2*d3*d3+3*d3*d2+d2*d2)*c.Y) / w,
		}
	}
	return first, second
}
