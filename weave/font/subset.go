package font

import (
	"encoding/binary"
	"slices"
)

// NoGlyph stands for an empty glyph in the list given to Subset.
const NoGlyph GID = 0xFFFF

// FontFile is a font program with a part of a face's glyphs.
type FontFile struct {
	Data []byte
	CFF  bool // a bare CFF font (ISO 32000 FontFile3, CIDFontType0C), else TrueType
}

// Subset makes a font program whose glyph i is the face's glyph glyphs[i]; a
// glyph may stand there more than once, NoGlyph is empty. glyphs[0] should be
// 0, the missing glyph. It fails only where the font's tables are damaged.
func (f *Face) Subset(glyphs []GID) (FontFile, error) {
	if f.tables["CFF "] != nil {
		data, err := f.subsetCFF(glyphs)
		return FontFile{data, true}, err
	}
	tables, err := f.subsetGlyf(glyphs)
	if err != nil {
		return FontFile{}, err
	}
	return FontFile{writeSFNT(0x00010000, tables), false}, nil
}

// Retain lists the glyphs for a Subset that keeps their numbers, as layout
// tables need it: all others up to the last become NoGlyph.
func Retain(glyphs []GID) []GID {
	out := []GID{0}
	for _, g := range slices.Sorted(slices.Values(glyphs)) {
		for len(out) <= int(g) {
			out = append(out, NoGlyph)
		}
		out[g] = g
	}
	return out
}

// writeSFNT puts tables together with their checksums (OpenType, "Font file").
func writeSFNT(version uint32, tables map[string][]byte) []byte {
	tags := sortedKeys(tables)
	n, log := len(tags), 0
	for 1<<(log+1) <= n {
		log++
	}
	be := binary.BigEndian
	out := be.AppendUint32(nil, version)
	for _, v := range []int{n, 16 << log, log, 16*n - 16<<log} {
		out = be.AppendUint16(out, uint16(v))
	}
	at, head := len(out)+16*n, -1
	for _, tag := range tags {
		t := tables[tag]
		if tag == "head" {
			head = at
		}
		out = append(out, tag...)
		out = be.AppendUint32(out, checksum(t))
		out = be.AppendUint32(out, uint32(at))
		out = be.AppendUint32(out, uint32(len(t)))
		at += (len(t) + 3) &^ 3
	}
	for _, tag := range tags {
		out = append(out, tables[tag]...)
		out = append(out, make([]byte, -len(out)&3)...)
	}
	if head >= 0 {
		be.PutUint32(out[head+8:], 0xB1B0AFBA-checksum(out))
	}
	return out
}

func sortedKeys(m map[string][]byte) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// checksum adds up big-endian words, the last one padded with zeros.
func checksum(b []byte) (sum uint32) {
	for len(b) >= 4 {
		sum += binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	var last [4]byte
	copy(last[:], b)
	return sum + binary.BigEndian.Uint32(last[:])
}
