package doc

import (
	"bytes"
	"regexp"
	"strings"

	gast "github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var kindDiv = gast.NewNodeKind("WeaveDiv")

// divNode is a fenced div, ::: kind {#label} … :::.
type divNode struct {
	gast.BaseBlock
	custom        // of the opening line
	word   string // behind the colons, "" with braces only
	title  text.Segment
	brace  int // where the text of attr begins
	attr   attributes
	closed bool
}

func (*divNode) Kind() gast.NodeKind     { return kindDiv }
func (*divNode) Dump(src []byte, lv int) {}

// divRE is the opening line: a word and what stands behind it.
var divRE = regexp.MustCompile(`^ {0,3}:{3,}[ \t]*([\pL][\pL\pN-]*)?[ \t]*([^\r\n]*?)[ \t]*:*[ \t]*\r?\n?$`)

// openDivs is the stack of divs not yet closed, so that a closing fence ends
// the innermost one although goldmark asks the outer ones first.
var openDivs = parser.NewContextKey()

type divParser struct{}

func (divParser) Trigger() []byte { return []byte{':'} }

func (divParser) Open(_ gast.Node, reader text.Reader, pc parser.Context) (gast.Node, parser.State) {
	line, seg := reader.PeekLine()
	m := divRE.FindSubmatchIndex(line)
	if m == nil || m[2] < 0 && (m[4] == m[5] || line[m[4]] != '{') {
		return nil, parser.NoChildren
	}
	n := &divNode{custom: custom{seg.Start, seg.Stop}, attr: parseAttributes("")}
	if m[2] >= 0 {
		n.word = string(line[m[2]:m[3]])
	}
	n.rest(string(line[m[4]:m[5]]), seg.Start+m[4])
	stack, _ := pc.Get(openDivs).([]*divNode)
	pc.Set(openDivs, append(stack, n))
	reader.AdvanceToEOL()
	return n, parser.HasChildren
}

// rest reads what stands behind the word, from an offset on: a title, and
// attributes in braces before or behind it.
func (n *divNode) rest(s string, at int) {
	from, to := 0, len(s)
	for i := range s {
		if end := closingBrace(s[i:]); s[i] == '{' && end > 0 && braceRE.MatchString(s[i:]) {
			n.brace = at + i + 1
			n.attr = parseAttributes(s[i+1 : i+end])
			if strings.TrimSpace(s[:i]) == "" {
				from = i + end + 1
			} else {
				to = i
			}
			break
		}
	}
	title := strings.TrimSpace(s[from:to])
	from += strings.Index(s[from:to], title)
	n.title = text.NewSegment(at+from, at+from+len(title))
}

func (divParser) Continue(node gast.Node, reader text.Reader, pc parser.Context) parser.State {
	n := node.(*divNode)
	line, seg := reader.PeekLine()
	stack, _ := pc.Get(openDivs).([]*divNode)
	if closingDiv(line) && len(stack) > 0 && stack[len(stack)-1] == n && !inCode(pc) {
		n.closed = true
		n.end = seg.Stop
		pc.Set(openDivs, stack[:len(stack)-1])
		reader.AdvanceToEOL()
		return parser.Close
	}
	return parser.Continue | parser.HasChildren
}

func (divParser) Close(node gast.Node, _ text.Reader, pc parser.Context) {
	stack, _ := pc.Get(openDivs).([]*divNode)
	for i, n := range stack {
		if n == node {
			pc.Set(openDivs, stack[:i])
			return
		}
	}
}

func (divParser) CanInterruptParagraph() bool { return true }
func (divParser) CanAcceptIndentedLine() bool { return false }

func closingDiv(line []byte) bool {
	t := bytes.TrimSpace(line)
	return len(t) >= 3 && strings.Trim(string(t), ":") == ""
}

// inCode tells whether a fenced code block is open: its lines are no fences of
// divs.
func inCode(pc parser.Context) bool {
	open := pc.OpenedBlocks()
	return len(open) > 0 && open[len(open)-1].Node.Kind() == gast.KindFencedCodeBlock
}
