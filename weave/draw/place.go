package draw

import "math"

// pointLabel waits until all marks are painted: only then is it known where it
// covers none.
type pointLabel struct {
	text string
	at   Point
	gap  float64
}

// labelSides are where a label may stand seen from its point, the most welcome
// first.
var labelSides = []string{"above right", "right", "below right", "above left", "above", "below", "left", "below left"}

// placeLabels sets the labels of points where they cover the least of curves,
// points and each other.
func (a *area) placeLabels(marks []Item) {
	taken := obstacles(marks)
	for _, l := range a.labels {
		f := a.style.Label(l.text, Label{Size: labelSize, Color: Ink})
		best, least := "", math.Inf(1)
		for _, side := range labelSides {
			x, y := beside(f, l.at, side, l.gap)
			if n := a.covered(taken, x, y, f); n < least {
				best, least = side, n
			}
		}
		x, y := beside(f, l.at, best, l.gap)
		taken = append(taken, boxPoints(x, y, f.Width, f.Height)...)
		a.note(l.text, l.at, best, Ink, l.gap)
	}
}

// covered counts what a label would cover, and how much of it would leave the
// data's rectangle.
func (a *area) covered(taken []Point, x, y float64, f *Frame) (n float64) {
	for _, p := range taken {
		if p.X > x-1 && p.X < x+f.Width+1 && p.Y > y-0.5 && p.Y < y+f.Height+0.5 {
			n++
		}
	}
	beyond := max(0, a.x0-x) + max(0, x+f.Width-a.x1) + max(0, a.y0-y) + max(0, y+f.Height-a.y1)
	return n + beyond
}

// obstacleStep is how far apart, in points, the points of a line are looked at.
const obstacleStep = 2

// obstacles are points on all lines and outlines of what is painted.
func obstacles(items []Item) (out []Point) {
	for _, it := range items {
		switch it := it.(type) {
		case Path:
			if it.Stroke.Visible() || it.Fill.Alpha == 255 {
				out = append(out, outlinePoints(it.Segments)...)
			}
		case Group:
			out = append(out, boxPoints(it.X, it.Y, it.Frame.Width, it.Frame.Height)...)
		}
	}
	return out
}

func outlinePoints(segments []Segment) (out []Point) {
	var now Point
	for _, s := range segments {
		end := s.P[0]
		if s.Verb == Curve {
			end = s.P[2]
		}
		if s.Verb == Close {
			continue
		}
		if s.Verb != Move {
			n := max(1, int(math.Hypot(end.X-now.X, end.Y-now.Y)/obstacleStep))
			for i := 1; i <= n; i++ {
				t := float64(i) / float64(n)
				out = append(out, Point{now.X + (end.X-now.X)*t, now.Y + (end.Y-now.Y)*t})
			}
		}
		now = end
	}
	return out
}

// boxPoints cover a rectangle as closely as a line is looked at.
func boxPoints(x, y, w, h float64) (out []Point) {
	for dx := 0.0; dx <= w; dx += obstacleStep {
		for dy := 0.0; dy <= h; dy += 2 * obstacleStep {
			out = append(out, Point{x + dx, y + dy})
		}
	}
	return out
}
