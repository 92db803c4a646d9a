package tex

func fontRows() rows {
	out := rows{}
	for name, a := range map[string]Alphabet{
		"mathrm": Roman, "mathup": Roman, "mathbf": Bold, "mathbfup": Bold, "bold": Bold, "mathit": Italic, "mathsf": Sans, "mathtt": Typewriter,
		"mathcal": Calligraphic, "mathscr": Script, "mathfrak": Fraktur, "frak": Fraktur, "mathbb": DoubleStruck, "Bbb": DoubleStruck,
		"boldsymbol": BoldItalic, "bm": BoldItalic, "pmb": BoldItalic, "mathbfit": BoldItalic, "symbf": Bold, "mathnormal": Default, "mathsfit": SansItalic,
	} {
		out[name] = command{build: buildAlphabet, alphabet: a}
	}
	for name, a := range map[string]Alphabet{"rm": Roman, "bf": Bold, "it": Italic, "sf": Sans, "tt": Typewriter, "cal": Calligraphic} {
		out[name] = command{rest: restAlphabet, alphabet: a}
	}
	return out
}

// buildAlphabet sets an argument in another alphabet. It makes no atom of its
// own: the + in \mathbf{x+y} is a binary operator still, as it is in TeX.
func buildAlphabet(p *parser, t token, c command) Node {
	font := p.font
	p.font = c.alphabet
	kid := p.arg(t)
	p.font = font
	return kid
}

// restAlphabet holds to the end of the group, which puts the font back.
func restAlphabet(p *parser, _ token, c command, before []Node) []Node {
	p.font = c.alphabet
	return before
}
