package html

import (
	"strings"
	"unicode/utf8"

	"weave/weave/doc"
)

// inlines writes inline nodes. Punctuation behind a formula stays on its line.
func (p *page) inlines(in []doc.Inline) {
	for i := 0; i < len(in); i++ {
		m, isMath := in[i].(*doc.Math)
		if !isMath {
			p.inline(in[i])
			continue
		}
		head := ""
		if i+1 < len(in) {
			if t, ok := in[i+1].(*doc.Text); ok {
				head = t.Text[:punctuation(t.Text)]
			}
		}
		if head == "" {
			p.math(m)
			continue
		}
		p.raw("<span class=\"nb\">")
		p.math(m)
		p.text(head)
		p.section.text.WriteString(head)
		p.raw("</span>")
		rest := *in[i+1].(*doc.Text)
		rest.Text = rest.Text[len(head):]
		p.inline(&rest)
		i++
	}
}

// punctuation is how many bytes of closing punctuation a text begins with.
func punctuation(s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !strings.ContainsRune(".,;:!?)]“”’", r) {
			break
		}
		n += size
	}
	return n
}

func (p *page) inline(n doc.Inline) {
	switch n := n.(type) {
	case *doc.Text:
		p.section.text.WriteString(strings.ReplaceAll(n.Text, "\u00ad", "")) // where it may be parted is nothing to search
		p.text(n.Text)
	case *doc.Emph:
		p.tagged("em", n.Content)
	case *doc.Strong:
		p.tagged("strong", n.Content)
	case *doc.Strike:
		p.tagged("s", n.Content)
	case *doc.CodeSpan:
		p.section.text.WriteString(n.Text)
		p.raw("<code>%s</code>", attr(n.Text))
	case *doc.Math:
		p.math(n)
	case *doc.Link:
		p.link(n)
	case *doc.Image:
		p.image(n, 0)
	case *doc.Ref:
		p.ref(n)
	case *doc.Value:
		p.value(n)
	case *doc.Cite:
		p.inlines(n.Content)
	case *doc.Term:
		p.term(n)
	case *doc.Styled:
		p.raw("<span class=\"%s\">", n.Style)
		p.inlines(n.Content)
		p.raw("</span>")
	case *doc.Footnote:
		p.footnote(n)
	case *doc.Break:
		p.section.text.WriteByte(' ')
		p.raw("<br>\n")
	case *doc.InlineHTML:
		p.WriteString(p.site.markup(n.Text))
	}
}

func (p *page) tagged(tag string, content []doc.Inline) {
	p.raw("<%s>", tag)
	p.inlines(content)
	p.raw("</%s>", tag)
}

func (p *page) link(l *doc.Link) {
	url, class := l.URL, ""
	switch {
	case l.Chapter != nil && l.Label != "":
		url, class = p.looked(l.Chapter, l.Label), ` class="ref"`
	case l.Chapter != nil:
		url = p.href(l.Chapter, "")
	}
	if !safe(url) {
		p.site.list.Warnf("link", l.Span, "a link to %s is left out", clip(url, 40)).Hint("links lead to pages; scripts stand in files of the site")
		p.inlines(l.Content)
		return
	}
	title := ""
	if l.Title != "" {
		title = ` title="` + attr(l.Title) + `"`
	}
	p.raw("<a%s href=\"%s\"%s>", class, attr(url), title)
	p.inlines(l.Content)
	p.raw("</a>")
}

// href leads to a label of a chapter, "" for its beginning.
func (p *page) href(ch *doc.Chapter, label string) string {
	page := address(ch)
	if ch == p.ch {
		page = ""
	}
	if label == "" {
		return address(ch)
	}
	return page + "#" + label
}

// anchor is the id of a target on its page; blocks without caption have ids of
// their own kind, as their names may be the words of a heading.
func anchor(t *doc.Target) string {
	switch {
	case t.Kind == doc.ChapterTarget:
		return ""
	case t.Kind == doc.ListingTarget && t.Number == "":
		return listingID(t.Label)
	}
	return t.Label
}

func (p *page) ref(r *doc.Ref) {
	if r.Cited != nil {
		p.inlines(r.Cited)
		return
	}
	p.section.text.WriteString(r.Text)
	if r.Target == nil {
		p.raw("<span class=\"bad\">%s</span>", attr(r.Text))
		return
	}
	p.raw("<a class=\"ref\" href=\"%s\">%s</a>", attr(p.looked(r.Target.Chapter, anchor(r.Target))), attr(r.Text))
}

// value is a number from the code; it leads to the block it came from.
func (p *page) value(v *doc.Value) {
	p.section.text.WriteString(v.Text)
	switch {
	case v.Text == doc.Missing:
		p.raw("<span class=\"bad\">%s</span>", attr(v.Text))
	case v.After == nil:
		p.text(v.Text)
	default:
		p.raw("<a class=\"num\" href=\"#%s\">%s</a>", attr(blockID(v.After)), attr(v.Text))
	}
}

// footnote writes the mark and, at its first mention, the note beside it.
func (p *page) footnote(f *doc.Footnote) {
	p.raw("<a class=\"fn\" href=\"#_fn-%[1]d\"%[2]s>%[1]d</a>", f.Number, noteID(f))
	if f.Again {
		return
	}
	p.raw("<span class=\"sn\" id=\"_fn-%d\" role=\"note\"><span class=\"sn-no\">%d</span>", f.Number, f.Number)
	note := p.part()
	for i, b := range f.Blocks {
		if i > 0 {
			note.raw("<br>")
		}
		note.noteBlock(b)
	}
	p.WriteString(note.String())
	p.section.notes.WriteString(" " + note.section.text.String())
	p.raw(" <a class=\"back\" href=\"#_fnref-%d\" aria-label=\"%s\">↩</a></span>", f.Number, attr(p.words.Previous))
}

// noteBlock writes a block of a note, which stands within a paragraph.
func (p *page) noteBlock(b doc.Block) {
	p.section.text.WriteByte(' ')
	switch b := b.(type) {
	case *doc.Paragraph:
		p.inlines(b.Content)
	case *doc.Display:
		p.math(b.Math)
	case *doc.Code:
		p.raw("<code>%s</code>", attr(b.Text()))
	case *doc.List:
		for i, it := range b.Items {
			if i > 0 {
				p.raw("<br>")
			}
			p.raw("• ")
			for _, k := range it.Blocks {
				p.noteBlock(k)
			}
		}
	case *doc.Quote:
		for _, k := range b.Blocks {
			p.noteBlock(k)
		}
	}
}

func noteID(f *doc.Footnote) string {
	if f.Again {
		return ""
	}
	return id("_fnref-" + itoa(f.Number))
}
