package typeset

import (
	"slices"

	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/tex"
)

// mathSetter sets one formula.
type mathSetter struct {
	face    *font.Face
	text    MathText
	m       *font.MathTable
	missing []rune

	top       *tex.Array // whose rows have numbers
	baselines []float64  // of its rows, upward from the formula's
}

// mathContext is what a part inherits.
type mathContext struct {
	style   tex.Style // StyleDisplay to StyleScriptScript
	cramped bool
	size    float64 // pt of text style
	em      float64 // pt of this style
	color   draw.Color
}

func newMathSetter(st MathStyle) (*mathSetter, mathContext) {
	if st.Face == nil {
		st.Face = font.MathFace()
	}
	s := &mathSetter{face: st.Face, text: st.Text, m: st.Face.Math()}
	if s.m == nil {
		panic("typeset: " + st.Face.Name() + " has no MATH table")
	}
	c := mathContext{style: tex.StyleText, size: st.Size, color: st.Color}
	if st.Display {
		c.style = tex.StyleDisplay
	}
	if !c.color.Visible() {
		c.color = draw.Black
	}
	return s, s.in(c, c.style)
}

// in is the context in another style.
func (s *mathSetter) in(c mathContext, style tex.Style) mathContext {
	c.style, c.em = style, c.size
	switch style {
	case tex.StyleScript:
		c.em *= s.m.ScriptPercentScaleDown
	case tex.StyleScriptScript:
		c.em *= s.m.ScriptScriptPercentScaleDown
	}
	return c
}

func (s *mathSetter) crampedIn(c mathContext, style tex.Style) mathContext {
	c = s.in(c, style)
	c.cramped = true
	return c
}

func (c mathContext) display() bool { return c.style == tex.StyleDisplay }
func (c mathContext) script() bool  { return c.style >= tex.StyleScript }

// scriptStyle is that of a script (TeXbook, p. 140).
func scriptStyle(s tex.Style) tex.Style {
	if s <= tex.StyleText {
		return tex.StyleScript
	}
	return tex.StyleScriptScript
}

// fractionStyle is that of a numerator or denominator.
func fractionStyle(s tex.Style) tex.Style { return min(s+1, tex.StyleScriptScript) }

func (s *mathSetter) sup(c mathContext) mathContext { return s.in(c, scriptStyle(c.style)) }
func (s *mathSetter) sub(c mathContext) mathContext { return s.crampedIn(c, scriptStyle(c.style)) }

// look applies what a Styled around an atom changed.
func (s *mathSetter) look(c mathContext, l tex.Look) mathContext {
	if l.Color != "" {
		c.color = mathColor(l.Color, c.color)
	}
	style := c.style
	if l.Style != tex.StyleInherit {
		style = l.Style
	}
	if l.Size != 0 {
		c.size *= l.Size
	}
	return s.in(c, style)
}

// mathColor is a colour of a formula for both outputs: curve colours follow the
// theme, others are as given.
func mathColor(name string, fallback draw.Color) draw.Color {
	hex := name
	if v, ok := tex.ColorNames[name]; ok {
		hex = v
	}
	if len(hex) == 4 {
		hex = string([]byte{'#', hex[1], hex[1], hex[2], hex[2], hex[3], hex[3]})
	}
	if len(hex) != 7 {
		return fallback
	}
	at := func(i int) uint8 { return hexDigit(hex[i])<<4 | hexDigit(hex[i+1]) }
	out := draw.Color{R: at(1), G: at(3), B: at(5), Alpha: 255}
	if i := slices.IndexFunc(draw.Curves, func(c draw.Color) bool { return c.Name == name }); i >= 0 {
		return draw.Curves[i]
	}
	return out
}

func hexDigit(c byte) uint8 {
	switch {
	case c <= '9':
		return c - '0'
	case c <= 'F':
		return c - 'A' + 10
	}
	return c - 'a' + 10
}

// list sets what stands between braces.
func (s *mathSetter) list(n tex.Node, c mathContext) *mathBox {
	atoms := tex.List(n)
	return s.run(atoms, 0, len(atoms), c)
}

// run sets the atoms from i to j with the spaces between them (appendix G, rule 20).
func (s *mathSetter) run(atoms []tex.Atom, i, j int, c mathContext) *mathBox {
	out := mathEmpty(j - i)
	var last *mathBox
	prev := tex.None
	for _, a := range atoms[i:j] {
		ac := c
		if a.Look != (tex.Look{}) {
			ac = s.look(c, a.Look)
		}
		b := s.node(a.Node, ac)
		if a.Class != tex.None {
			out.w += tex.SpaceBetween(prev, a.Class, ac.script()) * ac.em
			prev = a.Class
		}
		if last != nil {
			out.w += last.over
		}
		out.put(b, out.w, 0)
		out.w += b.w
		last = b
	}
	if len(out.kids) == 1 {
		return last
	}
	if last != nil && !last.large {
		out.italic, out.over = last.italic, last.over
	}
	return out.settled()
}

// char is one character of the math face.
func (s *mathSetter) char(r rune, c mathContext) *mathBox {
	g := s.face.GlyphIndex(r)
	if g == 0 {
		if p := tex.Plain(r); p != r {
			g = s.face.GlyphIndex(p)
		}
	}
	if g == 0 {
		return s.foreign(r, c)
	}
	if c.script() {
		g = s.m.ScriptForm(g, int(c.style-tex.StyleText))
	}
	return s.glyph(g, r, c)
}

// foreign is a character that only the text face or the built-in math face has, or none.
func (s *mathSetter) foreign(r rune, c mathContext) *mathBox {
	f := s.text.face(tex.TextPlain)
	if f.GlyphIndex(r) == 0 {
		f = font.MathFace()
	}
	if f.GlyphIndex(r) == 0 {
		s.miss(r)
	}
	return s.words(string(r), f, c)
}

func (s *mathSetter) miss(r rune) {
	if !slices.Contains(s.missing, r) {
		s.missing = append(s.missing, r)
	}
}

func (s *mathSetter) glyph(g font.GID, r rune, c mathContext) *mathBox {
	v := s.m.Glyph(g)
	b := &mathBox{
		w: v.Advance * c.em, h: v.Height * c.em, d: v.Depth * c.em,
		glyph: g, italic: v.Italic * c.em, accent: v.Accent * c.em, hasAccent: v.HasAccent,
		over: max(0, min(v.Italic, v.Right-v.Advance)) * c.em,
	}
	b.ink = mathInk{face: s.face, size: c.em, color: c.color, run: []font.Glyph{{ID: g, Advance: v.Advance, Text: plainText(r)}}}
	return b
}

// plainText is what copying a character gives.
func plainText(r rune) string {
	if r == 0 {
		return ""
	}
	return string(tex.Plain(r))
}

func (s *mathSetter) rule(w, h float64, c mathContext) *mathBox {
	return &mathBox{w: w, h: h, ink: mathInk{rule: true, color: c.color}}
}

// onAxis centres a box on the axis.
func (s *mathSetter) onAxis(b *mathBox, c mathContext) *mathBox {
	return b.shifted(s.m.AxisHeight*c.em - (b.h-b.d)/2)
}
