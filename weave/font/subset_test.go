package font

import (
	"slices"
	"testing"
)

// reparse adds what a bare font program lacks to be read as a font file.
func reparse(t *testing.T, f *Face, sub FontFile, n int) *Face {
	t.Helper()
	if sub.CFF {
		glyphs := make([]GID, n)
		for i := range glyphs {
			glyphs[i] = NoGlyph
		}
		maxp := clone(f.tables["maxp"])
		maxp[4], maxp[5] = byte(n>>8), byte(n)
		hhea := clone(f.tables["hhea"])
		hhea[34], hhea[35] = byte(n>>8), byte(n)
		sub.Data = writeSFNT(0x4F54544F, map[string][]byte{
			"CFF ": sub.Data, "head": f.tables["head"], "hhea": hhea, "maxp": maxp,
			"hmtx": f.hmtx(glyphs), "cmap": f.tables["cmap"], "OS/2": f.tables["OS/2"], "post": f.tables["post"],
		})
	} else {
		tables := map[string][]byte{"cmap": f.tables["cmap"], "OS/2": f.tables["OS/2"], "post": f.tables["post"]}
		g, err := Parse("x", addTables(sub.Data, tables))
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	g, err := Parse("x", sub.Data)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// addTables puts more tables into a font file.
func addTables(data []byte, more map[string][]byte) []byte {
	all := tablesOf(data)
	for k, v := range more {
		all[k] = v
	}
	return writeSFNT(0x00010000, all)
}

func TestSubsetKeepsOutlines(t *testing.T) {
	for _, f := range []*Face{Text(), TextItalic(), MathFace(), Sans(), Mono()} {
		var glyphs []GID
		glyphs = append(glyphs, 0)
		for _, r := range "Hamburgefönstiv ﬁ Äé…∑" {
			glyphs = append(glyphs, f.GlyphIndex(r))
		}
		glyphs = append(glyphs, NoGlyph, f.GlyphIndex('ö'))
		sub, err := f.Subset(glyphs)
		if err != nil {
			t.Fatal(err)
		}
		if len(sub.Data) > 30_000 {
			t.Errorf("%s: %d bytes for %d glyphs", f.Name(), len(sub.Data), len(glyphs))
		}
		g := reparse(t, f, sub, len(glyphs))
		for i, old := range glyphs {
			if old == NoGlyph {
				if len(g.Outline(GID(i))) > 0 {
					t.Errorf("%s: glyph %d is not empty", f.Name(), i)
				}
				continue
			}
			if !slices.Equal(f.Outline(old), g.Outline(GID(i))) {
				t.Errorf("%s: the outline of glyph %d differs from that of %d", f.Name(), i, old)
			}
		}
	}
}

func TestRetain(t *testing.T) {
	if got, want := Retain([]GID{4, 2}), []GID{0, NoGlyph, 2, NoGlyph, 4}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestShape(t *testing.T) {
	f := Text()
	texts := func(gs []Glyph) (out []string) {
		for _, g := range gs {
			out = append(out, g.Text)
		}
		return out
	}
	for _, c := range []struct {
		text, features string
		want           []string
	}{
		{"Auf\u200clage", "", []string{"A", "u", "f", "l", "a", "g", "e"}},
		{"e\u0301a", "", []string{"e\u0301", "a"}},
		{"10", "tnum", []string{"1", "0"}},
	} {
		if got := texts(f.Shape(c.text, ShapeOptions{Lang: "de", Features: c.features})); !slices.Equal(got, c.want) {
			t.Errorf("%q %s: glyphs for %q, want %q", c.text, c.features, got, c.want)
		}
	}
	apart := f.Advance(f.GlyphIndex('A')) + f.Advance(f.GlyphIndex('V'))
	if w := Width(f.Shape("AV", ShapeOptions{})); w >= apart {
		t.Errorf("AV is %.3f wide, as wide as without kerning", w)
	}
	if g := f.Shape("\u4e00", ShapeOptions{}); g[0].ID != 0 || g[0].Text != "\u4e00" {
		t.Errorf("a missing character became %+v", g)
	}
}

func FuzzSubsetCFF(f *testing.F) {
	face := Text()
	f.Add(0, byte(0))
	f.Add(1200, byte(29))
	f.Fuzz(func(t *testing.T, at int, b byte) {
		data := clone(face.tables["CFF "])
		data[uint(at)%uint(len(data))] = b
		broken := &Face{name: "broken", tables: map[string][]byte{"CFF ": data}}
		glyphs := []GID{0, 5, 80, 300}
		if sub, err := broken.Subset(glyphs); err == nil {
			if c, err := parseCFF(sub.Data); err != nil || len(c.charStrings) != len(glyphs) {
				t.Errorf("a subset that cannot be read: %v", err)
			}
		}
	})
}

func FuzzSubsetGlyf(f *testing.F) {
	face := Sans()
	f.Add(0, byte(0), uint16(3))
	f.Add(4000, byte(255), uint16(200))
	f.Fuzz(func(t *testing.T, at int, b byte, g uint16) {
		tables := map[string][]byte{}
		for k, v := range face.tables {
			tables[k] = v
		}
		tables["glyf"] = clone(tables["glyf"])
		tables["glyf"][uint(at)%uint(len(tables["glyf"]))] = b
		broken := &Face{name: "broken", tables: tables}
		if sub, err := broken.Subset([]GID{0, GID(g)}); err == nil && len(tablesOf(sub.Data)["glyf"]) == 0 {
			t.Error("a subset without outlines")
		}
	})
}

// tablesOf reads the table directory of a font file.
func tablesOf(data []byte) map[string][]byte {
	all := map[string][]byte{}
	for i := range int(data[5]) {
		r := data[12+16*i:]
		at := func(i int) int { return int(r[i])<<24 | int(r[i+1])<<16 | int(r[i+2])<<8 | int(r[i+3]) }
		all[string(r[:4])] = data[at(8) : at(8)+at(12)]
	}
	return all
}

// Run with -race, this finds caches that are shared without a lock.
func TestFaceFromManyGoroutines(t *testing.T) {
	f := Text()
	done := make(chan float64)
	for range 8 {
		go func() {
			w := 0.0
			for r := 'A'; r < 'z'; r++ {
				w += Width(f.Shape("x"+string(r), ShapeOptions{})) + f.Advance(f.GlyphIndex(r)) + float64(len(f.Outline(f.GlyphIndex(r))))
			}
			done <- w
		}()
	}
	first := <-done
	for range 7 {
		if w := <-done; w != first {
			t.Errorf("one goroutine measures %v, another %v", first, w)
		}
	}
}
