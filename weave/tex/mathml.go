package tex

import (
	"fmt"
	"html"
	"slices"
	"strconv"
	"strings"
)

// MathML writes the formula as MathML Core, with its TeX source as an
// annotation, so that copying gives either.
func (f *Formula) MathML(display bool) string { return f.LabelledMathML(display, "") }

// LabelledMathML is MathML with the words that a reader without MathML says.
func (f *Formula) LabelledMathML(display bool, label string) string {
	w := &mathml{}
	style, attr := StyleText, ""
	if label != "" {
		attr = ` aria-label="` + xmlText(label) + `"`
	}
	if display {
		style = StyleDisplay
		attr += ` display="block"`
	}
	w.raw(`<math xmlns="http://www.w3.org/1998/Math/MathML"` + attr + `><semantics>`)
	w.row(f.Root, style)
	w.raw(`<annotation encoding="application/x-tex">` + xmlText(f.Source) + `</annotation></semantics></math>`)
	return w.String()
}

// mathml writes elements. Every method writes exactly one, so that it can be
// the child of an element with a fixed number of children.
type mathml struct{ strings.Builder }

func (w *mathml) raw(s string) { w.WriteString(s) }

func (w *mathml) leaf(name, attr, text string) {
	w.raw("<" + name + attr + ">" + xmlText(text) + "</" + name + ">")
}

// xmlText escapes, and drops what XML does not allow.
func xmlText(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == '\uFFFE' || r == '\uFFFF' {
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return html.EscapeString(s)
}

// row writes a list as one element.
func (w *mathml) row(n Node, st Style) {
	atoms := List(n)
	if len(atoms) == 1 && atoms[0].Look == (Look{}) && atoms[0].Class != Op {
		w.node(atoms[0].Node, atoms[0].Class, st)
		return
	}
	w.raw("<mrow>")
	w.atoms(atoms, st)
	w.raw("</mrow>")
}

// atoms writes the entries of a list; those with the same looks share a style element.
func (w *mathml) atoms(atoms []Atom, st Style) {
	var look Look
	here := st
	ends := scriptedGroups(atoms)
	for i := 0; i < len(atoms); i++ {
		a := atoms[i]
		if a.Look != look {
			w.endLook(look)
			look = a.Look
			here = w.beginLook(look, st)
		}
		if end := ends[i]; end > 0 {
			w.scriptedGroup(atoms[i:end+1], here)
			i = end
			continue
		}
		named := a.Class == Op && isNamed(a.Node)
		if named && i > 0 {
			w.spaceBetween(atoms[i-1].Class, Op)
		}
		w.node(a.Node, a.Class, here)
		if named && i+1 < len(atoms) {
			w.apply(atoms[i+1].Class)
		}
	}
	w.endLook(look)
}

// scriptedGroups finds what stands between parentheses of which the closing one
// has a script, as (a+b)²: the index of the closing one by that of the opening
// one. TeX raises the parenthesis alone; a reader means the whole.
func scriptedGroups(atoms []Atom) map[int]int {
	var open []int
	var out map[int]int
	for i, a := range atoms {
		switch a.Class {
		case Open:
			open = append(open, i)
		case Close:
			if len(open) == 0 {
				continue
			}
			start := open[len(open)-1]
			open = open[:len(open)-1]
			sameLook := !slices.ContainsFunc(atoms[start:i], func(b Atom) bool { return b.Look != a.Look })
			if scripts, ok := a.Node.(*Scripts); ok && scripts.Base != nil && sameLook {
				if out == nil {
					out = map[int]int{}
				}
				out[start] = i
			}
		}
	}
	return out
}

func (w *mathml) scriptedGroup(atoms []Atom, st Style) {
	last := len(atoms) - 1
	scripts := atoms[last].Node.(*Scripts)
	inner := slices.Clone(atoms)
	inner[last].Node = scripts.Base
	for i := range inner {
		inner[i].Look = Look{}
	}
	w.scripts(scripts, func() { w.wrapped("mrow", "", func() { w.atoms(inner, st) }) }, st)
}

// apply is the invisible function application.
func (w *mathml) apply(next Class) {
	w.raw("<mo>\u2061</mo>")
	w.spaceBetween(Op, next)
}

// spaceBetween is the space that TeX sets beside the name of a function: MathML
// has none there.
func (w *mathml) spaceBetween(left, right Class) {
	if SpaceBetween(left, right, false) == Thin {
		w.raw(`<mspace width="0.1667em"/>`)
	}
}

// isNamed tells whether a node is an operator with a name, scripts or not.
func isNamed(n Node) bool {
	switch n := n.(type) {
	case *Operator:
		return true
	case *Scripts:
		return n.Base != nil && isNamed(n.Base)
	}
	return false
}

func (w *mathml) beginLook(l Look, st Style) Style {
	if l == (Look{}) {
		return st
	}
	attr := ""
	if l.Style != StyleInherit {
		st = l.Style
		attr += styleAttr(st)
	}
	if l.Color != "" {
		attr += ` mathcolor="` + cssColor(l.Color) + `"`
	}
	if l.Size != 0 {
		attr += ` mathsize="` + short(l.Size*100) + `%"`
	}
	w.raw("<mstyle" + attr + ">")
	return st
}

func (w *mathml) endLook(l Look) {
	if l != (Look{}) {
		w.raw("</mstyle>")
	}
}

func styleAttr(st Style) string {
	return fmt.Sprintf(` displaystyle="%t" scriptlevel="%d"`, st == StyleDisplay, max(0, int(st)-int(StyleText)))
}

func cssColor(c string) string {
	if hex, ok := ColorNames[c]; ok {
		return hex
	}
	return c
}

func short(v float64) string { return strconv.FormatFloat(float64(int(v*1e4+.5))/1e4, 'f', -1, 64) }

// script is the style of a script in st.
func (s Style) script() Style {
	if s <= StyleText {
		return StyleScript
	}
	return StyleScriptScript
}

// wrapped writes an element around what write puts into it.
func (w *mathml) wrapped(name, attr string, write func()) {
	w.raw("<" + name + attr + ">")
	write()
	w.raw("</" + name + ">")
}
