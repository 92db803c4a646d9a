package tex

func accentRows() rows {
	out := rows{
		"overline":  {build: buildLine},
		"underline": {build: buildLine, under: true},
		"underbar":  {build: buildLine, under: true},
		"overset":   {build: buildStack},
		"underset":  {build: buildStack, under: true},
		"stackrel":  {build: buildStack, class: Rel},
	}
	for name, mark := range map[string]rune{
		"hat": 0x302, "check": 0x30C, "tilde": 0x303, "acute": 0x301, "grave": 0x300, "dot": 0x307, "ddot": 0x308,
		"breve": 0x306, "bar": 0x304, "vec": 0x20D7, "mathring": 0x30A, "dddot": 0x20DB, "ddddot": 0x20DC,
	} {
		out[name] = command{build: buildAccent, char: mark}
	}
	for name, mark := range map[string]rune{
		"widehat": 0x302, "widetilde": 0x303, "widecheck": 0x30C, "overrightarrow": 0x20D7, "overleftarrow": 0x20D6,
		"overleftrightarrow": 0x20E1, "overleftharpoon": 0x20D0, "overrightharpoon": 0x20D1, "Overrightarrow": '⇒',
		"overlinesegment": 0x305,
	} {
		out[name] = command{build: buildAccent, char: mark, wide: true}
	}
	for name, mark := range map[string]rune{"utilde": 0x330, "underrightarrow": 0x20EF, "underleftarrow": 0x20EE, "underleftrightarrow": 0x34D, "underlinesegment": 0x332} {
		out[name] = command{build: buildAccent, char: mark, wide: true, under: true}
	}
	for name, c := range map[string]rune{"overbrace": '⏞', "overbracket": '⎴', "overparen": '⏜', "overgroup": '⏠'} {
		out[name] = command{build: buildBrace, char: c}
	}
	for name, c := range map[string]rune{"underbrace": '⏟', "underbracket": '⎵', "underparen": '⏝', "undergroup": '⏡'} {
		out[name] = command{build: buildBrace, char: c, under: true}
	}
	for name, c := range map[string]rune{
		"xrightarrow": '→', "xleftarrow": '←', "xleftrightarrow": '↔', "xRightarrow": '⇒', "xLeftarrow": '⇐', "xLeftrightarrow": '⇔',
		"xmapsto": '↦', "xhookrightarrow": '↪', "xhookleftarrow": '↩', "xlongequal": '=', "xrightharpoonup": '⇀', "xrightharpoondown": '⇁',
		"xleftharpoonup": '↼', "xleftharpoondown": '↽', "xrightleftharpoons": '⇌', "xleftrightharpoons": '⇋',
		"xtwoheadrightarrow": '↠', "xtwoheadleftarrow": '↞', "xtofrom": '⇄', "xrightleftarrows": '⇄', "xrightequilibrium": '⇌', "xleftequilibrium": '⇋',
	} {
		out[name] = command{build: buildArrow, char: c}
	}
	return out
}

func buildAccent(p *parser, t token, c command) Node {
	base := p.arg(t)
	return &Accent{Place: Place{t.pos, endOf(base)}, Base: base, Mark: c.char, Wide: c.wide, Under: c.under}
}

func buildLine(p *parser, t token, c command) Node {
	kid := p.arg(t)
	return &Line{Place: Place{t.pos, endOf(kid)}, Kid: kid, Under: c.under}
}

func buildBrace(p *parser, t token, c command) Node {
	kid := p.arg(t)
	return &Brace{Place: Place{t.pos, endOf(kid)}, Kid: kid, Char: c.char, Under: c.under}
}

// buildStack keeps the class of a relation or operator (amsmath \binrel@).
func buildStack(p *parser, t token, c command) Node {
	mark := p.arg(t)
	base := p.arg(t)
	n := &Stack{Place: Place{t.pos, endOf(base)}, Base: base, Above: mark, Kind: c.class}
	if c.under {
		n.Above, n.Below = nil, mark
	}
	if n.Kind == None {
		n.Kind = Ord
		if k := Single(base).Class(); k == Rel || k == Bin || k == Op {
			n.Kind = k
		}
	}
	return n
}

func buildArrow(p *parser, t token, c command) Node {
	n := &Arrow{Char: c.char, Below: p.optional()}
	n.Above = p.arg(t)
	n.Place = Place{t.pos, endOf(n.Above)}
	return n
}
