package typeset

import (
	"cmp"
	"math"
	"slices"

	"weave/weave/draw"
)

// mathShape is one of several that follow each other along an axis and become
// one outline. What of it lies between from and to, in points along the axis, is kept.
type mathShape struct {
	path     []draw.Segment // closed contours
	from, to float64
}

// mathCut is how far, in em, a shape is cut off before its end, so that no edge
// lies on a cut.
const mathCut = .001

// joined makes one outline of shapes: each is cut where the next begins, and the
// ends of their contours are connected. So nothing overlaps, and no joint is to be
// seen at any size. Where the ends do not match, the shapes stay as they are.
func joined(shapes []mathShape, vertical bool) (path []draw.Segment, ok bool) {
	j := outlineJoiner{along: func(p draw.Point) float64 { return p.X }, across: func(p draw.Point) float64 { return p.Y }}
	if vertical {
		j.along, j.across = j.across, j.along
	}
	var whole []draw.Segment
	for _, s := range shapes {
		whole = append(whole, s.path...)
		j.cut(s)
	}
	if !j.connect() {
		return whole, false
	}
	return j.outline(), true
}

// outlineEdge is a line or a curve from where the one before it ended.
type outlineEdge struct {
	p     [4]draw.Point
	curve bool
}

// points are the ends of a line, or of a curve with its controls.
func (e *outlineEdge) points() []draw.Point {
	if e.curve {
		return e.p[:]
	}
	return e.p[:2]
}

func (e *outlineEdge) end() draw.Point {
	p := e.points()
	return p[len(p)-1]
}

// outlinePiece is what a cut leaves of a contour.
type outlinePiece struct {
	shape  int
	edges  []outlineEdge
	closed bool
	next   int // the piece that goes on where this one ends
	done   bool
}

type outlineJoiner struct {
	along, across func(draw.Point) float64
	shapes        []mathShape
	pieces        []outlinePiece
}

// cut keeps the pieces of a shape that lie in its range.
func (j *outlineJoiner) cut(s mathShape) {
	n := len(j.shapes)
	j.shapes = append(j.shapes, s)
	for _, contour := range contours(s.path) {
		var edges []outlineEdge
		for _, e := range contour {
			edges = append(edges, j.split(e, s.from, s.to)...)
		}
		inside := func(e *outlineEdge) bool {
			u := j.along(e.middle())
			return u >= s.from && u <= s.to
		}
		first := slices.IndexFunc(edges, func(e outlineEdge) bool { return !inside(&e) })
		if first < 0 {
			j.pieces = append(j.pieces, outlinePiece{shape: n, edges: edges, closed: true})
			continue
		}
		var piece []outlineEdge
		for i := range edges {
			e := edges[(first+1+i)%len(edges)]
			if inside(&e) {
				piece = append(piece, e)
			} else if len(piece) > 0 {
				j.pieces = append(j.pieces, outlinePiece{shape: n, edges: piece})
				piece = nil
			}
		}
	}
}

// contours are the edges of each contour of a path.
func contours(path []draw.Segment) (out [][]outlineEdge) {
	var pen, start draw.Point
	var edges []outlineEdge
	for _, s := range path {
		switch s.Verb {
		case draw.Move:
			start, pen, edges = s.P[0], s.P[0], nil
		case draw.To:
			edges = append(edges, outlineEdge{p: [4]draw.Point{pen, s.P[0]}})
			pen = s.P[0]
		case draw.Curve:
			edges = append(edges, outlineEdge{p: [4]draw.Point{pen, s.P[0], s.P[1], s.P[2]}, curve: true})
			pen = s.P[2]
		case draw.Close:
			if pen != start {
				edges = append(edges, outlineEdge{p: [4]draw.Point{pen, start}})
			}
			out = append(out, edges)
		}
	}
	return out
}

func (e *outlineEdge) middle() draw.Point {
	if e.curve {
		half := e.at(.5)
		return half.p[3]
	}
	return midway(e.p[0], e.p[1], .5)
}

func midway(a, b draw.Point, t float64) draw.Point {
	return draw.Point{X: a.X + t*(b.X-a.X), Y: a.Y + t*(b.Y-a.Y)}
}

// at is the part of a curve up to t (de Casteljau).
func (e *outlineEdge) at(t float64) outlineEdge {
	a, b, c := midway(e.p[0], e.p[1], t), midway(e.p[1], e.p[2], t), midway(e.p[2], e.p[3], t)
	ab, bc := midway(a, b, t), midway(b, c, t)
	return outlineEdge{p: [4]draw.Point{e.p[0], a, ab, midway(ab, bc, t)}, curve: true}
}

func (e *outlineEdge) reversed() outlineEdge {
	if e.curve {
		return outlineEdge{p: [4]draw.Point{e.p[3], e.p[2], e.p[1], e.p[0]}, curve: true}
	}
	return outlineEdge{p: [4]draw.Point{e.p[1], e.p[0]}}
}

