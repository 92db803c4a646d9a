package tex

import (
	"fmt"
	"strings"
)

// node writes one part as one element.
func (w *mathml) node(n Node, class Class, st Style) {
	switch n := n.(type) {
	case *Row:
		w.row(n, st)
	case *Symbol:
		w.symbol(n, class)
	case *Number:
		w.leaf("mn", "", alphabetText(n.Text, n.Alphabet))
	case *Operator:
		if n.Kid != nil {
			w.row(n.Kid, st)
			return
		}
		w.leaf("mi", ` mathvariant="normal"`, n.Name)
	case *Text:
		w.text(n, st)
	case *TextRun:
		w.textRun(n)
	case *Space:
		w.raw(`<mspace width="` + signed(n.Width) + `em"/>`)
	case *Fraction:
		w.fraction(n, st)
	case *Root:
		if n.Degree == nil {
			w.wrapped("msqrt", "", func() { w.row(n.Radicand, st) })
			return
		}
		w.wrapped("mroot", "", func() { w.row(n.Radicand, st); w.row(n.Degree, StyleScriptScript) })
	case *Scripts:
		w.scripts(n, func() { w.scriptBase(n, st) }, st)
	case *Accent:
		w.accent(n, st)
	case *Line:
		w.over(n.Kid, n.Under, map[bool]string{false: "‾", true: "_"}[n.Under], ` stretchy="true"`, st)
	case *Brace:
		w.over(n.Kid, n.Under, string(n.Char), ` stretchy="true"`, st)
	case *Stack:
		w.stack(func() { w.row(n.Base, st) }, n.Below, n.Above, true, st)
	case *Arrow:
		if n.Vertical {
			w.verticalArrow(n, st)
			return
		}
		above := n.Above
		w.stack(func() { w.leaf("mo", ` stretchy="true"`, string(n.Char)) }, n.Below, above, true, st)
	case *Fenced:
		w.fenced(n, st)
	case *Big:
		size := []string{"", "1.2em", "1.8em", "2.4em", "3em"}[n.Size]
		w.leaf("mo", ` stretchy="true" symmetric="true" minsize="`+size+`" maxsize="`+size+`"`, delimiterText(n.Char))
	case *Array:
		w.array(n, st)
	default:
		w.wrapper(n, class, st)
	}
}

func (w *mathml) wrapper(n Node, class Class, st Style) {
	switch n := n.(type) {
	case *Styled:
		w.row(n, st)
	case *Reclassed:
		w.row(n.Kid, st)
	case *Phantom:
		w.phantom(n, st)
	case *Enclosed:
		w.wrapped("mrow", ` style="`+encloseStyle(n)+`"`, func() { w.row(n.Kid, st) })
	case *Rule:
		w.raw(`<mspace width="` + short(n.Width) + `em" height="` + short(n.Height) + `em" mathbackground="currentColor"/>`)
	case *Choice:
		w.row(n.Kids[max(0, st-StyleDisplay)], st)
	case *Link:
		w.link(n, st)
	case *GoValue:
		if n.Kid != nil {
			w.row(n.Kid, st)
			return
		}
		w.leaf("mtext", "", n.Expr)
	case *Unknown:
		w.wrapped("merror", "", func() { w.leaf("mtext", "", n.Text) })
	default:
		panic("tex: unknown kind of node")
	}
}

func signed(v float64) string {
	if v < 0 {
		return "-" + short(-v)
	}
	return short(v)
}

func alphabetText(s string, a Alphabet) string {
	return strings.Map(a.Styled, s)
}

// symbol is mo for what stands between operands, mi for the rest. An mi of one
// letter is italic by itself, so that the plain letter is written.
func (w *mathml) symbol(n *Symbol, class Class) {
	text := string(n.Glyph())
	if n.Negated {
		text += string(negation)
	}
	switch {
	case n.Large:
		w.leaf("mo", "", text)
	case class == Open:
		w.leaf("mo", ` form="prefix" stretchy="false"`, text)
	case class == Close:
		w.leaf("mo", ` form="postfix" stretchy="false"`, text)
	case class == Rel:
		w.leaf("mo", ` stretchy="false"`, text)
	case class == Bin || class == Punct:
		w.leaf("mo", "", text)
	case n.Kind == Bin || n.Kind == Rel: // a sign
		w.leaf("mo", ` form="prefix" stretchy="false"`, text)
	case n.Kind == Inner || n.Char == '|' || n.Char == '‖' || n.Char == '/':
		w.leaf("mo", ` stretchy="false" lspace="0em" rspace="0em"`, text)
	case n.Alphabet == Default && !n.Upright && Plain(n.Glyph()) != n.Glyph():
		w.leaf("mi", "", string(n.Char))
	case n.Glyph() == n.Char:
		w.leaf("mi", ` mathvariant="normal"`, text)
	default:
		w.leaf("mi", "", text)
	}
}

