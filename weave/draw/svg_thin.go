package draw

import "math"

// finest is how far, in units of a picture, a line may leave its points: less
// than what a screen shows, where figures are enlarged too.
const finest = 2

// thinned leaves out points of straight lines that lie within a distance of the
// line between those kept (Ramer 1972, Douglas and Peucker 1973).
func thinned(segments []Segment, far float64) []Segment {
	out := make([]Segment, 0, len(segments))
	for i := 0; i < len(segments); {
		n := i + 1
		for n < len(segments) && segments[n].Verb == To {
			n++
		}
		if segments[i].Verb == Close || n-i < 3 {
			out = append(out, segments[i:n]...)
		} else {
			out = append(out, segments[i])
			out = thinLine(out, segments[i:n], far)
		}
		i = n
	}
	return out
}

// thinLine appends of a line, given by its ends of segments, what is kept behind
// its first point.
func thinLine(out, line []Segment, far float64) []Segment {
	last := len(line) - 1
	a, b := end(line[0]), end(line[last])
	at, most := 0, far
	for i := 1; i < last; i++ {
		if d := distance(end(line[i]), a, b); d > most {
			at, most = i, d
		}
	}
	if at == 0 {
		return append(out, line[last])
	}
	out = thinLine(out, line[:at+1], far)
	return thinLine(out, line[at:], far)
}

// end is where a segment ends.
func end(s Segment) Point { return s.P[max(0, points[s.Verb]-1)] }

// distance is that of p from the stretch between a and b.
func distance(p, a, b Point) float64 {
	dx, dy := b.X-a.X, b.Y-a.Y
	t := 0.
	if n := dx*dx + dy*dy; n > 0 {
		t = math.Max(0, math.Min(1, ((p.X-a.X)*dx+(p.Y-a.Y)*dy)/n))
	}
	return math.Hypot(p.X-a.X-t*dx, p.Y-a.Y-t*dy)
}
