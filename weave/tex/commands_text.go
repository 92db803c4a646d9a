package tex

import "strings"

func textRows() rows {
	out := rows{}
	for name, f := range map[string]TextFont{
		"text": TextPlain, "textrm": TextPlain, "textnormal": TextPlain, "textup": TextPlain, "textmd": TextPlain, "mbox": TextPlain, "hbox": TextPlain,
		"textbf": TextBold, "textit": TextItalic, "emph": TextItalic, "textsf": TextSans, "texttt": TextMono, "textsc": TextPlain,
	} {
		out[name] = command{build: buildText, font: f}
	}
	for name, s := range map[string]string{"TeX": "TeX", "LaTeX": "LaTeX", "KaTeX": "KaTeX"} {
		out[name] = command{build: buildWord, text: s}
	}
	return out
}

func buildWord(_ *parser, t token, c command) Node {
	return &Text{Place: t.span(), Parts: []Node{&TextRun{Place: t.span(), Text: c.text}}}
}

func buildText(p *parser, t token, c command) Node { return p.textArg(t, c.font) }

// textArg reads a braced argument as text.
func (p *parser) textArg(of token, font TextFont) *Text {
	for p.raw().kind == tokSpace {
		p.skip()
	}
	n := &Text{Place: of.span()}
	open := p.raw()
	switch open.kind {
	case tokEOF, tokClose:
		p.missingArg(of)
		return n
	case tokOpen:
		p.skip()
		r := textReader{parser: p, into: n}
		r.read(open, font, func(t token) bool { return t.kind == tokClose })
		n.End = max(n.End, p.lastEnd())
		return n
	}
	p.skip()
	n.Parts = []Node{&TextRun{Place: open.span(), Text: open.text, Font: font}}
	return n
}

// textReader collects runs, spaces and formulas of a \text.
type textReader struct {
	*parser
	into *Text
	run  strings.Builder
	at   Place
	font TextFont
}

func (r *textReader) write(t token, s string) {
	if r.run.Len() == 0 {
		r.at = t.span()
	}
	r.at.End = t.end
	r.run.WriteString(s)
}

func (r *textReader) flush() {
	if r.run.Len() > 0 {
		r.into.Parts = append(r.into.Parts, &TextRun{Place: r.at, Text: r.run.String(), Font: r.font})
		r.run.Reset()
	}
}

// read goes on to the token that closes, which it takes.
func (r *textReader) read(open token, font TextFont, closes func(token) bool) {
	before := r.font
	r.flush()
	r.font = font
	defer func() {
		r.flush()
		r.font = before
		r.leave()
	}()
	if !r.enter(open) {
		return
	}
	for {
		t := r.raw()
		if t.kind == tokEOF {
			r.problem(open.span(), "missing }").hint("this { is never closed")
			return
		}
		r.skip()
		if closes(t) {
			return
		}
		r.token(t)
	}
}

func (r *textReader) token(t token) {
	switch t.kind {
	case tokOpen:
		r.read(t, r.font, func(u token) bool { return u.kind == tokClose })
	case tokMath:
		r.formula(t)
	case tokCommand:
		r.command(t)
	case tokGo, tokVerb:
		r.flush()
		if t.kind == tokGo {
			r.into.Parts = append(r.into.Parts, r.goValue(t))
			return
		}
		r.into.Parts = append(r.into.Parts, &TextRun{Place: t.span(), Text: t.text, Font: TextMono})
	case tokChar:
		r.char(t)
	default:
		r.write(t, t.text)
	}
}