// split cuts an edge where it crosses a line across the axis.
func (j *outlineJoiner) split(e outlineEdge, lines ...float64) []outlineEdge {
	out := []outlineEdge{e}
	for _, u := range lines {
		var parts []outlineEdge
		for _, e := range out {
			a, b := j.along(e.p[0])-u, j.along(e.end())-u
			switch {
			case math.IsInf(u, 0) || a*b >= 0:
				parts = append(parts, e)
			case !e.curve:
				m := midway(e.p[0], e.p[1], a/(a-b))
				parts = append(parts, outlineEdge{p: [4]draw.Point{e.p[0], m}}, outlineEdge{p: [4]draw.Point{m, e.p[1]}})
			default:
				t := j.crossing(&e, u)
				head, tail := e.at(t), e.reversed()
				tail = tail.at(1 - t)
				parts = append(parts, head, tail.reversed())
			}
		}
		out = parts
	}
	return out
}

// crossing finds by halving where a curve crosses a line that its ends lie on
// both sides of.
func (j *outlineJoiner) crossing(e *outlineEdge, u float64) float64 {
	lo, hi := 0., 1.
	rises := j.along(e.p[3]) > j.along(e.p[0])
	for range 40 {
		t := (lo + hi) / 2
		head := e.at(t)
		if (j.along(head.p[3]) < u) == rises {
			lo = t
		} else {
			hi = t
		}
	}
	return (lo + hi) / 2
}

// connect leads each end at a joint to the beginning in the neighbouring shape
// that has the same rank across the axis; it fails where their numbers differ.
func (j *outlineJoiner) connect() bool {
	for k := range len(j.shapes) - 1 {
		if !j.lead(k, k+1, j.shapes[k].to, j.shapes[k+1].from) || !j.lead(k+1, k, j.shapes[k+1].from, j.shapes[k].to) {
			return false
		}
	}
	return true
}

func (j *outlineJoiner) lead(a, b int, endsAt, beginsAt float64) bool {
	var ends, begins []int
	for i, p := range j.pieces {
		if p.closed {
			continue
		}
		if p.shape == a && nearly(j.along(p.end()), endsAt) {
			ends = append(ends, i)
		}
		if p.shape == b && nearly(j.along(p.start()), beginsAt) {
			begins = append(begins, i)
		}
	}
	if len(ends) != len(begins) || len(ends) == 0 {
		return false
	}
	slices.SortStableFunc(ends, func(x, y int) int {
		return cmp.Compare(j.across(j.pieces[x].end()), j.across(j.pieces[y].end()))
	})
	slices.SortStableFunc(begins, func(x, y int) int {
		return cmp.Compare(j.across(j.pieces[x].start()), j.across(j.pieces[y].start()))
	})
	for i := range ends {
		j.pieces[ends[i]].next = begins[i]
	}
	return true
}

func (p outlinePiece) start() draw.Point { return p.edges[0].p[0] }
func (p outlinePiece) end() draw.Point   { return p.edges[len(p.edges)-1].end() }

// nearly compares places in points along the axis.
func nearly(a, b float64) bool { return math.Abs(a-b) < 1e-6 }

// outline follows the pieces.
func (j *outlineJoiner) outline() []draw.Segment {
	var out []draw.Segment
	for i := range j.pieces {
		var edges []outlineEdge
		for at := i; !j.pieces[at].done; at = j.pieces[at].next {
			p := &j.pieces[at]
			if len(edges) > 0 {
				edges = append(edges, outlineEdge{p: [4]draw.Point{edges[len(edges)-1].end(), p.start()}})
			}
			edges = append(edges, p.edges...)
			p.done = true
			if p.closed {
				break
			}
		}
		out = appendContour(out, edges)
	}
	return out
}

// appendContour writes edges as a closed contour, lines that go on in the same
// direction as one.
func appendContour(out []draw.Segment, edges []outlineEdge) []draw.Segment {
	if len(edges) == 0 {
		return out
	}
	start := len(out)
	out = append(out, draw.Segment{Verb: draw.Move, P: [3]draw.Point{edges[0].p[0]}})
	for _, e := range edges {
		if e.curve {
			out = append(out, draw.Segment{Verb: draw.Curve, P: [3]draw.Point{e.p[1], e.p[2], e.p[3]}})
			continue
		}
		last := len(out) - 1
		if last > start && out[last].Verb == draw.To && straight(before(out, last), e.p[0], e.p[1]) {
			out[last].P[0] = e.p[1]
			continue
		}
		out = append(out, draw.Segment{Verb: draw.To, P: [3]draw.Point{e.p[1]}})
	}
	return append(out, draw.Segment{Verb: draw.Close})
}

// before is where the segment i begins.
func before(path []draw.Segment, i int) draw.Point {
	if s := path[i-1]; s.Verb == draw.Curve {
		return s.P[2]
	}
	return path[i-1].P[0]
}

// straight tells whether b lies on the way from a to c, up to a thousandth of a point.
func straight(a, b, c draw.Point) bool {
	dx, dy := c.X-a.X, c.Y-a.Y
	length := math.Hypot(dx, dy)
	if length == 0 || (b.X-a.X)*(c.X-b.X)+(b.Y-a.Y)*(c.Y-b.Y) < 0 {
		return false
	}
	return math.Abs(dx*(b.Y-a.Y)-dy*(b.X-a.X)) < 1e-3*length
}
