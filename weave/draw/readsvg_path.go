package draw

import (
	"math"
	"strconv"
)

// svgScanner reads numbers and commands as SVG writes them, which need no
// space between ("1-2.5.5").
type svgScanner struct {
	text string
	at   int
}

func (s *svgScanner) skip() {
	for s.at < len(s.text) && (s.text[s.at] <= ' ' || s.text[s.at] == ',') {
		s.at++
	}
}

func (s *svgScanner) number() (float64, bool) {
	s.skip()
	from := s.at
	digits := func() {
		for s.at < len(s.text) && s.text[s.at] >= '0' && s.text[s.at] <= '9' {
			s.at++
		}
	}
	is := func(chars string) bool {
		for i := range len(chars) {
			if s.at < len(s.text) && s.text[s.at] == chars[i] {
				s.at++
				return true
			}
		}
		return false
	}
	is("+-")
	digits()
	if is(".") {
		digits()
	}
	if mark := s.at; is("eE") {
		is("+-")
		exponent := s.at
		if digits(); s.at == exponent {
			s.at = mark
		}
	}
	x, err := strconv.ParseFloat(s.text[from:s.at], 64)
	if err != nil {
		s.at = from
	}
	return x, err == nil
}

// flag is a 0 or 1 of an arc, which may touch what follows.
func (s *svgScanner) flag() (float64, bool) {
	s.skip()
	if s.at < len(s.text) && (s.text[s.at] == '0' || s.text[s.at] == '1') {
		s.at++
		return float64(s.text[s.at-1] - '0'), true
	}
	return 0, false
}

func svgNumbers(text string) (out []float64) {
	s := svgScanner{text: text}
	for {
		x, ok := s.number()
		if !ok {
			return out
		}
		out = append(out, x)
	}
}

// outline is the path of a shape, in user units; not known for other elements.
func (n *svgNode) outline() (out []Segment, known bool) {
	switch n.name {
	case "path":
		return svgPath(n.attr["d"]), true
	case "rect":
		return n.rect(), true
	case "circle":
		return ellipse(n.number("cx"), n.number("cy"), n.number("r"), n.number("r")), true
	case "ellipse":
		return ellipse(n.number("cx"), n.number("cy"), n.number("rx"), n.number("ry")), true
	case "line":
		return polyline([]Point{{n.number("x1"), n.number("y1")}, {n.number("x2"), n.number("y2")}}, false), true
	case "polyline", "polygon":
		v := svgNumbers(n.attr["points"])
		var points []Point
		for i := 0; i+1 < len(v); i += 2 {
			points = append(points, Point{v[i], v[i+1]})
		}
		if len(points) < 2 {
			return nil, true
		}
		return polyline(points, n.name == "polygon"), true
	}
	return nil, false
}

// arcControl is how far the controls of a quarter of a circle lie from its ends.
const arcControl = 0.5522847498

func ellipse(x, y, rx, ry float64) []Segment {
	if rx <= 0 || ry <= 0 {
		return nil
	}
	kx, ky := arcControl*rx, arcControl*ry
	return []Segment{
		{Move, [3]Point{{x + rx, y}}},
		{Curve, [3]Point{{x + rx, y + ky}, {x + kx, y + ry}, {x, y + ry}}},
		{Curve, [3]Point{{x - kx, y + ry}, {x - rx, y + ky}, {x - rx, y}}},
		{Curve, [3]Point{{x - rx, y - ky}, {x - kx, y - ry}, {x, y - ry}}},
		{Curve, [3]Point{{x + kx, y - ry}, {x + rx, y - ky}, {x + rx, y}}},
		{Verb: Close},
	}
}

func (n *svgNode) rect() []Segment {
	x, y, w, h := n.number("x"), n.number("y"), n.number("width"), n.number("height")
	rx, ry := n.number("rx"), n.number("ry")
	if _, ok := n.attr["ry"]; !ok {
		ry = rx
	} else if _, ok := n.attr["rx"]; !ok {
		rx = ry
	}
	rx, ry = min(rx, w/2), min(ry, h/2)
	if w <= 0 || h <= 0 {
		return nil
	}
	if rx <= 0 || ry <= 0 {
		return polyline([]Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, true)
	}
	kx, ky := (1-arcControl)*rx, (1-arcControl)*ry
	return []Segment{
		{Move, [3]Point{{x + rx, y}}},
		{To, [3]Point{{x + w - rx, y}}},
		{Curve, [3]Point{{x + w - kx, y}, {x + w, y + ky}, {x + w, y + ry}}},
		{To, [3]Point{{x + w, y + h - ry}}},
		{Curve, [3]Point{{x + w, y + h - ky}, {x + w - kx, y + h}, {x + w - rx, y + h}}},
		{To, [3]Point{{x + rx, y + h}}},
		{Curve, [3]Point{{x + kx, y + h}, {x, y + h - ky}, {x, y + h - ry}}},
		{To, [3]Point{{x, y + ry}}},
		{Curve, [3]Point{{x, y + ky}, {x + kx, y}, {x + rx, y}}},
		{Verb: Close},
	}
}

// svgArguments are how many numbers a command of a path takes.
var svgArguments = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'T': 2, 'A': 7, 'Z': 0}

// pathReader follows the commands of a path (SVG 1.1, 8.3).
type pathReader struct {
	out        []Segment
	at, start  Point
	control    Point // of the last curve, for S and T
	curve, arc bool  // what the last command was: C or S; Q or T
}

