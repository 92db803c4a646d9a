package tex

import (
	"go/scanner"
	gotoken "go/token"
	"strings"
)

// goValue reads \go[format]{expression}: the expression is Go, so braces and
// brackets in its strings and characters do not count.
func (l *lexer) goValue(t token) token {
	t.kind = tokGo
	if l.at < len(l.src) && l.src[l.at] == '[' {
		end := strings.IndexByte(l.src[l.at:], ']')
		if end < 0 {
			l.problem(l.at, len(l.src), `missing ] of \go[…]`)
			l.at = len(l.src)
			return l.badGo(t)
		}
		t.format = l.src[l.at+1 : l.at+end]
		l.at += end + 1
	}
	if l.at >= len(l.src) || l.src[l.at] != '{' {
		l.problem(t.pos, l.at, `missing { behind \go`)
		l.hint(`write \go{A1} or \go[%%.4f]{A1}`)
		return l.badGo(t)
	}
	t.expr = l.at + 1
	n, ok := goExpression(l.src[t.expr:])
	t.text = l.src[t.expr : t.expr+n]
	l.at = t.expr + n
	if ok {
		l.at++
	} else {
		l.problem(t.pos, t.expr, `missing } of \go{…}`)
	}
	if strings.TrimSpace(t.text) == "" {
		l.problem(t.pos, l.at, `\go{} has no expression`)
	}
	t.end = l.at
	return t
}

// badGo stands for a value that could not be read.
func (l *lexer) badGo(t token) token {
	return token{kind: tokChar, text: "?", pos: t.pos, end: max(t.end, l.at)}
}

// maxExpression is the longest Go expression in a formula, in bytes.
const maxExpression = 1 << 14

// goExpression is the length of the Go text before the brace that closes it.
func goExpression(src string) (n int, closed bool) {
	src = src[:min(len(src), maxExpression)]
	var s scanner.Scanner
	file := gotoken.NewFileSet().AddFile("", 1, len(src))
	s.Init(file, []byte(src), func(gotoken.Position, string) {}, 0)
	depth := 0
	for {
		pos, tok, _ := s.Scan()
		switch tok {
		case gotoken.EOF:
			return len(src), false
		case gotoken.LBRACE:
			depth++
		case gotoken.RBRACE:
			if depth == 0 {
				return file.Offset(pos), true
			}
			depth--
		}
	}
}
