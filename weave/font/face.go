// Package font reads OpenType: metrics, outlines, shaping, the MATH table and
// subsets. Lengths are in em (1 = the type size), y grows upward.
package font

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"sync"

	gotext "github.com/go-text/typesetting/font"
)

// GID numbers a glyph of a face; 0 is .notdef, the missing glyph.
type GID uint16

// Face is one font file. It is safe for concurrent use.
type Face struct {
	name   string
	data   []byte
	tables map[string][]byte
	unit   float64 // em per font unit

	mu      sync.Mutex // guards face, whose caches are not safe, and the maps below
	face    *gotext.Face
	advance map[GID]float64
	outline map[GID][]Segment
	shaped  map[string][]Glyph
	shapers sync.Pool // of *shaper

	math func() *MathTable
}

// Metrics are a face's vertical measures in em, from OS/2 and post.
type Metrics struct {
	Ascent, Descent    float64 // Descent is negative
	CapHeight, XHeight float64
	ItalicAngle        float64 // degrees, negative leans right
}

// Parse reads a TrueType or OpenType (CFF) font. name is its PostScript name
// as the PDF will show it.
func Parse(name string, data []byte) (*Face, error) {
	face, err := gotext.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	f := &Face{
		name: name, data: data, tables: map[string][]byte{}, unit: 1 / float64(face.Upem()),
		face: face, advance: map[GID]float64{}, outline: map[GID][]Segment{}, shaped: map[string][]Glyph{},
	}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		r := data[12+16*i:]
		off, n := binary.BigEndian.Uint32(r[8:]), binary.BigEndian.Uint32(r[12:])
		f.tables[string(r[:4])] = data[off : off+n]
	}
	f.openKerning()
	f.math = sync.OnceValue(f.parseMath)
	return f, nil
}

// Name is the PostScript name given to Parse.
func (f *Face) Name() string { return f.name }

// Table is the raw bytes of an OpenType table, nil where there is none.
func (f *Face) Table(tag string) []byte { return f.tables[tag] }

// GlyphIndex is the glyph of a character, 0 where the face has none.
func (f *Face) GlyphIndex(r rune) GID {
	g, _ := f.face.Font.Cmap.Lookup(r) // not Face.NominalGlyph, whose cache is not safe to share
	return GID(g)
}

// Advance is how far a glyph moves the pen.
func (f *Face) Advance(g GID) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	a, ok := f.advance[g]
	if !ok {
		a = float64(f.face.HorizontalAdvance(gotext.GID(g))) * f.unit
		f.advance[g] = a
	}
	return a
}

// Metrics reads OS/2 version 2 and post.
func (f *Face) Metrics() Metrics {
	os2, post := f.tables["OS/2"], f.tables["post"]
	i16 := func(b []byte, at int) float64 { return float64(int16(binary.BigEndian.Uint16(b[at:]))) * f.unit }
	m := Metrics{
		Ascent: i16(os2, 68), Descent: i16(os2, 70),
		ItalicAngle: float64(int32(binary.BigEndian.Uint32(post[4:]))) / 65536,
	}
	if len(os2) >= 90 {
		m.XHeight, m.CapHeight = i16(os2, 86), i16(os2, 88)
	}
	return m
}
