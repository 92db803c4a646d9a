package typeset

import (
	"unicode"

	"weave/weave/tex"
)

// accent is rule 12.
func (s *mathSetter) accent(n *tex.Accent, c mathContext) *mathBox {
	in := s.list(n.Base, s.crampedIn(c, c.style))
	if in.glyph != 0 && !n.Under {
		in = s.dotless(in, c)
	}
	mark := s.mark(n, in, c)
	out := mathEmpty(2)
	out.w, out.italic, out.over, out.glyph = in.w, in.italic, in.over, 0
	out.accent, out.hasAccent = in.accent, in.hasAccent
	out.put(in, 0, 0)
	x := s.accentAxis(n, in) - s.markAxis(n, mark, c)
	if x < 0 && n.Wide && s.isArrow(n.Mark) {
		return s.overhung(n, in, mark, c)
	}
	if n.Under {
		out.put(mark, x, -in.d-.1*c.em-mark.h)
		return out
	}
	if !unicode.Is(unicode.Mn, n.Mark) {
		out.put(mark, x, in.h+.1*c.em+mark.d)
		return out
	}
	// A combining mark is drawn above an x-height letter: it is raised by what the base is higher.
	out.put(mark, x, in.h-min(in.h, s.m.AccentBaseHeight*c.em))
	return out
}

// isArrow tells marks that grow out of parts: arrows and lines, not hats.
func (s *mathSetter) isArrow(mark rune) bool {
	growth := s.m.Growth(s.face.GlyphIndex(mark), false)
	return growth != nil && len(growth.Parts) > 0
}

// overhung is a base under an arrow that is wider: both take room (amsmath
// \overrightarrow), while a hat may overlap its neighbours.
func (s *mathSetter) overhung(n *tex.Accent, in, mark *mathBox, c mathContext) *mathBox {
	out := mathEmpty(2)
	shift := s.markAxis(n, mark, c)
	out.w = 2 * shift
	out.put(in, shift-in.w/2, 0)
	y := in.h - min(in.h, s.m.AccentBaseHeight*c.em)
	if n.Under {
		y = -in.d - .1*c.em - mark.h
	}
	out.put(mark, 0, y)
	return out
}

// dotless replaces i and j; the width stays.
func (s *mathSetter) dotless(in *mathBox, c mathContext) *mathBox {
	g := s.m.Dotless(in.glyph)
	if g == in.glyph || len(in.ink.run) != 1 {
		return in
	}
	b := s.glyph(g, 0, mathContext{em: in.ink.size, color: in.ink.color})
	b.ink.run[0].Text = in.ink.run[0].Text
	return b
}

// mark is the accent's glyph: a wide one is the largest variant that is not
// wider than the base, or an assembly as wide as it.
func (s *mathSetter) mark(n *tex.Accent, in *mathBox, c mathContext) *mathBox {
	g := s.face.GlyphIndex(n.Mark)
	if g == 0 {
		return s.foreign(n.Mark, c)
	}
	growth := s.m.Growth(g, false)
	if !n.Wide || growth == nil {
		return s.glyph(g, n.Mark, c)
	}
	if len(growth.Parts) > 0 {
		return s.stretched(n.Mark, in.w, c)
	}
	for _, v := range growth.Variants {
		if v.Size*c.em <= in.w*1.1 {
			g = v.Glyph
		}
	}
	return s.glyph(g, n.Mark, c)
}

// accentAxis is where the mark is centred over the base.
func (s *mathSetter) accentAxis(n *tex.Accent, in *mathBox) float64 {
	if !n.Wide && (in.glyph != 0 || in.hasAccent) {
		return in.accent
	}
	return in.w / 2
}

// markAxis is the point of the mark that goes there.
func (s *mathSetter) markAxis(n *tex.Accent, mark *mathBox, c mathContext) float64 {
	if mark.glyph == 0 {
		return mark.w / 2
	}
	if mark.hasAccent && !n.Wide {
		return mark.accent
	}
	v := s.m.Glyph(mark.glyph)
	return (v.Left + v.Right) / 2 * c.em
}
