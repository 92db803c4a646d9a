package doc

import (
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
		}
	}
	if t.Span.Start == 0 && n.FirstChild() != nil && n.FirstChild().FirstChild() != nil {
		t.Span = c.around(n.FirstChild().FirstChild())
	}
	return t
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
