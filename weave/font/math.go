package font

import "sync"

// MathTable is the OpenType MATH table with all lengths in em, and the GSUB
// substitutions that mathematics needs.
type MathTable struct {
	MathConstants
	MinOverlap float64 // of the parts of an assembly

	face       *Face
	italic     map[GID]float64
	accent     map[GID]float64
	kerns      map[GID]*[4][]kernStep
	vertical   map[GID]*Construction
	horizontal map[GID]*Construction
	script     map[GID][]GID // ssty
	dotless    map[GID]GID   // dtls
	roundhand  map[GID]GID   // ss01 of STIX Two
	mu         sync.Mutex    // guards glyphs
	glyphs     map[GID]MathGlyph
}

// MathGlyph is what layout asks about a glyph, in em.
type MathGlyph struct {
	Advance, Height, Depth float64 // Depth is positive below the baseline
	Left, Right            float64 // of the ink
	Italic                 float64 // italic correction
	Accent                 float64 // where an accent is centred, from the glyph's origin
	HasAccent              bool    // the table says so
}

// Construction is how a glyph grows: by larger variants, then out of parts.
type Construction struct {
	Variants []Variant
	Parts    []Part
	Italic   float64
}

// Variant is a larger form; Size is its extent in the direction of growth, in em.
type Variant struct {
	Glyph GID
	Size  float64
}

// Part is a piece of an assembly, from bottom to top or left to right.
type Part struct {
	Glyph                          GID
	StartOverlap, EndOverlap, Size float64 // em
	Extender                       bool    // may be repeated
}

type kernStep struct{ below, kern float64 }

// Math is the face's MATH table, nil where it has none.
func (f *Face) Math() *MathTable { return f.math() }

func (f *Face) parseMath() *MathTable {
	data := f.Table("MATH")
	if len(data) < 10 {
		return nil
	}
	m := &MathTable{face: f, glyphs: map[GID]MathGlyph{}}
	m.read(mathReader{data, f.unit})
	m.script, m.dotless, m.roundhand = f.mathSubstitutions()
	return m
}

// Glyph is the measures of a glyph.
func (m *MathTable) Glyph(g GID) MathGlyph {
	m.mu.Lock()
	defer m.mu.Unlock()
	if v, ok := m.glyphs[g]; ok {
		return v
	}
	v := MathGlyph{Advance: m.face.Advance(g), Italic: m.italic[g]}
	v.Left, v.Right, v.Height, v.Depth = bounds(m.face.Outline(g))
	v.Accent, v.HasAccent = m.accent[g]
	if !v.HasAccent {
		v.Accent = (v.Advance + v.Italic) / 2
	}
	m.glyphs[g] = v
	return v
}

// Growth is how a glyph grows vertically or horizontally, nil if it does not.
func (m *MathTable) Growth(g GID, vertical bool) *Construction {
	if vertical {
		return m.vertical[g]
	}
	return m.horizontal[g]
}

// ScriptForm is the glyph designed for scripts of the given level, 1 or 2; the
// same where there is none (feature ssty).
func (m *MathTable) ScriptForm(g GID, level int) GID {
	forms := m.script[g]
	if level < 1 || len(forms) == 0 {
		return g
	}
	return forms[min(level, len(forms))-1]
}

// Dotless is i and j without their dots, for under accents (feature dtls).
func (m *MathTable) Dotless(g GID) GID {
	if d, ok := m.dotless[g]; ok {
		return d
	}
	return g
}

// Roundhand is a script letter in the round hand of \mathscr, where the face has
// it beside the chancery hand of \mathcal; Unicode has one character for both.
func (m *MathTable) Roundhand(g GID) GID {
	if r, ok := m.roundhand[g]; ok {
		return r
	}
	return g
}

// Corner is a corner of a glyph, in the order of the table MathKernInfo.
type Corner int

const (
	TopRight Corner = iota
	TopLeft
	BottomRight
	BottomLeft
)

// Kern is the cut-in at a corner for a script whose edge is at a height, in em.
func (m *MathTable) Kern(g GID, c Corner, height float64) float64 {
	k := m.kerns[g]
	if k == nil {
		return 0
	}
	for _, s := range k[c] {
		if height < s.below {
			return s.kern
		}
	}
	return 0
}
