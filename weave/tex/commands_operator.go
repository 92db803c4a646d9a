package tex

import (
	"strings"
	"sync"
)

// Named operators: those of The TeXbook, appendix B, amsopn, and the short
// names used in Europe. The second list takes limits below in display style.
const (
	operatorsPlain  = "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth log ln lg exp deg dim hom ker arg ch sh th tg ctg cotg arctg arcctg cosec cth"
	operatorsLimits = "lim max min sup inf det gcd Pr plim"
)

var operatorsTwoWords = map[string]string{"limsup": "lim sup", "liminf": "lim inf", "argmax": "arg max", "argmin": "arg min", "injlim": "inj lim", "projlim": "proj lim"}

func operatorRows() rows {
	out := rows{
		"operatorname":           {build: buildOperatorName, limits: LimitsNever},
		"operatornamewithlimits": {build: buildOperatorName, limits: LimitsDisplay},
		"varlimsup":              {build: buildLim},
		"varliminf":              {build: buildLim, under: true},
		"varinjlim":              {build: buildLim, char: '\u20EF', under: true},
		"varprojlim":             {build: buildLim, char: '\u20EE', under: true},
		"mod":                    {build: buildMod},
		"bmod":                   {build: buildMod},
		"pmod":                   {build: buildMod},
		"pod":                    {build: buildMod},
		"not":                    {build: buildNot},
	}
	for name := range strings.FieldsSeq(operatorsPlain) {
		out[name] = command{build: buildOperator, text: name, limits: LimitsNever}
	}
	for name := range strings.FieldsSeq(operatorsLimits) {
		out[name] = command{build: buildOperator, text: name, limits: LimitsDisplay}
	}
	for name, text := range operatorsTwoWords {
		out[name] = command{build: buildOperator, text: text, limits: LimitsDisplay}
	}
	for name, class := range map[string]Class{"mathop": Op, "mathrel": Rel, "mathbin": Bin, "mathord": Ord, "mathopen": Open, "mathclose": Close, "mathpunct": Punct, "mathinner": Inner} {
		out[name] = command{build: buildReclassed, class: class}
	}
	return out
}

func buildOperator(_ *parser, t token, c command) Node {
	return &Operator{Place: t.span(), Name: c.text, Limits: c.limits, Kind: Op}
}

func buildOperatorName(p *parser, t token, c command) Node {
	if p.acceptStar() {
		c.limits = LimitsDisplay
	}
	font := p.font
	p.font = Roman
	kid := p.arg(t)
	p.font = font
	n := &Operator{Place: Place{t.pos, endOf(kid)}, Limits: c.limits, Kind: Op}
	name, simple := operatorText(kid)
	n.Name = name
	if !simple {
		n.Kid = kid
	}
	return n
}

// operatorText is the letters of an operator's name, and whether it has nothing else.
func operatorText(n Node) (name string, simple bool) {
	var b strings.Builder
	simple = true
	for _, a := range List(n) {
		switch n := a.Node.(type) {
		case *Symbol:
			if n.Char == '−' { // in a name it is a hyphen
				b.WriteByte('-')
				continue
			}
			simple = simple && n.Alphabet == Roman && !n.Negated
			b.WriteRune(n.Char)
		case *Number:
			b.WriteString(n.Text)
		case *Space:
			if n.Width >= Thin && n.Width <= 1 {
				b.WriteByte(' ')
			}
		case *Text:
			b.WriteString(n.Plain())
		default:
			simple = false
		}
	}
	return b.String(), simple
}

// Plain is the words of a text without its formulas.
func (n *Text) Plain() string {
	var b strings.Builder
	for _, part := range n.Parts {
		switch part := part.(type) {
		case *TextRun:
			b.WriteString(part.Text)
		case *Space:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func endOf(n Node) int {
	_, end := n.Span()
	return end
}

// buildLim is lim with a line or an arrow.
func buildLim(_ *parser, t token, c command) Node {
	base := &Operator{Place: t.span(), Name: "lim", Kind: Op}
	var kid Node = &Line{Place: t.span(), Kid: base, Under: c.under}
	if c.char != 0 {
		kid = &Accent{Place: t.span(), Base: base, Mark: c.char, Wide: true, Under: true}
	}
	return &Reclassed{Place: t.span(), Kid: kid, Kind: Op, Limits: LimitsDisplay}
}

// buildMod is \bmod, an operator with space around it, and the remarks \pmod, \pod and \mod.
func buildMod(p *parser, t token, _ command) Node {
	word := &Operator{Place: t.span(), Name: "mod", Kind: Bin}
	if t.text == `\bmod` { // amsmath has 5 mu around it in all styles, an operator 4 mu in two of them
		more := func() Node {
			one, five := &Space{Place: t.span(), Width: 1. / 18}, &Space{Place: t.span(), Width: 5. / 18}
			return &Choice{Place: t.span(), Kids: [4]Node{one, one, five, five}}
		}
		return &Row{Place: t.span(), Kids: []Node{more(), word, more()}}
	}
	arg := p.arg(t)
	row := &Row{Place: Place{t.pos, endOf(arg)}}
	add := func(n ...Node) { row.Kids = append(row.Kids, n...) }
	word.Kind = Ord
	space := func(mu float64) Node { return &Space{Place: t.span(), Width: mu / 18} }
	gap := func(text float64) Node { // amsmath has 18 mu in display style
		return &Choice{Place: t.span(), Kids: [4]Node{space(18), space(text), space(text), space(text)}}
	}
	narrow := &Space{Place: t.span(), Width: 6. / 18}
	paren := func(c rune, k Class) Node { return &Symbol{Place: t.span(), Char: c, Kind: k} }
	switch t.text {
	case `\mod`:
		add(gap(12), word, narrow, arg)
	case `\pmod`:
		add(gap(8), paren('(', Open), word, narrow, arg, paren(')', Close))
	default:
		add(gap(8), paren('(', Open), arg, paren(')', Close))
	}
	return row
}

func buildReclassed(p *parser, t token, c command) Node {
	kid := p.arg(t)
	n := &Reclassed{Place: Place{t.pos, endOf(kid)}, Kid: kid, Kind: c.class}
	if c.class == Op {
		n.Limits = LimitsDisplay
	}
	return n
}

// precomposed are the negated signs that Unicode has.
var precomposed = map[rune]rune{'=': '≠', '∈': '∉', '∋': '∌', '∃': '∄', '∣': '∤', '∥': '∦', '∼': '≁', '≃': '≄', '≅': '≇', '≈': '≉', '≡': '≢', '<': '≮', '>': '≯', '≤': '≰', '≥': '≱', '⊂': '⊄', '⊃': '⊅', '⊆': '⊈', '⊇': '⊉', '⊢': '⊬', '⊨': '⊭', '→': '↛', '←': '↚', '↔': '↮', '⇒': '⇏', '⇐': '⇍', '⇔': '⇎', '≺': '⊀', '≻': '⊁'}

// affirmed leads back from a negated sign.
var affirmed = sync.OnceValue(func() map[rune]rune {
	out := map[rune]rune{}
	for sign, negated := range precomposed {
		out[negated] = sign
	}
	return out
})

func buildNot(p *parser, t token, _ command) Node {
	kid := Single(p.arg(t))
	s, ok := kid.(*Symbol)
	if !ok {
		p.problem(t.span(), `\not needs a sign behind it`)
		return kid
	}
	out := *s
	out.Place = Place{t.pos, endOf(kid)}
	if c, ok := precomposed[s.Char]; ok {
		out.Char = c
	} else {
		out.Negated = true
	}
	return &out
}
