package font

import "math"

// Extent is how far a glyph's ink reaches above and below the baseline, in em.
func (f *Face) Extent(g GID) (height, depth float64) {
	_, _, height, depth = bounds(f.Outline(g))
	return height, depth
}

// bounds is the box of an outline's ink: left, right, height above and depth
// below the baseline; zeros for a blank glyph. Curves are followed exactly,
// since their control points may lie far outside.
func bounds(outline []Segment) (left, right, height, depth float64) {
	if len(outline) == 0 {
		return 0, 0, 0, 0
	}
	b := box{math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)}
	var pen Point
	for _, s := range outline {
		switch s.Verb {
		case MoveTo, LineTo:
			pen = s.P[0]
		case QuadTo:
			b.quad(pen, s.P[0], s.P[1])
			pen = s.P[1]
		case CubicTo:
			b.cubic(pen, s.P[0], s.P[1], s.P[2])
			pen = s.P[2]
		}
		b.add(pen.X, pen.Y)
	}
	return b.left, b.right, b.top, -b.bottom
}

type box struct{ left, right, bottom, top float64 }

func (b *box) add(x, y float64) {
	b.left, b.right = min(b.left, x), max(b.right, x)
	b.bottom, b.top = min(b.bottom, y), max(b.top, y)
}

func (b *box) quad(p, c, q Point) {
	// The derivative is zero where t = (p−c)/(p−2c+q).
	for _, t := range []float64{(p.X - c.X) / (p.X - 2*c.X + q.X), (p.Y - c.Y) / (p.Y - 2*c.Y + q.Y)} {
		if t > 0 && t < 1 {
			u := 1 - t
			b.add(u*u*p.X+2*u*t*c.X+t*t*q.X, u*u*p.Y+2*u*t*c.Y+t*t*q.Y)
		}
	}
}

func (b *box) cubic(p, c, d, q Point) {
	at := func(t float64) {
		if t > 0 && t < 1 {
			u := 1 - t
			b.add(u*u*u*p.X+3*u*u*t*c.X+3*u*t*t*d.X+t*t*t*q.X, u*u*u*p.Y+3*u*u*t*c.Y+3*u*t*t*d.Y+t*t*t*q.Y)
		}
	}
	for _, k := range [2][4]float64{{p.X, c.X, d.X, q.X}, {p.Y, c.Y, d.Y, q.Y}} {
		// The derivative is a·t² + b·t + c.
		qa, qb, qc := -k[0]+3*k[1]-3*k[2]+k[3], 2*(k[0]-2*k[1]+k[2]), k[1]-k[0]
		if math.Abs(qa) < 1e-12 {
			at(-qc / qb)
			continue
		}
		if disc := qb*qb - 4*qa*qc; disc >= 0 {
			root := math.Sqrt(disc)
			at((-qb + root) / (2 * qa))
			at((-qb - root) / (2 * qa))
		}
	}
}
