// Package highlight tells what the parts of a program's text are, for both
// outputs. It knows nothing of colours.
package highlight

import (
	"strings"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// Kind is what a token is to a reader.
type Kind string

const (
	Plain   Kind = ""
	Keyword Kind = "k"
	String  Kind = "s"
	Number  Kind = "n"
	Comment Kind = "c"
	Name    Kind = "f" // a function where it is declared or called
	Type    Kind = "t"
	Builtin Kind = "b"
)

// Token is a piece of one line.
type Token struct {
	Kind Kind
	Text string
}

// Lines splits a program into lines of tokens; their texts together are the
// program's lines without line ends. A language that is not known is plain.
func Lines(lang, text string) [][]Token {
	text = strings.TrimSuffix(text, "\n")
	if lang == "go" && scannable(text) {
		return golang(text)
	}
	lexer := lexers.Get(lang)
	if lexer == nil {
		return plain(text)
	}
	it, err := chroma.Coalesce(lexer).Tokenise(&chroma.TokeniseOptions{State: "root", EnsureLF: false}, text)
	if err != nil {
		return plain(text)
	}
	out := lines{nil}
	for t := it(); t != chroma.EOF; t = it() {
		out.add(kind(t.Type), t.Value)
	}
	return out
}

// lines are collected token by token; the last one is not ended.
type lines [][]Token

func (l *lines) add(kind Kind, text string) {
	for i, part := range strings.Split(text, "\n") {
		if i > 0 {
			*l = append(*l, nil)
		}
		(*l)[len(*l)-1] = push((*l)[len(*l)-1], Token{kind, part})
	}
}

// push appends a token, joined to the one before if it is of the same kind.
func push(line []Token, t Token) []Token {
	if t.Text == "" {
		return line
	}
	if n := len(line); n > 0 && line[n-1].Kind == t.Kind {
		line[n-1].Text += t.Text
		return line
	}
	return append(line, t)
}

func plain(text string) (out [][]Token) {
	for line := range strings.SplitSeq(text, "\n") {
		out = append(out, push(nil, Token{Plain, line}))
	}
	return out
}

func kind(t chroma.TokenType) Kind {
	switch {
	case t == chroma.KeywordType:
		return Type
	case t.InCategory(chroma.Keyword):
		return Keyword
	case t.InSubCategory(chroma.LiteralString):
		return String
	case t.InSubCategory(chroma.LiteralNumber):
		return Number
	case t.InCategory(chroma.Comment):
		return Comment
	case t == chroma.NameBuiltin:
		return Builtin
	case t == chroma.NameFunction:
		return Name
	case t == chroma.NameClass:
		return Type
	}
	return Plain
}
