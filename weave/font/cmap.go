package font

import (
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

// cmapTable maps characters to glyphs: one subtable of format 12, for Unicode
// and for Windows (OpenType, cmap).
func (f *Face) cmapTable(runes []rune) []byte {
	runes = slices.Compact(slices.Sorted(slices.Values(runes)))
	be := binary.BigEndian
	var groups []byte
	n := 0
	for i := 0; i < len(runes); n++ {
		j := i + 1
		for j < len(runes) && runes[j] == runes[i]+rune(j-i) && f.GlyphIndex(runes[j]) == f.GlyphIndex(runes[i])+GID(j-i) {
			j++
		}
		for _, v := range []uint32{uint32(runes[i]), uint32(runes[j-1]), uint32(f.GlyphIndex(runes[i]))} {
			groups = be.AppendUint32(groups, v)
		}
		i = j
	}
	out := []byte{0, 0, 0, 2, 0, 0, 0, 4, 0, 0, 0, 20, 0, 3, 0, 10, 0, 0, 0, 20, 0, 12, 0, 0}
	for _, v := range []int{16 + len(groups), 0, n} {
		out = be.AppendUint32(out, uint32(v))
	}
	return append(out, groups...)
}

// nameTable holds what browsers ask for: family, style, full and PostScript name.
func nameTable(name string) []byte {
	be := binary.BigEndian
	var text, records []byte
	values := map[uint16]string{1: name, 2: "Regular", 4: name, 6: name}
	for _, id := range []uint16{1, 2, 4, 6} {
		from := len(text)
		for _, u := range utf16.Encode([]rune(values[id])) {
			text = be.AppendUint16(text, u)
		}
		for _, v := range []uint16{3, 1, 0x409, id, uint16(len(text) - from), uint16(from)} {
			records = be.AppendUint16(records, v)
		}
	}
	out := []byte{0, 0, 0, 4}
	out = be.AppendUint16(out, uint16(6+len(records)))
	return append(append(out, records...), text...)
}
