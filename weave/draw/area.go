package draw

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"
)

// area is the data's rectangle while it is painted: x0 to x1 and y0 (top) to y1
// in the frame's points, and the way from data to points.
type area struct {
	canvas         *canvas
	style          *FigureStyle
	plot           *plotter
	x0, y0, x1, y1 float64
	toX, toY       func(float64) vg.Length
	height         float64
	labels         []pointLabel
	maps           []Image // heat maps that are painted
}

// edge is how far, in points, a dot's centre may lie outside of the axes.
const edge = 0.5

// holds tells whether a point of the data is to be seen.
func (a *area) holds(p Point) bool {
	return p.X >= a.x0-edge && p.X <= a.x1+edge && p.Y >= a.y0-edge && p.Y <= a.y1+edge
}

func (pl *plotter) area(da vgdraw.Canvas, c *canvas) *area {
	x, y := pl.plot.Transforms(&da)
	h := c.frame.Height
	return &area{
		canvas: c, style: pl.style, plot: pl, toX: x, toY: y, height: h,
		x0: float64(da.Min.X), x1: float64(da.Max.X), y0: h - float64(da.Max.Y), y1: h - float64(da.Min.Y),
	}
}

// at converts a point of the data.
func (a *area) at(x, y float64) Point {
	return Point{float64(a.toX(x)), a.height - float64(a.toY(y))}
}

// paint draws grid, zero lines and marks.
func (pl *plotter) paint(da vgdraw.Canvas, c *canvas) {
	a := pl.area(da, c)
	a.grid()
	painted := len(c.frame.Items)
	for _, m := range pl.marks {
		m(a)
	}
	a.placeLabels(c.frame.Items[painted:])
}

// grid paints the lines behind the data; an axis that is hidden has none.
func (a *area) grid() {
	p := a.plot.plot
	line := func(from, to Point, value float64, log bool) {
		color, width := Grid, gridWidth
		if value == 0 && !log {
			color, width = Zero, zeroWidth
		}
		a.stroke([]Point{from, to}, color, Line{Width: width})
	}
	for _, t := range p.X.Tick.Marker.Ticks(p.X.Min, p.X.Max) {
		if t.Value > p.X.Min && t.Value <= p.X.Max {
			x := a.at(t.Value, p.Y.Min).X
			line(Point{x, a.y0}, Point{x, a.y1}, t.Value, a.plot.spec.X.Log)
		}
	}
	for _, t := range p.Y.Tick.Marker.Ticks(p.Y.Min, p.Y.Max) {
		if t.Value > p.Y.Min && t.Value <= p.Y.Max {
			y := a.at(p.X.Min, t.Value).Y
			line(Point{a.x0, y}, Point{a.x1, y}, t.Value, a.plot.spec.Y.Log)
		}
	}
}

// stroke paints a line through points.
func (a *area) stroke(points []Point, color Color, line Line) {
	if len(points) > 1 {
		a.canvas.add(Path{Segments: polyline(points, false), Stroke: color, Line: line})
	}
}

// fill paints a closed region.
func (a *area) fill(points []Point, color Color) {
	if len(points) > 2 {
		a.canvas.add(Path{Segments: polyline(points, true), Fill: color})
	}
}

// dot paints a disc with a fine light edge, which parts it from what is behind
// it, or a ring that hides that. On a heat map a disc is darker: its colour may
// be that of the map.
func (a *area) dot(at Point, r float64, color Color, open bool) {
	paper := Paper
	if a.onMap(at) {
		color, paper = color.printed(), paper.printed()
		if !open {
			color = color.darker()
		}
	}
	p := Path{Segments: circle(at, r), Fill: color, Stroke: paper, Line: Line{Width: 0.6}}
	if open {
		p = Path{Segments: circle(at, r), Fill: paper, Stroke: color, Line: Line{Width: 1.1}}
	}
	a.canvas.add(p)
}

