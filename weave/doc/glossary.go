package doc

import (
	"slices"
	"strings"

	"weave/weave/source"
)

// glossaryTarget is the label of a glossary's entry. A term's plural or case
// is another word; the author names the entry then: [Netze]{.term entry="Netz"}.
func glossaryTarget(entry string) string { return "term-" + slug(entry) }

// glossary gives each term of a glossary a label, so that terms in the text
// lead to it. What stands in brackets behind a term belongs to its translation.
func (n *numberer) glossary(b *Box) {
	for _, block := range b.Blocks {
		d, ok := block.(*Definitions)
		if !ok {
			continue
		}
		for i := range d.Entries {
			e := &d.Entries[i]
			name, _, _ := strings.Cut(PlainText(e.Term), " (")
			e.Label = glossaryTarget(name)
			n.target(&Target{Label: e.Label, Kind: TermTarget, Title: []Inline{&Text{Text: name}}, Node: d}, d.Span)
		}
	}
}

// term leads a term to its entry in the glossary.
func (r *resolver) term(t *Term) {
	main, _, _ := strings.Cut(t.Entry, "!")
	if t.Glossary = r.book.Targets[glossaryTarget(main)]; t.Glossary != nil || !t.Wanted {
		return
	}
	var at source.Span
	WalkInline(t.Content, func(_ Block, in Inline) {
		if text, ok := in.(*Text); ok && at.File == nil {
			at = text.Span
		}
	})
	e := r.list.Errorf("reference", at, "the glossary has no entry “%s”", main)
	var names []string
	for label, target := range r.book.Targets {
		if target.Kind == TermTarget && !strings.Contains(label, "/") {
			names = append(names, PlainText(target.Title))
		}
	}
	slices.Sort(names)
	switch near := nearestOf(main, names); {
	case near != "":
		e.Hint("did you mean %s? [%s]{.term entry=\"%s\"}", near, PlainText(t.Content), near)
	case len(names) == 0:
		e.Hint("a glossary is a definition list between ::: glossary and :::")
	default:
		e.Hint("for the index alone write {.index}")
	}
}
