package verify

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"weave/weave/tex"
)

// token is a part of a formula as the reader of its meaning sees it: groups,
// styles and colours are gone, letters that form a word are one token.
type token struct {
	kind     tokenKind
	text     string // character, digits, name or words
	class    tex.Class
	alphabet tex.Alphabet
	pos, end int      // in the formula's source
	node     tex.Node // of structures: fraction, root, array, …

	// of tokenScripts
	base     *token
	sub, sup tex.Node
	primes   int
}

type tokenKind int

const (
	tokenSymbol    tokenKind = iota
	tokenNumber              // digits with a decimal mark
	tokenWord                // upright letters: MSE
	tokenText                // \text
	tokenFunction            // \sin, \operatorname
	tokenSeparator           // a wide space, a column of an alignment
	tokenLayout              // a sign that stands alone in a column
	tokenBetween             // words between two rows
	tokenUnit                // m behind a number
	tokenScripts
	tokenFraction
	tokenRoot
	tokenFenced
	tokenArray
	tokenAccent
	tokenLine
	tokenStack
	tokenArrow
	tokenOther
)

// wideSpace is the width in em that separates two formulas on one line.
const wideSpace = 1

// flatten makes tokens of a tree.
func flatten(n tex.Node) []token {
	if n == nil {
		return nil
	}
	f := &flattener{}
	f.add(n)
	return joinWords(f.out)
}

type flattener struct{ out []token }

func (f *flattener) put(n tex.Node, t token) {
	t.pos, t.end = n.Span()
	if t.class == tex.None {
		t.class = n.Class()
	}
	t.node = n
	f.out = append(f.out, t)
}

func (f *flattener) add(n tex.Node) {
	switch n := n.(type) {
	case *tex.Row:
		for _, k := range n.Kids {
			f.add(k)
		}
	case *tex.Symbol:
		f.symbol(n)
	case *tex.Number:
		f.put(n, token{kind: tokenNumber, text: n.Text})
	case *tex.Operator:
		f.put(n, token{kind: tokenFunction, text: n.Name})
	case *tex.Text:
		f.words(n)
	case *tex.Space:
		if n.Width >= wideSpace {
			f.put(n, token{kind: tokenSeparator, class: tex.Punct})
		}
	case *tex.Big:
		f.put(n, token{kind: tokenSymbol, text: string(rune(n.Char)), class: bigClass(n)})
	case *tex.Scripts:
		f.scripts(n)
	case *tex.Reclassed:
		f.reclassed(n)
	default:
		f.structure(n)
	}
}

// within adds a kid whose tokens reach from the beginning of n to its end.
func (f *flattener) within(n, kid tex.Node) {
	first := len(f.out)
	f.add(kid)
	if last := len(f.out) - 1; last >= first {
		pos, end := n.Span()
		f.out[first].pos, f.out[last].end = min(pos, f.out[first].pos), max(end, f.out[last].end)
	}
}

// structure adds what is one token, or nothing but its kid.
func (f *flattener) structure(n tex.Node) {
	switch n := n.(type) {
	case *tex.Styled:
		f.within(n, n.Kid)
	case *tex.Brace:
		f.within(n, n.Kid)
	case *tex.Link:
		f.within(n, n.Kid)
	case *tex.Choice:
		f.add(n.Kids[0])
	case *tex.GoValue:
		if n.Kid != nil {
			f.put(n, token{kind: tokenFenced})
		} else {
			f.put(n, token{kind: tokenOther, text: "value of Go that is not known"})
		}
	case *tex.Enclosed:
		if n.Kind == tex.Boxed || n.Kind == tex.Background {
			f.add(n.Kid)
		} else {
			f.put(n, token{kind: tokenOther, text: "crossed out"})
		}
	case *tex.Phantom:
		if n.Kind >= tex.Smash {
			f.add(n.Kid)
		}
	case *tex.Rule:
	default:
		f.put(n, token{kind: kindOf(n), text: textOf(n)})
	}
}

func kindOf(n tex.Node) tokenKind {
	switch n.(type) {
	case *tex.Fraction:
		return tokenFraction
	case *tex.Root:
		return tokenRoot
	case *tex.Fenced:
		return tokenFenced
	case *tex.Array:
		return tokenArray
	case *tex.Accent:
		return tokenAccent
	case *tex.Line:
		return tokenLine
	case *tex.Stack:
		return tokenStack
	case *tex.Arrow:
		return tokenArrow
	}
	return tokenOther
}

func textOf(n tex.Node) string {
	switch n := n.(type) {
	case *tex.Accent:
		return string(n.Mark)
	case *tex.Arrow:
		return string(n.Char)
	case *tex.Array:
		return n.Env
	case *tex.Unknown:
		return n.Text
	}
	return ""
}

// symbol adds a character; \not makes a relation its denial.
func (f *flattener) symbol(n *tex.Symbol) {
	s := string(n.Char)
	if n.Negated {
		s = map[string]string{"=": "≠", "<": "≮", ">": "≯", "∈": "∉"}[s]
	}
	f.put(n, token{kind: tokenSymbol, text: s, alphabet: n.Alphabet})
}

