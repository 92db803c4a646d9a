// Package html writes the book as a site: one page a chapter, readable without
// script, with nothing fetched from elsewhere.
package html

import (
	"context"
	"maps"
	"net/url"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/microcosm-cc/bluemonday"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/memo"
	"weave/weave/source"
)

// Input is all that a site is made of.
type Input struct {
	Book *doc.Book
	// Result is what "chapter/block" did when it ran; nil where it did not. It
	// may be called from several goroutines.
	Result func(name string) *blocks.Result

	// Drawing names what a block drew by its place, and tells it from others by
	// its sum. Not ok: it is none of the results. nil: nothing is named.
	Drawing func(o *blocks.Output) (place, sum string, ok bool)

	// Figure draws a plot, grid or drawing for a width in points; nil if o is none.
	Figure func(o *blocks.Output, width float64) *draw.Frame
	// ValueTeX is an output as LaTeX, where it is a value that is set as a formula.
	ValueTeX func(o *blocks.Output, lang string) (tex string, ok bool)

	// ValueText is a value as text.
	ValueText func(v *blocks.Value, lang string) string

	// Memo keeps what pages of earlier sites were made of; nil: nothing. All of
	// the input but Book and Result must be part of its scope.
	Memo *memo.Memo

	// Key tells a chapter and its results from any that would be shown
	// otherwise. The page of one without a key is not kept; nil: none has.
	Key func(ch *doc.Chapter) (key string, ok bool)

	Fonts    *font.Families // nil: the built-in ones
	MathFace *font.Face     // of formulas, with a MATH table; nil is the built-in one
	MathML   bool           // formulas as MathML only, for lean pages
	PDF      string         // address of the book, "" for none
	Base     string         // address of the site, with a slash at its end; "" if it has none
	Sanitize bool           // leave out of raw HTML what could run or hide

	// Disk keeps pages for later processes; its keys say all that Key and the
	// scope of Memo do. nil: nothing is kept.
	Disk memo.Disk

	// Wanted picks the chapters whose pages are written, and nothing beside them;
	// nil: the whole site.
	Wanted func(ch *doc.Chapter) bool
}

// Write makes the files of the site by their path. The list has what could not
// be shown. Once ctx has ended the rest is left out.
func Write(ctx context.Context, in Input) (map[string][]byte, source.List) {
	s := &site{ctx: ctx, Input: in, files: map[string][]byte{}, entries: []entry{}, gists: gists(in.Book)}
	if in.Sanitize {
		s.clean = bluemonday.UGCPolicy()
	}
	s.chapters()
	if in.Wanted != nil || ctx.Err() != nil {
		return s.files, s.list
	}
	s.index()
	s.notFound()
	s.published()
	s.searchIndex()
	s.assets()
	return s.files, s.list
}

type site struct {
	ctx context.Context
	Input
	files   map[string][]byte
	list    source.List
	entries []entry

	shown    []shownRunes // characters of the chapters' pages
	gists    map[string]gist
	clean    *bluemonday.Policy
	controls int // sliders so far, of one page
}

// chapters writes the pages of the chapters, side by side.
func (s *site) chapters() {
	all := s.Book.All()
	parts := make([]pages, len(all))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(len(all), runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(all); i = int(next.Add(1)) - 1 {
				if s.ctx.Err() == nil && (s.Wanted == nil || s.Wanted(all[i])) {
					parts[i] = s.pagesOf(i, all[i])
				}
			}
		})
	}
	workers.Wait()
	for i := range parts {
		maps.Copy(s.files, parts[i].files)
		s.entries = append(s.entries, parts[i].entries...)
		s.shown = append(s.shown, parts[i].shown)
		s.list = append(s.list, parts[i].list...)
	}
}

// file is the name of a chapter's page.
func file(ch *doc.Chapter) string { return ch.Name + ".html" }

// address leads to a chapter's page.
func address(ch *doc.Chapter) string { return url.PathEscape(file(ch)) }
