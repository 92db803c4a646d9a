package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"weave/weave/font"
	"weave/weave/tex"
)

// words sets upright text in a face. Its height is that of its ink.
func (s *mathSetter) words(text string, f *font.Face, c mathContext) *mathBox {
	out := mathEmpty(1)
	var at float64
	for run := range mathTextRuns(text) {
		if w := mathTextSpace(run); w > 0 {
			at += w * c.em
			continue
		}
		b := &mathBox{ink: mathInk{face: f, size: c.em, color: c.color, run: f.Shape(run, font.ShapeOptions{})}, h: mathNone, d: mathNone}
		for _, g := range b.ink.run {
			height, depth := s.inkOf(f, g.ID)
			b.h, b.d = max(b.h, height*c.em), max(b.d, depth*c.em)
		}
		b.w = font.Width(b.ink.run) * c.em
		out.put(b.settled(), at, 0)
		at += b.w
	}
	out.w = at
	return out.settled()
}

// inkOf is height and depth of a glyph of any face.
func (s *mathSetter) inkOf(f *font.Face, g font.GID) (height, depth float64) {
	if f == s.face {
		v := s.m.Glyph(g)
		return v.Height, v.Depth
	}
	return f.Extent(g)
}

// mathTextSpace is the width of a special blank in em, 0 for other text.
func mathTextSpace(run string) float64 {
	switch run {
	case "\u2003":
		return 1
	case "\u2002":
		return .5
	case "\u2004":
		return tex.Thick
	case "\u2005":
		return tex.Medium
	case "\u2009":
		return tex.Thin
	}
	return 0
}

// mathTextRuns parts text at the special blanks, which few fonts have.
func mathTextRuns(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		start := 0
		for i, r := range text {
			if mathTextSpace(string(r)) == 0 {
				continue
			}
			if start < i && !yield(text[start:i]) || !yield(string(r)) {
				return
			}
			start = i + len(string(r))
		}
		if start < len(text) {
			yield(text[start:])
		}
	}
}

// textNode sets \text: it keeps the size of its surroundings and is never display.
func (s *mathSetter) textNode(n *tex.Text, c mathContext) *mathBox {
	out := mathEmpty(len(n.Parts))
	for _, part := range n.Parts {
		var b *mathBox
		if run, ok := part.(*tex.TextRun); ok {
			b = s.textRun(run, c)
		} else {
			inner := c
			if c.display() {
				inner = s.in(c, tex.StyleText)
			}
			b = s.list(part, inner)
		}
		out.put(b, out.w, 0)
		out.w += b.w
	}
	return out.settled()
}

// textRun sets a piece of text; characters that its face does not have are
// looked for in the math face.
func (s *mathSetter) textRun(n *tex.TextRun, c mathContext) *mathBox {
	f := s.text.face(n.Font)
	has := func(r rune) bool {
		return f.GlyphIndex(r) != 0 || mathTextSpace(string(r)) != 0 || unicode.Is(unicode.Mn, r)
	}
	if !strings.ContainsFunc(n.Text, func(r rune) bool { return !has(r) }) {
		return s.words(n.Text, f, c)
	}
	var boxes []*mathBox
	rest := n.Text
	for rest != "" {
		i := strings.IndexFunc(rest, func(r rune) bool { return !has(r) })
		if i != 0 {
			if i < 0 {
				i = len(rest)
			}
			boxes = append(boxes, s.words(rest[:i], f, c))
			rest = rest[i:]
			continue
		}
		r, size := utf8.DecodeRuneInString(rest)
		boxes = append(boxes, s.char(r, c))
		rest = rest[size:]
	}
	return mathBeside(boxes...)
}
