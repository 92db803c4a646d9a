package tex

func boxRows() rows {
	out := rows{"mathstrut": {build: buildStrut}, "raisebox": {build: buildRaise}, "fbox": {build: buildFbox}, "colorbox": {build: buildColorBox}, "fcolorbox": {build: buildColorBox}, "smash": {build: buildSmash}}
	for name, k := range map[string]PhantomKind{
		"phantom": PhantomAll, "hphantom": PhantomHorizontal, "vphantom": PhantomVertical, "vcenter": CenterOnAxis,
		"mathllap": LapLeft, "llap": LapLeft, "mathrlap": LapRight, "rlap": LapRight, "mathclap": LapBoth, "clap": LapBoth,
	} {
		out[name] = command{build: buildPhantom, num: float64(k)}
	}
	for name, k := range map[string]EncloseKind{"boxed": Boxed, "cancel": CancelUp, "bcancel": CancelDown, "xcancel": CancelBoth, "sout": Strike, "angl": Angle, "phase": Phase} {
		out[name] = command{build: buildEnclosed, num: float64(k)}
	}
	return out
}

func buildPhantom(p *parser, t token, c command) Node {
	kid := p.arg(t)
	return &Phantom{Place: Place{t.pos, endOf(kid)}, Kid: kid, Kind: PhantomKind(c.num)}
}

func buildSmash(p *parser, t token, _ command) Node {
	kind := Smash
	if toks, ok := p.bracketed(); ok {
		switch text(toks) {
		case "t":
			kind = SmashTop
		case "b":
			kind = SmashBottom
		}
	}
	kid := p.arg(t)
	return &Phantom{Place: Place{t.pos, endOf(kid)}, Kid: kid, Kind: kind}
}

func buildStrut(_ *parser, t token, _ command) Node {
	return &Phantom{Place: t.span(), Kid: &Symbol{Place: t.span(), Char: '(', Kind: Open}, Kind: PhantomVertical}
}

func buildRaise(p *parser, t token, _ command) Node {
	s, at := p.word(t)
	rise, _ := p.length(s, at)
	kid := p.textArg(t, TextPlain)
	return &Phantom{Place: Place{t.pos, kid.End}, Kid: kid, Kind: Raise, Rise: rise}
}

func buildEnclosed(p *parser, t token, c command) Node {
	kid := p.arg(t)
	n := &Enclosed{Place: Place{t.pos, endOf(kid)}, Kid: kid, Kind: EncloseKind(c.num)}
	if n.Kind == Boxed { // amsmath sets it in display style
		n.Kid = &Styled{Place: n.Place, Kid: kid, Style: StyleDisplay}
	}
	return n
}

func buildFbox(p *parser, t token, _ command) Node {
	kid := p.textArg(t, TextPlain)
	return &Enclosed{Place: Place{t.pos, kid.End}, Kid: kid, Kind: Boxed}
}

func buildColorBox(p *parser, t token, _ command) Node {
	n := &Enclosed{Kind: Background}
	if t.text == `\fcolorbox` {
		n.Border = p.color(t)
	}
	n.Color = p.color(t)
	kid := p.textArg(t, TextPlain)
	n.Kid, n.Place = kid, Place{t.pos, kid.End}
	return n
}
