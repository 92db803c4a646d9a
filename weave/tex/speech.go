package tex

import (
	"fmt"
	"strings"
	"unicode"
)

// Speech is the formula in words, in German ("de") or English (all else), short
// and unambiguous: the end of a part is said where the part is more than a sign.
func (f *Formula) Speech(lang string) string {
	s := &speaker{capitals: bothCases(f.Root)}
	if !strings.HasPrefix(lang, "de") {
		s.lang = 1
	}
	s.row(f.Root)
	for _, l := range f.lines {
		if l.Tag != nil {
			s.raw(",")
			s.say(sayTag)
			s.raw(l.Tag.Name)
		}
	}
	return s.text()
}

// speaker collects words.
type speaker struct {
	lang     int
	words    []string
	inLimit  bool          // under lim, where an arrow is said otherwise
	capitals map[rune]bool // letters that are there small, too
}

func (s *speaker) raw(w string) {
	w = strings.TrimSpace(w)
	switch last := len(s.words) - 1; {
	case w == "":
	case isMark(w) && last >= 0 && isMark(s.words[last]): // ",;" is one stop
		s.words[last] = w
	default:
		s.words = append(s.words, w)
	}
}

func isMark(w string) bool { return strings.Trim(w, ",;:") == "" }

func (s *speaker) say(w word) { s.raw(w[s.lang]) }

