package html

import (
	"strings"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/highlight"
)

// blockID is where references to a block lead: its figure, or its cell.
func blockID(c *doc.Code) string {
	if c.Caption != nil {
		return c.Label
	}
	return listingID(c.Name)
}

// listingID is the id of the cell of a block.
func listingID(name string) string { return "_lst-" + name }

// listingRef leads to a block of this chapter by its name.
func (p *page) listingRef(name string) string {
	if c := p.listings[name]; c != nil && c.Caption != nil {
		return "#" + attr(c.Label)
	}
	return "#" + attr(listingID(name))
}

// code writes a block, what it printed and showed, and its figure, joined to
// one object.
func (p *page) code(c *doc.Code) {
	if c.Name == "" {
		p.plainCode(c)
		return
	}
	r := p.site.Result(p.ch.Name + "/" + c.Name)
	cell := p.part()
	if shown(c.Options.Echo) {
		cell.source(c)
	}
	var drawn []*blocks.Output
	if r != nil && shown(c.Options.Output) {
		drawn = cell.outputs(c, r)
	}
	if r != nil && r.Failure != nil {
		cell.failure(r.Failure)
	}
	p.section.text.WriteString(cell.section.text.String())
	if cell.Len() > 0 {
		class, label := "cell", ""
		if c.Options.Fold && shown(c.Options.Echo) {
			class = "cell folded"
		}
		if c.Caption == nil || len(drawn) > 0 {
			label = listingID(c.Name)
		} else {
			label = c.Label
		}
		p.raw("<div class=\"%s\"%s>\n%s", class, id(label), cell.String())
		if len(drawn) == 0 {
			p.cellCaption(c)
		}
		p.raw("</div>\n")
	}
	switch {
	case len(drawn) > 0:
		p.drawings(c, drawn)
	case cell.Len() == 0: // values in the text lead to their block even so
		p.raw("<span class=\"place\"%s></span>\n", id(blockID(c)))
	}
}

// cellCaption is the caption of a listing or of a table that code shows.
func (p *page) cellCaption(c *doc.Code) {
	if c.Caption == nil {
		return
	}
	p.raw("<p class=\"cap\"><b>%s %s</b> ", attr(p.words.Kind(c.Kind)), c.Number)
	p.inlines(c.Caption)
	p.raw("</p>\n")
}

// shown reads an option that is true unless it says otherwise.
func shown(option *bool) bool { return option == nil || *option }

// plainCode is a block that is only shown.
func (p *page) plainCode(c *doc.Code) {
	p.raw("<pre class=\"plain%s\"><code>", numbering(c))
	p.highlighted(c, c.Text())
	p.raw("</code></pre>\n")
}

// source writes the code of a block under its name; folded where asked.
func (p *page) source(c *doc.Code) {
	name := c.Name
	if c.Options.Use != "" {
		name = c.Options.Use
	}
	if c.Options.Fold { // a summary may hold no links
		p.raw("<details><summary class=\"ch\"><span class=\"cn\" data-name=\"%[1]s\">%[1]s</span></summary>\n<div class=\"tail\">", attr(name))
		p.users(c)
		p.raw("</div>\n")
	} else {
		p.raw("<div class=\"ch\"><a class=\"cn\" href=\"#%s\" data-name=\"%s\">%s</a>", attr(blockID(c)), attr(name), attr(name))
		p.users(c)
		p.raw("</div>\n")
	}
	p.raw("<pre class=\"go%s\"><code>", numbering(c))
	p.highlighted(c, c.Shown())
	p.raw("</code></pre>\n")
	if c.Options.Fold {
		p.raw("</details>\n")
	}
}

// users are links to the blocks that put this one into themselves.
func (p *page) users(c *doc.Code) {
	if len(c.UsedIn) == 0 {
		return
	}
	p.raw("<span class=\"cu\">%s ", attr(p.words.UsedIn))
	for i, user := range c.UsedIn {
		if i > 0 {
			p.raw(", ")
		}
		p.raw("<a href=\"%s\" class=\"chunk\">%s</a>", p.listingRef(user), attr(user))
	}
	p.raw("</span>")
}

// numbering is a class more for code whose lines have numbers.
func numbering(c *doc.Code) string {
	if c.Options.Numbered {
		return " num"
	}
	return ""
}

// highlighted writes code with its tokens marked; a line <<name>> is a link to
// that chunk. The style sheet counts lines that have numbers, so that they are
// not copied.
func (p *page) highlighted(c *doc.Code, text string) {
	for i, line := range highlight.Lines(c.Lang, text) {
		if i > 0 {
			p.raw("\n")
		}
		if c.Options.Numbered {
			p.raw("<i class=\"ln\"></i>")
		}
		if name, indent, ok := chunkLine(line); ok {
			p.raw("%s<a class=\"chunk\" href=\"%s\">%s</a>", indent, p.listingRef(name), attr(name))
			continue
		}
		for _, t := range line {
			switch t.Kind {
			case highlight.Plain, highlight.Name:
				p.text(t.Text)
			case highlight.Builtin:
				p.raw("<span class=\"t\">%s</span>", attr(t.Text))
			default:
				p.raw("<span class=\"%s\">%s</span>", t.Kind, attr(t.Text))
			}
		}
	}
}

// chunkLine tells whether a line is a chunk reference.
func chunkLine(line []highlight.Token) (name, indent string, ok bool) {
	var b strings.Builder
	for _, t := range line {
		b.WriteString(t.Text)
	}
	text := b.String()
	if name, ok = doc.ChunkReference(text); !ok {
		return "", "", false
	}
	return name, text[:strings.IndexByte(text, '<')], true
}
