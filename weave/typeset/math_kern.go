package typeset

import (
	"weave/weave/font"
)

// mathClearance is the least space between the ink of a base and of a script
// that is moved into its corner, in em.
const mathClearance = .08

// cutIn is the kern between the corners of base and script (OpenType MATH,
// MathKernInfo): as XeTeX and LuaTeX do, the smaller one of those at the two
// heights where they face each other. As the steps of a font are coarse, that
// may be too near: then it is what leaves some space between them, up to the
// larger of the two.
func (s *mathSetter) cutIn(base, script *mathBox, corner font.Corner, shift float64, c mathContext) float64 {
	if base.glyph == 0 || base.large {
		return 0
	}
	a, b := s.cornerKerns(base, script, corner, shift, c)
	least, most := min(a, b), max(a, b)
	if least >= 0 {
		return least
	}
	start, bottom, top := base.w, -shift-script.d, script.h-shift
	if corner == font.TopRight {
		start, bottom, top = base.w+base.italic, shift-script.d, shift+script.h
	}
	left := 0.
	if script.glyph != 0 {
		left = s.m.Glyph(script.glyph).Left * script.ink.size
	}
	needed := s.reach(base.glyph, bottom/c.em, top/c.em)*c.em - start - left + mathClearance*c.em
	return max(least, min(most, needed))
}

// cornerKerns are the kerns at the two heights.
func (s *mathSetter) cornerKerns(base, script *mathBox, corner font.Corner, shift float64, c mathContext) (a, b float64) {
	sc, m := s.sup(c), s.m
	at := func(atBase, atScript float64) float64 {
		k := m.Kern(base.glyph, corner, atBase/c.em) * c.em
		if script.glyph != 0 {
			opposite := font.BottomLeft
			if corner == font.BottomRight {
				opposite = font.TopLeft
			}
			k += m.Kern(script.glyph, opposite, atScript/sc.em) * sc.em
		}
		return k
	}
	if corner == font.TopRight {
		return at(shift-script.d, -script.d), at(base.h, base.h-shift)
	}
	return at(script.h-shift, script.h), at(-base.d, shift-base.d)
}

// reach is how far right the ink of a glyph goes between two heights, in em.
func (s *mathSetter) reach(g font.GID, bottom, top float64) float64 {
	right := mathNone
	see := func(p, q font.Point) {
		if p.Y > q.Y {
			p, q = q, p
		}
		if q.Y < bottom || p.Y > top {
			return
		}
		at := func(y float64) float64 {
			if q.Y == p.Y {
				return max(p.X, q.X)
			}
			return p.X + (y-p.Y)/(q.Y-p.Y)*(q.X-p.X)
		}
		right = max(right, at(max(p.Y, bottom)), at(min(q.Y, top)))
	}
	for _, contour := range contours(appendOutline(nil, s.face.Outline(g), 0, 0, 1)) {
		for _, e := range contour {
			steps := 1
			if e.curve {
				steps = 8
			}
			from := e.p[0]
			for i := range steps {
				to := e.end()
				if e.curve {
					head := e.at(float64(i+1) / float64(steps))
					to = head.p[3]
				}
				see(font.Point(from), font.Point(to))
				from = to
			}
		}
	}
	return right
}
