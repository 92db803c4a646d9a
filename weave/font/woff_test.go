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

// TestWOFFKerning compares every pair of letters that the face kerns: the
// subset has to space them alike, substitutions aside.
func TestWOFFKerning(t *testing.T) {
	var letters []rune
	for r := rune('!'); r <= '~'; r++ {
		letters = append(letters, r)
	}
	letters = append(letters, []rune("ÄÖÜäöüß„“’–«»")...)
	for _, f := range []*Face{Text(), TextItalic(), TextSemiBold()} {
		data, err := f.WOFF(letters)
		if err != nil {
			t.Fatal(err)
		}
		if len(data) > 40_000 {
			t.Errorf("%s: %d bytes for %d characters", f.Name(), len(data), len(letters))
		}
		g, err := Parse(f.Name(), unwoff(t, data))
		if err != nil {
			t.Fatal(err)
		}
		kerned := 0
		for _, a := range letters {
			for _, b := range letters {
				whole, part := f.Shape(string([]rune{a, b}), ShapeOptions{}), g.Shape(string([]rune{a, b}), ShapeOptions{})
				if len(whole) != 2 || whole[0].ID != part[0].ID || whole[1].ID != part[1].ID {
					continue
				}
				if math.Abs(Width(whole)-f.Advance(whole[0].ID)-f.Advance(whole[1].ID)) < 1e-9 {
					continue
				}
				kerned++
				if math.Abs(Width(whole)-Width(part)) > 1e-9 {
					t.Errorf("%s: %c%c is %v wide instead of %v", f.Name(), a, b, Width(part), Width(whole))
				}
			}
		}
		if kerned < 100 {
			t.Errorf("%s: %d pairs are kerned", f.Name(), kerned)
		}
	}
}
