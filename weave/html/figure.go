package html

import (
	"encoding/base64"
	"slices"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/memo"
)

// The widths in points for which a drawing is laid out: its labels keep their
// size, as it is drawn once for the text's width and once for a phone's. Many
// plots side by side may take the margin too.
const (
	wideWidth   = broadWidth * 56.75 / measure // text, gap and margin of the style sheet
	broadWidth  = 414                          // 146 mm, as in the book
	narrowWidth = 250
)

// sideBySide is how many plots beside each other are small in the text's width.
const sideBySide = 3

// isWide tells whether a drawing takes the margin where there is one.
func isWide(c *doc.Code, o *blocks.Output) bool {
	if o.Kind != blocks.GridOutput || c.Options.Width != 0 {
		return false
	}
	n := o.Grid.Columns
	if n <= 0 {
		n = len(o.Grid.Plots)
	}
	return min(n, len(o.Grid.Plots)) >= sideBySide
}

// drawings writes the figure of a block. Without a caption it still is one.
func (p *page) drawings(c *doc.Code, drawn []*blocks.Output) {
	label := ""
	if c.Caption != nil {
		label = c.Label
	}
	class := "fig"
	if slices.ContainsFunc(drawn, func(o *blocks.Output) bool { return isWide(c, o) }) {
		class += " wide"
	}
	p.raw("<figure class=\"%s\"%s>\n", class, id(label))
	for _, o := range drawn {
		p.drawing(c, o)
	}
	p.captioned(c, drawn)
	p.raw("</figure>\n")
}

func (p *page) caption(word, number string, content []doc.Inline) {
	if content == nil {
		return
	}
	p.raw("<figcaption>")
	if number != "" {
		p.raw("<b>%s %s</b> ", attr(word), number)
	}
	p.inlines(content)
	p.raw("</figcaption>\n")
}

// drawing writes what a block drew: a slider, a drawing, or an image that code
// made.
func (p *page) drawing(c *doc.Code, o *blocks.Output) {
	width, alt := c.Options.Width, c.AltText(p.ch.Lang)
	if o.Kind == blocks.ImageOutput {
		p.raw("<img src=\"data:image/%s;base64,%s\" alt=\"%s\"%s>\n", attr(o.Image.Format),
			base64.StdEncoding.EncodeToString(o.Image.Data), attr(alt), widthStyle(max(width, o.Image.Width)))
		return
	}
	if width == 0 {
		width = 1
	}
	if o.Kind == blocks.SliderOutput {
		p.slider(c, o, width, alt)
		return
	}
	p.picture(o, width, isWide(c, o), alt)
}

// drawn is a drawing for a width in points; nil if o is none.
func (p *page) drawn(o *blocks.Output, width float64) *draw.Frame {
	type key struct {
		of    draw.Identity
		width float64
	}
	return memo.Of(p.site.Memo.Lasting(), key{draw.IdentityOf(o), width}, func() *draw.Frame { return p.site.Figure(o, width) })
}

// picture writes a drawing for wide and for narrow windows.
func (p *page) picture(o *blocks.Output, width float64, wide bool, alt string) {
	broad := p.drawn(o, broadWidth*width)
	if broad == nil {
		return
	}
	values := p.values([][]draw.Data{draw.DataOf(broad)})
	if values != "" {
		p.raw("<div class=\"read\">\n")
	}
	if o.Kind == blocks.DiagramOutput { // the same everywhere: on a phone it scrolls
		p.diagram(broad, alt)
	} else if broad.Width <= narrowWidth {
		p.svg(broad, "plot", alt)
	} else {
		if wide {
			p.svg(p.drawn(o, wideWidth), "plot full", alt)
		}
		p.svg(broad, "plot broad", alt)
		p.svg(p.drawn(o, narrowWidth), "plot narrow", alt)
	}
	if values != "" {
		p.raw("%s</div>\n", values)
	}
}

// legible is the part of its own size at which a diagram's labels still are ten
// pixels large: they have 8.5 pt, which are 12.5 pixels on the site.
const legible = 0.8

// diagram writes a diagram in a box that scrolls where the window is too narrow
// for its labels. What was scaled down to the text's width needs more of it.
func (p *page) diagram(f *draw.Frame, alt string) {
	least := legible * rem(f.Width/f.Scale())
	p.raw("<div class=\"scroll diagram\" style=\"--least:%.4grem\">", least)
	p.svg(f, "plot", alt)
	p.raw("</div>\n")
}

// measure is the width of the text in rem, as the style sheet has it (--text).
const measure = 38.0

// svg writes a drawing at its own size, so that its labels are as large in all
// figures; the style sheet makes it narrower where there is no room.
func (p *page) svg(f *draw.Frame, class, alt string) {
	p.svgOf(f.Width, class, p.sheet.Figure(f, draw.SVGAttr{Label: alt, Areas: areas(f)}))
}

// svgOf writes the SVG of a drawing so many points wide.
func (p *page) svgOf(width float64, class, svg string) {
	p.raw("<div class=\"%s\" style=\"width:%.4grem\">%s</div>\n", class, rem(width), svg)
}

// rem is a width in points of the book in the style sheet's unit.
func rem(points float64) float64 { return points * measure / broadWidth }

func widthStyle(width float64) string {
	if width == 0 {
		return ""
	}
	return ` style="width:` + percent(width) + `"`
}

func percent(x float64) string { return itoa(int(x*100+0.5)) + "%" }

// figure is a picture from a file, as a figure or standing alone.
func (p *page) figure(f *doc.Figure) {
	p.raw("<figure class=\"fig\"%s>\n", id(f.Label))
	p.image(f.Image, f.Width)
	p.raw("\n")
	p.caption(p.words.Figure, f.Number, f.Caption)
	p.raw("</figure>\n")
}

// image writes a picture that is a file of the site.
func (p *page) image(img *doc.Image, width float64) {
	if img.Data == nil {
		p.raw("<span class=\"bad\">%s: %s</span>", attr(p.words.ImageMissing), attr(img.Path))
		return
	}
	path := imagePath(p.ch, img.Path)
	p.site.files[path] = img.Data
	size := ""
	if w, h, ok := pixels(img); ok {
		size = ` width="` + itoa(w) + `" height="` + itoa(h) + `"`
	}
	p.raw("<img src=\"%s\" alt=\"%s\"%s%s>", attr(path), attr(img.Alt), size, widthStyle(width))
}