// text joins the words; marks stand close to the word before them.
func (s *speaker) text() string {
	var b strings.Builder
	for i, w := range s.words {
		if i > 0 && !strings.HasPrefix(w, "-") && strings.Trim(w, ",;:.") != "" {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return strings.TrimRight(b.String(), ",;:")
}

// simple tells whether a part is one sign or number, so that its end needs no saying.
func simple(n Node) bool {
	atoms := List(n)
	if len(atoms) != 1 {
		return len(atoms) == 0
	}
	switch n := atoms[0].Node.(type) {
	case *Symbol, *Number, *Operator, *Text:
		return true
	case *Row:
		return simple(n)
	case *Accent:
		return simple(n.Base)
	case *GoValue:
		return n.Kid == nil || simple(n.Kid)
	}
	return false
}

// brief tells the same of what is said in two words, like x with an index or minus one.
func brief(n Node) bool {
	atoms := List(n)
	if simple(n) {
		return true
	}
	if len(atoms) == 1 {
		sc, ok := atoms[0].Node.(*Scripts)
		return ok && sc.Base != nil && simple(sc.Base) && (sc.Sub == nil || simple(sc.Sub)) && sc.Sup == nil
	}
	sym, ok := atoms[0].Node.(*Symbol)
	return len(atoms) == 2 && ok && sym.Kind == Bin && simple(atoms[1].Node)
}

func (s *speaker) node(n Node) {
	switch n := n.(type) {
	case *Row:
		s.row(n)
	case *Symbol:
		s.symbol(n)
	case *Number:
		s.raw(n.Text)
	case *Operator:
		s.operator(n)
	case *Text:
		for _, p := range n.Parts {
			s.node(p)
		}
	case *TextRun:
		s.raw(n.Text)
	case *Space:
	case *Fraction:
		s.fraction(n)
	case *Root:
		s.root(n)
	case *Scripts:
		s.scripts(n)
	case *Accent:
		s.row(n.Base)
		s.say(spokenAccents[n.Mark])
	case *Line:
		s.row(n.Kid)
		s.say(map[bool]word{false: sayOverline, true: sayUnderline}[n.Under])
	case *Brace:
		s.row(n.Kid)
	case *Stack:
		s.row(n.Base)
		s.label(n.Above, sayAbove)
		s.label(n.Below, sayBelow)
	case *Arrow:
		if w, ok := spokenSigns[n.Char]; ok {
			s.say(w)
		} else {
			s.say(sayArrow)
		}
		s.label(n.Above, sayAbove)
		s.label(n.Below, sayBelow)
	case *Fenced:
		s.fenced(n)
	case *Big:
		s.sign(rune(n.Char))
	case *Array:
		s.array(n)
	default:
		s.wrapper(n)
	}
}

func (s *speaker) wrapper(n Node) {
	switch n := n.(type) {
	case *Styled:
		s.row(n)
	case *Reclassed:
		s.row(n.Kid)
	case *Phantom:
		if n.Kind >= Smash {
			s.row(n.Kid)
		}
	case *Enclosed:
		s.row(n.Kid)
		if n.Kind >= CancelUp && n.Kind <= Strike {
			s.say(sayCancelled)
		}
	case *Rule:
	case *Choice:
		s.row(n.Kids[0])
	case *Link:
		s.row(n.Kid)
	case *GoValue:
		if n.Kid != nil {
			s.row(n.Kid)
			return
		}
		s.raw(n.Expr)
	case *Unknown:
		s.say(sayUnknown)
		s.raw(n.Text)
	default:
		panic("tex: unknown kind of node")
	}
}

// label is what stands over or under something.
func (s *speaker) label(n Node, where word) {
	if n == nil {
		return
	}
	s.raw(",")
	s.say(where)
	s.row(n)
	s.raw(",")
}

func (s *speaker) sign(r rune) {
	if w, ok := spokenSigns[r]; ok {
		s.say(w)
	} else if r != 0 {
		s.raw(string(Plain(r)))
	}
}

func (s *speaker) symbol(n *Symbol) {
	if s.inLimit && n.Char == '→' {
		s.say(sayToward)
		return
	}
	char, negated := n.Char, n.Negated
	if _, ok := spokenSigns[char]; !ok {
		if base, ok := affirmed()[char]; ok {
			char, negated = base, true
		}
	}
	if negated {
		s.say(sayNot)
	}
	if s.capitals[char] {
		s.say(sayCapital)
	}
	s.sign(char)
}

func (s *speaker) operator(n *Operator) {
	if w, ok := spokenOperators[n.Name]; ok {
		s.say(w)
		return
	}
	s.raw(n.Name)
}

func (s *speaker) fraction(n *Fraction) {
	if !n.Bar {
		s.row(n.Num)
		s.say(sayChoose)
		s.row(n.Den)
		return
	}
	if s.derivative(n) {
		return
	}
	if name, ok := namedFractions[[2]string{numberText(n.Num), numberText(n.Den)}]; ok {
		s.say(name)
		return
	}
	if brief(n.Num) && brief(n.Den) {
		s.row(n.Num)
		s.say(sayOver)
		s.row(n.Den)
		return
	}
	s.say(sayFraction)
	s.row(n.Num)
	s.say(sayOver)
	s.row(n.Den)
	s.say(sayEndFraction)
}

func numberText(n Node) string {
	if atoms := List(n); len(atoms) == 1 {
		if num, ok := atoms[0].Node.(*Number); ok {
			return num.Text
		}
	}
	return ""
}

// derivative says df/dx and its partial form: both parts begin with the same
// differential, and below stands one variable.
func (s *speaker) derivative(n *Fraction) bool {
	num, den := List(n.Num), List(n.Den)
	if len(num) == 0 || len(den) != 2 {
		return false
	}
	top, order := differential(num[0].Node)
	bottom, _ := differential(den[0].Node)
	if top == 0 || top != bottom {
		return false
	}
	if w, ok := spokenOrders[order]; ok {
		s.say(w)
	} else if order != "" {
		s.raw(order + ".")
	}
	s.say(map[bool]word{true: sayPartial, false: sayDerivative}[top == '∂'])
	if len(num) > 1 {
		s.say(sayOf)
		for _, a := range num[1:] {
			s.node(a.Node)
		}
	}
	s.say(sayBy)
	variable := den[1].Node
	if sc, ok := variable.(*Scripts); ok && order != "" && sc.Sub == nil {
		variable = sc.Base
	}
	s.node(variable)
	return true
}

// differential is d, upright or not, or ∂, and the order of ∂².
func differential(n Node) (sign rune, order string) {
	if sc, ok := n.(*Scripts); ok && sc.Sub == nil && sc.Sup != nil && sc.Base != nil {
		sign, _ = differential(sc.Base)
		return sign, numberText(sc.Sup)
	}
	if sym, ok := Single(n).(*Symbol); ok && (sym.Char == '∂' || sym.Char == 'd') {
		return sym.Char, ""
	}
	return 0, ""
}

func (s *speaker) root(n *Root) {
	if n.Degree == nil {
		s.say(sayRoot)
	} else if numberText(n.Degree) == "3" {
		s.say(sayCubeRoot)
	} else {
		s.row(n.Degree)
		last := len(s.words) - 1
		if last >= 0 {
			s.words[last] += sayRootOf[s.lang]
		}
	}
	s.row(n.Radicand)
	if !simple(n.Radicand) {
		s.say(sayEndRoot)
	}
}

func (s *speaker) fenced(n *Fenced) {
	begin, end := spokenSigns[rune(n.Left)], spokenSigns[rune(n.Right)]
	switch {
	case n.Left == '|' && n.Right == '|' && len(n.Parts) == 1:
		begin, end = sayAbs, sayEndAbs
	case n.Left == '‖' && n.Right == '‖':
		begin, end = sayNorm, sayEndNorm
	}
	s.say(begin)
	for i, p := range n.Parts {
		if i > 0 {
			s.sign('∣')
		}
		s.row(p)
	}
	s.say(end)
}

func (s *speaker) array(a *Array) {
	switch {
	case strings.HasSuffix(a.Env, "cases"):
		s.say(sayCases)
		s.raw(":")
		s.arrayRows(a, sayCase, ",")
		s.say(sayEndCases)
	case strings.Contains(a.Env, "matrix"), a.Env == "array" && len(a.Columns) > 0:
		s.matrix(a)
	case len(a.Rows) == 1:
		s.arrayCells(a.Rows[0], "")
	default:
		s.arrayRows(a, sayLine, "")
	}
}

func (s *speaker) matrix(a *Array) {
	what := sayMatrix
	if a.Env == "vmatrix" {
		what = sayDeterminant
	}
	s.raw(fmt.Sprintf("%d %s %d %s", len(a.Rows), sayBySize[s.lang], len(a.Columns), what[s.lang]))
	s.raw(":")
	s.arrayRows(a, sayRow, ",")
	s.say(sayEndMatrix)
}

func (s *speaker) arrayRows(a *Array, what word, between string) {
	for i, r := range a.Rows {
		if r.Before != nil {
			s.node(r.Before)
			s.raw(",")
		}
		s.raw(fmt.Sprintf("%s %d", what[s.lang], i+1))
		s.raw(":")
		s.arrayCells(r, between)
		s.raw(";")
	}
}

func (s *speaker) arrayCells(r ArrayRow, between string) {
	for j, c := range r.Cells {
		if j > 0 {
			s.raw(between)
		}
		s.row(c)
	}
}

// isDigits tells a number without a mark, which as an index is said by itself: "x 1".
func isDigits(n Node) bool {
	t := numberText(n)
	return t != "" && strings.IndexFunc(t, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}
