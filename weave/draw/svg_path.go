package draw

import (
	"math"
	"strconv"
	"strings"

	"weave/weave/font"
)

// pathWriter writes the data of a path with relative commands; places are whole
// numbers, so that errors do not add up.
type pathWriter struct {
	out            *strings.Builder
	x, y           int // where the pen is
	startX, startY int // of the contour
	last           byte
}

// move begins a contour.
func (w *pathWriter) move(x, y int) {
	w.out.WriteString("M" + decimal(x, false) + decimal(y, true))
	w.x, w.y, w.startX, w.startY, w.last = x, y, x, y, 0
}

func (w *pathWriter) close() {
	if w.last != 'z' {
		w.out.WriteByte('z')
	}
	w.x, w.y, w.last = w.startX, w.startY, 'z'
}

func (w *pathWriter) line(x, y int) {
	switch {
	case y == w.y:
		w.command('h', x-w.x)
	case x == w.x:
		w.command('v', y-w.y)
	default:
		w.command('l', x-w.x, y-w.y)
	}
	w.x, w.y = x, y
}

// curve writes a Bézier curve: c with two controls, q with one.
func (w *pathWriter) curve(c byte, points ...int) {
	end := points[len(points)-2:]
	x, y := end[0], end[1]
	for i := range points {
		if i%2 == 0 {
			points[i] -= w.x
		} else {
			points[i] -= w.y
		}
	}
	w.command(c, points...)
	w.x, w.y = x, y
}

// command writes a command with its numbers; one like the last goes without its
// letter.
func (w *pathWriter) command(c byte, numbers ...int) {
	apart := c == w.last
	if !apart {
		w.out.WriteByte(c)
	}
	for _, n := range numbers {
		w.out.WriteString(decimal(n, apart))
		apart = true
	}
	w.last = c
}

// decimal is a number with a blank before it where it would run into the one
// before.
func decimal(n int, apart bool) string {
	if apart && n >= 0 {
		return " " + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// whole rounds to the nearest whole number.
func whole(v float64) int { return int(math.Round(v)) }

// segments writes the data of a path.
func (w svgWriter) segments(segments []Segment) {
	x := func(p Point) int { return whole((w.x + p.X) * w.scale) }
	y := func(p Point) int { return whole((w.y + p.Y) * w.scale) }
	out := pathWriter{out: w.out}
	for _, s := range thinned(segments, finest/w.scale) {
		switch s.Verb {
		case Move:
			out.move(x(s.P[0]), y(s.P[0]))
		case To:
			out.line(x(s.P[0]), y(s.P[0]))
		case Curve:
			out.curve('c', x(s.P[0]), y(s.P[0]), x(s.P[1]), y(s.P[1]), x(s.P[2]), y(s.P[2]))
		case Close:
			out.close()
		}
	}
}

// outline writes a glyph's contours, y downward.
func outline(b *strings.Builder, g sheetGlyph) {
	out := pathWriter{out: b}
	x := func(p font.Point) int { return whole(p.X * float64(g.across)) }
	y := func(p font.Point) int { return whole(-p.Y * float64(g.units)) }
	for _, s := range g.face.Outline(g.id) {
		switch s.Verb {
		case font.MoveTo:
			out.move(x(s.P[0]), y(s.P[0]))
		case font.LineTo:
			out.line(x(s.P[0]), y(s.P[0]))
		case font.QuadTo:
			out.curve('q', x(s.P[0]), y(s.P[0]), x(s.P[1]), y(s.P[1]))
		case font.CubicTo:
			out.curve('c', x(s.P[0]), y(s.P[0]), x(s.P[1]), y(s.P[1]), x(s.P[2]), y(s.P[2]))
		}
	}
}

// circleOf tells whether a path is one that circle makes.
func circleOf(segments []Segment) (center Point, r float64, ok bool) {
	if len(segments) != 6 || segments[0].Verb != Move || segments[5].Verb != Close {
		return center, 0, false
	}
	center = Point{(segments[0].P[0].X + segments[2].P[2].X) / 2, (segments[0].P[0].Y + segments[2].P[2].Y) / 2}
	r = math.Hypot(segments[0].P[0].X-center.X, segments[0].P[0].Y-center.Y)
	for i, s := range circle(center, r) {
		if s.Verb != segments[i].Verb {
			return center, 0, false
		}
		for k, q := range s.P[:points[s.Verb]] {
			if math.Hypot(q.X-segments[i].P[k].X, q.Y-segments[i].P[k].Y) > 1e-6 {
				return center, 0, false
			}
		}
	}
	return center, r, r > 0
}
