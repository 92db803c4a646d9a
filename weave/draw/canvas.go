package draw

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// RGBA makes a Color usable where gonum/plot wants a color.Color.
func (c Color) RGBA() (r, g, b, a uint32) {
	return color.NRGBA{c.R, c.G, c.B, c.Alpha}.RGBA()
}

// canvas is a vg.Canvas that records into a Frame. vg's origin is at the bottom
// left, y upward; the frame's is at the top left.
type canvas struct {
	frame *Frame
	state canvasState
	stack []canvasState
}

// canvasState is what Push and Pop keep. The matrix maps vg's coordinates to
// the frame's: x' = a·x + c·y + e, y' = b·x + d·y + f.
type canvasState struct {
	color            Color
	line             Line
	a, b, c, d, e, f float64
}

func newCanvas(width, height float64) *canvas {
	return &canvas{
		frame: &Frame{Width: width, Height: height, Baseline: height},
		state: canvasState{color: Ink, line: Line{Width: 1}, a: 1, d: -1, f: height},
	}
}

// Size is the frame's size, in points.
func (c *canvas) Size() (x, y vg.Length) { return vg.Length(c.frame.Width), vg.Length(c.frame.Height) }

func (c *canvas) SetLineWidth(w vg.Length) { c.state.line.Width = float64(w) }

func (c *canvas) SetLineDash(pattern []vg.Length, _ vg.Length) {
	c.state.line.Dash = nil
	for _, l := range pattern {
		c.state.line.Dash = append(c.state.line.Dash, float64(l))
	}
}

// SetColor keeps our own colours with their names.
func (c *canvas) SetColor(col color.Color) {
	if own, ok := col.(Color); ok {
		c.state.color = own
		return
	}
	if col == nil {
		col = color.Black
	}
	n := color.NRGBAModel.Convert(col).(color.NRGBA)
	c.state.color = Color{R: n.R, G: n.G, B: n.B, Alpha: n.A}
}

func (c *canvas) Rotate(rad float64) {
	sin, cos := math.Sincos(rad)
	s := &c.state
	s.a, s.b, s.c, s.d = s.a*cos+s.c*sin, s.b*cos+s.d*sin, s.c*cos-s.a*sin, s.d*cos-s.b*sin
}

func (c *canvas) Translate(p vg.Point) {
	at := c.point(p)
	c.state.e, c.state.f = at.X, at.Y
}

func (c *canvas) Scale(x, y float64) {
	c.state.a, c.state.b, c.state.c, c.state.d = c.state.a*x, c.state.b*x, c.state.c*y, c.state.d*y
}

func (c *canvas) Push() { c.stack = append(c.stack, c.state) }

func (c *canvas) Pop() {
	c.state = c.stack[len(c.stack)-1]
	c.stack = c.stack[:len(c.stack)-1]
}

// Stroke records a line; its ends and corners are round.
func (c *canvas) Stroke(p vg.Path) {
	if c.state.line.Width <= 0 {
		return
	}
	line := c.state.line
	line.Round = true
	c.add(Path{Segments: c.path(p), Stroke: c.state.color, Line: line})
}

func (c *canvas) Fill(p vg.Path) { c.add(Path{Segments: c.path(p), Fill: c.state.color}) }

// FillString is never called: all text goes through labeler.
func (c *canvas) FillString(font.Face, vg.Point, string) {
	panic("draw: text of a plot must be set by a labeler")
}

func (c *canvas) DrawImage(rect vg.Rectangle, img image.Image) {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic("draw: " + err.Error())
	}
	top := c.point(vg.Point{X: rect.Min.X, Y: rect.Max.Y})
	size := rect.Size()
	c.add(Image{X: top.X, Y: top.Y, W: float64(size.X), H: float64(size.Y), Format: "png", Data: b.Bytes()})
}

func (c *canvas) add(it Item) { c.frame.Items = append(c.frame.Items, it) }

func (c *canvas) point(p vg.Point) Point {
	x, y := float64(p.X), float64(p.Y)
	s := c.state
	return Point{s.a*x + s.c*y + s.e, s.b*x + s.d*y + s.f}
}

// path converts vg's path components; arcs become cubic curves.
func (c *canvas) path(p vg.Path) []Segment {
	var out []Segment
	var last vg.Point
	for _, comp := range p {
		switch comp.Type {
		case vg.MoveComp:
			out = append(out, Segment{Move, [3]Point{c.point(comp.Pos)}})
		case vg.LineComp:
			out = append(out, Segment{To, [3]Point{c.point(comp.Pos)}})
		case vg.ArcComp:
			out = c.arc(out, comp)
			continue
		case vg.CurveComp:
			out = append(out, c.curve(last, comp))
		case vg.CloseComp:
			out = append(out, Segment{Verb: Close})
			continue
		}
		last = comp.Pos
	}
	return out
}

// curve raises a quadratic curve to a cubic one.
func (c *canvas) curve(from vg.Point, comp vg.PathComp) Segment {
	if len(comp.Control) == 2 {
		return Segment{Curve, [3]Point{c.point(comp.Control[0]), c.point(comp.Control[1]), c.point(comp.Pos)}}
	}
	q := comp.Control[0]
	near := func(p vg.Point) Point {
		return c.point(vg.Point{X: p.X + (q.X-p.X)*2/3, Y: p.Y + (q.Y-p.Y)*2/3})
	}
	return Segment{Curve, [3]Point{near(from), near(comp.Pos), c.point(comp.Pos)}}
}

// arc approximates a circular arc by cubic curves of at most a quarter turn.
func (c *canvas) arc(out []Segment, comp vg.PathComp) []Segment {
	r, at := float64(comp.Radius), comp.Start
	on := func(angle float64) vg.Point {
		sin, cos := math.Sincos(angle)
		return vg.Point{X: comp.Pos.X + vg.Length(r*cos), Y: comp.Pos.Y + vg.Length(r*sin)}
	}
	verb := To
	if len(out) == 0 || out[len(out)-1].Verb == Close {
		verb = Move
	}
	out = append(out, Segment{verb, [3]Point{c.point(on(at))}})
	n := max(1, int(math.Ceil(math.Abs(comp.Angle)/(math.Pi/2)-1e-9)))
	step := comp.Angle / float64(n)
	k := vg.Length(4.0 / 3 * math.Tan(step/4) * r)
	for range n {
		s0, c0 := math.Sincos(at)
		s1, c1 := math.Sincos(at + step)
		p0, p1 := on(at), on(at+step)
		out = append(out, Segment{Curve, [3]Point{
			c.point(vg.Point{X: p0.X - k*vg.Length(s0), Y: p0.Y + k*vg.Length(c0)}),
			c.point(vg.Point{X: p1.X + k*vg.Length(s1), Y: p1.Y - k*vg.Length(c1)}),
			c.point(p1),
		}})
		at += step
	}
	return out
}
