package doc

import (
	"regexp"
	"strings"

	gast "github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"weave/weave/source"
)

// Cite is a citation in brackets, [see @key, p. 12; @other]. Content is what it
// reads as, with links to the bibliography; Resolve fills it in.
type Cite struct {
	Works   []CitedWork
	Content []Inline
	Span    source.Span
}

// CitedWork is one key of a citation with the words around it. YearOnly is
// [-@key].
type CitedWork struct {
	Key            string
	Before, Behind string
	YearOnly       bool
	Span           source.Span // of the key with its @
}

func (*Cite) inline() {}

var kindCite = gast.NewNodeKind("WeaveCite")

type citeNode struct {
	gast.BaseInline
	custom
}

func (*citeNode) Kind() gast.NodeKind     { return kindCite }
func (*citeNode) Dump(src []byte, lv int) {}

// citeParser reads Pandoc's citations in brackets. Brackets that a link or
// attributes follow are none.
type citeParser struct{}

func (citeParser) Trigger() []byte { return []byte{'['} }

var (
	citeRE  = regexp.MustCompile(`^\[([^\[\]\n]*@[^\[\]\n]*)\](?:[^(\[{:]|$)`)
	workRE  = regexp.MustCompile(`^(\s*(?:[^@]*[\s(])?)(-?)(@[\pL\pN_]+(?:[:./+-]+[\pL\pN_]+)*)(?:\s*,)?\s*([^@]*)$`)
	worksRE = regexp.MustCompile(`[^;]+`)
)

func (citeParser) Parse(_ gast.Node, block text.Reader, _ parser.Context) gast.Node {
	line, seg := block.PeekLine()
	m := citeRE.FindSubmatch(line)
	if m == nil {
		return nil
	}
	for _, work := range worksRE.FindAll(m[1], -1) {
		if !workRE.Match(work) {
			return nil
		}
	}
	n := len(m[1]) + 2
	block.Advance(n)
	return &citeNode{custom: custom{seg.Start, seg.Start + n}}
}

// cite converts a citation; the words around its keys are typographic text.
func (c *converter) cite(n *citeNode, t *typographer) *Cite {
	out := &Cite{Span: c.span(n.start, n.end)}
	inner := c.raw(n.start+1, n.end-1)
	for _, at := range worksRE.FindAllStringIndex(inner, -1) {
		m := workRE.FindStringSubmatchIndex(inner[at[0]:at[1]])
		part := func(i int) string { return inner[at[0]+m[2*i] : at[0]+m[2*i+1]] }
		from := n.start + 1 + at[0] + m[6]
		out.Works = append(out.Works, CitedWork{
			Key: part(3)[1:], Before: t.text(strings.TrimSpace(part(1))), Behind: t.text(strings.TrimSpace(part(4))),
			YearOnly: part(2) != "", Span: c.span(from, from+len(part(3))),
		})
	}
	return out
}
