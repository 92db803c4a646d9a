package typeset

import (
	"weave/weave/doc"
	"weave/weave/draw"
)

// letterFeatures are the OpenType features of kinds of letters.
var letterFeatures = map[doc.LetterStyle]string{doc.SmallCaps: "smcp", doc.OldStyle: "onum"}

// term sets a word of the index, whose place is an anchor in its line; it leads
// to the glossary where that has it.
func (t *inliner) term(n *doc.Term, st style) {
	if n.Glossary != nil && st.link == "" {
		st.link, st.label = targetAnchor(n.Glossary), doc.PlainText(n.Content)
		st.tag = t.element("Link")
	}
	from := len(t.p.items)
	t.all(n.Content, st)
	if from < len(t.p.items) {
		t.p.items[from].anchor = termAnchor(n)
	}
}

func termAnchor(n *doc.Term) string { return n.Chapter.Name + "/" + n.Label }

// anchorPages finds the pages of all anchors, counted from 0.
func anchorPages(pages []composed) map[string]int {
	out := map[string]int{}
	var visit func(f *draw.Frame, page int)
	visit = func(f *draw.Frame, page int) {
		for _, it := range f.Items {
			switch it := it.(type) {
			case draw.Anchor:
				if _, ok := out[it.Name]; !ok {
					out[it.Name] = page
				}
			case draw.Group:
				visit(it.Frame, page)
			}
		}
	}
	for i, p := range pages {
		if p.body != nil {
			visit(p.body, i)
		}
	}
	return out
}
