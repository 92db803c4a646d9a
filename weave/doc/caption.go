package doc

import (
	"bytes"
	"regexp"

	gast "github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var kindCaption = gast.NewNodeKind("WeaveCaption")

// captionNode is a line ": Caption {#tbl-x}" under a table.
type captionNode struct{ gast.BaseBlock }

func (*captionNode) Kind() gast.NodeKind     { return kindCaption }
func (*captionNode) Dump(src []byte, lv int) {}

// captionParser takes the line from the definition lists and from the table,
// which would make a row of it.
type captionParser struct{}

func (captionParser) Trigger() []byte { return []byte{':'} }

var delimiterRE = regexp.MustCompile(`^[ \t|:-]*-[ \t|:-]*$`)

func (captionParser) Open(parent gast.Node, reader text.Reader, _ parser.Context) (gast.Node, parser.State) {
	line, seg := reader.PeekLine()
	if len(line) < 3 || line[0] != ':' || line[1] != ' ' || !afterTable(parent, reader.Source()) {
		return nil, parser.NoChildren
	}
	n := &captionNode{}
	first := text.NewSegment(seg.Start+2-seg.Padding, seg.Stop)
	n.Lines().Append(first.TrimRightSpace(reader.Source()))
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// afterTable tells whether the last block is a table, or a paragraph that will
// become one when it is closed.
func afterTable(parent gast.Node, source []byte) bool {
	switch last := parent.LastChild().(type) {
	case *extast.Table:
		return true
	case *gast.Paragraph:
		if last.Lines().Len() < 2 {
			return false
		}
		second := last.Lines().At(1)
		row := bytes.TrimSpace(second.Value(source))
		return bytes.ContainsAny(row, "|") && delimiterRE.Match(row)
	}
	return false
}

func (captionParser) Continue(node gast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, seg := reader.PeekLine()
	if len(bytes.TrimSpace(line)) == 0 {
		return parser.Close
	}
	node.Lines().Append(seg.TrimRightSpace(reader.Source()))
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (captionParser) Close(gast.Node, text.Reader, parser.Context) {}
func (captionParser) CanInterruptParagraph() bool                  { return true }
func (captionParser) CanAcceptIndentedLine() bool                  { return false }