// ligatures of TeX's text fonts.
var textLigatures = []struct{ from, to string }{{"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}}

func (r *textReader) char(t token) {
	for _, l := range textLigatures {
		n := len(l.from)
		matched := t.text == l.from[:1]
		for k := 0; matched && k < n-1; k++ {
			matched = r.ahead(k).is(l.from[k+1 : k+2])
		}
		if matched {
			for range n - 1 {
				r.skip()
			}
			r.write(t, l.to)
			return
		}
	}
	switch t.text {
	case "~":
		r.write(t, "\u00a0")
	case "'":
		r.write(t, "’")
	default:
		r.write(t, t.text)
	}
}

// formula reads $…$ in a text.
func (r *textReader) formula(t token) {
	r.flush()
	var inner []token
	for {
		u := r.raw()
		if u.kind == tokEOF || u.kind == tokClose {
			r.problem(t.span(), "missing $ at the end of the formula in the text")
			break
		}
		r.skip()
		if u.kind == tokMath {
			break
		}
		if u.kind == tokOpen {
			inner = append(inner, u)
			inner = append(inner, r.balanced(u, func(v token) bool { return v.kind == tokClose }, "}")...)
			u = token{kind: tokClose, text: "}", pos: u.pos, end: u.end}
		}
		inner = append(inner, u)
	}
	r.into.Parts = append(r.into.Parts, r.sub(inner, t))
}

// sub parses tokens as a formula of its own.
func (p *parser) sub(toks []token, at token) Node {
	if p.pushed+len(toks) > maxTokens {
		p.stop(at.span(), "formulas in each other are too long")
	}
	frames, ends, font, end, line := p.frames, p.inside, p.font, p.end, p.line
	p.frames, p.font, p.line = nil, Default, nil
	p.push(toks, at.end)
	n := p.lines(inside{})
	p.frames, p.inside, p.font, p.end, p.line = frames, ends, font, end, line
	return n
}

// textCommands are the commands that stand for a character or a space in text.
var textCommands = map[string]string{
	`\\`: " ", `\ `: " ", `\,`: "\u2009", `\;`: "\u2004", `\:`: "\u2005", `\!`: "", `\/`: "", `\%`: "%", `\#`: "#", `\&`: "&", `\$`: "$", `\_`: "_",
	`\{`: "{", `\}`: "}", `\space`: " ", `\quad`: "\u2003", `\qquad`: "\u2003\u2003", `\thinspace`: "\u2009", `\enspace`: "\u2002", `\textbackslash`: `\`,
	`\textasciitilde`: "~", `\textasciicircum`: "^", `\textunderscore`: "_", `\textendash`: "–", `\textemdash`: "—", `\textellipsis`: "…", `\ldots`: "…", `\dots`: "…",
	`\textquoteleft`: "‘", `\textquoteright`: "’", `\textquotedblleft`: "“", `\textquotedblright`: "”", `\glqq`: "„", `\grqq`: "“", `\textdollar`: "$",
	`\textdegree`: "°", `\degree`: "°", `\euro`: "€", `\texteuro`: "€", `\textbar`: "|", `\textless`: "<", `\textgreater`: ">", `\textbraceleft`: "{", `\textbraceright`: "}",
	`\textregistered`: "®", `\textcopyright`: "©", `\textsterling`: "£", `\textbullet`: "•", `\i`: "ı", `\j`: "ȷ", `\l`: "ł", `\L`: "Ł", `\S`: "§", `\P`: "¶", `\unskip`: "", `\protect`: "",
}

// textAccents are the combining characters of \"a and its like.
var textAccents = map[string]string{`\'`: "\u0301", "\\`": "\u0300", `\^`: "\u0302", `\"`: "\u0308", `\~`: "\u0303", `\=`: "\u0304", `\.`: "\u0307", `\u`: "\u0306", `\v`: "\u030c", `\H`: "\u030b", `\r`: "\u030a", `\c`: "\u0327"}

// composed are accented letters as one character, which is what fonts hold.
var composed = map[string]string{"ä": "ä", "ö": "ö", "ü": "ü", "Ä": "Ä", "Ö": "Ö", "Ü": "Ü", "é": "é", "è": "è", "ê": "ê", "á": "á", "à": "à", "â": "â", "í": "í", "ó": "ó", "ô": "ô", "ú": "ú", "ñ": "ñ", "ç": "ç", "å": "å", "Å": "Å", "č": "č", "š": "š", "ž": "ž", "ř": "ř", "ő": "ő", "ű": "ű"}

func (r *textReader) command(t token) {
	if r.expandTaken(t) {
		return
	}
	if s, ok := textCommands[t.text]; ok {
		r.write(t, s)
		return
	}
	if mark, ok := textAccents[t.text]; ok {
		letter := text(r.tokens(t))
		letter = strings.NewReplacer(`\i`, "i", `\j`, "j").Replace(letter)
		if c, ok := composed[letter+mark]; ok {
			r.write(t, c)
		} else {
			r.write(t, letter+mark)
		}
		return
	}
	c, known := r.table[t.text]
	if known && c.build != nil && c.char != 0 && c.class == Ord {
		r.write(t, string(c.char))
		return
	}
	r.flush()
	if t.text == `\(` {
		r.into.Parts = append(r.into.Parts, r.parenthesised(t))
		return
	}
	if sub := r.parser.command(t); sub != nil {
		r.add(sub)
	}
}

// add takes over the runs of a text in the text, in their font.
func (r *textReader) add(n Node) {
	t, ok := n.(*Text)
	if !ok {
		r.into.Parts = append(r.into.Parts, n)
		return
	}
	for _, part := range t.Parts {
		if run, ok := part.(*TextRun); ok {
			f := run.Font.within(r.font)
			if run.Font == TextPlain {
				f = r.font
			}
			part = &TextRun{Place: run.Place, Text: run.Text, Font: f}
		}
		r.into.Parts = append(r.into.Parts, part)
	}
}

// expandTaken expands a macro whose name raw returned and skip passed over.
func (r *textReader) expandTaken(t token) bool {
	r.frames[len(r.frames)-1].at--
	if r.expand(t) {
		return true
	}
	r.skip()
	return false
}
