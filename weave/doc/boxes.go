package doc

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/text"

	"weave/weave/source"
)

var boxKinds = []string{
	string(Exercise), string(Solution), string(DefinitionBox), string(Theorem), string(Proof), string(Example),
	string(Note), string(Tip), string(WarningBox), string(Summary), string(Slides), string(Lead), string(Glossary),
}

// callouts are the names that Pandoc and Quarto use for kinds of ours.
var callouts = map[string]BoxKind{
	"callout-note": Note, "callout-tip": Tip, "callout-warning": WarningBox, "callout-important": WarningBox,
	"callout-caution": WarningBox, "important": WarningBox, "caution": WarningBox,
}

func (c *converter) div(n *divNode) *Box {
	b := &Box{Place: Place{c.span(n.start, max(n.end, n.start))}, Label: n.attr.label}
	b.Kind = c.boxKind(n)
	if !n.closed {
		c.list.Errorf("markdown", c.lineSpan(n.start), "this div is never closed").Hint("end it with a line :::")
	}
	switch title := n.attr.values["title"]; {
	case title != "":
		r := n.attr.ranges["title"]
		b.Title = c.within(c.span(n.brace+r[0], n.brace+r[1]))
	case n.title.Len() > 0:
		b.Title = c.within(c.span(n.title.Start, n.title.Stop))
	}
	b.Blocks = c.blocks(n)
	return b
}

func (c *converter) boxKind(n *divNode) BoxKind {
	words := n.attr.classes
	if n.word != "" {
		words = append([]string{n.word}, words...)
	}
	for _, w := range words {
		if k, ok := callouts[w]; ok {
			return k
		}
		if slices.Contains(boxKinds, w) {
			return BoxKind(w)
		}
	}
	name := strings.Join(words, " ")
	e := c.list.Errorf("markdown", c.lineSpan(n.start), "unknown kind of box: %s", name)
	if near := nearestOf(name, boxKinds); near != "" {
		e.Hint("did you mean “%s”?", near)
	} else {
		e.Hint("kinds: %s", strings.Join(boxKinds, ", "))
	}
	return Note
}

// within reads a part of the chapter that stands in an attribute or a title as
// inline Markdown of its own.
func (c *converter) within(at source.Span) []Inline {
	masked, formulas := mask(c.ch.File, at.Start, c.ch.File.Text[at.Start:at.End], c.list)
	root := newMarkdown(formulas).Parse(text.NewReader(masked))
	if root.FirstChild() == nil {
		return nil
	}
	text, base := c.text, c.base
	c.text, c.base = masked, at.Start
	defer func() { c.text, c.base = text, base }()
	return trimInlines(c.inlines(root.FirstChild()))
}
