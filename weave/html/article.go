package html

import (
	"strings"

	"weave/weave/doc"
)

// article writes the text of a chapter: its opening, its sections, and the way
// to the chapters beside it.
func (p *page) article(index int) {
	blocks := p.ch.Blocks
	p.raw("<article>\n<header class=\"open\">\n")
	p.crumbs()
	p.raw("<h1>")
	p.inlines(parted(p.ch.Title, p.ch.Lang, longInTitle))
	p.raw("</h1>\n")
	p.section.text.Reset() // the search index has the title beside
	p.section.title = doc.Spoken(p.ch.Title, p.ch.Lang)
	if len(blocks) > 0 {
		if b, ok := blocks[0].(*doc.Box); ok && b.Kind == doc.Lead {
			p.lead(b)
			blocks = blocks[1:]
		}
	}
	if toc := sections(p.ch); len(toc) > 0 {
		p.raw("<details class=\"onpage\"><summary>%s</summary>\n<ol>", attr(p.words.OnThisPage))
		p.tocItems(toc, true)
		p.raw("</ol>\n</details>\n")
	}
	p.raw("</header>\n")
	p.sections(blocks)
	p.raw("</article>\n")
	p.beside(index)
}

// crumbs is the way from the title page to this one.
func (p *page) crumbs() {
	here := doc.Spoken(p.ch.Title, p.ch.Lang)
	if p.ch.Number != "" {
		here = p.words.ChapterWord(p.ch) + " " + p.ch.Number
	}
	p.raw("<nav class=\"eyebrow\" aria-label=\"%s\"><ol>", attr(p.words.Path))
	p.raw("<li><a href=\"index.html\">%s</a></li><li aria-current=\"page\">%s</li></ol></nav>\n", attr(p.words.Contents), attr(here))
}

func (p *page) lead(b *doc.Box) {
	for _, k := range b.Blocks {
		if para, ok := k.(*doc.Paragraph); ok {
			p.raw("<p class=\"lead\">")
			p.inlines(para.Content)
			p.raw("</p>\n")
			continue
		}
		p.block(k)
	}
}

// sections writes blocks, each heading of level 2 opening a new section.
func (p *page) sections(blocks []doc.Block) {
	for _, b := range blocks {
		h, ok := b.(*doc.Heading)
		switch {
		case ok && h.Level <= 2:
			p.closeSection()
			p.openSection(h)
		case !p.section.open:
			p.raw("<section>\n")
			p.section.open = true
			p.block(b)
		default:
			p.block(b)
		}
	}
	p.closeSection()
}

func (p *page) openSection(h *doc.Heading) {
	if h.Label != "" {
		p.raw("<section aria-labelledby=\"%s\">\n", attr(h.Label))
	} else {
		p.raw("<section>\n")
	}
	p.section = section{open: true, title: doc.Spoken(h.Content, p.ch.Lang), id: h.Label}
	p.heading(h)
	p.section.text.Reset()
}

// closeSection ends the section and gives its text to the search index.
func (p *page) closeSection() {
	if !p.section.open {
		return
	}
	p.raw("</section>\n")
	url := address(p.ch)
	if p.section.id != "" {
		url += "#" + p.section.id
	}
	p.site.entries = append(p.site.entries, entry{
		Chapter: doc.Spoken(p.ch.Title, p.ch.Lang), Title: p.section.title, URL: url,
		Text: strings.Join(strings.Fields(p.section.text.String()+p.section.notes.String()), " "),
	})
	p.section.open = false
}

// heading writes a heading; level 1 beside the chapter's title counts as 2, and
// none is more than one level below the one before.
func (p *page) heading(h *doc.Heading) {
	level := min(max(2, h.Level), p.level+1)
	p.level = level
	p.raw("<h%d%s>", level, id(h.Label))
	if h.Number != "" {
		p.raw("<span class=\"no\">%s</span> ", attr(h.Number))
	}
	p.inlines(h.Content)
	p.section.text.WriteByte(' ')
	if h.Label != "" {
		p.raw(" <a class=\"anchor\" href=\"#%s\" aria-label=\"%s %s\">#</a>", attr(h.Label), attr(p.words.Section), attr(doc.Spoken(h.Content, p.ch.Lang)))
	}
	p.raw("</h%d>\n", level)
}

// beside links the chapters before and after this one.
func (p *page) beside(index int) {
	all := p.site.Book.All()
	if len(all) == 1 {
		return
	}
	p.raw("<nav class=\"pn\" aria-label=\"%s\">\n", attr(p.words.Chapter))
	link := func(i int, rel, word string) {
		if i < 0 || i >= len(all) {
			return
		}
		p.raw("<a rel=\"%s\" href=\"%s\"><span>%s</span>%s</a>\n", rel, attr(address(all[i])), attr(word), p.title(all[i].Title))
	}
	link(index-1, "prev", p.words.Previous)
	link(index+1, "next", p.words.Next)
	p.raw("</nav>\n")
}
