package html

import (
	"strings"

	"weave/weave/doc"
)

// gist writes what a reference to a place shows when the pointer rests on it.
type gist func(p *page)

// gists are all places of the book that can be referred to, by "chapter#label".
// A place on the same page is shown as it stands there; these are for the other
// pages, and for terms and works.
func gists(book *doc.Book) map[string]gist {
	out := map[string]gist{}
	for _, ch := range book.All() {
		note := func(label string, g gist) {
			if label != "" && g != nil {
				out[ch.Name+"#"+label] = g
			}
		}
		doc.Walk(ch.Blocks, func(b doc.Block, _ doc.Inline) { blockGists(b, note) })
		for i, b := range ch.Blocks {
			if h, ok := b.(*doc.Heading); ok {
				note(h.Label, sectionGist(h, ch.Blocks[i+1:]))
			}
		}
	}
	return out
}

// blockGists notes the places of one block.
func blockGists(b doc.Block, note func(label string, g gist)) {
	switch b := b.(type) {
	case *doc.Display:
		note(b.Label, func(p *page) { p.gistBlocks([]doc.Block{b}) })
		for _, l := range b.Lines {
			note(l.Label, func(p *page) { p.gistBlocks([]doc.Block{b}) })
		}
	case *doc.Box:
		note(b.Label, func(p *page) {
			p.gistTitle(p.words.Box(b.Kind), b.Number, b.Title)
			p.gistBlocks(b.Blocks)
		})
	case *doc.Figure:
		note(b.Label, func(p *page) { p.gistTitle(p.words.Figure, b.Number, b.Caption) })
	case *doc.Table:
		note(b.Label, func(p *page) { p.gistTitle(p.words.Table, b.Number, b.Caption) })
	case *doc.Code:
		if b.Caption != nil {
			note(b.Label, func(p *page) { p.gistTitle(p.words.Kind(b.Kind), b.Number, b.Caption) })
		}
	case *doc.Definitions:
		for _, e := range b.Entries {
			note(e.Label, func(p *page) {
				p.gistTitle("", "", e.Term)
				for _, t := range e.Texts {
					p.gistBlocks(t)
				}
			})
		}
	case *doc.References:
		for _, r := range b.Entries {
			note(r.Label, func(p *page) { p.gistParagraph(r.Content) })
		}
	}
}

// sectionGist is the title of a section and its first paragraph.
func sectionGist(h *doc.Heading, rest []doc.Block) gist {
	return func(p *page) {
		p.gistTitle("", h.Number, h.Content)
		for _, b := range rest {
			switch b := b.(type) {
			case *doc.Heading:
				return
			case *doc.Paragraph:
				p.gistParagraph(b.Content)
				return
			}
		}
	}
}

// gistBlocks writes the first blocks of what is referred to, without links.
func (p *page) gistBlocks(bs []doc.Block) {
	const most = 3
	n := 0
	for _, b := range bs {
		switch b := b.(type) {
		case *doc.Paragraph:
			p.gistParagraph(b.Content)
		case *doc.Display:
			if b.Math.Formula == nil {
				continue
			}
			p.raw("<p>")
			p.math(b.Math)
			p.raw("</p>")
		default:
			continue
		}
		if n++; n == most {
			return
		}
	}
}

func (p *page) gistParagraph(in []doc.Inline) { p.raw("<p>%s</p>", p.title(in)) }

func (p *page) gistTitle(word, number string, title []doc.Inline) {
	p.raw("<b class=\"t\">%s</b>", strings.TrimSpace(attr(strings.TrimSpace(word+" "+number))+" "+p.title(title)))
}

// looked notes that the page refers to a place, so that it gets its gist, and
// returns its address.
func (p *page) looked(ch *doc.Chapter, label string) (href string) {
	href = p.href(ch, label)
	away := ch != p.ch || strings.HasPrefix(label, string(doc.TermTarget)+"-")
	if g := p.site.gists[ch.Name+"#"+label]; g != nil && away && p.looks != nil {
		if _, ok := p.looks.html[href]; !ok {
			p.looks.html[href] = "" // it may refer to itself
			part := p.part()
			part.looks = nil
			g(part)
			p.looks.html[href] = part.String()
			p.looks.order = append(p.looks.order, href)
		}
	}
	return href
}

// looks are the gists that a page needs, in the order of their first use.
type looks struct {
	html  map[string]string
	order []string
}

// template holds the gists for the script; no browser shows it.
func (l *looks) template() string {
	if l == nil || len(l.order) == 0 {
		return ""
	}
	var w writer
	w.raw("<template id=\"%s\">\n", looksID)
	for _, href := range l.order {
		w.raw("<div data-href=\"%s\">%s</div>\n", attr(href), l.html[href])
	}
	w.raw("</template>\n")
	return w.String()
}
