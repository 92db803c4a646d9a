package font

// Glyph is one shaped glyph. Text is what it stands for, so that copying gives
// it back; "" for the second and later glyphs of a cluster.
type Glyph struct {
	ID      GID
	Advance float64 // em, kerning included
	DX, DY  float64 // em, offset of the glyph from the pen
	Text    string
}

// Width adds up the advances, in em.
func Width(gs []Glyph) (w float64) {
	for _, g := range gs {
		w += g.Advance
	}
	return w
}
