package font

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"math"
	"slices"
	"testing"
)

// unwoff makes a font file of a WOFF file.
func unwoff(t *testing.T, data []byte) []byte {
	t.Helper()
	be := binary.BigEndian
	if string(data[:4]) != "wOFF" || int(be.Uint32(data[8:])) != len(data) {
		t.Fatal("no WOFF file")
	}
	tables := map[string][]byte{}
	for i := range int(be.Uint16(data[12:])) {
		r := data[44+20*i:]
		part := data[be.Uint32(r[4:]) : be.Uint32(r[4:])+be.Uint32(r[8:])]
		if size := be.Uint32(r[12:]); int(size) != len(part) {
			z, err := zlib.NewReader(bytes.NewReader(part))
			if err != nil {
				t.Fatal(err)
			}
			if part, err = io.ReadAll(z); err != nil || len(part) != int(size) {
				t.Fatalf("table %s: %v", r[:4], err)
			}
		}
		tables[string(r[:4])] = part
	}
	return writeSFNT(be.Uint32(data[4:]), tables)
}

func TestWOFF(t *testing.T) {
	for _, f := range []*Face{Text(), Sans()} {
		data, err := f.WOFF([]rune("AVAöß–"))
		if err != nil {
			t.Fatal(err)
		}
		g, err := Parse(f.Name(), unwoff(t, data))
		if err != nil {
			t.Fatal(err)
		}
		if g.GlyphIndex('Z') != 0 || g.GlyphIndex('ö') != f.GlyphIndex('ö') {
			t.Errorf("%s: the wrong characters are mapped", f.Name())
		}
		if !slices.Equal(g.Outline(g.GlyphIndex('ß')), f.Outline(f.GlyphIndex('ß'))) {
			t.Errorf("%s: another outline", f.Name())
		}
		if a, b := Width(f.Shape("AV", ShapeOptions{})), Width(g.Shape("AV", ShapeOptions{})); math.Abs(a-b) > 1e-9 {
			t.Errorf("%s: AV is %v wide instead of %v: kerning is lost", f.Name(), b, a)
		}
	}
}
