package draw

import "math"

// arrowHead is the outline of a head whose tip is at to, coming from from.
func arrowHead(from, to Point, size float64) []Point {
	dx, dy := to.X-from.X, to.Y-from.Y
	n := math.Hypot(dx, dy)
	if n == 0 {
		return nil
	}
	dx, dy = dx/n, dy/n
	base := Point{to.X - size*dx, to.Y - size*dy}
	w := size * 0.38
	return []Point{to, {base.X - w*dy, base.Y + w*dx}, {base.X + 0.22*size*dx, base.Y + 0.22*size*dy}, {base.X + w*dy, base.Y - w*dx}}
}

// arrow is a straight arrow; one too short to be seen is nothing.
func arrow(from, to Point, color Color, width float64) []Item {
	n := math.Hypot(to.X-from.X, to.Y-from.Y)
	if n < 0.5 {
		return nil
	}
	size := math.Min(headSize(width), n*0.7)
	shaft := Point{to.X - (to.X-from.X)/n*size*0.7, to.Y - (to.Y-from.Y)/n*size*0.7}
	return []Item{
		Path{Segments: polyline([]Point{from, shaft}, false), Stroke: color, Line: Line{Width: width}},
		Path{Segments: polyline(arrowHead(from, to, size), true), Fill: color},
	}
}

// headSize is the length of the head of a line of this width.
func headSize(width float64) float64 { return 3.2 + 2.2*width }
