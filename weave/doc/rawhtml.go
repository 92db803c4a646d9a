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
			if text := e.fragment(pieces(n)); text != nil {
				c.list.Warnf("layout", *text, "the book leaves out this HTML").Hint("write it as Markdown, or let it be if it is for the site alone")
			}
		case *gast.RawHTML:
			e.fragment(n.Segments.Sliced(0, n.Segments.Len()))
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

// fragment reads the tags of some consecutive pieces of the text; it returns
// where text stands in it, nil for nowhere.
func (e *elements) fragment(parts []text.Segment) (found *source.Span) {
	skipped := 0 // depth of elements whose text is not read
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(e.c.raw(p.Start, p.Stop))
	}
	z, at := html.NewTokenizer(strings.NewReader(b.String())), 0
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		raw := string(z.Raw())
		span := e.c.span(placeIn(parts, at), placeIn(parts, at)+len(raw))
		at += len(raw)
		if kind == html.TextToken && skipped == 0 && found == nil && strings.TrimSpace(raw) != "" {
			lead := len(raw) - len(strings.TrimLeft(raw, " \t\n"))
			line, _, _ := strings.Cut(strings.TrimSpace(raw), "\n")
			at := e.c.span(placeIn(parts, at-len(raw)+lead), placeIn(parts, at-len(raw)+lead)+len(line))
			found = &at
		}
		name, _ := z.TagName()
		if slices.Contains(unread, string(name)) {
			skipped += map[html.TokenType]int{html.StartTagToken: 1, html.EndTagToken: -1}[kind]
		}
		switch tag := string(name); {
		case kind == html.CommentToken && strings.HasPrefix(raw, "<!--") && !strings.HasSuffix(raw, "-->"):
			e.c.list.Warnf("markdown", span, "this comment is never closed").Hint("end it with -->")
		case slices.Contains(void, tag) || slices.Contains(lax, tag):
		case kind == html.StartTagToken:
			if tag == "sup" || tag == "sub" {
				e.c.list.Warnf("layout", span, "the book does not raise or lower what stands in <%s>", tag).Hint("write a formula, like $x^2$ or $x_2$")
			}
			e.open = append(e.open, openTag{tag, span})
		case kind == html.EndTagToken:
			e.close(tag, span)
		}
	}
	return found
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
