package prog

import (
	"go/scanner"
	"go/token"
)

// item is a top-level part of a block: a declaration or a statement.
type item struct {
	tok        token.Token // its first token
	start, end int
	lifted     bool // it stands at the top of the generated file
}

type tok struct {
	off int
	tok token.Token
}

// splitter cuts a block into its items with the scanner alone, so that a
// mixture of declarations and statements needs no parser that knows it. Its
// count of brackets is also what sees a block that closes the function it will
// be put into.
type splitter struct {
	r     *reader
	u     *unit
	toks  []tok
	open  []tok
	start int
}

// classify finds the items of a block and its kind, then parses them.
func (r *reader) classify(u *unit) {
	s := &splitter{r: r, u: u}
	s.scan()
	if u.broken || u.kind == program {
		return
	}
	u.kind = declarations
	for _, it := range u.items {
		declares := it.lifted || it.tok == token.CONST || it.tok == token.VAR
		if !declares {
			u.kind = statements
		}
	}
	if len(u.items) == 0 {
		u.kind = statements
	}
	if u.kind == declarations {
		for i := range u.items {
			u.items[i].lifted = true
		}
	}
	r.parse(u)
}

func (s *splitter) scan() {
	fset := token.NewFileSet()
	f := fset.AddFile("", -1, len(s.u.text))
	var sc scanner.Scanner
	sc.Init(f, []byte(s.u.text), func(p token.Position, msg string) { s.r.fail(s.u, p.Offset, "%s", msg) }, 0)
	for !s.u.broken {
		p, t, lit := sc.Scan()
		off := f.Offset(p)
		switch {
		case t == token.EOF:
			s.item(len(s.u.text))
			if n := len(s.open); n > 0 {
				s.r.fail(s.u, s.open[n-1].off, "%s is not closed in this block", s.open[n-1].tok)
			}
			return
		case t == token.PACKAGE && len(s.u.items) == 0 && len(s.toks) == 0:
			s.u.kind = program
			return
		case t == token.SEMICOLON && len(s.open) == 0:
			if lit == ";" { // else an automatic one, of no length
				off++
			}
			s.item(off)
			continue
		}
		s.bracket(off, t)
		s.toks = append(s.toks, tok{off, t})
	}
}

func (s *splitter) bracket(off int, t token.Token) {
	switch t {
	case token.LPAREN, token.LBRACE, token.LBRACK:
		s.open = append(s.open, tok{off, t})
	case token.RPAREN, token.RBRACE, token.RBRACK:
		if len(s.open) == 0 {
			s.r.fail(s.u, off, "unexpected %s", t).Hint("a block must close no more brackets than it opens")
			return
		}
		s.open = s.open[:len(s.open)-1]
	}
}

func (s *splitter) item(end int) {
	if len(s.toks) > 0 {
		it := item{tok: s.toks[0].tok, start: s.start, end: end}
		it.lifted = it.tok == token.IMPORT || it.tok == token.TYPE || it.tok == token.FUNC && s.declaresFunc()
		s.u.items = append(s.u.items, it)
	}
	s.toks, s.start = nil, end
}

// declaresFunc tells a function or method from a literal that is called.
func (s *splitter) declaresFunc() bool {
	if len(s.toks) < 3 || s.toks[1].tok == token.IDENT {
		return len(s.toks) >= 3
	}
	depth, i := 0, 1
	for ; i < len(s.toks); i++ {
		if s.toks[i].tok == token.LPAREN {
			depth++
		} else if s.toks[i].tok == token.RPAREN {
			if depth--; depth == 0 {
				break
			}
		}
	}
	return i+2 < len(s.toks) && s.toks[i+1].tok == token.IDENT && s.toks[i+2].tok == token.LPAREN
}
