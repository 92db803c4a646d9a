package draw

import (
	"math"
	"strconv"
	"strings"
)

// segments writes a path with relative commands, each number as the whole
// multiple of the last decimal kept: so errors do not add up.
func (w svgWriter) segments(segments []Segment, x, y float64) {
	fine := math.Pow10(w.digits)
	whole := func(v float64) int { return int(math.Round(v * w.scale * fine)) }
	var atX, atY, startX, startY int
	last := byte(0)
	command := func(c byte) {
		if c != last {
			w.out.WriteByte(c)
		}
		last = c
	}
	for _, s := range segments {
		if s.Verb == Close {
			command('z')
			atX, atY = startX, startY
			continue
		}
		n := points[s.Verb]
		end := s.P[n-1]
		ex, ey := whole(x+end.X), whole(y+end.Y)
		switch {
		case s.Verb == Move:
			last = 0
			command('M')
			w.out.WriteString(w.decimal(ex, false) + w.decimal(ey, true))
			startX, startY = ex, ey
			last = 0
		case s.Verb == To && ey == atY:
			w.number(command, 'h', last, ex-atX)
		case s.Verb == To && ex == atX:
			w.number(command, 'v', last, ey-atY)
		default:
			c := byte('l')
			if s.Verb == Curve {
				c = 'c'
			}
			first := c != last
			command(c)
			for _, q := range s.P[:n] {
				w.out.WriteString(w.decimal(whole(x+q.X)-atX, !first) + w.decimal(whole(y+q.Y)-atY, true))
				first = false
			}
		}
		atX, atY = ex, ey
	}
}

// number writes a command with one number.
func (w svgWriter) number(command func(byte), c, last byte, n int) {
	apart := c == last
	command(c)
	w.out.WriteString(w.decimal(n, apart))
}

// decimal is a whole multiple of the last decimal kept, with a blank before it
// where it would run into the number before.
func (w svgWriter) decimal(n int, apart bool) string {
	t := number(float64(n)/math.Pow10(w.digits), w.digits)
	if w.digits == 0 {
		t = strconv.Itoa(n)
	}
	if apart && !strings.HasPrefix(t, "-") {
		return " " + t
	}
	return t
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