// link is an HTML link in a text, as MathML Core has no links of its own.
func (w *mathml) link(n *Link, st Style) {
	w.raw(`<mtext><a xmlns="http://www.w3.org/1999/xhtml" href="` + xmlText(n.Target) + `"><math xmlns="http://www.w3.org/1998/Math/MathML"` + map[bool]string{true: ` displaystyle="true"`}[st == StyleDisplay] + `>`)
	w.row(n.Kid, st)
	w.raw("</math></a></mtext>")
}

func delimiterText(d Delimiter) string {
	if d == 0 {
		return ""
	}
	return string(rune(d))
}

// verticalArrow has its labels beside it.
func (w *mathml) verticalArrow(n *Arrow, st Style) {
	w.wrapped("mrow", "", func() {
		for i, label := range []Node{n.Above, n.Below} {
			if i == 1 {
				w.leaf("mo", ` stretchy="true" minsize="1.8em"`, string(n.Char))
			}
			if label != nil {
				w.wrapped("mstyle", styleAttr(st.script()), func() { w.row(label, st.script()) })
			}
		}
	})
}

func (w *mathml) text(n *Text, st Style) {
	if len(n.Parts) == 1 {
		if run, ok := n.Parts[0].(*TextRun); ok {
			w.textRun(run)
			return
		}
	}
	w.wrapped("mrow", "", func() {
		for _, p := range n.Parts {
			w.node(p, Ord, st)
		}
	})
}

// textRun keeps its blanks, which mtext would drop at its ends.
func (w *mathml) textRun(n *TextRun) {
	style := map[TextFont]string{TextBold: ` style="font-weight:bold"`, TextItalic: ` style="font-style:italic"`, TextSans: ` style="font-family:sans-serif"`, TextMono: ` style="font-family:monospace"`, TextBoldItalic: ` style="font-weight:bold;font-style:italic"`}[n.Font]
	w.leaf("mtext", style, strings.ReplaceAll(n.Text, " ", "\u00a0"))
}

func (w *mathml) fraction(n *Fraction, st Style) {
	if n.Style != StyleInherit {
		st = n.Style
		w.raw("<mstyle" + styleAttr(st) + ">")
		defer w.raw("</mstyle>")
	}
	attr := ""
	switch {
	case !n.Bar:
		attr = ` linethickness="0"`
	case n.Thickness > 0:
		attr = ` linethickness="` + short(n.Thickness) + `em"`
	}
	inner := min(st+1, StyleScriptScript)
	frac := func() { w.wrapped("mfrac", attr, func() { w.row(n.Num, inner); w.row(n.Den, inner) }) }
	if n.Left == 0 && n.Right == 0 {
		frac()
		return
	}
	w.wrapped("mrow", "", func() { w.fence(n.Left, "prefix"); frac(); w.fence(n.Right, "postfix") })
}

func (w *mathml) fence(d Delimiter, form string) {
	if d != 0 {
		w.leaf("mo", ` form="`+form+`" fence="true" stretchy="true" symmetric="true"`, delimiterText(d))
	}
}

func (w *mathml) fenced(n *Fenced, st Style) {
	w.wrapped("mrow", "", func() {
		w.fence(n.Left, "prefix")
		for i, p := range n.Parts {
			if i > 0 {
				w.fence(n.Middle[i-1], "infix")
			}
			w.row(p, st)
		}
		w.fence(n.Right, "postfix")
	})
}

// over is a base with a character over or under it.
func (w *mathml) over(kid Node, under bool, char, attr string, st Style) {
	name := "mover"
	if under {
		name = "munder"
	}
	w.wrapped(name, "", func() { w.row(kid, st); w.leaf("mo", attr, char) })
}

// spacingAccents are the characters that MathML wants for combining ones.
var spacingAccents = map[rune]string{0x302: "^", 0x303: "~", 0x30C: "ˇ", 0x301: "´", 0x300: "`", 0x307: "˙", 0x308: "¨", 0x306: "˘", 0x304: "¯", 0x305: "‾", 0x20D7: "→", 0x20D6: "←", 0x20E1: "↔", 0x30A: "˚", 0x20DB: "⃛", 0x20DC: "⃜", 0x20D0: "↼", 0x20D1: "⇀", 0x330: "~", 0x332: "_", 0x20EF: "→", 0x20EE: "←", 0x34D: "↔"}

func (w *mathml) accent(n *Accent, st Style) {
	char := spacingAccents[n.Mark]
	if char == "" {
		char = string(n.Mark)
	}
	name, attr := "mover", ` accent="true"`
	if n.Under {
		name, attr = "munder", ` accentunder="true"`
	}
	stretchy := ` stretchy="false"`
	if n.Wide {
		stretchy = ` stretchy="true"`
	}
	w.wrapped(name, attr, func() { w.row(n.Base, st); w.leaf("mo", stretchy, char) })
}

