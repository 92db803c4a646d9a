package tex

import (
	"strings"
	"unicode/utf8"
)

// paletteRows are the colours that Khan Academy's exercises name: \blueA{…}.
func paletteRows() rows {
	out := rows{"kaBlue": {build: buildNamedColor, text: "#314453"}, "kaGreen": {build: buildNamedColor, text: "#71b307"}}
	for name, shades := range map[string]string{
		"blue": "ccfaff 80f6ff 63d9ea 11accd 0c7f99", "teal": "94fff5 26edd5 01d1c1 01a995 208170", "green": "b6ffb0 8af281 74cf70 1fab54 0d923f",
		"gold": "ffd0a9 ffbb71 ff9c39 e07d10 a75a05", "red": "fca9a9 ff8482 f9685d e84d39 bc2612", "maroon": "ffbde0 ff92c6 ed5fa6 ca337c 9e034e",
		"purple": "ddd7ff c6b9fc aa87ff 7854ab 543b78", "mint": "f5f9e8 edf2df e0e5cc",
		"gray": "f6f7f7 f0f1f2 e3e5e6 d6d8da babec2 888d93 626569 3b3e40 21242c",
	} {
		for i, hex := range strings.Fields(shades) {
			out[name+string(rune('A'+i))] = command{build: buildNamedColor, text: "#" + hex}
		}
	}
	return out
}

// rareRows are commands that KaTeX has and that mean little on paper.
func rareRows() rows {
	out := rows{
		"expandafter": {build: buildExpandAfter},
		"noexpand":    {build: buildNothing},
		"TextOrMath":  {build: buildTextOrMath},
		"message":     {build: buildIgnored},
		"errmessage":  {build: buildIgnored},
		"textcircled": {build: buildCircled},
		"angln":       {build: buildAngleN},
		"varvdots":    {build: buildSymbol, char: '⋮', class: Ord, upright: true},
	}
	for _, name := range []string{"htmlClass", "htmlId", "htmlStyle", "htmlData"} {
		out[name] = command{build: buildAttribute}
	}
	for name, mark := range map[string]rune{"'": 0x301, "`": 0x300, "^": 0x302, `"`: 0x308, "~": 0x303, "=": 0x304, ".": 0x307, "u": 0x306, "v": 0x30C, "H": 0x30B, "r": 0x30A} {
		out[name] = command{build: buildAccent, char: mark}
	}
	out["c"] = command{build: buildAccent, char: 0x327, under: true}
	for name, s := range map[string]string{"textdagger": "†", "textdaggerdbl": "‡", "textbardbl": "‖", "textcopyright": "©", "textregistered": "®"} {
		out[name] = command{build: buildWord, text: s}
	}
	return out
}

// buildExpandAfter expands the macro behind the next token before that is read.
func buildExpandAfter(p *parser, t token, _ command) Node {
	first := p.raw()
	if first.kind == tokEOF || first.kind == tokClose {
		p.missingArg(t)
		return nil
	}
	p.skip()
	if second := p.raw(); second.kind == tokCommand {
		p.expand(second)
	}
	p.push([]token{first}, p.end)
	return nil
}

// buildTextOrMath takes what is for formulas; in \text the other part is read.
func buildTextOrMath(p *parser, t token, _ command) Node {
	p.tokens(t)
	return p.arg(t)
}

func buildIgnored(p *parser, t token, _ command) Node {
	p.tokens(t)
	return nil
}

// buildAttribute passes over an attribute of HTML, which only a browser would see.
func buildAttribute(p *parser, t token, _ command) Node {
	p.tokens(t)
	return p.arg(t)
}

// buildCircled is a letter or digit in a circle (Enclosed Alphanumerics).
func buildCircled(p *parser, t token, _ command) Node {
	kid := p.textArg(t, TextPlain)
	s := kid.Plain()
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case n != len(s) || n == 0:
		return &Enclosed{Place: Place{t.pos, max(t.end, kid.End)}, Kid: kid, Kind: Boxed}
	case 'A' <= r && r <= 'Z':
		r += 'Ⓐ' - 'A'
	case 'a' <= r && r <= 'z':
		r += 'ⓐ' - 'a'
	case '1' <= r && r <= '9':
		r += '①' - '1'
	}
	return &Text{Place: kid.Place, Parts: []Node{&TextRun{Place: kid.Place, Text: string(r)}}}
}

// buildAngleN is the n of actuarial mathematics in its angle.
func buildAngleN(_ *parser, t token, _ command) Node {
	return &Enclosed{Place: t.span(), Kid: &Symbol{Place: t.span(), Char: 'n', Kind: Ord}, Kind: Angle}
}
