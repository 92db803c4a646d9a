package font

import "encoding/binary"

// withoutHints takes the instructions out of glyphs (OpenType, glyf): screens
// today do without, and they are half of a font's bytes. Damaged glyphs stay.
func withoutHints(glyf, loca []byte) (newGlyf, newLoca []byte) {
	be := binary.BigEndian
	for i := 0; i+8 <= len(loca); i += 4 {
		newLoca = be.AppendUint32(newLoca, uint32(len(newGlyf)))
		g := clone(glyf[be.Uint32(loca[i:]):be.Uint32(loca[i+4:])])
		if len(g) >= 10 {
			g = withoutInstructions(g)
		}
		newGlyf = append(newGlyf, g...)
		newGlyf = append(newGlyf, make([]byte, -len(newGlyf)&3)...)
	}
	return newGlyf, be.AppendUint32(newLoca, uint32(len(newGlyf)))
}

const haveInstructions = 0x0100

func withoutInstructions(g []byte) []byte {
	be := binary.BigEndian
	if contours := int(int16(be.Uint16(g))); contours >= 0 {
		at := 10 + 2*contours
		if at+2 > len(g) || at+2+int(be.Uint16(g[at:])) > len(g) {
			return g
		}
		rest := g[at+2+int(be.Uint16(g[at:])):]
		return append(append(g[:at:at], 0, 0), rest...)
	}
	for at := 10; at+4 <= len(g); {
		flags := be.Uint16(g[at:])
		be.PutUint16(g[at:], flags&^haveInstructions)
		at += componentSize(flags)
		if flags&moreComponents == 0 && at <= len(g) {
			return g[:at]
		}
	}
	return g
}
