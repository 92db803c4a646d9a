package html

import (
	"weave/blocks"
	"weave/weave/doc"
)

// slide is one picture of a series with the text that belongs to it.
type slide struct {
	id   string
	draw func(p *page)
	text []*doc.Paragraph
}

// slides writes a series of drawings as a strip to leaf through. Code that
// draws them stands before the strip, if it is to be shown.
func (p *page) slides(b *doc.Box) {
	var strip []slide
	for _, k := range b.Blocks {
		switch k := k.(type) {
		case *doc.Code:
			strip = append(strip, p.codeSlides(k)...)
		case *doc.Figure:
			strip = append(strip, slide{id: k.Label, draw: func(p *page) {
				p.image(k.Image, k.Width)
				p.caption(p.words.Figure, k.Number, k.Caption)
			}})
		case *doc.Paragraph:
			if len(strip) > 0 {
				last := &strip[len(strip)-1]
				last.text = append(last.text, k)
				continue
			}
			p.block(k)
		default:
			p.block(k)
		}
	}
	if len(strip) == 0 {
		return
	}
	name := doc.Spoken(b.Title, p.ch.Lang)
	if name == "" {
		name = p.words.Figure
	}
	p.raw("<figure class=\"fig\"%s>\n<div class=\"slides\" role=\"group\" aria-label=\"%s\">\n<ol class=\"strip\" tabindex=\"0\">", id(b.Label), attr(name))
	for _, s := range strip {
		p.raw("<li%s><div class=\"sl\">", id(s.id))
		s.draw(p)
		for _, t := range s.text {
			p.block(t)
		}
		p.raw("</div></li>\n")
	}
	p.raw("</ol>\n</div>\n")
	p.caption(p.words.Figure, b.Number, b.Title)
	p.raw("</figure>\n")
}

// codeSlides are the drawings of one block, each a slide.
func (p *page) codeSlides(c *doc.Code) []slide {
	r := p.site.Result(p.ch.Name + "/" + c.Name)
	cell := p.part()
	if shown(c.Options.Echo) {
		cell.source(c)
	}
	var drawn []*blocks.Output
	if r != nil {
		drawn = cell.outputs(c, r)
		if r.Failure != nil {
			cell.failure(r.Failure)
		}
	}
	if cell.Len() > 0 {
		p.raw("<div class=\"cell\"%s>\n%s</div>\n", id(listingID(c.Name)), cell.String())
	} else {
		p.raw("<span class=\"place\"%s></span>\n", id(listingID(c.Name)))
	}
	out := make([]slide, len(drawn))
	for i, o := range drawn {
		out[i] = slide{draw: func(p *page) {
			p.drawing(c, o)
			p.captioned(c, []*blocks.Output{o})
		}}
	}
	if len(out) > 0 && c.Caption != nil {
		out[0].id = c.Label
	}
	return out
}
