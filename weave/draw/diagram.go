package draw

import (
	"math"

	"weave/blocks"
)

// diagramUnit is how many points a unit of a diagram is, where it says nothing.
const diagramUnit = 40

// Diagram draws nodes, edges and shapes. It is as wide as its content needs,
// and scaled down where st.Width is less.
func Diagram(d *blocks.Diagram, st FigureStyle) *Frame {
	unit := d.Unit
	if unit == 0 {
		unit = diagramUnit
	}
	g := &diagram{spec: d, style: &st, unit: unit, nodes: map[string]*placed{}}
	f := g.draw()
	limit := st.Width
	if d.Width > 0 {
		limit *= d.Width
	}
	if f.Width <= limit {
		return f
	}
	scale := limit / f.Width
	return &Frame{Width: limit, Height: f.Height * scale, Baseline: f.Height * scale, Items: []Item{Group{Frame: f, Scale: scale}}}
}

// Scale is how much smaller than its own size a diagram was drawn for want of
// width; 1 of what was not.
func (f *Frame) Scale() float64 {
	if len(f.Items) == 1 {
		if g, ok := f.Items[0].(Group); ok && g.Scale > 0 {
			return g.Scale
		}
	}
	return 1
}

// diagram is a drawing in the making; its points have y downward already, the
// origin where the diagram has it.
type diagram struct {
	spec  *blocks.Diagram
	style *FigureStyle
	unit  float64
	nodes map[string]*placed
	items []Item
	x, y  span
}

// placed is a node with its size in points.
type placed struct {
	node   *blocks.Node
	at     Point
	rx, ry float64 // half width and height; a circle's radius
	label  *Frame
}

// look is how something in a state is painted.
type look struct {
	line  Color
	text  Color
	fill  Color
	width float64
}

func lookOf(s blocks.State) look {
	switch s {
	case blocks.Active:
		return look{F2, Ink, F2.Faint(0.13), 1.6}
	case blocks.Done:
		return look{F1, Ink, F1.Faint(0.1), 1.1}
	case blocks.Dimmed:
		return look{Zero, Muted, Paper, 0.8}
	}
	return look{Muted, Ink, Paper, 0.9}
}

func (g *diagram) point(x, y float64) Point { return Point{x * g.unit, -y * g.unit} }

func (g *diagram) draw() *Frame {
	for i := range g.spec.Shapes {
		g.shape(&g.spec.Shapes[i])
	}
	for i := range g.spec.Nodes {
		g.place(&g.spec.Nodes[i])
	}
	for i := range g.spec.Edges {
		g.edge(&g.spec.Edges[i])
	}
	for i := range g.spec.Nodes {
		g.node(g.nodes[g.spec.Nodes[i].ID])
	}
	for _, t := range g.spec.Texts {
		g.text(t.Text, g.point(t.X, t.Y), t.Side, Ink, 3)
	}
	return g.frame()
}

// frame crops the drawing to what is in it, with a line's width around.
func (g *diagram) frame() *Frame {
	const edge = 1.5
	inner := &Frame{Width: g.x.hi - g.x.lo + 2*edge, Height: g.y.hi - g.y.lo + 2*edge}
	content := &Frame{Width: inner.Width, Height: inner.Height, Items: g.items}
	inner.Items = []Item{Group{X: edge - g.x.lo, Y: edge - g.y.lo, Frame: content}}
	inner.Baseline = inner.Height
	if g.spec.Title == "" {
		return inner
	}
	return g.titled(inner)
}

// titled sets the title below a drawing.
func (g *diagram) titled(inner *Frame) *Frame {
	t := g.style.Label(g.spec.Title, Label{Size: titleSize, Color: Ink})
	w := math.Max(inner.Width, t.Width)
	h := inner.Height + 8 + t.Height
	return &Frame{Width: w, Height: h, Baseline: h, Items: []Item{
		Group{X: (w - inner.Width) / 2, Frame: inner},
		Group{X: (w - t.Width) / 2, Y: inner.Height + 8, Frame: t},
	}}
}

func (g *diagram) cover(x0, y0, x1, y1 float64) {
	g.x.add(x0, x1)
	g.y.add(y0, y1)
}

// text places a label and returns nothing of it but the room it takes.
func (g *diagram) text(s string, at Point, side string, color Color, gap float64) {
	if s == "" {
		return
	}
	f := g.style.Label(s, Label{Size: labelSize, Color: color})
	x, y := beside(f, at, side, gap)
	g.items = append(g.items, Group{X: x, Y: y, Frame: f})
	g.cover(x, y, x+f.Width, y+f.Height)
}

// place measures a node.
func (g *diagram) place(n *blocks.Node) {
	r := n.R
	if r == 0 {
		r = 0.42
	}
	p := &placed{node: n, at: g.point(n.X, n.Y), rx: r * g.unit, ry: r * g.unit}
	if n.Label != "" {
		p.label = g.style.Label(n.Label, Label{Size: titleSize, Color: lookOf(n.State).text})
	}
	if n.Form != blocks.Circle && p.label != nil {
		p.rx = p.label.Width/2 + 6
	}
	if n.Form == blocks.Box && n.W > 0 {
		p.rx = n.W * g.unit
	}
	if n.Form == blocks.Bare {
		p.ry = 7
	}
	g.nodes[n.ID] = p
}

// node paints a node; it hides the ends of edges behind it.
func (g *diagram) node(p *placed) {
	l := lookOf(p.node.State)
	var outline []Segment
	switch p.node.Form {
	case blocks.Circle:
		outline = circle(p.at, p.rx)
	case blocks.Box:
		outline = polyline([]Point{{p.at.X - p.rx, p.at.Y - p.ry}, {p.at.X + p.rx, p.at.Y - p.ry}, {p.at.X + p.rx, p.at.Y + p.ry}, {p.at.X - p.rx, p.at.Y + p.ry}}, true)
	}
	if outline != nil {
		g.items = append(g.items, Path{Segments: outline, Fill: Paper},
			Path{Segments: outline, Fill: l.fill, Stroke: l.line, Line: Line{Width: l.width}})
	}
	g.cover(p.at.X-p.rx, p.at.Y-p.ry, p.at.X+p.rx, p.at.Y+p.ry)
	if p.label != nil {
		g.items = append(g.items, Group{X: p.at.X - p.label.Width/2, Y: p.at.Y - p.label.Height/2, Frame: p.label})
	}
	g.text(p.node.Below, Point{p.at.X, p.at.Y + p.ry}, "below", l.text, 3)
	g.text(p.node.Above, Point{p.at.X, p.at.Y - p.ry}, "above", l.text, 3)
}

// border is where a line from a node's centre towards a point leaves the node,
// gap points outside of it.
func (p *placed) border(to Point, gap float64) Point {
	dx, dy := to.X-p.at.X, to.Y-p.at.Y
	n := math.Hypot(dx, dy)
	if n == 0 {
		return p.at
	}
	dx, dy = dx/n, dy/n
	r := p.rx
	if p.node.Form != blocks.Circle {
		r = math.Min(p.rx/math.Max(math.Abs(dx), 1e-9), p.ry/math.Max(math.Abs(dy), 1e-9))
	}
	return Point{p.at.X + dx*(r+gap), p.at.Y + dy*(r+gap)}
}
