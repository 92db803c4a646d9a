package weave

import (
	"slices"
	"strings"
	"time"

	"weave/weave/doc"
	"weave/weave/epub"
	"weave/weave/html"
)

// Editions of the site in one file, by their path in out/. They are written
// where they are asked for, and removed by a build that does not.
const (
	singleFile = "reader.html"
	epubFile   = "reader.epub"
)

// publication is the site as an EPUB.
func (e *Evaluated) publication(files map[string][]byte) ([]byte, error) {
	style, fonts := html.FontFiles(files["style.css"])
	b := epub.Book{
		Title: e.Book.Title, Subtitle: e.Book.Subtitle, Author: e.Book.Author, Lang: e.Book.Lang,
		Contents: doc.Words(e.Book.Lang).Contents, Modified: e.date(), Style: slices.Concat([]byte(html.PlainStyle(string(style))), html.EPUBStyle), Files: fonts,
	}
	for _, p := range html.Pages(e.Book, files) {
		b.Pages = append(b.Pages, epub.Page(p))
	}
	for name, data := range files {
		if strings.HasPrefix(name, "images/") {
			b.Files[name] = data
		}
	}
	return epub.Write(b)
}

// date is that of the sources, where reader.yaml gives one as 2026-11-26; an EPUB
// must have one, and the clock would make each build another.
func (e *Evaluated) date() time.Time {
	if t, err := time.Parse(time.DateOnly, e.Config.Date); err == nil {
		return t
	}
	return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
}
