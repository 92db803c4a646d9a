package typeset

import (
	"math"

	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/tex"
)

// grown is a character in a size of at least want points: the smallest variant
// that is large enough, else an assembly, else the largest there is (OpenType
// MATH, MathGlyphConstruction).
func (s *mathSetter) grown(r rune, want float64, vertical bool, c mathContext) *mathBox {
	g := s.face.GlyphIndex(r)
	if g == 0 {
		return s.foreign(r, c)
	}
	growth := s.m.Growth(g, vertical)
	if growth == nil {
		return s.glyph(g, r, c)
	}
	best := g
	for _, v := range growth.Variants {
		best = v.Glyph
		if v.Size*c.em >= want {
			return s.glyph(best, r, c)
		}
	}
	if len(growth.Parts) == 0 {
		return s.glyph(best, r, c)
	}
	return s.assembled(growth, want, vertical, r, c)
}

// stretched is a character about as wide as want: an assembly is exactly so,
// and where it cannot be that short, the variant that comes nearest.
func (s *mathSetter) stretched(r rune, want float64, c mathContext) *mathBox {
	g := s.face.GlyphIndex(r)
	growth := s.m.Growth(g, false)
	if g == 0 || growth == nil {
		return s.grown(r, want, false, c)
	}
	if len(growth.Parts) > 0 {
		if b := s.assembled(growth, want, false, r, c); b.w <= want*1.02 {
			return b
		}
	}
	best, width := g, s.m.Glyph(g).Advance*c.em
	for _, v := range growth.Variants {
		if math.Abs(v.Size*c.em-want) < math.Abs(width-want) {
			best, width = v.Glyph, v.Size*c.em
		}
	}
	if len(growth.Parts) > 0 && width < want*.98 {
		return s.assembled(growth, want, false, r, c)
	}
	return s.glyph(best, r, c)
}

// maxExtenders bounds how often an extender is repeated.
const maxExtenders = 2000

// assembled joins parts, each extender as often as needed, with the overlaps
// spread evenly. The parts become one path, so that no joint is to be seen.
func (s *mathSetter) assembled(growth *font.Construction, want float64, vertical bool, r rune, c mathContext) *mathBox {
	parts, overlap := s.parts(growth, want/c.em)
	out := &mathBox{italic: growth.Italic * c.em, h: mathNone, d: mathNone}
	out.ink.color = c.color
	var pos float64
	for i, p := range parts {
		if i > 0 {
			pos -= overlap(parts[i-1], p)
		}
		v := s.m.Glyph(p.Glyph)
		x, y := pos-v.Left, 0.
		if vertical {
			x, y = 0, pos+v.Depth
			out.w = max(out.w, v.Advance*c.em)
		} else {
			out.h, out.d = max(out.h, v.Height*c.em), max(out.d, v.Depth*c.em)
		}
		out.ink.path = appendOutline(out.ink.path, s.face.Outline(p.Glyph), x, y, c.em)
		pos += p.Size
	}
	if vertical {
		out.h, out.d = pos*c.em, 0
	} else {
		out.w = pos * c.em
	}
	return out
}

// parts repeats the extenders until the assembly is long enough, and gives the
// overlap of two neighbours in em.
func (s *mathSetter) parts(growth *font.Construction, want float64) ([]font.Part, func(a, b font.Part) float64) {
	least := s.m.MinOverlap
	most := func(a, b font.Part) float64 { return max(least, min(a.EndOverlap, b.StartOverlap)) }
	for times := 0; ; times++ {
		var list []font.Part
		for _, p := range growth.Parts {
			n := 1
			if p.Extender {
				n = times
			}
			for range n {
				list = append(list, p)
			}
		}
		length, slack := 0., 0.
		for i, p := range list {
			length += p.Size
			if i > 0 {
				length -= least
				slack += most(list[i-1], p) - least
			}
		}
		if len(list) == 0 || length < want && times < maxExtenders {
			continue
		}
		share := 0.
		if slack > 0 {
			share = max(0, min(1, (length-want)/slack))
		}
		return list, func(a, b font.Part) float64 { return least + share*(most(a, b)-least) }
	}
}

