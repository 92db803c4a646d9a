package html

import (
	"strconv"
	"strings"

	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/tex"
	"weave/weave/typeset"
)

// mathSize is the size in points at which formulas are laid out; the page
// scales them with the text around.
const mathSize = 10

// Formulas in a line that are wider than these, in em, scroll in a box of their
// own: where the window is narrow, or anywhere.
const (
	longFormula = 15
	vastFormula = 30
)

func itoa(n int) string { return strconv.Itoa(n) }

// math writes a formula, or its source in red where it has mistakes.
func (p *page) math(m *doc.Math) {
	if m.Broken {
		p.raw("<code class=\"bad\">%s</code>", attr(m.Source))
		return
	}
	switch { // what a search can find: the formula as it is written, or in words
	case m.Display:
	case strings.Contains(m.Source, `\`):
		p.section.text.WriteString(m.Formula.Speech(p.lang()))
	default:
		p.section.text.WriteString(m.Source)
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
	frame := typeset.Math(f, typeset.MathStyle{Face: font.MathFace(), Text: font.Text(), Size: mathSize, Display: display, Color: draw.Black})
	class := "f"
	switch {
	case display:
		class = "f fd"
	case frame.Width > vastFormula*mathSize:
		class = "f long vast"
	case frame.Width > longFormula*mathSize:
		class = "f long"
	}
	p.raw("<span class=\"%s\">%s<span class=\"mm\">%s</span></span>", class, p.sheet.Inline(frame, mathSize, draw.SVGAttr{Class: "m"}), mathML)
}

// headFormula writes the formula that alone is the head of a column. Readers
// hear it as words, as programs that check pages take MathML for no text.
func (p *page) headFormula(f *tex.Formula) {
	p.raw("<span class=\"vh\">%s</span><span aria-hidden=\"true\">", attr(f.Speech(p.ch.Lang)))
	p.formula(f, false)
	p.raw("</span>")
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
