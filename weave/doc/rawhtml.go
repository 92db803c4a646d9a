package doc

import (
	"slices"
	"strings"

	gast "github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"

	"weave/weave/source"
)

// openTag is an element of raw HTML that is still open.
type openTag struct {
	name string
	at   source.Span
}

// elements pairs the tags of one block or list of blocks: what is opened there
// must be closed there, or the rest of the page ends up in it.
type elements struct {
	c    *converter
	open []openTag
}

// checkHTML looks at the raw HTML below a node.
func (c *converter) checkHTML(parent gast.Node) {
	e := &elements{c: c}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *gast.HTMLBlock:
			tags := c.tags(pieces(n))
			e.fragment(tags)
			c.notInBook(tags, true)
		case *gast.RawHTML:
			tags := c.tags(n.Segments.Sliced(0, n.Segments.Len()))
			e.fragment(tags)
			c.notInBook(tags, false)
		default:
			c.checkHTML(n)
		}
	}
	for _, t := range e.open {
		e.unclosed(t)
	}
}

func (e *elements) unclosed(t openTag) {
	e.c.list.Warnf("markdown", t.at, "this <%s> is never closed", t.name).
		Hint(`write </%s> in the same paragraph, box or list; if it is no HTML, write \<`, t.name)
}

// void are the elements without an end (HTML, section 13.1.2); lax are those
// whose end may be left out.
var (
	void = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
	lax  = []string{"html", "head", "body", "p", "li", "dt", "dd", "rt", "rp", "optgroup", "option", "colgroup", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"}
)

// unread are elements whose text is none for readers, or none of the book's.
var unread = []string{"script", "style", "title", "summary", "textarea", "template", "noscript", "button", "option"}

// tag is a piece of raw HTML: a tag, a comment or text.
type tag struct {
	kind html.TokenType
	name string // of the element
	raw  string
	at   source.Span
}

// tags are what some consecutive pieces of the text are made of.
func (c *converter) tags(parts []text.Segment) []tag {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(c.raw(p.Start, p.Stop))
	}
	var out []tag
	z, at := html.NewTokenizer(strings.NewReader(b.String())), 0
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		raw := string(z.Raw())
		name, _ := z.TagName()
		shown := raw
		if kind == html.TextToken { // its place is that of its first word
			shown = strings.TrimLeft(raw, " \t\n")
		}
		start := placeIn(parts, at+len(raw)-len(shown))
		out = append(out, tag{kind, string(name), shown, c.span(start, start+len(shown))})
		at += len(raw)
	}
	return out
}

// fragment pairs tags with those before.
func (e *elements) fragment(tags []tag) {
	for _, t := range tags {
		switch {
		case t.kind == html.CommentToken && strings.HasPrefix(t.raw, "<!--") && !strings.HasSuffix(t.raw, "-->"):
			e.c.list.Warnf("markdown", t.at, "this comment is never closed").Hint("end it with -->")
		case slices.Contains(void, t.name) || slices.Contains(lax, t.name):
		case t.kind == html.StartTagToken:
			e.open = append(e.open, openTag{t.name, t.at})
		case t.kind == html.EndTagToken:
			e.close(t.name, t.at)
		}
	}
}

// notInBook warns of what the book does not show of raw HTML: its text, where
// it is a block, and what tags in a line say of theirs.
func (c *converter) notInBook(tags []tag, block bool) {
	skipped := 0 // depth of elements whose text is not read
	for _, t := range tags {
		if slices.Contains(unread, t.name) {
			skipped += map[html.TokenType]int{html.StartTagToken: 1, html.EndTagToken: -1}[t.kind]
		}
		switch {
		case t.kind == html.StartTagToken && (t.name == "sup" || t.name == "sub") && !block:
			c.list.Warnf("layout", t.at, "the book does not raise or lower what stands in <%s>", t.name).Hint("write a formula, like $x^2$ or $x_2$")
		case block && t.kind == html.TextToken && skipped == 0 && t.raw != "":
			line, _, _ := strings.Cut(t.raw, "\n")
			at := t.at
			at.End = at.Start + len(line)
			c.list.Warnf("layout", at, "the book leaves out this HTML").Hint("write it as Markdown, or let it be if it is for the site alone")
			return
		}
	}
}

func (e *elements) close(name string, at source.Span) {
	for i, t := range slices.Backward(e.open) {
		if t.name != name {
			continue
		}
		for _, inner := range e.open[i+1:] {
			e.unclosed(inner)
		}
		e.open = e.open[:i]
		return
	}
	e.c.list.Warnf("markdown", at, "this </%s> closes nothing", name).Hint("no <%s> is open here", name)
}

// placeIn is where an offset in consecutive pieces stands in the text.
func placeIn(parts []text.Segment, off int) int {
	for _, p := range parts {
		if off < p.Len() {
			return p.Start + off
		}
		off -= p.Len()
	}
	return parts[len(parts)-1].Stop
}

// pieces are the lines of a block of raw HTML.
func pieces(n *gast.HTMLBlock) []text.Segment {
	out := n.Lines().Sliced(0, n.Lines().Len())
	if n.HasClosure() {
		out = append(slices.Clip(out), n.ClosureLine)
	}
	return out
}
