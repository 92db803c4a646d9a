package draw

import (
	"fmt"
	"math"

	"weave/blocks"
)

// mark prepares a mark: its colour, its name, and how it is painted.
func (pl *plotter) mark(m blocks.Mark) {
	switch m := m.(type) {
	case blocks.Line:
		pl.line(m)
	case blocks.Points:
		pl.points(m)
	case blocks.Steps:
		pl.steps(m)
	case blocks.Arrow:
		pl.arrow(m)
	case blocks.Band:
		pl.band(m)
	case blocks.Rule:
		pl.rule(m)
	case blocks.HalfPlane:
		pl.halfPlane(m)
	case blocks.Note:
		pl.marks = append(pl.marks, func(a *area) { a.note(m.Text, a.at(m.X, m.Y), m.Side, Ink, 3) })
	case blocks.Bars:
		pl.bars(m)
	case blocks.HeatMap:
		pl.heatMap(m)
	case blocks.Contours:
		pl.contours(m)
	default:
		panic(fmt.Sprintf("draw: unknown mark %T", m))
	}
}

func (pl *plotter) name(name string, color Color, at float64, fill bool, dash []float64) {
	if name != "" {
		pl.names = append(pl.names, curveName{name, color, at, fill, dash})
	}
}

func (pl *plotter) line(m blocks.Line) {
	color, dash := pl.color(m.Color)
	if m.Dashed {
		dash = dashes[0]
	}
	width := curveWidth
	if m.Thin {
		width = thinWidth
	}
	end := math.NaN()
	n := min(len(m.X), len(m.Y))
	for i := range n {
		if !math.IsNaN(m.Y[i]) && m.X[i] <= pl.plot.X.Max && m.Y[i] >= pl.plot.Y.Min && m.Y[i] <= pl.plot.Y.Max {
			end = m.Y[i]
		}
	}
	pl.name(m.Name, color, end, false, dash)
	pl.curve(m.Name, color, m.X, m.Y)
	pl.marks = append(pl.marks, func(a *area) {
		points := make([]Point, n)
		for i := range points {
			points[i] = a.at(m.X[i], m.Y[i])
		}
		for _, piece := range a.clip(points) {
			a.stroke(thin(piece), color, Line{Width: width, Dash: dash, Round: true})
		}
	})
}

// thinTolerance is how far, in points, a simplified curve may be from the true
// one: less than a tenth of its width.
const thinTolerance = 0.08

// thin leaves points out that do not show (Douglas and Peucker).
func thin(p []Point) []Point {
	if len(p) < 3 {
		return p
	}
	first, last := p[0], p[len(p)-1]
	far, at := 0.0, 0
	for i := 1; i < len(p)-1; i++ {
		if d := fromLine(p[i], first, last); d > far {
			far, at = d, i
		}
	}
	if far <= thinTolerance {
		return []Point{first, last}
	}
	return append(thin(p[:at+1]), thin(p[at:])[1:]...)
}

// fromLine is the distance of a point from a line through two others.
func fromLine(p, a, b Point) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	if n := math.Hypot(dx, dy); n > 0 {
		return math.Abs((p.X-a.X)*dy-(p.Y-a.Y)*dx) / n
	}
	return math.Hypot(p.X-a.X, p.Y-a.Y)
}

func (pl *plotter) points(m blocks.Points) {
	color, _ := pl.color(m.Color)
	pl.name(m.Name, color, math.NaN(), true, nil)
	pl.curve(m.Name, color, m.X, m.Y)
	r := m.R
	if r == 0 {
		r = pointR
	}
	pl.marks = append(pl.marks, func(a *area) {
		for i := range min(len(m.X), len(m.Y)) {
			at := a.at(m.X[i], m.Y[i])
			if !a.holds(at) {
				continue
			}
			a.dot(at, r, color, m.Open)
			if i < len(m.Labels) && m.Labels[i] != "" {
				a.labels = append(a.labels, pointLabel{m.Labels[i], at, r + 2.5})
			}
		}
	})
}

func (pl *plotter) steps(m blocks.Steps) {
	color, dash := pl.color(m.Color)
	n := min(len(m.Y), len(m.X)-1)
	if n < 1 {
		return
	}
	pl.name(m.Name, color, m.Y[n-1], false, dash)
	pl.curve(m.Name, color, m.X, m.Y)
	pl.marks = append(pl.marks, func(a *area) {
		for i := range n {
			for _, piece := range a.clip([]Point{a.at(m.X[i], m.Y[i]), a.at(m.X[i+1], m.Y[i])}) {
				a.stroke(piece, color, Line{Width: curveWidth, Dash: dash, Round: true})
			}
		}
		for i := 1; i < n; i++ {
			if m.Y[i] == m.Y[i-1] {
				continue
			}
			a.dot(a.at(m.X[i], m.Y[i-1]), pointR, color, !m.LeftClosed)
			a.dot(a.at(m.X[i], m.Y[i]), pointR, color, m.LeftClosed)
		}
	})
}