// words adds \text; a percent sign in it is an operator.
func (f *flattener) words(n *tex.Text) {
	s := plainText(n)
	if strings.TrimSpace(s) == "%" {
		f.put(n, token{kind: tokenSymbol, text: "%", class: tex.Bin})
		return
	}
	f.put(n, token{kind: tokenText, text: s})
}

func (f *flattener) reclassed(n *tex.Reclassed) {
	if row, ok := n.Kid.(*tex.Row); ok && len(row.Kids) == 0 {
		return // \mathop{} is space
	}
	switch n.Kind {
	case tex.Op:
		f.put(n, token{kind: tokenFunction, text: plainText(n.Kid)})
	case tex.Rel, tex.Bin:
		f.put(n, token{kind: tokenSymbol, text: plainText(n.Kid)})
	default:
		f.add(n.Kid)
	}
}

// bigClass is that of a delimiter by its shape: \big( opens.
func bigClass(n *tex.Big) tex.Class {
	switch n.Char {
	case '(', '[', '{', '⟨':
		return tex.Open
	case ')', ']', '}', '⟩':
		return tex.Close
	}
	return n.Kind
}

// scripts adds a base with its scripts. The label of a brace is dropped; a
// base of several parts is a bracket of its own.
func (f *flattener) scripts(n *tex.Scripts) {
	if b, ok := n.Base.(*tex.Brace); ok {
		f.within(n, b)
		return
	}
	t := token{kind: tokenScripts, sub: n.Sub, sup: n.Sup, primes: n.Primes}
	b := flatten(n.Base)
	switch {
	case len(b) == 1 && b[0].kind != tokenScripts:
		t.base = &b[0]
	case n.Base == nil:
		t.base = &token{kind: tokenOther, text: "script without a base"}
	default:
		base := token{kind: tokenFenced, class: tex.Ord, node: n.Base}
		base.pos, base.end = n.Base.Span()
		t.base = &base
	}
	t.class = t.base.class
	f.put(n, t)
}

// joinWords makes one token of upright letters that stand side by side.
func joinWords(in []token) []token {
	var out []token
	for i := 0; i < len(in); i++ {
		t := in[i]
		if !wordLetter(t) {
			out = append(out, t)
			continue
		}
		j, word := i, ""
		for j < len(in) && wordLetter(in[j]) && in[j].alphabet == t.alphabet {
			word += in[j].text
			j++
		}
		if j < len(in) && in[j].kind == tokenScripts && wordLetter(*in[j].base) && in[j].base.alphabet == t.alphabet {
			s := in[j]
			w := wordToken(word+s.base.text, t)
			s.base, s.class = &w, w.class
			out = append(out, s)
			i = j
			continue
		}
		if utf8.RuneCountInString(word) < 2 {
			out = append(out, t)
			continue
		}
		w := wordToken(word, t)
		w.end = in[j-1].end
		out = append(out, w)
		i = j - 1
	}
	return out
}

func wordLetter(t token) bool {
	switch t.alphabet {
	case tex.Roman, tex.Italic, tex.Sans, tex.Typewriter:
		return t.kind == tokenSymbol && isLetter(t.text)
	}
	return false
}

func wordToken(s string, at token) token {
	w := token{kind: tokenWord, class: tex.Ord, text: s, pos: at.pos, end: at.end, node: at.node}
	if isFunctionName(s) {
		w.kind, w.class = tokenFunction, tex.Op
	}
	return w
}

func isLetter(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	return n > 0 && n == len(s) && unicode.IsLetter(r)
}

// is tells whether a token is one of these characters.
func (t *token) is(chars ...string) bool {
	if t == nil || t.kind != tokenSymbol {
		return false
	}
	for _, c := range chars {
		if t.text == c {
			return true
		}
	}
	return false
}

func (t *token) minus() bool { return t.is("−", "-") }

func (t *token) opens() bool { return t.kind == tokenSymbol && t.class == tex.Open }

// closes: "!" has the class of a closing bracket and is none.
func (t *token) closes() bool {
	if t.kind == tokenScripts {
		return t.base.kind == tokenSymbol && t.base.class == tex.Close && t.base.text != "!"
	}
	return t.kind == tokenSymbol && t.class == tex.Close && t.text != "!"
}

// fence returns the delimiters and the content of \left … \right and of groups.
func (t *token) fence() (left, right rune, inside []token) {
	switch n := t.node.(type) {
	case *tex.Fenced:
		if len(n.Parts) != 1 {
			giveUp(`\middle is not read`)
		}
		return rune(n.Left), rune(n.Right), flatten(n.Parts[0])
	case *tex.GoValue:
		return 0, 0, flatten(n.Kid)
	}
	return 0, 0, flatten(t.node)
}

// parenthesised tells a bracket made with \left( … \right).
func (t *token) parenthesised() bool {
	n, ok := t.node.(*tex.Fenced)
	return ok && t.kind == tokenFenced && n.Left == '(' && n.Right == ')'
}
