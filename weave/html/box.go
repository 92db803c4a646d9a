package html

import (
	"weave/weave/doc"
)

// boxClass is the style of a kind of box.
var boxClass = map[doc.BoxKind]string{
	doc.DefinitionBox: "definition", doc.Theorem: "definition", doc.Proof: "proof", doc.Example: "example",
	doc.Note: "note", doc.Tip: "exercise", doc.WarningBox: "note", doc.Exercise: "exercise", doc.Summary: "summary",
}

func (p *page) box(b *doc.Box) {
	switch b.Kind {
	case doc.Slides:
		p.slides(b)
	case doc.Solution:
		p.raw("<details class=\"sol\"><summary>%s</summary>\n", attr(p.words.Solution))
		p.blocks(b.Blocks)
		p.raw("</details>\n")
	case doc.Lead:
		p.lead(b)
	case doc.Glossary:
		p.raw("<div class=\"glossary\"%s>\n", id(b.Label))
		p.blocks(b.Blocks)
		p.raw("</div>\n")
	default:
		p.titled(b)
	}
}

// titled is a box with its kind and number, and a title of its own if it has one.
func (p *page) titled(b *doc.Box) {
	p.raw("<div class=\"box %s\"%s role=\"note\">\n<p class=\"bt\"><b>%s", boxClass[b.Kind], id(b.Label), attr(p.words.Box(b.Kind)))
	if b.Number != "" {
		p.raw(" %s", b.Number)
	}
	p.raw("</b> ")
	p.inlines(b.Title)
	p.raw("</p>\n")
	p.blocks(b.Blocks)
	p.raw("</div>\n")
}