// onMap tells whether a heat map is behind a point. Its colours are the same in
// dark mode, so what stands on it keeps those of the book.
func (a *area) onMap(at Point) bool {
	return slices.ContainsFunc(a.maps, func(m Image) bool {
		return at.X >= m.X && at.X <= m.X+m.W && at.Y >= m.Y && at.Y <= m.Y+m.H
	})
}

// polyline is a path through points.
func polyline(points []Point, closed bool) []Segment {
	out := make([]Segment, 0, len(points)+1)
	for i, p := range points {
		verb := To
		if i == 0 {
			verb = Move
		}
		out = append(out, Segment{verb, [3]Point{p}})
	}
	if closed {
		out = append(out, Segment{Verb: Close})
	}
	return out
}

// circle is a path of four cubic curves, within 0.03 % of the true circle.
func circle(c Point, r float64) []Segment { return ellipse(c.X, c.Y, r, r) }

// clip cuts a line through points to the rectangle; each piece that is left is
// a line of its own. Points that are no numbers interrupt it.
func (a *area) clip(points []Point) [][]Point {
	var out [][]Point
	var now []Point
	flush := func() {
		if len(now) > 1 {
			out = append(out, now)
		}
		now = nil
	}
	for i := 1; i < len(points); i++ {
		p, q, ok := a.clipSegment(points[i-1], points[i])
		if !ok {
			flush()
			continue
		}
		if len(now) == 0 || now[len(now)-1] != p {
			flush()
			now = append(now, p)
		}
		now = append(now, q)
		if q != points[i] {
			flush()
		}
	}
	flush()
	return out
}

// clipSegment is Liang and Barsky's.
func (a *area) clipSegment(p, q Point) (Point, Point, bool) {
	if !finite(p) || !finite(q) {
		return p, q, false
	}
	t0, t1 := 0.0, 1.0
	dx, dy := q.X-p.X, q.Y-p.Y
	for _, e := range [][2]float64{{-dx, p.X - a.x0}, {dx, a.x1 - p.X}, {-dy, p.Y - a.y0}, {dy, a.y1 - p.Y}} {
		switch d, r := e[0], e[1]; {
		case d == 0 && r < -1e-9:
			return p, q, false
		case d < 0:
			t0 = math.Max(t0, r/d)
		case d > 0:
			t1 = math.Min(t1, r/d)
		}
	}
	if t0 > t1 {
		return p, q, false
	}
	from, to := p, q
	if t0 > 0 {
		from = Point{p.X + t0*dx, p.Y + t0*dy}
	}
	if t1 < 1 {
		to = Point{p.X + t1*dx, p.Y + t1*dy}
	}
	return from, to, true
}

func finite(p Point) bool {
	return !math.IsNaN(p.X+p.Y) && !math.IsInf(p.X+p.Y, 0)
}

// clipPolygon is Sutherland and Hodgman's, for each side in turn.
func (a *area) clipPolygon(points []Point) []Point {
	sides := []func(Point) float64{
		func(p Point) float64 { return p.X - a.x0 }, func(p Point) float64 { return a.x1 - p.X },
		func(p Point) float64 { return p.Y - a.y0 }, func(p Point) float64 { return a.y1 - p.Y },
	}
	for _, inside := range sides {
		points = clipHalf(points, inside)
	}
	return points
}

// clipHalf keeps the part of a polygon where inside is not negative.
func clipHalf(points []Point, inside func(Point) float64) []Point {
	var out []Point
	for i, p := range points {
		q := points[(i+1)%len(points)]
		dp, dq := inside(p), inside(q)
		if dp >= 0 {
			out = append(out, p)
		}
		if (dp < 0) != (dq < 0) {
			t := dp / (dp - dq)
			out = append(out, Point{p.X + t*(q.X-p.X), p.Y + t*(q.Y-p.Y)})
		}
	}
	return out
}
