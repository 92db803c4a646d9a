// Package html writes the book as a site: one page a chapter, readable without
// script, with nothing fetched from elsewhere.
package html

import (
	"net/url"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/source"
)

// Input is all that a site is made of.
type Input struct {
	Book    *doc.Book
	Results map[string]*blocks.Result // by "chapter/block"

	// Figure draws a plot, grid or drawing for a width in points; nil if o is none.
	Figure func(o *blocks.Output, width float64) *draw.Frame
	// ValueTeX is an output as LaTeX, where it is a value that is set as a formula.
	ValueTeX func(o *blocks.Output, lang string) (tex string, ok bool)

	// ValueText is a value as text.
	ValueText func(v *blocks.Value, lang string) string

	// WOFF makes a face's font for the web; nil: font.Face.WOFF.
	WOFF func(f *font.Face, runes []rune) ([]byte, error)

	MathFace *font.Face // of formulas, with a MATH table; nil is the built-in one
	MathML   bool       // formulas as MathML only, for lean pages
	PDF      string     // address of the book, "" for none
}

// Write makes the files of the site by their path. The list has what could not
// be shown.
func Write(in Input) (map[string][]byte, source.List) {
	s := &site{Input: in, files: map[string][]byte{}, entries: []entry{}, gists: gists(in.Book)}
	s.index()
	for i := range in.Book.All() {
		s.chapter(i)
	}
	s.searchIndex()
	s.assets()
	return s.files, s.list
}

type site struct {
	Input
	files   map[string][]byte
	list    source.List
	entries []entry

	gists    map[string]gist
	controls int // sliders so far
}

// file is the name of a chapter's page.
func file(ch *doc.Chapter) string { return ch.Name + ".html" }

// address leads to a chapter's page.
func address(ch *doc.Chapter) string { return url.PathEscape(file(ch)) }
