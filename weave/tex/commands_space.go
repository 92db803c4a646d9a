package tex

import (
	"strconv"
	"strings"
)

// textSpace is a blank in em: \ and ~.
const textSpace = .25

func spaceRows() rows {
	out := rows{"kern": {build: buildKern}, "mkern": {build: buildKern}, "mskip": {build: buildKern}, "hskip": {build: buildKern}, "hspace": {build: buildHspace}, "mspace": {build: buildHspace}, "rule": {build: buildRule}}
	for name, w := range map[string]float64{
		",": Thin, "thinspace": Thin, ":": Medium, ">": Medium, "medspace": Medium, ";": Thick, "thickspace": Thick, "!": -Thin, "negthinspace": -Thin,
		"negmedspace": -Medium, "negthickspace": -Thick, " ": textSpace, "space": textSpace, "nobreakspace": textSpace, "enspace": .5, "enskip": .5, "quad": 1, "qquad": 2, "/": 0,
	} {
		out[name] = command{build: buildSpace, num: w}
	}
	return out
}

func buildSpace(_ *parser, t token, c command) Node {
	return &Space{Place: t.span(), Width: c.num}
}

func buildKern(p *parser, t token, _ command) Node {
	return &Space{Place: t.span(), Width: p.looseLength(t)}
}

func buildHspace(p *parser, t token, _ command) Node {
	p.acceptStar()
	s, at := p.word(t)
	w, _ := p.length(s, at)
	return &Space{Place: Place{t.pos, max(t.end, at.End)}, Width: w}
}

func buildRule(p *parser, t token, _ command) Node {
	n := &Rule{Place: t.span()}
	if toks, ok := p.bracketed(); ok {
		n.Rise, _ = p.length(text(toks), spanOf(toks, t))
	}
	s, at := p.word(t)
	n.Width, _ = p.length(s, at)
	s, at = p.word(t)
	n.Height, _ = p.length(s, at)
	return n
}

// units are TeX's in em of a 10 pt font.
var units = map[string]float64{"em": 1, "ex": .431, "mu": 1. / 18, "pt": .1, "px": .075, "cm": 2.845, "mm": .2845, "in": 7.227, "pc": 1.2, "bp": .10037, "dd": .107, "cc": 1.284, "sp": .1 / 65536}

// maxLength bounds what a formula may ask for, in em.
const maxLength = 1000

// length reads a length like "1.5em" in em.
func (p *parser) length(s string, at Place) (float64, bool) {
	s = strings.ReplaceAll(strings.TrimSpace(s), " ", "")
	if len(s) > 2 {
		unit, ok := units[s[len(s)-2:]]
		v, err := strconv.ParseFloat(strings.TrimPrefix(s[:len(s)-2], "+"), 64)
		if ok && err == nil && -maxLength <= v*unit && v*unit <= maxLength {
			return v * unit, true
		}
	}
	p.problem(at, "%q is not a length", s).hint("a number with a unit: 2em, 3mu, 10pt, 1ex")
	return 0, false
}

// looseLength reads a length that may stand without braces, as after \kern.
func (p *parser) looseLength(t token) float64 {
	if p.peek().kind == tokOpen {
		s, at := p.word(t)
		w, _ := p.length(s, at)
		return w
	}
	first := p.raw()
	at := first.span()
	var b strings.Builder
	letters := 0
	for letters < 2 {
		u := p.raw()
		if u.kind != tokChar && u.kind != tokSpace || u.kind == tokChar && !strings.Contains("+-.0123456789", u.text) && !isLetter(u.text[0]) {
			break
		}
		if u.kind == tokChar && isLetter(u.text[0]) {
			letters++
		}
		b.WriteString(u.text)
		at.End = max(at.End, u.end)
		p.skip()
	}
	w, _ := p.length(b.String(), at)
	return w
}
