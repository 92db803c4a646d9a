package font

import (
	"encoding/binary"
	"errors"
	"fmt"
)

var errGlyf = errors.New("damaged glyf table")

// subsetGlyf makes the tables of a TrueType font with the given glyphs.
// Components of composite glyphs are appended behind them.
func (f *Face) subsetGlyf(glyphs []GID) (map[string][]byte, error) {
	b := glyfSubset{face: f, glyphs: append([]GID(nil), glyphs...), place: map[GID]int{}}
	for i, g := range glyphs {
		if _, seen := b.place[g]; !seen && g != NoGlyph {
			b.place[g] = i
		}
	}
	for i := 0; i < len(b.glyphs); i++ {
		if err := b.add(b.glyphs[i]); err != nil {
			return nil, fmt.Errorf("font %s, glyph %d: %w", f.name, b.glyphs[i], err)
		}
	}
	return b.tables(), nil
}

type glyfSubset struct {
	face       *Face
	glyphs     []GID       // new number → old
	place      map[GID]int // old → new number
	glyf, loca []byte
}

// add appends glyph g to the new glyf table.
func (b *glyfSubset) add(g GID) error {
	b.loca = binary.BigEndian.AppendUint32(b.loca, uint32(len(b.glyf)))
	if g == NoGlyph {
		return nil
	}
	old, err := b.face.glyfData(g)
	if err != nil {
		return err
	}
	data := append([]byte(nil), old...)
	if err := b.renumber(data); err != nil {
		return err
	}
	b.glyf = append(b.glyf, data...)
	b.glyf = append(b.glyf, make([]byte, -len(b.glyf)&3)...)
	return nil
}

// Flags of a composite glyph's component (OpenType, glyf).
const (
	argsAreWords   = 0x0001
	haveScale      = 0x0008
	moreComponents = 0x0020
	haveXYScale    = 0x0040
	haveTwoByTwo   = 0x0080
)

// renumber changes the components of a composite glyph to their new numbers.
func (b *glyfSubset) renumber(data []byte) error {
	be := binary.BigEndian
	if len(data) < 10 || int16(be.Uint16(data)) >= 0 {
		return nil
	}
	for at := 10; ; {
		if at+4 > len(data) {
			return errGlyf
		}
		flags, g := be.Uint16(data[at:]), GID(be.Uint16(data[at+2:]))
		n, ok := b.place[g]
		if !ok {
			n = len(b.glyphs)
			b.place[g], b.glyphs = n, append(b.glyphs, g)
		}
		be.PutUint16(data[at+2:], uint16(n))
		if flags&moreComponents == 0 {
			return nil
		}
		at += componentSize(flags)
	}
}

func componentSize(flags uint16) int {
	n := 6
	if flags&argsAreWords != 0 {
		n += 2
	}
	switch {
	case flags&haveScale != 0:
		n += 2
	case flags&haveXYScale != 0:
		n += 4
	case flags&haveTwoByTwo != 0:
		n += 8
	}
	return n
}

// glyfData is the description of a glyph in the face's glyf table.
func (f *Face) glyfData(g GID) ([]byte, error) {
	be, loca, glyf := binary.BigEndian, f.tables["loca"], f.tables["glyf"]
	if len(f.tables["head"]) < 54 {
		return nil, errGlyf
	}
	size := 2
	if be.Uint16(f.tables["head"][50:]) == 1 {
		size = 4
	}
	at := size * int(g)
	if at+2*size > len(loca) {
		return nil, errGlyf
	}
	var from, to int
	if size == 4 {
		from, to = int(be.Uint32(loca[at:])), int(be.Uint32(loca[at+4:]))
	} else {
		from, to = 2*int(be.Uint16(loca[at:])), 2*int(be.Uint16(loca[at+2:]))
	}
	if from > to || to > len(glyf) {
		return nil, errGlyf
	}
	return glyf[from:to], nil
}

// tables writes the other tables to go with the new glyf table.
func (b *glyfSubset) tables() map[string][]byte {
	be, old := binary.BigEndian, b.face.tables
	head, hhea, maxp := clone(old["head"]), clone(old["hhea"]), clone(old["maxp"])
	be.PutUint32(head[8:], 0)
	be.PutUint16(head[50:], 1)
	be.PutUint16(hhea[34:], uint16(len(b.glyphs)))
	be.PutUint16(maxp[4:], uint16(len(b.glyphs)))
	t := map[string][]byte{
		"head": head, "hhea": hhea, "maxp": maxp, "glyf": b.glyf,
		"loca": be.AppendUint32(b.loca, uint32(len(b.glyf))),
		"hmtx": b.face.hmtx(b.glyphs),
	}
	for _, tag := range []string{"cvt ", "fpgm", "prep"} {
		if old[tag] != nil {
			t[tag] = old[tag]
		}
	}
	return t
}

// hmtx is a table of advances and left side bearings for the given glyphs.
func (f *Face) hmtx(glyphs []GID) []byte {
	be, old := binary.BigEndian, f.tables["hmtx"]
	long := int(be.Uint16(f.tables["hhea"][34:])) // the glyphs behind share the last advance
	out := make([]byte, 0, 4*len(glyphs))
	for _, g := range glyphs {
		switch {
		case g == NoGlyph:
			out = append(out, 0, 0, 0, 0)
		case int(g) < long:
			out = append(out, old[4*int(g):4*int(g)+4]...)
		default:
			bearing := 4*long + 2*(int(g)-long)
			out = append(append(out, old[4*long-4:4*long-2]...), old[bearing:bearing+2]...)
		}
	}
	return out
}

func clone(b []byte) []byte { return append([]byte(nil), b...) }
