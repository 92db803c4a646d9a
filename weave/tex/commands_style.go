package tex

import "strings"

func styleRows() rows {
	out := rows{
		"color":      {rest: restColor},
		"textcolor":  {build: buildTextColor},
		"mathchoice": {build: buildChoice},
	}
	for name, style := range map[string]Style{"displaystyle": StyleDisplay, "textstyle": StyleText, "scriptstyle": StyleScript, "scriptscriptstyle": StyleScriptScript} {
		out[name] = command{rest: restStyled, style: style}
	}
	for name, size := range map[string]float64{"tiny": .5, "sixptsize": .6, "scriptsize": .7, "footnotesize": .8, "small": .9, "normalsize": 1, "large": 1.2, "Large": 1.44, "LARGE": 1.728, "huge": 2.074, "Huge": 2.488} {
		out[name] = command{rest: restStyled, num: size}
	}
	for name, color := range map[string]string{"blue": "#6495ed", "orange": "#ffa500", "pink": "#ff00af", "red": "#df0030", "green": "#28ae7b", "gray": "gray", "purple": "#9d38bd"} {
		out[name] = command{build: buildNamedColor, text: color}
	}
	return out
}

// styled makes the rest of the list the kid of a Styled.
func (p *parser) styled(t token, n Styled, before []Node) []Node {
	if !p.enter(t) {
		p.leave()
		return before
	}
	defer p.leave()
	kid := p.list()
	n.Kid = kid
	n.Place = Place{t.pos, max(t.end, kid.End)}
	return append(before, &n)
}

func restStyled(p *parser, t token, c command, before []Node) []Node {
	return p.styled(t, Styled{Style: c.style, Size: c.num}, before)
}

func restColor(p *parser, t token, _ command, before []Node) []Node {
	return p.styled(t, Styled{Color: p.color(t)}, before)
}

func buildTextColor(p *parser, t token, _ command) Node {
	color := p.color(t)
	kid := p.arg(t)
	return &Styled{Place: Place{t.pos, endOf(kid)}, Kid: kid, Color: color}
}

func buildNamedColor(p *parser, t token, c command) Node {
	kid := p.arg(t)
	return &Styled{Place: Place{t.pos, endOf(kid)}, Kid: kid, Color: c.text}
}

func buildChoice(p *parser, t token, _ command) Node {
	n := &Choice{Place: t.span()}
	for i := range n.Kids {
		n.Kids[i] = p.arg(t)
		n.End = max(n.End, endOf(n.Kids[i]))
	}
	return n
}

// color reads {red}, {#1f5fa8} or [HTML]{1F5FA8}; an unknown name is a problem and changes nothing.
func (p *parser) color(t token) string {
	model := ""
	if toks, ok := p.bracketed(); ok {
		model = text(toks)
	}
	name, at := p.word(t)
	if strings.EqualFold(model, "HTML") {
		name = "#" + name
	}
	if strings.HasPrefix(name, "#") {
		if isHex(name[1:]) {
			return strings.ToLower(name)
		}
		p.problem(at, "colour %q is not of the form #rrggbb", name)
		return ""
	}
	if _, ok := ColorNames[name]; !ok && isHex(name) {
		return "#" + strings.ToLower(name)
	}
	if _, ok := ColorNames[name]; !ok {
		q := p.problem(at, "unknown colour %q", name)
		if near := nearestColor(name); near != "" {
			q.hint("did you mean %s?", near)
		}
		return ""
	}
	return name
}

func isHex(s string) bool {
	return (len(s) == 3 || len(s) == 6) && strings.Trim(s, "0123456789abcdefABCDEF") == ""
}
