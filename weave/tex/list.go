package tex

import "strings"

// list reads parts up to a token that ends the list.
func (p *parser) list() *Row {
	start := p.peek()
	row := &Row{Place: Place{start.pos, start.pos}}
	for {
		t := p.peek()
		if p.ends(t) {
			break
		}
		if t.kind == tokCommand {
			if c := p.table[t.text]; c.rest != nil {
				p.skip()
				row.Kids = c.rest(p, t, c, row.Kids)
				continue
			}
		}
		if n := p.scripted(); n != nil {
			row.Kids = append(row.Kids, n)
		}
	}
	row.End = max(row.Pos, p.raw().pos)
	if k := len(row.Kids); k > 0 {
		_, end := row.Kids[k-1].Span()
		row.End = max(row.Pos, end)
	}
	return row
}

// ends tells whether the list being read ends at t; tokens that would end
// another kind of list are mistakes and passed over.
func (p *parser) ends(t token) bool {
	switch {
	case t.kind == tokEOF:
		return true
	case t.kind == tokClose:
		if p.inside.group || p.depth > 0 {
			return true
		}
		p.problem(t.span(), "} without {").hint("remove it, or write \\} for a brace to be seen")
	case t.kind == tokAlign:
		if p.inside.align {
			return true
		}
		p.problem(t.span(), "& outside an alignment").hint("put the lines into \\begin{aligned} … \\end{aligned}, or write \\& for the sign")
	case t.is(`\right`), t.is(`\middle`):
		if p.inside.left {
			return true
		}
		p.problem(t.span(), `%s without \left`, t.text)
	case t.is(`\end`):
		if p.inside.env || p.depth > 0 && p.inside != (inside{group: true}) {
			return true
		}
		p.skip()
		name, span := p.word(t)
		p.problem(Place{t.pos, max(span.End, p.lastEnd())}, `\end{%s} without \begin{%s}`, name, name)
		return p.ends(p.peek())
	case isNewline(t), p.inside.align && isIntertext(t):
		return true
	case t.is("]"):
		return p.inside.optional
	case t.is("@"):
		return p.inside.diagram
	default:
		return false
	}
	p.skip()
	return p.ends(p.peek())
}

// scripted reads an atom with its scripts.
func (p *parser) scripted() Node {
	t := p.peek()
	var base Node
	if !isScript(t) {
		base = p.numberOrAtom(t)
		if base == nil {
			return nil
		}
	}
	s := &Scripts{Place: t.span(), Base: base, Limits: limitsOf(base)}
	found := false
	for {
		t := p.peek()
		switch {
		case t.kind == tokSup:
			p.skip()
			p.superscript(s, t)
		case t.kind == tokSub:
			p.skip()
			p.subscript(s, t)
		case t.is("'") || t.is("’"):
			p.skip()
			p.prime(s, t)
		case t.is(`\limits`) || t.is(`\nolimits`) || t.is(`\displaylimits`):
			p.skip()
			p.limits(s, t)
			continue
		default:
			if found {
				return s
			}
			return base
		}
		found = true
		s.End = max(s.End, p.lastEnd())
	}
}

// lastEnd is where the token before the next one ended.
func (p *parser) lastEnd() int {
	if n := len(p.frames); n > 0 {
		if f := p.frames[n-1]; f.at > 0 && f.at <= len(f.toks) {
			return f.toks[f.at-1].end
		}
	}
	return p.end
}

func isScript(t token) bool {
	return t.kind == tokSup || t.kind == tokSub || t.is("'") || t.is("’")
}

func (p *parser) superscript(s *Scripts, t token) {
	a := p.arg(t)
	if s.Sup != nil {
		p.problem(t.span(), "double superscript").hint("write {a^b}^c or a^{b^c}")
		a = &Row{Place: t.span(), Kids: []Node{s.Sup, a}}
	}
	s.Sup = a
}

func (p *parser) subscript(s *Scripts, t token) {
	a := p.arg(t)
	if s.Sub != nil {
		p.problem(t.span(), "double subscript").hint("write {a_b}_c or a_{b_c}")
		a = &Row{Place: t.span(), Kids: []Node{s.Sub, a}}
	}
	s.Sub = a
}

func (p *parser) prime(s *Scripts, t token) {
	if s.Sup != nil {
		p.problem(t.span(), "double superscript").hint("put the prime before the ^, or both into ^{…}")
	}
	s.Primes++
}

func (p *parser) limits(s *Scripts, t token) {
	if s.Base == nil || s.Base.Class() != Op {
		p.problem(t.span(), "%s must follow an operator", t.text)
		return
	}
	s.Limits = map[string]Limits{`\limits`: LimitsAlways, `\nolimits`: LimitsNever, `\displaylimits`: LimitsDisplay}[t.text]
}

// limitsOf is where the scripts of a base stand unless \limits says otherwise.
func limitsOf(n Node) Limits {
	l := LimitsDefault
	switch n := n.(type) {
	case *Symbol:
		l = n.Limits
	case *Operator:
		l = n.Limits
	case *Reclassed:
		l = n.Limits
	case *Brace:
		l = LimitsAlways
	}
	if l == LimitsDefault {
		return LimitsNever
	}
	return l
}

// numberOrAtom reads a whole number where digits begin, otherwise one atom. The
// argument of a script or command is one digit only, as in TeX.
func (p *parser) numberOrAtom(t token) Node {
	if isDigit(t) || t.is(".") && isDigit(p.ahead(1)) {
		return p.number()
	}
	return p.atom()
}

func isDigit(t token) bool { return t.kind == tokChar && '0' <= t.text[0] && t.text[0] <= '9' }

// number reads digits with a decimal mark. A comma is one in German where digits
// touch it on both sides, and anywhere as {,}.
func (p *parser) number() Node {
	t := p.peek()
	n := &Number{Place: t.span(), Alphabet: p.font}
	marked := false
	var text strings.Builder
	for {
		t := p.raw()
		switch {
		case isDigit(t):
		case !marked && t.is(".") && isDigit(p.ahead(1)),
			!marked && t.is(",") && p.options.Lang == "de" && isDigit(p.ahead(1)):
			marked = true
		case !marked && t.kind == tokOpen && p.ahead(1).is(",") && p.ahead(2).kind == tokClose && isDigit(p.ahead(3)):
			marked = true
			p.skip()
			t = p.raw()
			p.skip()
		default:
			n.Text = text.String()
			return n
		}
		text.WriteString(t.text)
		n.End = max(n.End, t.end)
		p.skip()
	}
}
