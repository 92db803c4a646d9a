package tex

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// command is a row of the table. One of build and rest is set.
type command struct {
	build func(p *parser, t token, c command) Node
	// rest is for commands that act on the list they stand in: declarations
	// (\color, \bf) and infix fractions (\over).
	rest func(p *parser, t token, c command, before []Node) []Node

	char     rune
	text     string
	class    Class
	limits   Limits
	num      float64
	style    Style
	alphabet Alphabet
	font     TextFont
	under    bool
	wide     bool
	upright  bool
	left     Delimiter
	right    Delimiter
}

// rows is a part of the table, by name without the backslash.
type rows map[string]command

// table is all commands by name with the backslash.
var table = sync.OnceValue(func() map[string]command {
	all := map[string]command{}
	for _, topic := range topics {
		for name, c := range topic.rows() {
			if _, twice := all[`\`+name]; twice {
				panic("tex: two rows of the command table for " + name)
			}
			all[`\`+name] = c
		}
	}
	return all
})

// commandNames is built once for hints and documentation.
var commandNames = sync.OnceValue(func() []string {
	names := []string{`\go`, `\verb`, `\right`, `\middle`, `\end`, `\cr`, `\newline`}
	for name := range table() {
		if !strings.Contains(name, "@") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
})

// symbolLists gives each list of symbols.go its class.
var symbolLists = []struct {
	list string
	row  command
}{
	{symbolsLetter, command{class: Ord}},
	{symbolsOrd, command{class: Ord, upright: true}},
	{symbolsOp, command{class: Op, limits: LimitsDisplay}},
	{symbolsBin, command{class: Bin}},
	{symbolsRel, command{class: Rel}},
	{symbolsOpen, command{class: Open}},
	{symbolsClose, command{class: Close}},
	{symbolsPunct, command{class: Punct}},
	{symbolsInner, command{class: Inner}},
}

func symbolRows() rows {
	out := rows{}
	for _, l := range symbolLists {
		for line := range strings.Lines(l.list) {
			words := strings.Fields(line)
			if len(words) == 0 {
				continue
			}
			c := l.row
			c.build = buildSymbol
			c.char, _ = utf8.DecodeRuneInString(words[0])
			if strings.ContainsRune(integrals, c.char) {
				c.limits = LimitsNever
			}
			for _, name := range words[1:] {
				out[name] = c
			}
		}
	}
	for name, c := range map[string]rune{"_": '_', "$": '$', "%": '%', "#": '#', "&": '&'} {
		out[name] = command{build: buildSymbol, char: c, class: Ord, upright: true}
	}
	out["{"] = command{build: buildSymbol, char: '{', class: Open}
	out["}"] = command{build: buildSymbol, char: '}', class: Close}
	out["smallint"] = command{build: buildSmallIntegral}
	out["intop"] = command{build: buildSymbol, char: '∫', class: Op, limits: LimitsDisplay}
	for name, c := range map[string]command{"|": {char: '‖'}, "Vert": {char: '‖'}, "vert": {char: '|'}} {
		out[name] = command{build: buildSymbol, char: c.char, class: Ord}
	}
	for name, c := range map[string]rune{"lvert": '|', "lVert": '‖'} {
		out[name] = command{build: buildSymbol, char: c, class: Open}
	}
	for name, c := range map[string]rune{"rvert": '|', "rVert": '‖'} {
		out[name] = command{build: buildSymbol, char: c, class: Close}
	}
	out["colon"] = command{build: buildSymbol, char: ':', class: Punct}
	for i, name := range strings.Fields("Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega") {
		c := []rune("ΓΔΘΛΞΠΣΥΦΨΩ")[i]
		out["var"+name] = command{build: buildSymbol, char: c, class: Ord, alphabet: Italic}
	}
	return out
}

// integrals keep their limits at the side (TeXbook, p. 144).
const integrals = "∫∬∭⨌∮∯∰"

func buildSymbol(p *parser, t token, c command) Node {
	if t.text == `\dots` && p.betweenOperators() {
		c.char = '⋯'
	}
	s := &Symbol{Place: t.span(), Char: c.char, Kind: c.class, Upright: c.upright, Large: c.class == Op, Limits: c.limits, Alphabet: p.font}
	if c.alphabet != Default {
		s.Alphabet = c.alphabet
	}
	return s
}

// buildSmallIntegral keeps its size in display style.
func buildSmallIntegral(_ *parser, t token, _ command) Node {
	return &Symbol{Place: t.span(), Char: '∫', Kind: Op, Upright: true}
}

// betweenOperators tells whether a binary operator or relation comes next, which
// is where amsmath's \dots stand on the axis.
func (p *parser) betweenOperators() bool {
	t := p.peek()
	switch t.kind {
	case tokChar:
		k := asciiSymbols[rune(t.text[0])].Kind
		return k == Bin || k == Rel
	case tokCommand:
		c := p.table[t.text]
		return c.class == Bin || c.class == Rel || c.limits == LimitsDisplay && c.class == Op
	}
	return false
}

// signs are the characters of the table by themselves: ≤ is \le.
var signs = sync.OnceValue(func() map[rune]Symbol {
	out := map[rune]Symbol{}
	for _, l := range symbolLists {
		for line := range strings.Lines(l.list) {
			if words := strings.Fields(line); len(words) > 0 {
				c, _ := utf8.DecodeRuneInString(words[0])
				if _, ok := out[c]; ok || c < utf8.RuneSelf {
					continue
				}
				s := Symbol{Char: c, Kind: l.row.class, Upright: l.row.upright, Large: l.row.class == Op, Limits: l.row.limits}
				if strings.ContainsRune(integrals, c) {
					s.Limits = LimitsNever
				}
				out[c] = s
			}
		}
	}
	out['·'] = Symbol{Char: '⋅', Kind: Bin}
	out['−'] = Symbol{Char: '−', Kind: Bin}
	out['‖'] = Symbol{Char: '‖', Kind: Ord}
	return out
})
