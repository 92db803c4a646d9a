package tex

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"weave/weave/source"
)

// atom reads one part without scripts; nil where a command makes none.
func (p *parser) atom() Node {
	t := p.take()
	switch t.kind {
	case tokOpen:
		return p.group(t)
	case tokChar:
		return p.char(t)
	case tokCommand:
		return p.command(t)
	case tokGo:
		return p.goValue(t)
	case tokVerb:
		return &Text{Place: t.span(), Parts: []Node{&TextRun{Place: t.span(), Text: t.text, Font: TextMono}}}
	case tokSup, tokSub:
		p.problem(t.span(), "nothing for %s to stand at", t.text).hint("write {} before it, or a group as the argument")
		return nil
	case tokMath:
		p.problem(t.span(), "$ inside a formula").hint(`write \$ for the sign`)
		return nil
	case tokParam:
		p.problem(t.span(), "%s outside a definition", t.text)
		return nil
	}
	return nil
}

// command builds what a command stands for.
func (p *parser) command(t token) Node {
	c, ok := p.table[t.text]
	switch {
	case !ok:
		q := p.problem(t.span(), "unknown command %s", t.text)
		if near := p.nearest(t.text); near != "" {
			q.hint("did you mean %s?", near)
		}
		return &Unknown{Place: t.span(), Text: t.text}
	case c.rest != nil: // as the argument of another command, it has nothing to apply to
		kids := c.rest(p, t, c, nil)
		return &Row{Place: t.span(), Kids: kids, Braced: true}
	}
	if !p.enter(t) {
		p.leave()
		return nil
	}
	defer p.leave()
	return c.build(p, t, c)
}

// nearest is the known command most like name.
func (p *parser) nearest(name string) string {
	known := slices.Collect(maps.Keys(p.table))
	for m := range p.macros {
		known = append(known, m)
	}
	for m := range p.options.Macros {
		known = append(known, m)
	}
	return source.Nearest(name, slices.DeleteFunc(known, func(k string) bool { return !sameInitial(k, name) }))
}

// sameInitial keeps hints to commands that begin alike: who mistypes one seldom
// mistypes its first letter.
func sameInitial(a, b string) bool {
	return len(a) > 1 && len(b) > 1 && strings.EqualFold(a[1:2], b[1:2])
}

// asciiSymbols are the characters of a keyboard with their meaning (TeXbook,
// appendix B); all others are letters or ordinary.
var asciiSymbols = map[rune]Symbol{
	'+': {Char: '+', Kind: Bin}, '-': {Char: '−', Kind: Bin}, '*': {Char: '∗', Kind: Bin},
	'=': {Char: '=', Kind: Rel}, '<': {Char: '<', Kind: Rel}, '>': {Char: '>', Kind: Rel}, ':': {Char: ':', Kind: Rel},
	',': {Char: ',', Kind: Punct}, ';': {Char: ';', Kind: Punct},
	'(': {Char: '(', Kind: Open}, '[': {Char: '[', Kind: Open},
	')': {Char: ')', Kind: Close}, ']': {Char: ']', Kind: Close}, '!': {Char: '!', Kind: Close}, '?': {Char: '?', Kind: Close},
	'`': {Char: '‘', Kind: Ord}, '\'': {Char: '′', Kind: Ord},
}

// char builds what a character of the source stands for.
func (p *parser) char(t token) Node {
	r, n := utf8.DecodeRuneInString(t.text)
	if n < len(t.text) {
		return p.marked(t, r, t.text[n:])
	}
	switch {
	case r == '~' || r == ' ':
		return &Space{Place: t.span(), Width: textSpace}
	case '0' <= r && r <= '9':
		return &Number{Place: t.span(), Text: t.text, Alphabet: p.font}
	}
	s := p.symbol(r)
	s.Place, s.Alphabet = t.span(), p.font
	return &s
}

func (p *parser) symbol(r rune) Symbol {
	if s, ok := asciiSymbols[r]; ok {
		return s
	}
	if s, ok := signs()[r]; ok {
		return s
	}
	plain := Plain(r)
	return Symbol{Char: r, Kind: Ord, Upright: !unicode.IsLetter(r) || plain == r && r > unicode.MaxLatin1}
}

// marked is a letter with combining marks: x̂ in the source.
func (p *parser) marked(t token, r rune, marks string) Node {
	var n Node = &Symbol{Place: t.span(), Char: r, Kind: Ord, Alphabet: p.font}
	for _, m := range marks {
		if m == negation {
			s := p.symbol(r)
			s.Place, s.Negated = t.span(), true
			n = &s
			continue
		}
		n = &Accent{Place: t.span(), Base: n, Mark: m}
	}
	return n
}

// negation is the slash that \not puts through a sign.
const negation = '\u0338'

func (p *parser) goValue(t token) Node {
	v := &GoValue{Place: t.span(), Expr: t.text, Format: t.format}
	i := len(p.values)
	p.values = append(p.values, Value{Expr: t.text, Format: t.format, Pos: t.expr, End: t.expr + len(t.text)})
	if i >= len(p.fill) {
		return v
	}
	v.Kid = p.filled(t, p.fill[i])
	return v
}

// filled parses the text of a value as a formula of its own, so that it cannot
// close what stands around it.
func (p *parser) filled(t token, text string) Node {
	toks, _ := lex(text)
	for i := range toks {
		toks[i].pos, toks[i].end = t.pos, t.end
		if toks[i].kind == tokGo {
			toks[i] = token{kind: tokChar, text: "?", pos: t.pos, end: t.end}
		}
	}
	q := &parser{table: p.table, options: p.options, macros: p.macros, depth: p.depth, font: p.font}
	q.push(toks, t.end)
	row := q.formula()
	row.Place, row.Braced = t.span(), true
	return row
}