// svgPath reads path data up to its first mistake, as SVG demands.
func svgPath(text string) []Segment {
	s, r := svgScanner{text: text}, pathReader{}
	for {
		s.skip()
		if s.at == len(s.text) {
			return r.out
		}
		command := s.text[s.at]
		upper := command &^ 0x20
		n, ok := svgArguments[upper]
		if !ok || len(r.out) == 0 && upper != 'M' {
			return r.out
		}
		s.at++
		for first := true; ; first = false {
			v, ok := s.arguments(upper, n)
			if !ok {
				if first {
					return r.out
				}
				break
			}
			if !first && upper == 'M' {
				upper, command = 'L', 'L'|command&0x20
			}
			r.step(upper, v, command != upper)
			if n == 0 {
				break
			}
		}
	}
}

func (s *svgScanner) arguments(command byte, n int) (v [7]float64, ok bool) {
	for i := range n {
		if command == 'A' && (i == 3 || i == 4) {
			v[i], ok = s.flag()
		} else {
			v[i], ok = s.number()
		}
		if !ok {
			return v, false
		}
	}
	return v, true
}

func (r *pathReader) step(command byte, v [7]float64, relative bool) {
	base := Point{}
	if relative {
		base = r.at
	}
	point := func(i int) Point { return Point{base.X + v[i], base.Y + v[i+1]} }
	mirrored := Point{2*r.at.X - r.control.X, 2*r.at.Y - r.control.Y}
	curve, arc := r.curve, r.arc
	r.curve, r.arc = false, false
	switch command {
	case 'M':
		r.at = point(0)
		r.start = r.at
		r.out = append(r.out, Segment{Move, [3]Point{r.at}})
	case 'Z':
		r.out, r.at = append(r.out, Segment{Verb: Close}), r.start
	case 'L':
		r.line(point(0))
	case 'H':
		r.line(Point{base.X + v[0], r.at.Y})
	case 'V':
		r.line(Point{r.at.X, base.Y + v[0]})
	case 'C':
		r.cubic(point(0), point(2), point(4))
	case 'S':
		if !curve {
			mirrored = r.at
		}
		r.cubic(mirrored, point(0), point(2))
	case 'Q':
		r.quadratic(point(0), point(2))
	case 'T':
		if !arc {
			mirrored = r.at
		}
		r.quadratic(mirrored, point(0))
	case 'A':
		r.ellipticArc(v, point(5))
	}
}

func (r *pathReader) line(p Point) { r.out, r.at = append(r.out, Segment{To, [3]Point{p}}), p }

func (r *pathReader) cubic(a, b, p Point) {
	r.out = append(r.out, Segment{Curve, [3]Point{a, b, p}})
	r.at, r.control, r.curve = p, b, true
}

func (r *pathReader) quadratic(c, p Point) {
	third := func(a Point) Point { return Point{a.X + (c.X-a.X)*2/3, a.Y + (c.Y-a.Y)*2/3} }
	r.out = append(r.out, Segment{Curve, [3]Point{third(r.at), third(p), p}})
	r.at, r.control, r.arc = p, c, true
}

// ellipticArc draws an arc to p in pieces of a quarter at most (SVG 1.1, F.6.5).
func (r *pathReader) ellipticArc(v [7]float64, p Point) {
	rx, ry := math.Abs(v[0]), math.Abs(v[1])
	if rx == 0 || ry == 0 || p == r.at {
		r.line(p)
		return
	}
	sin, cos := math.Sincos(v[2] * math.Pi / 180)
	dx, dy := (r.at.X-p.X)/2, (r.at.Y-p.Y)/2
	x, y := cos*dx+sin*dy, -sin*dx+cos*dy
	if l := x*x/(rx*rx) + y*y/(ry*ry); l > 1 {
		rx, ry = rx*math.Sqrt(l), ry*math.Sqrt(l)
	}
	q := math.Sqrt(max(0, (rx*rx*ry*ry-rx*rx*y*y-ry*ry*x*x)/(rx*rx*y*y+ry*ry*x*x)))
	if v[3] == v[4] {
		q = -q
	}
	cx, cy := q*rx*y/ry, -q*ry*x/rx
	from, to := math.Atan2((y-cy)/ry, (x-cx)/rx), math.Atan2((-y-cy)/ry, (-x-cx)/rx)
	sweep := to - from
	if v[4] == 1 && sweep < 0 {
		sweep += 2 * math.Pi
	} else if v[4] == 0 && sweep > 0 {
		sweep -= 2 * math.Pi
	}
	frame := matrix{rx * cos, rx * sin, -ry * sin, ry * cos, cos*cx - sin*cy + (r.at.X+p.X)/2, sin*cx + cos*cy + (r.at.Y+p.Y)/2}
	n := math.Max(1, math.Ceil(math.Abs(sweep)/(math.Pi/2)-1e-9))
	step := sweep / n
	k := 4. / 3 * math.Tan(step/4)
	for i := range int(n) {
		s0, c0 := math.Sincos(from + float64(i)*step)
		s1, c1 := math.Sincos(from + float64(i+1)*step)
		end := frame.apply(Point{c1, s1})
		if i == int(n)-1 {
			end = p
		}
		r.out = append(r.out, Segment{Curve, [3]Point{frame.apply(Point{c0 - k*s0, s0 + k*c0}), frame.apply(Point{c1 + k*s1, s1 - k*c1}), end}})
	}
	r.at = p
}
