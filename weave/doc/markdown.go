package doc

import (
	"regexp"

	"github.com/yuin/goldmark"
	gast "github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newMarkdown is goldmark with GitHub's extensions, footnotes, definition lists
// and our own constructs. formulas are what mask found in the same text.
func newMarkdown(formulas map[int]formula) parser.Parser {
	md := goldmark.New(goldmark.WithExtensions(
		extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote, extension.DefinitionList,
	))
	md.Parser().AddOptions(
		parser.WithBlockParsers(
			util.Prioritized(captionParser{}, 90), // before definition lists (101)
			util.Prioritized(divParser{}, 650),    // before fenced code (700)
		),
		parser.WithInlineParsers(
			util.Prioritized(mathParser{formulas}, 50),
			util.Prioritized(braceParser{}, 60),
			util.Prioritized(spanParser{}, 65),
			util.Prioritized(refParser{}, 70), // before links (200)
			util.Prioritized(citeParser{}, 75),
		),
	)
	return md.Parser()
}

// custom is embedded by goldmark nodes of our own.
type custom struct{ start, end int }

var (
	kindMath  = gast.NewNodeKind("WeaveMath")
	kindBrace = gast.NewNodeKind("WeaveBrace")
	kindRef   = gast.NewNodeKind("WeaveRef")
)

type mathNode struct {
	gast.BaseInline
	formula formula
}

func (*mathNode) Kind() gast.NodeKind     { return kindMath }
func (*mathNode) Dump(src []byte, lv int) {}

// mathParser makes a node of each formula that mask found.
type mathParser struct{ formulas map[int]formula }

func (mathParser) Trigger() []byte { return []byte{'$'} }

func (p mathParser) Parse(_ gast.Node, block text.Reader, _ parser.Context) gast.Node {
	_, seg := block.PeekLine()
	f, ok := p.formulas[seg.Start]
	if !ok || f.End() > seg.Stop {
		return nil
	}
	block.Advance(f.End() - f.Open)
	return &mathNode{formula: f}
}

type braceNode struct {
	gast.BaseInline
	custom
	attr attributes
}

func (*braceNode) Kind() gast.NodeKind     { return kindBrace }
func (*braceNode) Dump(src []byte, lv int) {}

// braceParser reads attributes in braces. They belong to what stands right
// before them; where that takes none, they are text again.
type braceParser struct{}

func (braceParser) Trigger() []byte { return []byte{'{'} }

var braceRE = regexp.MustCompile(`^\{\s*(?:#[\pL\pN]|\.[\pL]|[\pL\pN_-]+=)`)

func (braceParser) Parse(_ gast.Node, block text.Reader, _ parser.Context) gast.Node {
	line, seg := block.PeekLine()
	end := closingBrace(string(line))
	if end < 0 || !braceRE.Match(line) {
		return nil
	}
	block.Advance(end + 1)
	return &braceNode{custom: custom{seg.Start, seg.Start + end + 1}, attr: parseAttributes(string(line[1:end]))}
}

type refNode struct {
	gast.BaseInline
	custom
	label      string
	numberOnly bool
}

func (*refNode) Kind() gast.NodeKind     { return kindRef }
func (*refNode) Dump(src []byte, lv int) {}

// refParser reads @label and [-@label]. An at sign inside a word (an address)
// is text.
type refParser struct{}

func (refParser) Trigger() []byte { return []byte{'@', '['} }

var (
	refRE    = regexp.MustCompile(`^@([\pL][\pL\pN_-]*(?:[.:/][\pL\pN_-]+)*)`)
	numberRE = regexp.MustCompile(`^\[-@([\pL][\pL\pN_:./-]*)\]`)
)

func (refParser) Parse(_ gast.Node, block text.Reader, _ parser.Context) gast.Node {
	line, seg := block.PeekLine()
	re := refRE
	if line[0] == '[' {
		re = numberRE
	} else if before := block.PrecendingCharacter(); util.IsAlphaNumeric(byte(before)) || before > 127 && before != ' ' && isWord(before) {
		return nil
	}
	m := re.FindSubmatch(line)
	if m == nil {
		return nil
	}
	block.Advance(len(m[0]))
	return &refNode{custom: custom{seg.Start, seg.Start + len(m[0])}, label: string(m[1]), numberOnly: line[0] == '['}
}
