package html

import (
	"weave/weave/doc"
	"weave/weave/typeset"
)

func (p *page) blocks(bs []doc.Block) {
	for _, b := range bs {
		p.block(b)
	}
}

// block writes one block. Behind each, the search index needs a blank.
func (p *page) block(b doc.Block) {
	p.section.text.WriteByte(' ')
	switch b := b.(type) {
	case *doc.Heading:
		p.heading(b)
	case *doc.Paragraph:
		p.paragraph(b)
	case *doc.Display:
		p.display(b)
	case *doc.Quote:
		p.raw("<blockquote dir=\"auto\">\n")
		p.blocks(b.Blocks)
		p.raw("</blockquote>\n")
	case *doc.List:
		p.listBlock(b)
	case *doc.Definitions:
		p.definitions(b)
	case *doc.Table:
		p.table(b)
	case *doc.Figure:
		p.figure(b)
	case *doc.Box:
		p.box(b)
	case *doc.Code:
		p.code(b)
	case *doc.Rule:
		p.raw("<hr>\n")
	case *doc.RawHTML:
		p.WriteString(p.site.markup(b.Text))
	case *doc.References:
		p.references(b)
	case *doc.Index:
		p.bookIndex(b)
	}
}

func (p *page) listBlock(l *doc.List) {
	tag, start := "ul", ""
	if l.Ordered {
		tag = "ol"
		if l.Start != 1 {
			start = ` start="` + itoa(l.Start) + `"`
		}
	}
	p.raw("<%s%s>\n", tag, start)
	for _, it := range l.Items {
		p.item(it, l.Tight)
	}
	p.raw("</%s>\n", tag)
}

// item writes a list item; in a tight list its paragraphs are bare text.
func (p *page) item(it *doc.Item, tight bool) {
	if it.Task != nil {
		checked := ""
		if *it.Task {
			checked = " checked"
		}
		p.raw("<li class=\"task\"><label><input type=\"checkbox\" disabled%s>", checked)
	} else {
		p.raw("<li>")
	}
	for i, b := range it.Blocks {
		para, ok := b.(*doc.Paragraph)
		if ok && (tight || it.Task != nil && i == 0) {
			p.inlines(para.Content)
			p.section.text.WriteByte(' ')
		} else {
			p.block(b)
		}
		if it.Task != nil && i == 0 {
			p.raw("</label>")
		}
	}
	if it.Task != nil && len(it.Blocks) == 0 {
		p.raw("</label>")
	}
	p.raw("</li>\n")
}

func (p *page) definitions(d *doc.Definitions) {
	p.raw("<dl>\n")
	for _, e := range d.Entries {
		p.raw("<dt%s>", id(e.Label))
		p.inlines(e.Term)
		p.raw("</dt>")
		for _, t := range e.Texts {
			p.raw("<dd>")
			p.blocks(t)
			p.raw("</dd>\n")
		}
	}
	p.raw("</dl>\n")
}

// paragraph writes running text in the direction of its first letter.
func (p *page) paragraph(b *doc.Paragraph) {
	direction := ""
	if typeset.RightToLeft(doc.PlainText(b.Content)) {
		direction = " dir=\"rtl\""
	}
	p.raw("<p%s>", direction)
	p.inlines(b.Content)
	p.raw("</p>\n")
}
