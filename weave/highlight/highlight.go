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
	lexer := lexers.Get(lang)
	if lexer == nil {
		return plain(text)
	}
	it, err := chroma.Coalesce(lexer).Tokenise(&chroma.TokeniseOptions{State: "root", EnsureLF: false}, text)
	if err != nil {
		return plain(text)
	}
	out := [][]Token{nil}
	for t := it(); t != chroma.EOF; t = it() {
		for i, part := range strings.Split(t.Value, "\n") {
			if i > 0 {
				out = append(out, nil)
			}
			out[len(out)-1] = push(out[len(out)-1], Token{kind(t.Type), part})
		}
	}
	return out
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
