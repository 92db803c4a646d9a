// Package pdf writes a draw.Document as PDF 1.7: pages and images through
// fpdf, everything else (fonts, tags, outline, names, metadata, the file's
// structure) in a finishing pass of its own. It knows no chapter.
package pdf

import (
	"context"

	"weave/weave/draw"
	"weave/weave/memo"
)

// Write makes the file. Its bytes depend on the document alone. It fails where
// an image cannot be read or a font's tables are damaged, or where ctx ends. m keeps pages for
// later documents, disk streams for later processes; nil: nothing is kept.
func Write(ctx context.Context, d *draw.Document, m *memo.Memo, disk memo.Disk) ([]byte, error) {
	pack := newPacker(m, disk)
	about := aboutOf(d)
	b := newBinder(d.Root)
	sheets := b.sheets(ctx, d.Pages, pack) // from here on nothing needs the pages' frames: they are most of the memory
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	f, err := pagesFile(sheets, b.images)
	if err != nil {
		return nil, err
	}
	f.packer = pack
	w := &finisher{file: f, about: about, sheets: sheets, binder: b}
	data, err := w.finish()
	if err == nil {
		pack.keep()
	}
	return data, err
}

// about is what the file says of the document as a whole.
type about struct {
	title, author, lang string
	outline             []draw.OutlineItem
}

func aboutOf(d *draw.Document) about { return about{d.Title, d.Author, d.Lang, d.Outline} }

// finisher adds to the pages what fpdf does not write rightly.
type finisher struct {
	notes  []int // the objects of the Note elements
	file   *file
	about  about
	sheets []sheet
	binder *binder
}

func (w *finisher) finish() ([]byte, error) {
	fonts, err := w.binder.fonts.write(w.file)
	if err != nil {
		return nil, err
	}
	w.resources(fonts)
	w.contents()
	tree := w.tags()
	names := w.destinations()
	outline := w.outline()
	w.catalog(tree, names, outline)
	return w.file.bytes(), nil
}
