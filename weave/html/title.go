package html

import (
	"slices"
	"strings"

	"weave/weave/doc"
	"weave/weave/typeset"
)

// title is inline content as HTML for a place that is itself a link, or that
// repeats it: without links, notes and raw HTML.
func (p *page) title(in []doc.Inline) string {
	t := p.part()
	t.inlines(unlinked(in))
	return t.String()
}

// Words of so many letters are long: in a title, of which a phone shows hardly
// more in a line; in the head of a column, which they would widen.
const (
	longInTitle = 13
	longInHead  = 9
)

// parted puts soft hyphens into the words of a text that have at least so many
// letters: not every browser knows where a language parts them.
func parted(in []doc.Inline, lang string, least int) []doc.Inline {
	h := typeset.HyphenatorFor(lang)
	if h == nil {
		return in
	}
	out := slices.Clone(in)
	for i, n := range in {
		t, ok := n.(*doc.Text)
		if !ok {
			continue
		}
		words := strings.SplitAfter(t.Text, " ")
		for k, word := range words {
			letters := []rune(word)
			bare := strings.TrimRight(word, " .,:;!?")
			if points := h.Points(bare); len([]rune(bare)) >= least {
				for _, at := range slices.Backward(points) {
					letters = slices.Insert(letters, at, '\u00ad')
				}
			}
			words[k] = string(letters)
		}
		out[i] = &doc.Text{Text: strings.Join(words, "")}
	}
	return out
}

// part is a page for a part of p: it shares the drawings' glyphs, but what it
// writes goes neither to the page nor to the search index by itself.
func (p *page) part() *page {
	return &page{site: p.site, ch: p.ch, words: p.words, sheet: p.sheet, listings: p.listings, looks: p.looks}
}

// unlinked leaves of inline content what may stand in a link.
func unlinked(in []doc.Inline) (out []doc.Inline) {
	for _, n := range in {
		switch n := n.(type) {
		case *doc.Footnote, *doc.InlineHTML:
		case *doc.Cite:
			out = append(out, unlinked(n.Content)...)
		case *doc.Term:
			out = append(out, unlinked(n.Content)...)
		case *doc.Styled:
			out = append(out, &doc.Styled{Style: n.Style, Content: unlinked(n.Content)})
		case *doc.Link:
			out = append(out, unlinked(n.Content)...)
		case *doc.Ref:
			out = append(out, &doc.Text{Text: n.Text})
		case *doc.Value:
			out = append(out, &doc.Text{Text: n.Text})
		case *doc.Image:
			out = append(out, &doc.Text{Text: n.Alt})
		case *doc.Emph:
			out = append(out, &doc.Emph{Content: unlinked(n.Content)})
		case *doc.Strong:
			out = append(out, &doc.Strong{Content: unlinked(n.Content)})
		case *doc.Strike:
			out = append(out, &doc.Strike{Content: unlinked(n.Content)})
		default:
			out = append(out, n)
		}
	}
	return out
}
