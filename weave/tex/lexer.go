package tex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type tokenKind byte

const (
	tokEOF     tokenKind = iota
	tokChar              // one character, with the combining marks behind it
	tokCommand           // \name or \,; text has the backslash
	tokSpace
	tokOpen  // {
	tokClose // }
	tokSup   // ^
	tokSub   // _
	tokAlign // &
	tokMath  // $
	tokParam // #1 in a definition
	tokGo    // \go[…]{…}
	tokVerb  // \verb|…|
)

// token is a piece of the source. Tokens that a macro made have the place of its call.
type token struct {
	kind     tokenKind
	text     string
	format   string // of tokGo
	pos, end int
	expr     int // of tokGo: offset of the expression
}

func (t token) span() Place { return Place{t.pos, t.end} }

// is tells whether the token is the given command or character.
func (t token) is(text string) bool {
	return t.text == text && (t.kind == tokCommand || t.kind == tokChar)
}

// lexer cuts source into tokens.
type lexer struct {
	src      string
	at       int
	problems []Problem
}

// lex cuts the whole source; it never fails.
func lex(src string) ([]token, []Problem) {
	l := lexer{src: src}
	out := make([]token, 0, len(src)/2+4)
	for l.at < len(src) {
		if t, ok := l.next(); ok {
			out = append(out, t)
		}
	}
	return out, l.problems
}

var singles = map[byte]tokenKind{'{': tokOpen, '}': tokClose, '^': tokSup, '_': tokSub, '&': tokAlign, '$': tokMath}

func (l *lexer) next() (token, bool) {
	pos := l.at
	c := l.src[pos]
	if k, ok := singles[c]; ok {
		l.at++
		return token{kind: k, text: l.src[pos:l.at], pos: pos, end: l.at}, true
	}
	switch {
	case c == '\\':
		return l.command(), true
	case c == '%':
		l.comment()
		return token{}, false
	case c == '#' && pos+1 < len(l.src) && '1' <= l.src[pos+1] && l.src[pos+1] <= '9' && !l.color():
		l.at += 2
		return token{kind: tokParam, text: l.src[pos:l.at], pos: pos, end: l.at}, true
	}
	r, n := utf8.DecodeRuneInString(l.src[pos:])
	l.at += n
	if unicode.IsSpace(r) {
		l.spaces()
		return token{kind: tokSpace, text: " ", pos: pos, end: l.at}, true
	}
	if r >= utf8.RuneSelf || l.at < len(l.src) && l.src[l.at] >= utf8.RuneSelf {
		l.marks()
	}
	return token{kind: tokChar, text: l.src[pos:l.at], pos: pos, end: l.at}, true
}

// color tells whether here begins a colour in braces, {#1f5fa8}, whose first
// digit is no parameter.
func (l *lexer) color() bool {
	const digits = 6
	end := l.at + 1 + digits
	return l.at > 0 && l.src[l.at-1] == '{' && end < len(l.src) && l.src[end] == '}' && isHex(l.src[l.at+1:end])
}

func (l *lexer) spaces() {
	for l.at < len(l.src) {
		r, n := utf8.DecodeRuneInString(l.src[l.at:])
		if !unicode.IsSpace(r) {
			return
		}
		l.at += n
	}
}

// marks joins combining characters to the letter before them.
func (l *lexer) marks() {
	for l.at < len(l.src) {
		r, n := utf8.DecodeRuneInString(l.src[l.at:])
		if !unicode.Is(unicode.Mn, r) {
			return
		}
		l.at += n
	}
}

// comment skips to the line's end, and with it the blanks that begin the next line.
func (l *lexer) comment() {
	if i := strings.IndexByte(l.src[l.at:], '\n'); i >= 0 {
		l.at += i + 1
		l.spaces()
		return
	}
	l.at = len(l.src)
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '@' }

func (l *lexer) command() token {
	pos := l.at
	l.at++
	if l.at >= len(l.src) {
		l.problem(pos, l.at, "backslash at the end")
		return token{kind: tokChar, text: `\`, pos: pos, end: l.at}
	}
	if !isLetter(l.src[l.at]) {
		_, n := utf8.DecodeRuneInString(l.src[l.at:])
		l.at += n
		t := token{kind: tokCommand, text: l.src[pos:l.at], pos: pos, end: l.at}
		if strings.TrimSpace(t.text) == `\` {
			t.text = `\ `
		}
		return t
	}
	for l.at < len(l.src) && isLetter(l.src[l.at]) {
		l.at++
	}
	t := token{kind: tokCommand, text: l.src[pos:l.at], pos: pos, end: l.at}
	switch t.text {
	case `\go`:
		return l.goValue(t)
	case `\verb`:
		return l.verb(t)
	}
	l.spaces() // blanks behind a command's name are part of it
	return t
}

// verb reads \verb|…|.
func (l *lexer) verb(t token) token {
	if l.at < len(l.src) && l.src[l.at] == '*' {
		l.at++
	}
	if l.at >= len(l.src) {
		l.problem(t.pos, l.at, `missing text of \verb`)
		return token{kind: tokVerb, pos: t.pos, end: l.at}
	}
	mark, n := utf8.DecodeRuneInString(l.src[l.at:])
	l.at += n
	rest := l.src[l.at:]
	i := strings.IndexRune(rest, mark)
	if i < 0 {
		l.problem(t.pos, l.at, `missing %q at the end of \verb`, mark)
		i, n = len(rest), 0
	}
	l.at += i + n
	return token{kind: tokVerb, text: rest[:i], pos: t.pos, end: l.at}
}
