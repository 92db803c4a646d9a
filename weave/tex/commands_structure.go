package tex

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

func definitionRows() rows {
	out := rows{}
	for _, name := range []string{"newcommand", "renewcommand", "providecommand", "def", "gdef", "edef", "xdef", "let", "DeclareMathOperator"} {
		out[name] = command{build: buildDefine}
	}
	for _, name := range []string{"global", "long", "relax", "nobreak", "DOTSB", "DOTSI", "DOTSX", "hfill", "unskip", "null", "protect", "displaybreak"} {
		out[name] = command{build: buildNothing}
	}
	return out
}

// buildMisplaced is for commands that mean something only in another place.
func buildMisplaced(p *parser, t token, c command) Node {
	p.problem(t.span(), "%s does not belong here", t.text).hint("%s", c.text)
	return nil
}

func buildNothing(*parser, token, command) Node { return nil }

func structureRows() rows {
	return rows{
		"begin":          {build: buildBegin},
		"substack":       {build: buildSubstack},
		"tag":            {build: buildTag},
		"label":          {build: buildLabel},
		"ref":            {build: buildRef},
		"eqref":          {build: buildRef, left: '('},
		"nonumber":       {build: buildNoTag},
		"notag":          {build: buildNoTag},
		"href":           {build: buildHref},
		"url":            {build: buildHref},
		"char":           {build: buildChar},
		"begingroup":     {build: buildBeginGroup, text: `\endgroup`},
		"bgroup":         {build: buildBeginGroup, text: `\egroup`},
		"(":              {build: (*parser).parenthesisedCommand},
		"limits":         {build: buildMisplaced, text: `it follows an operator such as \sum`},
		"nolimits":       {build: buildMisplaced, text: `it follows an operator such as \sum`},
		"displaylimits":  {build: buildMisplaced, text: `it follows an operator such as \sum`},
		"intertext":      {build: buildMisplaced, text: `it begins a line of align or gather`},
		"shortintertext": {build: buildMisplaced, text: `it begins a line of align or gather`},
		"hline":          {build: buildMisplaced, text: "it begins a row of an array"},
		"hdashline":      {build: buildMisplaced, text: "it begins a row of an array"},
		"allowbreak":     {build: buildAllowBreak},
		"iff":            {build: buildSpaced, char: '⟺'},
		"implies":        {build: buildSpaced, char: '⟹'},
		"impliedby":      {build: buildSpaced, char: '⟸'},
	}
}

// buildSpaced is an arrow with a thick space at each side (amsmath, \iff).
func buildSpaced(_ *parser, t token, c command) Node {
	gap := &Space{Place: t.span(), Width: Thick}
	return &Row{Place: t.span(), Kids: []Node{gap, &Symbol{Place: t.span(), Char: c.char, Kind: Rel}, gap}}
}

func buildAllowBreak(_ *parser, t token, _ command) Node {
	return &Space{Place: t.span(), Break: true}
}

func buildHref(p *parser, t token, _ command) Node {
	target, at := p.word(t)
	n := &Link{Place: Place{t.pos, at.End}, Target: target}
	if t.text == `\url` {
		n.Kid = &Text{Place: at, Parts: []Node{&TextRun{Place: at, Text: target, Font: TextMono}}}
		return n
	}
	n.Kid = p.arg(t)
	n.End = endOf(n.Kid)
	return n
}

// buildChar reads \char"2A, \char'52, \char42 and \char`*.
func buildChar(p *parser, t token, _ command) Node {
	var digits strings.Builder
	base := 10
	switch u := p.peek(); {
	case u.is(`"`):
		base = 16
		p.skip()
	case u.is("'"):
		base = 8
		p.skip()
	case u.is("`"):
		p.skip()
		u = p.raw()
		p.skip()
		r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(u.text, `\`))
		return &Symbol{Place: Place{t.pos, max(t.end, u.end)}, Char: r, Kind: Ord, Upright: true}
	}
	for u := p.raw(); u.kind == tokChar && len(u.text) == 1 && strings.Contains("0123456789abcdefABCDEF"[:map[int]int{8: 8, 10: 10, 16: 22}[base]], u.text); u = p.raw() {
		digits.WriteString(u.text)
		p.skip()
	}
	v, err := strconv.ParseInt(digits.String(), base, 32)
	if err != nil || !utf8.ValidRune(rune(v)) || v == 0 {
		p.problem(t.span(), `\char needs the number of a character`)
		return &Unknown{Place: t.span(), Text: t.text}
	}
	return &Symbol{Place: t.span(), Char: rune(v), Kind: Ord, Upright: true}
}

// buildBeginGroup is \begingroup … \endgroup, braces by another name.
func buildBeginGroup(p *parser, t token, c command) Node {
	return p.until(t, c.text)
}

// parenthesised reads \( … \).
func (p *parser) parenthesised(t token) Node { return p.until(t, `\)`) }

func (p *parser) parenthesisedCommand(t token, _ command) Node { return p.parenthesised(t) }

// until collects tokens up to a closing command and parses them as a group.
func (p *parser) until(t token, closing string) Node {
	var inner []token
	depth := 0
	for {
		u := p.raw()
		if u.kind == tokEOF {
			p.problem(t.span(), "missing %s", closing)
			break
		}
		if u.kind == tokClose && depth == 0 {
			p.problem(t.span(), "missing %s", closing)
			break
		}
		p.skip()
		if u.is(closing) && depth == 0 {
			break
		}
		switch u.kind {
		case tokOpen:
			depth++
		case tokClose:
			depth--
		}
		inner = append(inner, u)
	}
	n := p.sub(inner, t)
	return &Row{Place: Place{t.pos, max(t.end, p.lastEnd())}, Kids: []Node{n}, Braced: true}
}