// appendOutline adds a glyph's contours at x, y (em) to a path in points.
func appendOutline(path []draw.Segment, outline []font.Segment, x, y, em float64) []draw.Segment {
	at := func(p font.Point) draw.Point { return draw.Point{X: (p.X + x) * em, Y: (p.Y + y) * em} }
	var pen font.Point
	open := false
	for _, o := range outline {
		switch o.Verb {
		case font.MoveTo:
			if open {
				path = append(path, draw.Segment{Verb: draw.Close})
			}
			open = true
			path = append(path, draw.Segment{Verb: draw.Move, P: [3]draw.Point{at(o.P[0])}})
			pen = o.P[0]
		case font.LineTo:
			path = append(path, draw.Segment{Verb: draw.To, P: [3]draw.Point{at(o.P[0])}})
			pen = o.P[0]
		case font.QuadTo:
			c, q := o.P[0], o.P[1]
			c1 := font.Point{X: pen.X + 2./3*(c.X-pen.X), Y: pen.Y + 2./3*(c.Y-pen.Y)}
			c2 := font.Point{X: q.X + 2./3*(c.X-q.X), Y: q.Y + 2./3*(c.Y-q.Y)}
			path = append(path, draw.Segment{Verb: draw.Curve, P: [3]draw.Point{at(c1), at(c2), at(q)}})
			pen = q
		case font.CubicTo:
			path = append(path, draw.Segment{Verb: draw.Curve, P: [3]draw.Point{at(o.P[0]), at(o.P[1]), at(o.P[2])}})
			pen = o.P[2]
		}
	}
	if open {
		path = append(path, draw.Segment{Verb: draw.Close})
	}
	return path
}

// growing replaces fences that the face cannot enlarge by the ones most like them.
func (s *mathSetter) growing(d rune) rune {
	like := map[rune]rune{'⟮': '(', '⟯': ')', '⎰': '{', '⎱': '}', '⌜': '⌈', '⌝': '⌉', '⌞': '⌊', '⌟': '⌋'}[d]
	if like != 0 && s.m.Growth(s.face.GlyphIndex(d), true) == nil {
		return like
	}
	return d
}

// delimiter is a fence of at least want points, centred on the axis; none is
// \nulldelimiterspace wide.
func (s *mathSetter) delimiter(d tex.Delimiter, want float64, c mathContext) *mathBox {
	if d == 0 {
		return &mathBox{w: .12 * c.size}
	}
	r := rune(d)
	if want > c.em { // in its own size any will do
		r = s.growing(r)
	}
	return s.onAxis(s.grown(r, want, true, c), c)
}

// delimiterSize is how large a fence must be around h and d (rule 19:
// \delimiterfactor 901, \delimitershortfall 5pt at 10 pt).
func (s *mathSetter) delimiterSize(h, d float64, c mathContext) float64 {
	axis := s.m.AxisHeight * c.em
	half := max(h-axis, d+axis)
	return max(2*half*.901, 2*half-.5*c.size)
}

// fenced is \left … \right (rule 19).
func (s *mathSetter) fenced(n *tex.Fenced, c mathContext) *mathBox {
	inner := make([]*mathBox, len(n.Parts))
	h, d := 0., 0.
	for i, p := range n.Parts {
		inner[i] = s.list(p, c).closed()
		h, d = max(h, inner[i].h), max(d, inner[i].d)
	}
	want := s.delimiterSize(h, d, c)
	boxes := []*mathBox{s.delimiter(n.Left, want, c)}
	for i, b := range inner {
		if i > 0 {
			boxes = append(boxes, s.delimiter(n.Middle[i-1], want, c))
		}
		boxes = append(boxes, b)
	}
	return mathBeside(append(boxes, s.delimiter(n.Right, want, c))...)
}

// mathBigSizes are \big to \Bigg in em: what rule 19 asks for around plain
// TeX's boxes of 8.5, 11.5, 14.5 and 17.5 pt, the third a little less, so that
// the variant meant for it is taken.
var mathBigSizes = [...]float64{0, 1.08, 1.62, 2.12, 2.7}

func (s *mathSetter) big(n *tex.Big, c mathContext) *mathBox {
	if n.Char == 0 {
		return &mathBox{}
	}
	return s.delimiter(n.Char, mathBigSizes[n.Size]*c.size, c)
}
