package highlight

import (
	"go/scanner"
	"go/token"
	"strings"
	"unicode/utf8"
)

// scannable tells whether Go's own scanner, which is many times as fast as
// regular expressions, gives all of a text back.
func scannable(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsAny(text, "\r\ufeff")
}

// golang splits Go, whole or in pieces, into lines of tokens.
func golang(text string) [][]Token {
	var s scanner.Scanner
	src := []byte(text)
	file := token.NewFileSet().AddFile("", -1, len(src))
	s.Init(file, src, func(token.Position, string) {}, scanner.ScanComments)
	out := lines{nil}
	done, before := 0, token.ILLEGAL
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			out.add(Plain, text[done:])
			return out
		}
		if tok == token.SEMICOLON && lit == "\n" {
			continue
		}
		if lit == "" {
			lit = tok.String()
		}
		start := file.Offset(pos)
		end := start + len(lit)
		out.add(Plain, text[done:start])
		out.add(goKind(before, tok, lit, text[end:]), text[start:end])
		done, before = end, tok
	}
}

// goKind is the kind of a token with the one before and the text behind it.
func goKind(before, tok token.Token, lit, rest string) Kind {
	known := predeclared[lit]
	if before == token.PERIOD { // a field or method of this name
		known = Plain
	}
	switch {
	case tok == token.COMMENT:
		return Comment
	case tok == token.STRING || tok == token.CHAR:
		return String
	case tok == token.INT || tok == token.FLOAT || tok == token.IMAG:
		return Number
	case tok.IsKeyword() || known == Keyword:
		return Keyword
	case tok != token.IDENT:
		return Plain
	case known != Plain && strings.HasPrefix(rest, "("):
		return Builtin // also a conversion
	case known == Type:
		return Type
	case lit[0] < utf8.RuneSelf && strings.HasPrefix(strings.TrimLeft(rest, " \t\n"), "("):
		return Name
	}
	return Plain
}

// predeclared are the identifiers that Go declares itself.
var predeclared = func() map[string]Kind {
	out := map[string]Kind{}
	for kind, names := range map[Kind]string{
		Keyword: "true false iota nil",
		Type:    "any bool byte complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr",
		Builtin: "append cap clear close complex copy delete imag len make max min new panic print println real recover",
	} {
		for name := range strings.FieldsSeq(names) {
			out[name] = kind
		}
	}
	return out
}()
