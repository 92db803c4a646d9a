package html

import (
	"strconv"
	"strings"

	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/tex"
	"weave/weave/typeset"
)

// mathSize is the size in points at which formulas are laid out; the page
// scales them with the text around.
const mathSize = 10

// Formulas wider than longFormula, in em, may be broken: that is a line of a
// phone. A piece in a line of text that is still wider scrolls in a box of its
// own: where the window is narrow, or, beyond vastFormula, anywhere.
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
	if p.site.MathML {
		p.raw("%s", p.mathML(f, display))
		return
	}
	p.frame(f, typeset.Math(f, p.mathStyle(display)), display)
}

// mathML is what readers and the clipboard get, with the formula in words.
func (p *page) mathML(f *tex.Formula, display bool) string {
	return strings.ReplaceAll(f.LabelledMathML(display, f.Speech(p.lang())), mathNamespace, "")
}

// mathNamespace is what MathML needs in XML only.
const mathNamespace = ` xmlns="http://www.w3.org/1998/Math/MathML"`

func (p *page) mathStyle(display bool) typeset.MathStyle {
	return typeset.MathStyle{Face: p.site.MathFace, Size: mathSize, Display: display, Color: draw.Black}
}

// frame writes a formula that has been laid out.
func (p *page) frame(f *tex.Formula, frame *draw.Frame, display bool) {
	class := "f"
	if display {
		class = "f fd"
	}
	if frame.Width > longFormula*mathSize {
		pieces, indent := typeset.MathPieces(f, p.mathStyle(display), longFormula*mathSize)
		if len(pieces) > 1 {
			p.pieces(f, pieces, indent, display)
			return
		}
		if !display {
			class += longClass(frame)
		}
	}
	p.raw("<span class=\"%s\">%s<span class=\"mm\">%s</span></span>", class, p.sheet.Inline(frame, mathSize, draw.SVGAttr{Class: "m"}), p.mathML(f, display))
}

// longClass is what makes a formula in a line scroll.
func longClass(frame *draw.Frame) string {
	switch {
	case frame.Width > vastFormula*mathSize:
		return " long vast"
	case frame.Width > longFormula*mathSize:
		return " long"
	}
	return ""
}

// pieces writes a formula that may go on in the next line, with one MathML for
// the whole. The lines of a display begin below its first relation.
func (p *page) pieces(f *tex.Formula, pieces []typeset.MathPart, indent float64, display bool) {
	if display {
		p.raw("<span class=\"f fd br\" style=\"--in:%sem\">", em(indent))
	} else {
		p.raw("<span class=\"f br\">")
	}
	for i, piece := range pieces {
		style, class := "", "fp"
		if i < len(pieces)-1 && piece.Space != 0 {
			style = " style=\"margin-right:" + em(piece.Space) + "em\""
		}
		if !display {
			class += longClass(piece.Frame)
		}
		if i > 0 {
			p.raw("<wbr>")
		}
		p.raw("<span class=\"%s\"%s>%s</span>", class, style, p.sheet.Inline(piece.Frame, mathSize, draw.SVGAttr{Class: "m"}))
	}
	p.raw("<span class=\"mm\">%s</span></span>", p.mathML(f, display))
}

// headFormula writes the formula that alone is the head of a column. Readers
// hear it as words, as programs that check pages take MathML for no text.
func (p *page) headFormula(f *tex.Formula) {
	p.raw("<span class=\"vh\">%s</span><span aria-hidden=\"true\">", attr(f.Speech(p.ch.Lang)))
	p.formula(f, false)
	p.raw("</span>")
}

// display writes a formula on lines of its own, with its numbers.
func (p *page) display(d *doc.Display) {
	p.raw("<div class=\"eq\"%s><div class=\"eb\">", id(d.Label))
	if d.Math.Broken || d.Math.Formula == nil {
		p.math(d.Math)
		for _, l := range d.Lines {
			p.raw("<span%s></span>", id(l.Label))
		}
		p.raw("</div></div>\n")
		return
	}
	f := d.Math.Formula
	frame, lines := typeset.MathDisplay(f, p.mathStyle(true))
	if p.site.MathML {
		p.raw("%s", p.mathML(f, true))
	} else {
		p.frame(f, frame, true)
	}
	p.raw("</div>")
	if d.Number != "" {
		p.number(d.Label, d.Number, "", "("+d.Number+")")
	}
	p.numbers(d, frame.Height, lines)
	p.checkMark(d.Check)
	p.raw("</div>\n")
}

// checkMark says that a formula is checked; how, when it is opened.
func (p *page) checkMark(c *doc.Check) {
	if c == nil {
		return
	}
	p.raw("<details class=\"ck\"><summary aria-label=\"%s\" title=\"%[1]s\"><svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><path d=\"M1.5 5.5 4 8l4.5-6\"/></svg></summary><p>%s</p></details>",
		attr(p.words.Checked), attr(p.words.Checked+": "+c.Text))
}

// numbers writes the numbers of a formula's lines, each beside its line.
func (p *page) numbers(d *doc.Display, height float64, lines []typeset.MathLine) {
	if len(lines) == 0 {
		return
	}
	p.raw("<div class=\"ens\" style=\"height:%sem\">", em(height))
	for i, l := range lines {
		line := d.Lines[i]
		style := " style=\"--y:" + em(l.Y) + "\""
		switch {
		case l.Tag != nil:
			p.number(line.Label, line.Number, style, p.sheet.Inline(l.Tag, mathSize, draw.SVGAttr{Class: "m"}))
		case line.Number != "":
			p.number(line.Label, line.Number, style, "("+line.Number+")")
		}
	}
	p.raw("</div>")
}

// number writes one number; one without a label is no place to link to.
func (p *page) number(label, number, style, shown string) {
	if style != "" { // of a line: put on its baseline
		shown = "<span>" + shown + "</span>"
	}
	if label == "" {
		p.raw("<span class=\"en\"%s>%s</span>", style, shown)
		return
	}
	anchor := ""
	if style != "" { // of a line; that of the whole formula is at its box
		anchor = id(label)
	}
	p.raw("<a class=\"en\"%s%s href=\"#%s\" aria-label=\"%s %s\">%s</a>", anchor, style, attr(label), attr(p.words.Equation), attr(number), shown)
}

// em is a length of a formula in em of its size.
func em(pt float64) string { return strconv.FormatFloat(pt/mathSize, 'f', 3, 64) }
