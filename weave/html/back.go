package html

import "weave/weave/doc"

// references is the bibliography, a list in its own order.
func (p *page) references(b *doc.References) {
	p.raw("<ol class=\"works\">\n")
	for _, r := range b.Entries {
		p.raw("<li%s>", id(r.Label))
		if r.Mark != "" {
			p.raw("<span class=\"mark\">%s</span> ", attr(r.Mark))
		}
		p.inlines(r.Content)
		p.section.text.WriteByte(' ')
		p.raw("</li>\n")
	}
	p.raw("</ol>\n")
}

// bookIndex lists the terms with links to the sections where they stand.
func (p *page) bookIndex(b *doc.Index) {
	p.raw("<div class=\"index\">\n")
	for _, g := range b.Groups {
		p.raw("<section aria-label=\"%[1]s\">\n<p class=\"letter\">%[1]s</p>\n", attr(g.Title))
		p.indexEntries(g.Entries)
		p.raw("</section>\n")
	}
	p.raw("</div>\n")
}

func (p *page) indexEntries(entries []*doc.IndexEntry) {
	p.raw("<ul>\n")
	for _, e := range entries {
		p.raw("<li>")
		p.inlines(e.Name)
		for i, t := range e.Places {
			if i == 0 || t.Section != e.Places[i-1].Section {
				p.raw(" <a href=\"%s\">%s</a>", attr(p.href(t.Chapter, t.Label)), attr(t.Section))
			}
		}
		if len(e.Below) > 0 {
			p.raw("\n")
			p.indexEntries(e.Below)
		}
		p.raw("</li>\n")
	}
	p.raw("</ul>\n")
}

// term is a word of the index; it leads to the glossary where that has it.
func (p *page) term(t *doc.Term) {
	if t.Glossary == nil {
		p.raw("<span%s>", id(t.Label))
		p.inlines(t.Content)
		p.raw("</span>")
		return
	}
	p.raw("<a class=\"term\"%s href=\"%s\">", id(t.Label), attr(p.looked(t.Glossary.Chapter, t.Glossary.Label)))
	p.inlines(t.Content)
	p.raw("</a>")
}
