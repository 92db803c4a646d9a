package weave

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"sync"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/html"
	"weave/weave/memo"
	"weave/weave/pdf"
	"weave/weave/source"
	"weave/weave/tex"
	"weave/weave/typeset"
	"weave/weave/value"
)

// Build makes the reader in out/: the site and the book. Mistakes in chapters
// are shown in their place and listed; what can be built is. The error is one
// of the surroundings; then, and where there is no course, out/ is left as it
// was.
func Build(ctx context.Context, dir string, o Options) (*Report, error) {
	if r, err := unchanged(ctx, dir, o); err != nil || r != nil {
		return r, err
	}
	o.lazy, o.ahead = !o.Twice, o.plain() && o.memo == nil
	e, list, err := Evaluate(ctx, dir, o)
	if err != nil || e == nil {
		return newReport(e, list), err
	}
	defer e.Close()
	key, err := e.key()
	if err != nil {
		return newReport(e, list), err
	}
	if found, ok := e.fresh(key); ok && !o.NoCache && !o.Sandbox {
		r := newReport(e, append(list, found...))
		if len(r.list) == 0 { // next time it is found without reading a chapter
			err = e.keep(key, found, r, o)
		}
		return r, err
	}
	e.mark(ctx)
	d := newDraft(e.Dir)
	found, err := e.write(ctx, d)
	list = append(list, found...)
	if err = cmp.Or(err, ctx.Err()); err == nil {
		err = d.publish()
	} else {
		d.discard()
	}
	r := newReport(e, list)
	if err == nil {
		err = e.keep(key, found, r, o)
	}
	return r, err
}

// write makes both outputs, side by side: they share only what neither changes.
func (e *Evaluated) write(ctx context.Context, d *draft) (source.List, error) {
	keys := e.keys()
	var siteList, bookList source.List
	var siteErr, bookErr error
	var both sync.WaitGroup
	both.Go(func() {
		var site outputs
		if site, siteList = e.site(ctx, keys); ctx.Err() == nil {
			siteErr = d.add(site)
		}
	})
	both.Go(func() {
		var book outputs
		if book, bookList, bookErr = e.book(ctx, keys); bookErr == nil {
			bookErr = d.add(merged(nil, book))
		}
	})
	both.Wait()
	return append(siteList, bookList...), cmp.Or(siteErr, bookErr)
}

// merged is all that a build writes.
func merged(site, book outputs) outputs {
	files := outputs{"README.md": []byte(outNote)}
	maps.Copy(files, site)
	maps.Copy(files, book)
	return files
}

// site is out/html/.
func (e *Evaluated) site(ctx context.Context, keys keys) (outputs, source.List) {
	pages, list := e.pages(ctx, keys, nil)
	files := under("html/", pages)
	if e.single {
		files[singleFile] = html.Single(e.Book, pages)
	}
	if e.epub {
		data, err := e.publication(pages)
		if err != nil {
			list.Errorf("epub", source.Span{}, "cannot write the EPUB: %v", err)
		} else {
			files[epubFile] = data
		}
	}
	return files, list
}

// pages are the files of the site; where wanted is given only those of some
// chapters.
func (e *Evaluated) pages(ctx context.Context, keys keys, wanted func(*doc.Chapter) bool) (map[string][]byte, source.List) {
	return html.Write(ctx, html.Input{
		Book: e.Book, Result: e.Records.Result, Drawing: e.Records.Drawing, Figure: e.figures(false), MathFace: e.mathFace,
		ValueTeX: value.OutputTeX, ValueText: value.Text, MathML: e.Config.Math == "mathml", PDF: "../reader.pdf", Memo: e.memo, Key: keys, Disk: e.disk(),
		Fonts: e.families, Base: e.Config.Base, Sanitize: e.sandbox, Wanted: wanted,
	})
}

// keys give what tells a chapter with its results from others; nil where
// nothing is kept.
type keys func(*doc.Chapter) (key string, ok bool)

// keys are those of the book as it is now.
func (e *Evaluated) keys() keys {
	if e.memo == nil && e.Records.Disk() == nil {
		return nil
	}
	sum := e.Book.Sums()
	once := map[*doc.Chapter]func() (string, bool){}
	for _, ch := range e.Book.All() {
		once[ch] = sync.OnceValues(func() (string, bool) {
			digest, ok := e.Records.DigestOf(ch.Name)
			if !ok {
				return "", false
			}
			return fmt.Sprintf("%x %s", sum(ch), digest), true
		})
	}
	return func(ch *doc.Chapter) (string, bool) { return once[ch]() }
}

// under puts files into a directory.
func under(dir string, files map[string][]byte) outputs {
	out := outputs{}
	for name, data := range files {
		out[dir+name] = data
	}
	return out
}

// book is out/reader.pdf.
func (e *Evaluated) book(ctx context.Context, keys keys) (outputs, source.List, error) {
	pages, list := typeset.Layout(ctx, e.bookInput(keys))
	data, err := pdf.Write(ctx, pages, e.memo, e.bookDisk())
	return outputs{"reader.pdf": data}, list, err
}

func (e *Evaluated) bookInput(keys keys) typeset.Input {
	return typeset.Input{
		Book: e.Book, Result: e.Records.Result, Figure: e.figures(true), MathFace: e.mathFace, Fonts: e.families, Memo: e.memo, Key: keys, Disk: e.bookDisk(), Later: e.later.Go,
		ValueTeX: value.OutputTeX, ValueText: value.Text, Paper: papers[e.Config.Paper],
		TwoSided: e.Config.Sides == "two", Draft: e.Config.Draft, Cover: e.Config.Cover, Hyphenated: e.Config.Hyphenation, Colophon: e.colophon(),
	}
}

// papers are the sizes that reader.yaml can name.
var papers = map[string]typeset.Paper{"a4": typeset.A4, "letter": typeset.Letter, "170x240mm": typeset.Octavo}

// figures draws what code shows, for the screen or in print.
func (e *Evaluated) figures(print bool) func(o *blocks.Output, width float64) *draw.Frame {
	label := typeset.FigureLabel(e.families, e.Book.Lang, tex.Macros(e.Config.Macros), e.mathFace)
	disk, faces := e.disk(), font.Known(e.families, e.mathFace)
	return func(o *blocks.Output, width float64) *draw.Frame {
		made := func() *draw.Frame {
			return draw.Output(o, draw.FigureStyle{Width: width, Lang: e.Book.Lang, Print: print, Label: label})
		}
		place, sum, ok := e.Records.Drawing(o)
		if !ok {
			return made()
		}
		return memo.Kept(disk, fmt.Sprintf("drawing %s %t %v", place, print, width), sum+e.Book.Lang, draw.Frames, faces, made)
	}
}
