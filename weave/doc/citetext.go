package doc

import "strings"

// cite writes out a citation in brackets. Keys that are labels of the book are
// references to it: [@fig-x; @fig-y].
func (r *resolver) cite(c *Cite) {
	open, closing, between := "(", ")", "; "
	if r.book.CiteStyle == Numeric {
		open, closing, between = "[", "]", ", "
	}
	var parts []Inline
	works := false
	for i, w := range c.Works {
		if i > 0 {
			parts = append(parts, &Text{Text: between})
		}
		if w.Before != "" {
			parts = append(parts, &Text{Text: w.Before + " "})
		}
		ref := r.works.cited[w.Key]
		if ref != nil {
			works = true
			parts = append(parts, r.works.link(ref, r.short(ref, w.YearOnly)))
		} else {
			parts = append(parts, r.label(w))
		}
		if w.Behind != "" {
			parts = append(parts, &Text{Text: ", " + w.Behind})
		}
	}
	if !works {
		c.Content = parts
		return
	}
	c.Content = append(append([]Inline{&Text{Text: open}}, parts...), &Text{Text: closing})
}

// short is what stands between the brackets.
func (r *resolver) short(ref *Reference, yearOnly bool) string {
	switch {
	case ref.Mark != "":
		return strings.Trim(ref.Mark, "[]")
	case yearOnly:
		return ref.year
	}
	return ref.names + " " + ref.year
}

// label is a reference to a label of the book in brackets.
func (r *resolver) label(w CitedWork) Inline {
	ref := &Ref{Label: w.Key, NumberOnly: w.YearOnly, Span: w.Span}
	r.ref(ref)
	return ref
}

// inText is a citation in the running text: Rosenblatt (1958), or Rosenblatt [3].
func (r *resolver) inText(ref *Ref, to *Reference) {
	year := "(" + to.year + ")"
	if to.Mark != "" {
		year = to.Mark
	}
	if ref.NumberOnly {
		ref.Cited = []Inline{r.works.link(to, year)}
	} else {
		ref.Cited = []Inline{&Text{Text: to.names + noBreak}, r.works.link(to, year)}
	}
	ref.Text = PlainText(ref.Cited)
}

// link leads to the bibliography.
func (c *citations) link(to *Reference, text string) *Link {
	return &Link{URL: "#" + to.Label, Chapter: c.chapter, Label: to.Label, Content: []Inline{&Text{Text: text}}, made: true}
}