// scripts chooses the element by which scripts there are and where they stand.
func (w *mathml) scripts(n *Scripts, base func(), st Style) {
	above := n.Limits == LimitsAlways || n.Limits == LimitsDisplay && st == StyleDisplay
	sup := n.Sup
	if n.Primes == 0 {
		w.stack(base, n.Sub, sup, above, st)
		return
	}
	primes := func() { w.leaf("mo", "", primesText(n.Primes)) }
	write := primes
	if sup != nil {
		write = func() { w.wrapped("mrow", "", func() { primes(); w.row(sup, st.script()) }) }
	}
	if n.Sub == nil {
		w.wrapped("msup", "", func() { base(); write() })
		return
	}
	w.wrapped("msubsup", "", func() { base(); w.row(n.Sub, st.script()); write() })
}

func (w *mathml) scriptBase(n *Scripts, st Style) {
	if n.Base == nil {
		w.raw("<mrow></mrow>")
		return
	}
	w.node(n.Base, n.Base.Class(), st)
}

// primesText is one character for up to four primes, as Unicode has them.
func primesText(n int) string {
	if n <= 4 {
		return string([]rune("′″‴⁗")[n-1])
	}
	return strings.Repeat("′", n)
}

// stack writes a base with scripts beside it, or below and above.
func (w *mathml) stack(base func(), sub, sup Node, above bool, st Style) {
	names := [3]string{"msub", "msup", "msubsup"}
	if above {
		names = [3]string{"munder", "mover", "munderover"}
	}
	inner := st.script()
	switch {
	case sub != nil && sup != nil:
		w.wrapped(names[2], "", func() { base(); w.row(sub, inner); w.row(sup, inner) })
	case sub != nil:
		w.wrapped(names[0], "", func() { base(); w.row(sub, inner) })
	case sup != nil:
		w.wrapped(names[1], "", func() { base(); w.row(sup, inner) })
	default:
		base()
	}
}

func (w *mathml) phantom(n *Phantom, st Style) {
	kid := func() { w.row(n.Kid, st) }
	switch n.Kind {
	case PhantomAll:
		w.wrapped("mphantom", "", kid)
	case PhantomHorizontal:
		w.wrapped("mpadded", ` height="0" depth="0"`, func() { w.wrapped("mphantom", "", kid) })
	case PhantomVertical:
		w.wrapped("mpadded", ` width="0"`, func() { w.wrapped("mphantom", "", kid) })
	case Smash:
		w.wrapped("mpadded", ` height="0" depth="0"`, kid)
	case SmashTop:
		w.wrapped("mpadded", ` height="0"`, kid)
	case SmashBottom:
		w.wrapped("mpadded", ` depth="0"`, kid)
	case LapLeft, LapRight, LapBoth:
		w.wrapped("mpadded", ` width="0"`, kid)
	case Raise:
		w.wrapped("mpadded", ` voffset="`+signed(n.Rise)+`em"`, kid)
	default:
		w.wrapped("mrow", "", kid)
	}
}

func encloseStyle(n *Enclosed) string {
	switch n.Kind {
	case Background:
		return "padding:.3em;background:" + cssColor(n.Color)
	case CancelUp, CancelDown, CancelBoth, Strike:
		return "text-decoration:line-through"
	case Angle:
		return "border-top:.04em solid;border-right:.04em solid;padding:.1em"
	case Phase:
		return "border-bottom:.04em solid;padding:.1em"
	}
	return "border:.04em solid;padding:.3em"
}

// array is a table; alignment is CSS, as MathML Core has no attribute for it.
func (w *mathml) array(a *Array, st Style) {
	inner := StyleText
	switch a.Env {
	case "aligned", "align", "split", "alignat", "alignedat", "flalign", "gathered", "gather", "equation", "multline", "eqnarray", "dcases", "drcases", "darray":
		inner = StyleDisplay
	case "smallmatrix", "psmallmatrix", "bsmallmatrix", "vsmallmatrix", "Vsmallmatrix", "Bsmallmatrix", "substack", "subarray":
		inner = StyleScript
	case "lines":
		inner = st
	}
	attr := ""
	if inner == StyleDisplay {
		attr = ` displaystyle="true"`
	}
	table := func() {
		w.wrapped("mtable", attr, func() {
			for _, r := range a.Rows {
				w.tableRow(a, r, inner)
			}
		})
	}
	if a.Left == 0 && a.Right == 0 {
		table()
		return
	}
	w.wrapped("mrow", "", func() { w.fence(a.Left, "prefix"); table(); w.fence(a.Right, "postfix") })
}

func (w *mathml) tableRow(a *Array, r ArrayRow, st Style) {
	if r.Before != nil {
		span := fmt.Sprintf(` columnspan="%d" style="text-align:left"`, max(1, len(a.Columns)))
		w.wrapped("mtr", "", func() { w.wrapped("mtd", span, func() { w.text(r.Before, StyleText) }) })
	}
	w.wrapped("mtr", "", func() {
		for j, cell := range r.Cells {
			attr := ""
			switch a.Columns[j].Align {
			case 'l':
				attr = ` style="text-align:left"`
			case 'r':
				attr = ` style="text-align:right"`
			}
			w.wrapped("mtd", attr, func() { w.row(cell, st) })
		}
		for range len(a.Columns) - len(r.Cells) { // a row may end early
			w.raw("<mtd></mtd>")
		}
	})
}
