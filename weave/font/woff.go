package font

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
)

// WOFF is the face for the web (WOFF 1.0), cut to the glyphs of the given
// characters and their kerning. Glyphs keep their numbers. Substitutions and
// hinting instructions are left out.
func (f *Face) WOFF(runes []rune) ([]byte, error) {
	glyphs := []GID{0}
	var kept []rune
	for _, r := range runes {
		if g := f.GlyphIndex(r); g != 0 {
			glyphs, kept = append(glyphs, g), append(kept, r)
		}
	}
	retained, keep := Retain(glyphs), map[GID]bool{}
	for _, g := range glyphs {
		keep[g] = true
	}
	tables := map[string][]byte{"name": nameTable(f.name), "cmap": f.cmapTable(kept)}
	f.copyTable(tables, "OS/2")
	if kerning := f.kerning(keep); kerning != nil && len(kept) > 1 {
		tables["GPOS"] = kerning
		f.copyTable(tables, "GDEF")
		for n := int(binary.BigEndian.Uint16(f.tables["maxp"][4:])); len(retained) < n; {
			// browsers refuse layout tables that name glyphs past the end
			retained = append(retained, NoGlyph)
		}
	}
	// version 3 has no glyph names
	tables["post"] = append([]byte{0, 3, 0, 0}, f.tables["post"][4:32]...)
	version := uint32(0x00010000)
	if f.tables["CFF "] != nil {
		version = 0x4F54544F // "OTTO"
		sub, err := f.Subset(retained)
		if err != nil {
			return nil, err
		}
		n := uint16(len(retained))
		head, hhea, maxp := clone(f.tables["head"]), clone(f.tables["hhea"]), clone(f.tables["maxp"])
		binary.BigEndian.PutUint32(head[8:], 0)
		binary.BigEndian.PutUint16(hhea[34:], n)
		binary.BigEndian.PutUint16(maxp[4:], n)
		tables["CFF "], tables["head"], tables["hhea"], tables["maxp"] = sub.Data, head, hhea, maxp
		tables["hmtx"] = f.hmtx(retained)
	} else {
		more, err := f.subsetGlyf(retained)
		if err != nil {
			return nil, err
		}
		for _, tag := range []string{"head", "hhea", "maxp", "hmtx"} {
			tables[tag] = more[tag]
		}
		tables["glyf"], tables["loca"] = withoutHints(more["glyf"], more["loca"])
	}
	return writeWOFF(version, tables), nil
}

// copyTable takes over a table, if the face has it.
func (f *Face) copyTable(to map[string][]byte, tag string) {
	if t := f.tables[tag]; t != nil {
		to[tag] = t
	}
}

// writeWOFF compresses the tables of a font file (W3C, "WOFF File Format 1.0").
func writeWOFF(version uint32, tables map[string][]byte) []byte {
	be := binary.BigEndian
	sfnt := writeSFNT(version, tables)
	n := int(be.Uint16(sfnt[4:]))
	out := make([]byte, 44+20*n)
	copy(out, "wOFF")
	be.PutUint32(out[4:], version)
	be.PutUint16(out[12:], uint16(n))
	be.PutUint32(out[16:], uint32(len(sfnt)))
	be.PutUint16(out[20:], 1)
	for i := range n {
		rec := sfnt[12+16*i:]
		at, size := be.Uint32(rec[8:]), be.Uint32(rec[12:])
		data := sfnt[at : at+size]
		packed := data
		if z := deflated(data); len(z) < len(data) {
			packed = z
		}
		to := out[44+20*i:]
		copy(to, rec[:4])
		be.PutUint32(to[4:], uint32(len(out)))
		be.PutUint32(to[8:], uint32(len(packed)))
		be.PutUint32(to[12:], size)
		copy(to[16:20], rec[4:8])
		out = append(out, packed...)
		out = append(out, make([]byte, -len(out)&3)...)
	}
	be.PutUint32(out[8:], uint32(len(out)))
	return out
}

func deflated(data []byte) []byte {
	var out bytes.Buffer
	w, _ := zlib.NewWriterLevel(&out, zlib.BestCompression)
	w.Write(data) // a bytes.Buffer takes everything
	w.Close()
	return out.Bytes()
}
