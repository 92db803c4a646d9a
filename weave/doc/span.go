package doc

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	gast "github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Term is a word that the index lists: [word]{.index}, or [word]{.term}, which
// leads to the glossary too.
type Term struct {
	Content  []Inline
	Entry    string  // of the index: "Netz!tiefes" stands below "Netz"
	Label    string  // its place, unique in the chapter
	Wanted   bool    // of the glossary
	Glossary *Target // the glossary's entry, filled in by Resolve
	Chapter  *Chapter
}

// Styled is text in letters of another kind.
type Styled struct {
	Style   LetterStyle
	Content []Inline
}

// LetterStyle is how the letters of a Styled look.
type LetterStyle string

const (
	SmallCaps LetterStyle = "smallcaps"
	OldStyle  LetterStyle = "oldstyle" // figures that reach below the line
)

func (*Term) inline()   {}
func (*Styled) inline() {}

var spanClasses = []string{"term", "index", string(SmallCaps), string(OldStyle)}

var kindSpan = gast.NewNodeKind("WeaveSpan")

// spanNode is Pandoc's bracketed span, [text]{.class}.
type spanNode struct {
	gast.BaseInline
	custom     // of the text between the brackets
	brace  int // where the text of attr begins
	attr   attributes
}

func (*spanNode) Kind() gast.NodeKind     { return kindSpan }
func (*spanNode) Dump(src []byte, lv int) {}

type spanParser struct{}

func (spanParser) Trigger() []byte { return []byte{'['} }

var spanRE = regexp.MustCompile(`^\{\s*\.(?:` + strings.Join(spanClasses, "|") + `)\b`)

func (spanParser) Parse(_ gast.Node, block text.Reader, _ parser.Context) gast.Node {
	line, seg := block.PeekLine()
	end := closingBracket(string(line))
	if end < 0 || !spanRE.Match(line[end+1:]) {
		return nil
	}
	brace := closingBrace(string(line[end+1:]))
	if brace < 0 {
		return nil
	}
	n := &spanNode{custom: custom{seg.Start + 1, seg.Start + end}, brace: seg.Start + end + 2}
	n.attr = parseAttributes(string(line[end+2 : end+1+brace]))
	block.Advance(end + 1 + brace + 1)
	return n
}

// closingBracket is the index of the bracket that closes the one at text[0], -1
// where there is none on the line.
func closingBracket(text string) int {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			return -1
		case '\\':
			i++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// bracketed converts a span to a term or to styled text.
func (c *converter) bracketed(n *spanNode) Inline {
	content := c.within(c.span(n.start, n.end))
	for _, style := range []LetterStyle{SmallCaps, OldStyle} {
		if slices.Contains(n.attr.classes, string(style)) {
			return &Styled{Style: style, Content: content}
		}
	}
	t := &Term{Content: content, Entry: n.attr.values["entry"], Chapter: c.ch, Wanted: slices.Contains(n.attr.classes, "term")}
	if t.Entry == "" {
		t.Entry = PlainText(content)
	}
	c.terms++
	t.Label = "_t-" + strconv.Itoa(c.terms)
	return t
}
