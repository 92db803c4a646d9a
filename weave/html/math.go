package html

import (
	"strconv"

	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/tex"
	"weave/weave/typeset"
)

// mathSize is the size in points at which formulas are laid out; the page
// scales them with the text around.
const mathSize = 10

func itoa(n int) string { return strconv.Itoa(n) }

// math writes a formula, or its source in red where it has mistakes.
func (p *page) math(m *doc.Math) {
	if m.Broken {
		p.raw("<code class=\"bad\">%s</code>", attr(m.Source))
		return
	}
	p.formula(m.Formula, m.Display)
}

// formula writes a formula as SVG for the eye and hidden MathML for screen
// readers and copying; or as MathML alone.
func (p *page) formula(f *tex.Formula, display bool) {
	mathML := f.MathML(display)
	if p.site.MathML {
		p.raw("%s", mathML)
		return
	}
	class := "f"
	if display {
		class = "f fd"
	}
	frame := typeset.Math(f, typeset.MathStyle{Face: font.MathFace(), Text: font.Text(), Size: mathSize, Display: display, Color: draw.Black})
	p.raw("<span class=\"%s\">%s<span class=\"mm\">%s</span></span>", class, p.sheet.Inline(frame, mathSize, draw.SVGAttr{Class: "m"}), mathML)
}

// display writes a formula on lines of its own, with its number.
func (p *page) display(d *doc.Display) {
	p.raw("<div class=\"eq\"%s><div class=\"eb\">", id(d.Label))
	p.math(d.Math)
	p.raw("</div>")
	if d.Number != "" {
		p.raw("<a class=\"en\" href=\"#%s\" aria-label=\"%s %s\">(%s)</a>", attr(d.Label), attr(p.words.Equation), d.Number, d.Number)
	}
	p.raw("</div>\n")
}
