// Package pdf writes a draw.Document as PDF 1.7: pages and images through
// fpdf, everything else (fonts, tags, outline, names, metadata, the file's
// structure) in a finishing pass of its own. It knows no chapter.
package pdf

import (
	"weave/weave/draw"
)

// Write makes the file. Its bytes depend on the document alone. It fails where
// an image cannot be read or a font's tables are damaged.
func Write(d *draw.Document) ([]byte, error) {
	p := newPainter(d)
	contents := make([]string, len(d.Pages))
	for i, page := range d.Pages {
		contents[i] = p.page(i, page.Frame)
	}
	f, err := pagesFile(d.Pages, contents, p.images)
	if err != nil {
		return nil, err
	}
	w := &finisher{file: f, doc: d, painter: p}
	return w.finish()
}

// finisher adds to the pages what fpdf does not write rightly.
type finisher struct {
	notes   []int // the objects of the Note elements
	file    *file
	doc     *draw.Document
	painter *painter
}

func (w *finisher) finish() ([]byte, error) {
	fonts, err := w.painter.fonts.write(w.file)
	if err != nil {
		return nil, err
	}
	w.resources(fonts)
	tree := w.tags()
	names := w.destinations()
	outline := w.outline()
	w.catalog(tree, names, outline)
	return w.file.bytes(), nil
}
