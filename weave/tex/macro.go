package tex

import (
	"slices"
	"strconv"
	"strings"
)

// macro is a command defined by the author.
type macro struct {
	params   int
	fallback []token // of the first, optional parameter
	optional bool
	body     []token
}

// expand replaces a macro's call by its body; false where t is no macro.
func (p *parser) expand(t token) bool {
	m, ok := p.macros[t.text]
	if !ok {
		if m, ok = p.courseMacro(t.text); !ok {
			return false
		}
	}
	p.skip()
	args := p.macroArgs(t, m)
	var out []token
	for _, b := range m.body {
		if i := paramIndex(b); i >= 0 && i < len(args) {
			out = append(out, args[i]...)
			continue
		}
		b.pos, b.end = t.pos, t.end
		out = append(out, b)
	}
	if p.expansions++; p.expansions > maxExpansions || p.pushed+len(out) > maxTokens {
		p.stop(t.span(), "macro %s expands without end", t.text).hint("its definition leads back to itself")
		return true
	}
	p.push(out, p.end)
	return true
}

func (p *parser) courseMacro(name string) (macro, bool) {
	def, ok := p.options.Macros[name]
	if !ok {
		return macro{}, false
	}
	toks, _ := lex(def)
	m := macro{body: toks}
	for _, t := range toks {
		m.params = max(m.params, paramIndex(t)+1)
	}
	p.define(name, m)
	return m, true
}

func paramIndex(t token) int {
	if t.kind != tokParam {
		return -1
	}
	return int(t.text[1] - '1')
}

func (p *parser) define(name string, m macro) {
	if p.macros == nil {
		p.macros = map[string]macro{}
	}
	p.macros[name] = m
}

func (p *parser) macroArgs(t token, m macro) [][]token {
	args := make([][]token, m.params)
	for i := range args {
		if i == 0 && m.optional {
			args[i] = m.fallback
			if given, ok := p.bracketed(); ok {
				args[i] = given
			}
			continue
		}
		args[i] = p.tokens(t)
	}
	return args
}

// tokens reads an argument unread: a group without its braces, or one token.
func (p *parser) tokens(of token) []token {
	for p.raw().kind == tokSpace {
		p.skip()
	}
	t := p.raw()
	switch t.kind {
	case tokEOF, tokClose:
		p.missingArg(of)
		return nil
	case tokOpen:
		p.skip()
		return p.balanced(t, func(u token) bool { return u.kind == tokClose }, "}")
	}
	p.skip()
	return []token{t}
}

// bracketed reads [ … ] unread.
func (p *parser) bracketed() ([]token, bool) {
	for p.raw().kind == tokSpace {
		p.skip()
	}
	t := p.raw()
	if !t.is("[") {
		return nil, false
	}
	p.skip()
	return p.balanced(t, func(u token) bool { return u.is("]") }, "]"), true
}

// balanced collects tokens up to the one that closes, outside of inner braces.
func (p *parser) balanced(open token, closes func(token) bool, name string) (out []token) {
	depth := 0
	for {
		t := p.raw()
		if t.kind == tokEOF || p.stopped {
			p.problem(open.span(), "missing %s", name)
			return out
		}
		p.skip()
		switch {
		case depth == 0 && closes(t):
			return out
		case t.kind == tokOpen:
			depth++
		case t.kind == tokClose:
			depth--
		}
		out = append(out, t)
	}
}

// word reads an argument as plain text: a name, a length, a colour.
func (p *parser) word(of token) (string, Place) {
	toks := p.tokens(of)
	return text(toks), spanOf(toks, of)
}

func text(toks []token) string {
	var b strings.Builder
	for _, t := range toks {
		b.WriteString(t.text)
	}
	return strings.TrimSpace(b.String())
}

func spanOf(toks []token, of token) Place {
	if len(toks) == 0 {
		return of.span()
	}
	return Place{toks[0].pos, toks[len(toks)-1].end}
}

// buildDefine reads \newcommand, \def, \let and \DeclareMathOperator.
func buildDefine(p *parser, t token, _ command) Node {
	star := p.acceptStar()
	name := p.macroName(t)
	if name == "" {
		return nil
	}
	m := macro{}
	switch t.text {
	case `\let`:
		p.accept("=")
		m.body = []token{p.raw()}
		p.skip()
	case `\def`, `\gdef`, `\edef`, `\xdef`:
		m.params = p.defParams(t)
		m.body = p.tokens(t)
		if t.text == `\edef` || t.text == `\xdef` {
			m.body = p.expanded(m.body)
		}
	case `\DeclareMathOperator`:
		body := p.tokens(t)
		if star {
			body = slices.Concat([]token{{kind: tokChar, text: "*"}, {kind: tokOpen, text: "{"}}, body, []token{{kind: tokClose, text: "}"}})
			m.body = append([]token{{kind: tokCommand, text: `\operatorname`}}, body...)
			break
		}
		m.body = slices.Concat([]token{{kind: tokCommand, text: `\operatorname`}, {kind: tokOpen, text: "{"}}, body, []token{{kind: tokClose, text: "}"}})
	default:
		if toks, ok := p.bracketed(); ok {
			m.params, _ = strconv.Atoi(text(toks))
			m.params = max(0, min(m.params, 9))
		}
		m.fallback, m.optional = p.bracketed()
		m.body = p.tokens(t)
	}
	p.define(name, m)
	return nil
}

// expanded is a list of tokens with the macros in it replaced, as \edef wants it.
func (p *parser) expanded(toks []token) (out []token) {
	frames := p.frames
	p.frames = nil
	p.push(toks, p.end)
	for {
		t := p.raw()
		if t.kind == tokEOF {
			break
		}
		if t.kind == tokCommand && p.expand(t) {
			continue
		}
		p.skip()
		out = append(out, t)
	}
	p.frames = frames
	return out
}

func (p *parser) acceptStar() bool {
	if p.raw().is("*") {
		p.skip()
		return true
	}
	return false
}

// macroName reads the name being defined, in braces or not.
func (p *parser) macroName(of token) string {
	toks := p.tokens(of)
	if len(toks) != 1 || toks[0].kind != tokCommand {
		p.problem(spanOf(toks, of), "%s needs the name of a command", of.text).hint(`write \newcommand{\name}{…}`)
		p.tokens(of)
		return ""
	}
	return toks[0].text
}

// defParams reads the #1#2 of \def; text between the parameters is not supported.
func (p *parser) defParams(of token) int {
	n := 0
	for {
		t := p.raw()
		switch t.kind {
		case tokOpen, tokEOF:
			return n
		case tokParam:
			n++
		case tokSpace:
		default:
			p.problem(t.span(), "text between the parameters of %s is not supported", of.text)
		}
		p.skip()
	}
}
