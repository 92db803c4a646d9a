package typeset

import (
	"math"
	"slices"

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

// stretched is a character as wide as can be to want: an assembly is exactly so,
// unless it cannot be that short and a variant comes nearer.
func (s *mathSetter) stretched(r rune, want float64, c mathContext) *mathBox {
	g := s.face.GlyphIndex(r)
	growth := s.m.Growth(g, false)
	if g == 0 || growth == nil {
		return s.grown(r, want, false, c)
	}
	best, off := g, math.Abs(s.m.Glyph(g).Advance*c.em-want)
	for _, v := range growth.Variants {
		if d := math.Abs(v.Size*c.em - want); d < off {
			best, off = v.Glyph, d
		}
	}
	if len(growth.Parts) > 0 {
		if b := s.assembled(growth, want, false, r, c); math.Abs(b.w-want) <= off {
			return b
		}
	}
	return s.glyph(best, r, c)
}

// maxExtenders bounds how often an extender is repeated.
const maxExtenders = 2000

// assembled joins parts, each extender as often as needed, with the overlaps
// spread evenly, to one outline.
func (s *mathSetter) assembled(growth *font.Construction, want float64, vertical bool, r rune, c mathContext) *mathBox {
	parts, overlap := s.parts(growth, want/c.em)
	out := &mathBox{italic: growth.Italic * c.em, h: mathNone, d: mathNone}
	shapes, overlaps := make([]mathShape, len(parts)), make([]float64, len(parts))
	pos := 0.
	for i, p := range parts {
		v := s.m.Glyph(p.Glyph)
		x, y := pos-v.Left, 0.
		if vertical {
			x, y = 0, pos+v.Depth
			out.w = max(out.w, v.Advance*c.em)
		} else {
			out.h, out.d = max(out.h, v.Height*c.em), max(out.d, v.Depth*c.em)
		}
		shapes[i].path = appendOutline(nil, s.face.Outline(p.Glyph), x, y, c.em)
		pos += p.Size
		shapes[i].to = pos * c.em
		if i+1 < len(parts) {
			overlaps[i] = overlap(p, parts[i+1]) * c.em
			pos -= overlaps[i] / c.em
		}
	}
	out.ink = s.outlined(overlapping(shapes, overlaps, mathCut*c.em, vertical), r, c)
	if vertical {
		out.h, out.d = pos*c.em, 0
		out.ink.rise = out.h/2 - s.m.AxisHeight*c.em
	} else {
		out.w = pos * c.em
	}
	return out
}

// overlapping joins shapes that end in points along the axis and overlap there
// with the next. The cut is where their contours match: an arrow's shaft may
// begin within its head.
func overlapping(shapes []mathShape, overlaps []float64, cut float64, vertical bool) []draw.Segment {
	var path []draw.Segment
	for _, part := range [...]float64{.5, .3, .7, .1, .9} {
		try := slices.Clone(shapes)
		try[0].from = mathNone
		for i := range len(try) - 1 {
			joint := try[i].to - part*overlaps[i]
			try[i].to, try[i+1].from = joint-cut, joint+cut
		}
		try[len(try)-1].to = -mathNone
		var ok bool
		if path, ok = joined(try, vertical); ok {
			break
		}
	}
	return path
}

// outlined is a path that stands for a character, which copying it gives.
func (s *mathSetter) outlined(path []draw.Segment, r rune, c mathContext) mathInk {
	ink := mathInk{path: path, color: c.color, face: s.face, size: c.em}
	if g := s.face.GlyphIndex(r); g != 0 && r != 0 {
		ink.run = []font.Glyph{{ID: g, Advance: s.m.Glyph(g).Advance, Text: plainText(r)}}
	}
	return ink
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
