package doc

import (
	"strconv"
	"strings"

	gast "github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// blocks converts the block children of a node.
func (c *converter) blocks(parent gast.Node) []Block {
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		out = c.block(out, n)
	}
	return out
}

// block appends the conversion of one node.
func (c *converter) block(out []Block, n gast.Node) []Block {
	switch n := n.(type) {
	case *gast.Paragraph, *gast.TextBlock:
		return append(out, c.paragraph(n)...)
	case *gast.Heading:
		return append(out, c.heading(n))
	case *gast.FencedCodeBlock:
		return append(out, c.fenced(n))
	case *gast.CodeBlock:
		return append(out, c.indented(n))
	case *gast.List:
		return append(out, c.listBlock(n))
	case *gast.Blockquote:
		return append(out, &Quote{c.place(n), c.blocks(n)})
	case *gast.ThematicBreak:
		return append(out, &Rule{c.place(n)})
	case *gast.HTMLBlock:
		return append(out, c.rawHTML(n))
	case *extast.Table:
		return append(out, c.table(n))
	case *extast.DefinitionList:
		return append(out, c.definitions(n))
	case *divNode:
		return append(out, c.div(n))
	case *captionNode:
		return c.caption(out, n)
	}
	return out
}

// place covers the lines of a block, or where it begins.
func (c *converter) place(n gast.Node) Place {
	if l := n.Lines(); l != nil && l.Len() > 0 {
		return Place{c.span(l.At(0).Start, l.At(l.Len()-1).Stop)}
	}
	start := n.Pos()
	if start < 0 && n.FirstChild() != nil && n.FirstChild().Type() == gast.TypeBlock {
		start = c.place(n.FirstChild()).Span.Start
	}
	return Place{c.span(max(0, start), max(0, start))}
}

// paragraph splits a paragraph at its display formulas; an image that stands
// alone is a figure.
func (c *converter) paragraph(n gast.Node) []Block {
	var out []Block
	c.almostTable(n)
	place, content := c.place(n), c.inlines(n)
	if img, ok := alone(content); ok {
		return []Block{c.figure(place, img)}
	}
	start := 0
	flush := func(end int) {
		if text := trimInlines(content[start:end]); len(text) > 0 {
			out = append(out, &Paragraph{place, text})
		}
	}
	for i, in := range content {
		if m, ok := in.(*Math); ok && m.Display {
			flush(i)
			start = i + 1
			out = append(out, &Display{Place: Place{m.Span}, Math: m, Label: m.Label})
		}
	}
	flush(len(content))
	return out
}

// alone returns the image of a paragraph that holds nothing else.
func alone(content []Inline) (*Image, bool) {
	var found *Image
	for _, in := range content {
		switch in := in.(type) {
		case *Image:
			if found != nil {
				return nil, false
			}
			found = in
		case *Text:
			if strings.TrimSpace(in.Text) != "" {
				return nil, false
			}
		default:
			return nil, false
		}
	}
	return found, found != nil
}

func (c *converter) figure(p Place, img *Image) *Figure {
	f := &Figure{Place: p, Image: img}
	if img.attr != nil {
		f.Label = img.attr.label
		f.Width = c.fraction("width", img.attr.values["width"], img.Span)
		if r, ok := img.attr.ranges["caption"]; ok {
			f.Caption = c.within(c.span(img.brace+r[0], img.brace+r[1]))
		}
	}
	if f.Caption == nil && f.Label != "" {
		f.Caption = img.content
	}
	return f
}

// trimInlines drops blanks and forced breaks at both ends.
func trimInlines(in []Inline) []Inline {
	blank := func(n Inline) bool {
		switch n := n.(type) {
		case *Text:
			return strings.TrimSpace(n.Text) == ""
		case *Break:
			return true
		}
		return false
	}
	for len(in) > 0 && blank(in[0]) {
		in = in[1:]
	}
	for len(in) > 0 && blank(in[len(in)-1]) {
		in = in[:len(in)-1]
	}
	if len(in) == 0 {
		return nil
	}
	if t, ok := in[0].(*Text); ok {
		t.Text = strings.TrimLeft(t.Text, " ")
	}
	if t, ok := in[len(in)-1].(*Text); ok {
		t.Text = strings.TrimRight(t.Text, " ")
	}
	return in
}

func (c *converter) heading(n *gast.Heading) *Heading {
	h := &Heading{Place: c.place(n), Level: n.Level}
	if b, ok := n.LastChild().(*braceNode); ok {
		h.Label = b.attr.label
		n.RemoveChild(n, b)
	}
	h.Content = trimInlines(c.inlines(n))
	if h.Label == "" && n.Level > 1 {
		h.Label = c.unique(slug(PlainText(h.Content)))
	}
	return h
}

// unique makes an anchor unlike those made before, by a number behind it.
func (c *converter) unique(s string) string {
	c.slugs[s]++
	if n := c.slugs[s]; n > 1 {
		return c.unique(s + "-" + strconv.Itoa(n))
	}
	return s
}

func (c *converter) listBlock(n *gast.List) *List {
	l := &List{Place: c.place(n), Ordered: n.IsOrdered(), Start: n.Start, Tight: n.IsTight}
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		it := &Item{Place: c.place(k)}
		if first := k.FirstChild(); first != nil {
			if box, ok := first.FirstChild().(*extast.TaskCheckBox); ok {
				checked := box.IsChecked
				it.Task = &checked
				first.RemoveChild(first, box)
			}
		}
		it.Blocks = c.blocks(k)
		l.Items = append(l.Items, it)
	}
	return l
}

func (c *converter) rawHTML(n *gast.HTMLBlock) *RawHTML {
	var b strings.Builder
	for _, s := range pieces(n) {
		b.WriteString(c.raw(s.Start, s.Stop))
	}
	return &RawHTML{c.place(n), b.String()}
}

func (c *converter) definitions(n *extast.DefinitionList) *Definitions {
	d := &Definitions{Place: c.place(n)}
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		switch k := k.(type) {
		case *extast.DefinitionTerm:
			d.Entries = append(d.Entries, Definition{Term: trimInlines(c.inlines(k))})
		case *extast.DefinitionDescription:
			if len(d.Entries) > 0 {
				e := &d.Entries[len(d.Entries)-1]
				e.Texts = append(e.Texts, c.blocks(k))
			}
		}
	}
	return d
}
