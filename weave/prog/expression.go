package prog

import (
	"go/parser"
	"go/scanner"
	"go/token"
	"strings"
)

// expression parses a value of the text.
func (r *reader) expression(u *unit) {
	u.syntax = &anatomy{}
	if strings.TrimSpace(u.text) == "" {
		u.broken, u.reason = true, "no expression" // whoever found the value has said so
		return
	}
	_, err := parser.ParseExprFrom(token.NewFileSet(), "", u.text, parser.SkipObjectResolution)
	list, ok := err.(scanner.ErrorList)
	if !ok {
		return
	}
	s := slip{text: u.text, at: list[0].Pos.Offset, message: cleanSyntax(list[0].Msg)}
	s.explain()
	d := r.fail(u, min(s.at, max(0, len(u.text)-1)), "%s", s.message)
	if s.hint != "" {
		d.Hint("%s", s.hint)
	}
}

// slip is what the parser dislikes in an expression.
type slip struct {
	text    string
	at      int
	message string
	hint    string
}

// explain says it of the expression that stands there, and not of Go's grammar.
func (s *slip) explain() {
	found, isOperand := strings.CutPrefix(s.message, "expected operand, found ")
	rest, isRest := strings.CutPrefix(s.message, "expected EOF, found ")
	switch {
	case s.unclosed():
	case found == "EOF":
		s.at, s.message = s.lastToken(), "the expression ends too early"
		s.hint = "something must follow here"
	case isOperand && token.IsKeyword(found), isRest && s.assigns():
		s.message = "this is a statement, and a value is an expression"
		s.hint = "write the statement in a block, and here what it gives"
	case isOperand:
		s.message = "an expression cannot go on with " + found
	case isRest && strings.Contains(")]}", rest):
		s.message = "this " + rest + " closes nothing"
	case isRest:
		s.message = "the expression ends before this " + rest
		s.hint = "one value is shown here; write several apart"
	}
}

// tokens are those of the expression with their offsets.
func (s *slip) tokens(f func(off int, t token.Token)) {
	fset := token.NewFileSet()
	file := fset.AddFile("", -1, len(s.text))
	var sc scanner.Scanner
	sc.Init(file, []byte(s.text), func(token.Position, string) {}, 0)
	for {
		p, t, lit := sc.Scan()
		if t == token.EOF {
			return
		}
		if t != token.SEMICOLON || lit == ";" { // else one that Go puts at the end of a line
			f(file.Offset(p), t)
		}
	}
}

func (s *slip) lastToken() int {
	last := 0
	s.tokens(func(off int, _ token.Token) { last = off })
	return last
}

// unclosed finds the bracket or quote that is open where the parser gave up at
// the end.
func (s *slip) unclosed() bool {
	if strings.HasSuffix(s.message, "literal not terminated") {
		s.message, s.hint = "this quote is never closed", "end the text with the same sign"
		return true
	}
	if !strings.HasSuffix(s.message, "found EOF") && !strings.HasSuffix(s.message, "found the end of the line") {
		return false
	}
	var open []int
	complete := true // nothing must follow the last token but the bracket
	s.tokens(func(off int, t token.Token) {
		switch t {
		case token.LPAREN, token.LBRACK, token.LBRACE:
			open = append(open, off)
		case token.RPAREN, token.RBRACK, token.RBRACE:
			open = open[:max(0, len(open)-1)]
		}
		complete = !t.IsOperator() || strings.Contains("()[]{},", t.String())
	})
	if len(open) == 0 || !complete {
		return false
	}
	s.at = open[len(open)-1]
	s.message = s.text[s.at:s.at+1] + " is not closed in this expression"
	return true
}

// assigns tells whether a statement goes on where the expression ends.
func (s *slip) assigns() bool {
	found := token.ILLEGAL
	s.tokens(func(off int, t token.Token) {
		if off == s.at {
			found = t
		}
	})
	return found == token.DEFINE || found == token.ASSIGN || found == token.INC || found == token.DEC || found == token.ARROW ||
		found >= token.ADD_ASSIGN && found <= token.AND_NOT_ASSIGN
}
