package tex

func fractionRows() rows {
	return rows{
		"frac":    {build: buildFraction},
		"dfrac":   {build: buildFraction, style: StyleDisplay},
		"tfrac":   {build: buildFraction, style: StyleText},
		"cfrac":   {build: buildFraction, style: StyleDisplay},
		"binom":   {build: buildFraction, left: '(', right: ')'},
		"dbinom":  {build: buildFraction, left: '(', right: ')', style: StyleDisplay},
		"tbinom":  {build: buildFraction, left: '(', right: ')', style: StyleText},
		"genfrac": {build: buildGenfrac},
		"sqrt":    {build: buildRoot},
		"over":    {rest: buildInfix},
		"atop":    {rest: buildInfix, left: 0, num: 1},
		"choose":  {rest: buildInfix, left: '(', right: ')', num: 1},
		"brace":   {rest: buildInfix, left: '{', right: '}', num: 1},
		"brack":   {rest: buildInfix, left: '[', right: ']', num: 1},
		"above":   {rest: buildInfix},
	}
}

func buildFraction(p *parser, t token, c command) Node {
	n := &Fraction{Left: c.left, Right: c.right, Bar: c.left == 0, Style: c.style}
	if t.text == `\cfrac` {
		n.Continued = true
		p.bracketed()
	}
	n.Num = p.arg(t)
	n.Den = p.arg(t)
	n.Place = Place{t.pos, endOf(n.Den)}
	return n
}

// buildGenfrac is amsmath's \genfrac{(}{)}{thickness}{style}{num}{den}.
func buildGenfrac(p *parser, t token, _ command) Node {
	n := &Fraction{Left: p.bracedDelimiter(t), Right: p.bracedDelimiter(t), Bar: true}
	if length, at := p.word(t); length != "" {
		n.Thickness, _ = p.length(length, at)
		n.Bar = n.Thickness != 0
	}
	style, at := p.word(t)
	switch style {
	case "":
	case "0", "1", "2", "3":
		n.Style = StyleDisplay + Style(style[0]-'0')
	default:
		p.problem(at, "style %q of \\genfrac is none of 0, 1, 2, 3", style)
	}
	n.Num = p.arg(t)
	n.Den = p.arg(t)
	n.Place = Place{t.pos, endOf(n.Den)}
	return n
}

func (p *parser) bracedDelimiter(t token) Delimiter {
	toks := p.tokens(t)
	if len(toks) == 0 || text(toks) == "" {
		return 0
	}
	for _, u := range toks {
		if u.kind != tokSpace {
			d, _ := p.delimiterOf(u)
			return d
		}
	}
	return 0
}

// buildInfix is \over and its kin: everything before it in the group is the numerator.
func buildInfix(p *parser, t token, c command, before []Node) []Node {
	n := &Fraction{Left: c.left, Right: c.right, Bar: c.num == 0}
	if t.text == `\above` {
		n.Thickness = p.looseLength(t)
		n.Bar = n.Thickness != 0
	}
	num := &Row{Place: t.span(), Kids: before, Braced: true}
	if len(before) > 0 {
		num.Pos, _ = before[0].Span()
	}
	n.Num = num
	den := p.list()
	if hasInfix(den) {
		p.problem(t.span(), "%s twice in one group", t.text).hint("put braces around one of them")
	}
	den.Braced = true
	n.Den = den
	n.Place = Place{num.Pos, den.End}
	return []Node{n}
}

// hasInfix tells whether a list is one \over; its numerator begins where it begins,
// while that of \frac begins behind the command.
func hasInfix(row *Row) bool {
	if len(row.Kids) != 1 {
		return false
	}
	f, ok := row.Kids[0].(*Fraction)
	if !ok {
		return false
	}
	pos, _ := f.Num.Span()
	return pos == f.Pos
}

func buildRoot(p *parser, t token, _ command) Node {
	n := &Root{Degree: p.optional()}
	n.Radicand = p.arg(t)
	n.Place = Place{t.pos, endOf(n.Radicand)}
	return n
}
