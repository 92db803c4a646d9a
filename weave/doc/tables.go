package doc

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	gast "github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

var alignments = map[extast.Alignment]Align{
	extast.AlignLeft: AlignLeft, extast.AlignCenter: AlignCenter, extast.AlignRight: AlignRight,
}

func (c *converter) table(n *extast.Table) *Table {
	t := &Table{Place: c.place(n)}
	for _, a := range n.Alignments {
		t.Align = append(t.Align, alignments[a])
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		cells := c.cells(row, len(t.Align))
		if _, ok := row.(*extast.TableHeader); ok {
			t.Head = cells
		} else {
			t.Rows = append(t.Rows, cells)
			c.checkRow(row, len(t.Align))
		}
	}
	if t.Span.Start == 0 && n.FirstChild() != nil && n.FirstChild().FirstChild() != nil {
		t.Span = c.around(n.FirstChild().FirstChild())
	}
	return t
}

// checkRow warns of a row with other than the table's n cells: Markdown leaves
// cells empty or out.
func (c *converter) checkRow(row gast.Node, n int) {
	end := lineEnd(c.text, row.Pos())
	line := strings.TrimSpace(string(c.text[row.Pos():end]))
	got := countCells(line)
	if got == n {
		return
	}
	d := c.list.Warnf("markdown", c.span(row.Pos(), end), "this row has %s, the table has %d columns", counted(got), n)
	switch {
	case !strings.Contains(line, "|"):
		d.Hint("a blank line ends a table")
	case got > n:
		d.Hint(`what is too much is left out; a | within a cell is written \|`)
	default:
		d.Hint("what is missing is left empty")
	}
}

// almostTable warns of lines that look like a table whose head has other than
// as many cells as the line below it: to Markdown that is text.
func (c *converter) almostTable(n gast.Node) {
	for i := 1; n.Lines() != nil && i < n.Lines().Len(); i++ {
		rule, head := n.Lines().At(i), n.Lines().At(i-1)
		below := strings.TrimSpace(string(rule.Value(c.text)))
		above := strings.TrimSpace(string(head.Value(c.text)))
		if !ruleRE.MatchString(below) || !strings.Contains(below, "|") || !strings.Contains(above, "|") {
			continue
		}
		c.list.Warnf("markdown", c.span(rule.Start, rule.Start+len(below)), "this is no table: its head has %s, the line below it %d", counted(countCells(above)), countCells(below)).
			Hint("give the line one --- for each cell of the head")
	}
}

var ruleRE = regexp.MustCompile(`^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?$`)

func counted(cells int) string {
	if cells == 1 {
		return "1 cell"
	}
	return fmt.Sprintf("%d cells", cells)
}

// countCells counts the cells of a row as GitHub does: bars part them, but for
// those behind a backslash.
func countCells(line string) int {
	line = strings.TrimPrefix(line, "|")
	if strings.HasSuffix(line, "|") && !strings.HasSuffix(line, `\|`) {
		line = strings.TrimSuffix(line, "|")
	}
	return strings.Count(line, "|") - strings.Count(line, `\|`) + 1
}

func lineEnd(text []byte, at int) int {
	if n := bytes.IndexAny(text[at:], "\r\n"); n >= 0 {
		return at + n
	}
	return len(text)
}

func (c *converter) cells(row gast.Node, n int) [][]Inline {
	out := make([][]Inline, 0, n)
	for cell := row.FirstChild(); cell != nil && len(out) < n; cell = cell.NextSibling() {
		out = append(out, trimInlines(c.inlines(cell)))
	}
	for len(out) < n {
		out = append(out, nil)
	}
	return out
}

// caption gives the line under a table to it.
func (c *converter) caption(out []Block, n *captionNode) []Block {
	content, label := c.withLabel(n)
	if len(out) > 0 {
		if t, ok := out[len(out)-1].(*Table); ok {
			t.Caption, t.Label = content, label
			return out
		}
	}
	return append(out, &Paragraph{c.place(n), content})
}

// withLabel converts the inline children of a node that may end with {#label}.
func (c *converter) withLabel(n gast.Node) ([]Inline, string) {
	label := ""
	if b, ok := n.LastChild().(*braceNode); ok {
		label = b.attr.label
		n.RemoveChild(n, b)
	}
	return trimInlines(c.inlines(n)), label
}
