package draw

import (
	"math"

	"weave/blocks"
)

// edge paints a line from one node to another, bent sideways if asked, with
// its label beside it. An edge whose nodes are missing is left out.
func (g *diagram) edge(e *blocks.Edge) {
	from, to := g.nodes[e.From], g.nodes[e.To]
	if from == nil || to == nil {
		return
	}
	l := lookOf(e.State)
	mid := Point{(from.at.X + to.at.X) / 2, (from.at.Y + to.at.Y) / 2}
	dx, dy := to.at.X-from.at.X, to.at.Y-from.at.Y
	n := math.Max(math.Hypot(dx, dy), 1e-9)
	bend := 2 * e.Bend * g.unit // the curve reaches half as far as its control point
	control := Point{mid.X + dy/n*bend, mid.Y - dx/n*bend}
	a, b := from.border(control, 0), to.border(control, 1)
	end := b
	if !e.Plain {
		size := headSize(l.width)
		back := math.Max(math.Hypot(control.X-b.X, control.Y-b.Y), 1e-9)
		end = Point{b.X + (control.X-b.X)/back*size*0.7, b.Y + (control.Y-b.Y)/back*size*0.7}
		g.items = append(g.items, Path{Segments: polyline(arrowHead(control, b, size), true), Fill: l.line})
	}
	g.items = append(g.items, Path{Segments: quadratic(a, control, end), Stroke: l.line, Line: Line{Width: l.width}})
	g.cover(math.Min(a.X, b.X), math.Min(a.Y, b.Y), math.Max(a.X, b.X), math.Max(a.Y, b.Y))
	g.edgeLabel(e, a, control, b, l)
}

// quadratic is one curve with a single control point.
func quadratic(a, q, b Point) []Segment {
	third := func(p Point) Point { return Point{p.X + (q.X-p.X)*2/3, p.Y + (q.Y-p.Y)*2/3} }
	return []Segment{{Move, [3]Point{a}}, {Curve, [3]Point{third(a), third(b), b}}}
}

// edgeLabel stands on the line, which is interrupted behind it.
func (g *diagram) edgeLabel(e *blocks.Edge, a, q, b Point, l look) {
	if e.Label == "" {
		return
	}
	t := e.At
	if t == 0 {
		t = 0.5
	}
	u := 1 - t
	at := Point{u*u*a.X + 2*u*t*q.X + t*t*b.X, u*u*a.Y + 2*u*t*q.Y + t*t*b.Y}
	f := g.style.Label(e.Label, Label{Size: labelSize, Color: l.text})
	x, y := at.X-f.Width/2, at.Y-f.Height/2
	const air = 1.5
	g.items = append(g.items,
		Path{Segments: polyline([]Point{{x - air, y - air/2}, {x + f.Width + air, y - air/2}, {x + f.Width + air, y + f.Height + air/2}, {x - air, y + f.Height + air/2}}, true), Fill: Paper},
		Group{X: x, Y: y, Frame: f})
	g.cover(x-air, y-air, x+f.Width+air, y+f.Height+air)
}