func (pl *plotter) arrow(m blocks.Arrow) {
	n := m.Color
	if n == 0 {
		n = 2
	}
	color := curveColor(n)
	pl.marks = append(pl.marks, func(a *area) {
		from, to := a.at(m.X0, m.Y0), a.at(m.X1, m.Y1)
		a.canvas.frame.Items = append(a.canvas.frame.Items, arrow(from, to, color, 0.9)...)
		if m.Label != "" {
			a.note(m.Label, Point{(from.X + to.X) / 2, (from.Y + to.Y) / 2}, "above", Ink, 3)
		}
	})
}

func (pl *plotter) band(m blocks.Band) {
	color, _ := pl.color(m.Color)
	pl.name(m.Name, color.Faint(0.25), math.NaN(), true, nil)
	pl.marks = append(pl.marks, func(a *area) {
		var points []Point
		n := min(len(m.X), len(m.Low), len(m.High))
		for i := range n {
			points = append(points, a.at(m.X[i], m.High[i]))
		}
		for i := n - 1; i >= 0; i-- {
			points = append(points, a.at(m.X[i], m.Low[i]))
		}
		a.fill(a.clipPolygon(points), color.Faint(0.14))
	})
}

// corners of the data's rectangle, around.
func (a *area) corners() []Point {
	return []Point{{a.x0, a.y0}, {a.x1, a.y0}, {a.x1, a.y1}, {a.x0, a.y1}}
}

// side is the signed distance, in units of the data, of a point of the frame
// from the line a·x + b·y = c. It supposes linear axes.
func (a *area) side(ca, cb, cc float64) func(Point) float64 {
	p := a.plot.plot
	return func(q Point) float64 {
		x := p.X.Min + (q.X-a.x0)/(a.x1-a.x0)*(p.X.Max-p.X.Min)
		y := p.Y.Max - (q.Y-a.y0)/(a.y1-a.y0)*(p.Y.Max-p.Y.Min)
		return ca*x + cb*y - cc
	}
}

func (pl *plotter) halfPlane(m blocks.HalfPlane) {
	color, _ := pl.color(m.Color)
	pl.name(m.Name, color.Faint(0.25), math.NaN(), true, nil)
	pl.marks = append(pl.marks, func(a *area) {
		a.fill(clipHalf(a.corners(), a.side(m.A, m.B, m.C)), color.Faint(0.14))
	})
}

func (pl *plotter) rule(m blocks.Rule) {
	color, dash := pl.color(m.Color)
	if m.Dashed {
		dash = dashes[0]
	}
	pl.marks = append(pl.marks, func(a *area) {
		ends := a.crossings(a.side(m.A, m.B, m.C))
		if len(ends) < 2 {
			return
		}
		a.stroke(ends, color, Line{Width: curveWidth, Dash: dash, Round: true})
		if m.Label != "" {
			a.note(m.Label, ends[0], a.besideRule(ends), color, 4)
		}
	})
}

// besideRule is where a label at the upper end of a line has room without
// standing on the line: below a line that leaves at the top, else above it.
func (a *area) besideRule(ends []Point) string {
	up, down := ends[0], ends[1]
	switch {
	case up.Y < a.y0+14 && up.X > (a.x0+a.x1)/2:
		return "left"
	case up.Y < a.y0+14:
		return "right"
	case up.X > down.X:
		return "above left"
	}
	return "above right"
}

// crossings are the two points where a line leaves the rectangle, the upper
// one first.
func (a *area) crossings(side func(Point) float64) []Point {
	var out []Point
	corners := a.corners()
	for i, p := range corners {
		q := corners[(i+1)%4]
		if dp, dq := side(p), side(q); (dp < 0) != (dq < 0) {
			t := dp / (dp - dq)
			out = append(out, Point{p.X + t*(q.X-p.X), p.Y + t*(q.Y-p.Y)})
		}
	}
	if len(out) == 2 && out[1].Y < out[0].Y {
		out[0], out[1] = out[1], out[0]
	}
	return out
}

func (pl *plotter) bars(m blocks.Bars) {
	color, _ := pl.color(m.Color)
	pl.name(m.Name, color.Faint(0.55), math.NaN(), true, nil)
	pl.curve(m.Name, color, m.X, m.Y)
	w := barWidth(m) / 2
	pl.marks = append(pl.marks, func(a *area) {
		for i := range min(len(m.X), len(m.Y)) {
			lo, hi := a.at(m.X[i]-w, 0), a.at(m.X[i]+w, m.Y[i])
			a.fill(a.clipPolygon([]Point{lo, {lo.X, hi.Y}, hi, {hi.X, lo.Y}}), color.Faint(0.55))
		}
	})
}
