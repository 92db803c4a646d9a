package html

import (
	"fmt"
	"strings"

	"weave/weave/doc"
	"weave/weave/draw"
)

// page is one file of the site while it is written.
type page struct {
	writer
	site     *site
	ch       *doc.Chapter // nil on the title page
	words    *doc.Wording
	sheet    *draw.SVGSheet
	listings map[string]*doc.Code // the chapter's blocks by name
	section  section
	looks    *looks // nil: none are kept
	level    int    // of the last heading
}

// section is the part of the page being written, for the search index.
type section struct {
	open  bool
	title string
	id    string
	text  strings.Builder
	notes strings.Builder // of footnotes, which would tear the text's sentences
}

// newPage is an empty page; its own ids and those of glyphs begin with "_".
func (s *site) newPage(ch *doc.Chapter, lang string) *page {
	p := &page{site: s, ch: ch, words: doc.Words(lang), sheet: &draw.SVGSheet{Prefix: "_"}, level: 1, looks: &looks{html: map[string]string{}}}
	if ch != nil {
		p.listings = map[string]*doc.Code{}
		for _, c := range ch.Code {
			if c.Name != "" {
				p.listings[c.Name] = c
			}
		}
	}
	return p
}

// chapter writes the page of the chapter with this index.
func (s *site) chapter(index int) {
	ch := s.Book.All()[index]
	p := s.newPage(ch, ch.Lang)
	p.article(index)
	title := strings.TrimSpace(fmt.Sprintf("%s %s · %s", ch.Number, doc.Spoken(ch.Title, ch.Lang), s.Book.Title))
	s.files[file(ch)] = p.wrap(shell{
		lang: ch.Lang, file: file(ch), title: title, description: clip(doc.Spoken(opening(ch), ch.Lang), 160), toc: sections(ch),
	})
}

// sections are the headings of level 2, wherever they stand.
func sections(ch *doc.Chapter) []*doc.Heading {
	var out []*doc.Heading
	for _, b := range ch.Blocks {
		if h, ok := b.(*doc.Heading); ok && h.Level == 2 {
			out = append(out, h)
		}
	}
	return out
}

// opening is the chapter's first paragraph, which says what it is about.
func opening(ch *doc.Chapter) (out []doc.Inline) {
	doc.Walk(ch.Blocks, func(b doc.Block, _ doc.Inline) {
		if p, ok := b.(*doc.Paragraph); ok && out == nil {
			out = p.Content
		}
	})
	return out
}

// clip cuts a text at a word.
func clip(text string, n int) string {
	r := []rune(text)
	if len(r) <= n {
		return text
	}
	cut := string(r[:n])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + " …"
}

// lang is the language of what the page says.
func (p *page) lang() string {
	if p.ch == nil {
		return p.site.Book.Lang
	}
	return p.ch.Lang
}
