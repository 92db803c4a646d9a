// Package bib reads BibTeX files: the works that a course cites. It keeps the
// place of every entry and goes on behind a mistake, which no library at hand
// does.
package bib

import "weave/weave/source"

// Entry is one work.
type Entry struct {
	Key    string
	Type   string            // "article", "book", …, in lower case
	Fields map[string]string // by name in lower case; LaTeX is made Unicode, formulas stay between dollars
	Span   source.Span       // of the key
}

// Names are the people of a field, "author" or "editor".
func (e *Entry) Names(field string) []Name { return readNames(e.Fields[field]) }

// Year is the year of the work, "" where none is given.
func (e *Entry) Year() string {
	if y := e.Fields["year"]; y != "" {
		return y
	}
	if d := e.Fields["date"]; len(d) >= 4 { // BibLaTeX: 1958-11
		return d[:4]
	}
	return ""
}

// Find returns the entry with this key, nil where there is none.
func Find(entries []*Entry, key string) *Entry {
	for _, e := range entries {
		if e.Key == key {
			return e
		}
	}
	return nil
}

// People are the authors, or the editors of a work without authors.
func (e *Entry) People() (names []Name, edited bool) {
	if names = e.Names("author"); len(names) > 0 {
		return names, false
	}
	return e.Names("editor"), true
}
