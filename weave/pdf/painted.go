package pdf

import (
	"bytes"
	"strconv"

	"weave/weave/draw"
	"weave/weave/font"
)

// painted is the content of a page, and what the rest of the file needs to
// know of it. It depends on the page's frame alone, so that pages are painted
// side by side and kept: fonts, glyphs and images have numbers of the page's
// own, for which the binder puts in those of the file.
type painted struct {
	out     bytes.Buffer
	fonts   []*pageFont
	before  int // how many of the fonts belong to what was painted by itself
	codes   []codeAt
	images  []draw.Image
	alphas  []uint8
	anchors []anchor
	links   []annotation // without page and node
	events  []event
}

// pageFont is a font with those of its glyphs that a page shows, each once.
type pageFont struct {
	face   *font.Face
	glyphs []shownGlyph
	widths []float64 // as the file says them
	number map[shownGlyph]int
}

// codeAt is where the code of a glyph stands, in four hexadecimal digits.
type codeAt struct {
	at    uint32
	glyph uint16
	font  uint8
}

// anchor is a place that can be jumped to, in PDF coordinates.
type anchor struct {
	name string
	x, y float64
}

// event is what a page tells the structure tree, in the order of painting.
type event struct {
	kind    eventKind
	element *draw.Element // nil: none, of a link
	number  int           // of the marked content, or of the link, on this page
	box     [4]float64
}

type eventKind byte

const (
	marks  eventKind = iota // content of the element
	links                   // a link's annotation
	covers                  // the element is as large as a box, or larger
)

// fontMark stands before a font's number on the page, a byte.
const fontMark = 1

// font is the number of a face on the page.
func (p *painted) font(f *font.Face) int {
	for i, known := range p.fonts[p.before:] {
		if known.face == f {
			return p.before + i
		}
	}
	p.fonts = append(p.fonts, &pageFont{face: f, number: map[shownGlyph]int{}})
	return len(p.fonts) - 1
}

// glyph is the number of a glyph among those of its font on the page.
func (f *pageFont) glyph(g font.Glyph) int {
	key := shownGlyph{g.ID, g.Text}
	n, ok := f.number[key]
	if !ok {
		n = len(f.glyphs)
		f.number[key] = n
		own, _ := strconv.ParseFloat(width(f.face, g.ID), 64)
		f.glyphs, f.widths = append(f.glyphs, key), append(f.widths, own)
	}
	return n
}
