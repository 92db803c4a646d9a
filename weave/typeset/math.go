package typeset

import (
	"strings"

	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/tex"
)

// MathStyle says how a formula is set.
type MathStyle struct {
	Face    *font.Face // with a MATH table; nil is the built-in one
	Text    MathText   // for \text
	Size    float64    // pt
	Display bool
	Color   draw.Color
}

// MathText are the faces of \text and its kin, those of the text around. A face
// that is nil is the built-in one.
type MathText struct {
	Regular, Bold, Italic, BoldItalic, Sans, Mono *font.Face
}

func (t MathText) face(f tex.TextFont) *font.Face {
	set, builtin := t.Regular, font.Text
	switch f {
	case tex.TextBold:
		set, builtin = t.Bold, font.TextBold
	case tex.TextItalic:
		set, builtin = t.Italic, font.TextItalic
	case tex.TextBoldItalic:
		set, builtin = t.BoldItalic, font.TextBoldItalic
	case tex.TextSans:
		set, builtin = t.Sans, font.Sans
	case tex.TextMono:
		set, builtin = t.Mono, font.Mono
	}
	if set == nil {
		set = builtin()
	}
	return set
}

// MathPart is a piece of an inline formula between places where a line may end.
type MathPart struct {
	Frame   *draw.Frame
	Space   float64 // pt between this part and the next, vanishing at a line's end
	Penalty int     // of a break behind it: after a relation 500, after a binary operator 700 (TeXbook p. 101), after a sign of multiplication 900
}

// Penalties of a break inside a formula (TeXbook, p. 101). Factors belong
// together more than terms do: "5·5 + | 3·7" rather than "5·5 + 3· | 7".
const (
	relPenalty = 500
	binPenalty = 700
	mulPenalty = 900
)

// Math sets a formula as one frame whose baseline is the formula's.
func Math(f *tex.Formula, st MathStyle) *draw.Frame {
	s, c := newMathSetter(st)
	return s.list(f.Root, c).whole()
}

// MathLine is where a number stands beside a displayed formula.
type MathLine struct {
	Y   float64     // of its baseline, in pt below the top of the formula's frame
	Tag *draw.Frame // what \tag shows; nil where the number is the book's
}

// MathDisplay sets a formula and says where the numbers of its Lines stand.
func MathDisplay(f *tex.Formula, st MathStyle) (*draw.Frame, []MathLine) {
	s, c := newMathSetter(st)
	s.top = f.TopArray()
	frame := s.list(f.Root, c).whole()
	var lines []MathLine
	for _, l := range f.Lines() {
		line := MathLine{Y: frame.Baseline}
		if l.Row >= 0 && l.Row < len(s.baselines) {
			line.Y -= s.baselines[l.Row]
		}
		if l.Tag != nil {
			line.Tag = s.list(l.Tag.Kid, s.in(c, tex.StyleText)).frame()
		}
		lines = append(lines, line)
	}
	return frame, lines
}

// MathMissing lists the characters of a formula that its fonts do not have, in
// order of appearance; they are set as the fonts' missing glyph.
func MathMissing(f *tex.Formula, st MathStyle) []rune {
	s, c := newMathSetter(st)
	s.list(f.Root, c)
	return s.missing
}

// MathParts sets an inline formula in pieces; side by side with their spaces
// they look as Math would set it.
func MathParts(f *tex.Formula, st MathStyle) []MathPart {
	s, c := newMathSetter(st)
	atoms := tex.List(f.Root)
	var parts []MathPart
	start := 0
	for i, a := range atoms {
		penalty, ok := breakAfter(atoms, i)
		if !ok {
			continue
		}
		gap := 0.
		if next := nextAtom(atoms, i); next >= 0 && a.Class != tex.None {
			gap = tex.SpaceBetween(a.Class, atoms[next].Class, false) * c.em
		}
		b := s.run(atoms, start, i+1, c)
		parts = append(parts, MathPart{b.frame(), gap, penalty})
		start = i + 1
	}
	return append(parts, MathPart{Frame: s.run(atoms, start, len(atoms), c).whole()})
}

// breakAfter tells whether a line may end behind an atom: after a relation that
// no other follows, after a binary operator, and at \allowbreak.
func breakAfter(atoms []tex.Atom, i int) (penalty int, ok bool) {
	next := nextAtom(atoms, i)
	space, isSpace := atoms[i].Node.(*tex.Space)
	switch class := atoms[i].Class; {
	case next < 0:
		return 0, false
	case isSpace && space.Break:
		return 0, true
	case class == tex.Rel && atoms[next].Class != tex.Rel:
		return relPenalty, true
	case class == tex.Bin && multiplies(atoms[i].Node):
		return mulPenalty, true
	case class == tex.Bin:
		return binPenalty, true
	}
	return 0, false
}

func multiplies(n tex.Node) bool {
	s, ok := n.(*tex.Symbol)
	return ok && strings.ContainsRune("⋅·×∗⊙∘/", s.Char)
}

// nextAtom is the index of the next entry with a class, -1 at the end.
func nextAtom(atoms []tex.Atom, i int) int {
	for j := i + 1; j < len(atoms); j++ {
		if atoms[j].Class != tex.None {
			return j
		}
	}
	return -1
}
