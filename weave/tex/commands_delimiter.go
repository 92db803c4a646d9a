package tex

import (
	"slices"
	"strings"
	"unicode/utf8"
)

func delimiterRows() rows {
	out := rows{"left": {build: buildLeft}}
	for size, name := range []string{1: "big", 2: "Big", 3: "bigg", 4: "Bigg"} {
		if name == "" {
			continue
		}
		for suffix, class := range map[string]Class{"": Ord, "l": Open, "r": Close, "m": Rel} {
			out[name+suffix] = command{build: buildBig, num: float64(size), class: class}
		}
	}
	for name, d := range map[string][2]Delimiter{"bra": {'⟨', '|'}, "ket": {'|', '⟩'}, "braket": {'⟨', '⟩'}, "Bra": {'⟨', '|'}, "Ket": {'|', '⟩'}, "Braket": {'⟨', '⟩'}, "set": {'{', '}'}, "Set": {'{', '}'}} {
		out[name] = command{build: buildBraket, left: d[0], right: d[1]}
	}
	return out
}

// fences are the characters that can be delimiters (TeXbook, p. 146).
const fences = "()[]{}⟨⟩⌈⌉⌊⌋|‖∣∥/\\↑↓↕⇑⇓⇕⎰⎱⟮⟯⟦⟧⦃⦄⌜⌝⌞⌟┌┐└┘"

// delimiter reads the character behind \left, \right, \middle and \big.
func (p *parser) delimiter(of token) Delimiter {
	t := p.peek()
	if t.kind == tokOpen { // \left{(} is seen in the wild
		toks := p.tokens(of)
		for _, u := range toks {
			if u.kind != tokSpace {
				t = u
				break
			}
		}
	} else if t.kind != tokEOF && t.kind != tokClose {
		p.skip()
	}
	d, ok := p.delimiterOf(t)
	if !ok {
		p.problem(t.span(), "%q is not a delimiter", t.text).hint("%s takes one of ( ) [ ] \\{ \\} | \\| / \\langle \\rangle \\lfloor \\rceil … or . for none", of.text)
	}
	return d
}

func (p *parser) delimiterOf(t token) (Delimiter, bool) {
	switch {
	case t.is("."):
		return 0, true
	case t.is("<"), t.is(`\lt`):
		return '⟨', true
	case t.is(">"), t.is(`\gt`):
		return '⟩', true
	case t.is(`\|`):
		return '‖', true
	case t.is(`\backslash`):
		return '\\', true
	}
	var r rune
	switch t.kind {
	case tokChar:
		r, _ = utf8.DecodeRuneInString(t.text)
	case tokCommand:
		r = p.table[t.text].char
	}
	switch r {
	case '∣':
		r = '|'
	case '∥':
		r = '‖'
	}
	return Delimiter(r), r != 0 && strings.ContainsRune(fences, r)
}

func buildBig(p *parser, t token, c command) Node {
	d := p.delimiter(t)
	return &Big{Place: Place{t.pos, max(t.end, p.lastEnd())}, Char: d, Size: int(c.num), Kind: c.class}
}

func buildLeft(p *parser, t token, _ command) Node {
	n := &Fenced{Left: p.delimiter(t)}
	for {
		n.Parts = append(n.Parts, p.lines(inside{left: true}))
		u := p.peek()
		if u.is(`\middle`) {
			p.skip()
			n.Middle = append(n.Middle, p.delimiter(u))
			continue
		}
		if u.is(`\right`) {
			p.skip()
			n.Right = p.delimiter(u)
		} else {
			p.problem(t.span(), `\left without \right`).hint(`write \right. where nothing is to be seen at the right`)
		}
		n.Place = Place{t.pos, max(t.end, p.lastEnd())}
		return n
	}
}

// buildBraket is the bra-ket notation and \set: a | in the argument grows along.
func buildBraket(p *parser, t token, c command) Node {
	kid := p.arg(t)
	n := &Fenced{Place: Place{t.pos, endOf(kid)}, Left: c.left, Right: c.right}
	row, ok := kid.(*Row)
	if !ok {
		n.Parts = []Node{kid}
		return n
	}
	var gap []Node // on both sides of the bar (braket)
	switch t.text {
	case `\set`, `\Set`:
		gap = []Node{&Space{Place: row.Place, Width: Thick}}
	case `\Braket`:
		gap = []Node{&Space{Place: row.Place, Width: Thin}}
	}
	part := &Row{Place: row.Place}
	for _, k := range row.Kids {
		if s, ok := k.(*Symbol); ok && s.Char == '|' {
			part.Kids = append(part.Kids, gap...)
			n.Parts, n.Middle = append(n.Parts, part), append(n.Middle, '|')
			part = &Row{Place: Place{s.End, row.End}, Kids: slices.Clone(gap)}
			continue
		}
		part.Kids = append(part.Kids, k)
	}
	n.Parts = append(n.Parts, part)
	return n
}
