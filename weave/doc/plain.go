package doc

import "strings"

// PlainText is the words of inline nodes: for titles and anchors. Formulas are
// their source.
func PlainText(in []Inline) string {
	return words(in, func(m *Math) string { return m.Source })
}

// Spoken is inline content as it is read aloud in a language: formulas in words.
func Spoken(in []Inline, lang string) string {
	return strings.TrimSpace(words(in, func(m *Math) string {
		if m.Broken {
			return m.Source
		}
		return m.Formula.Speech(lang)
	}))
}

// words are the words of inline nodes, those of formulas by a function.
func words(in []Inline, formula func(*Math) string) string {
	var b strings.Builder
	for _, n := range in {
		switch n := n.(type) {
		case *Text:
			b.WriteString(n.Text)
		case *CodeSpan:
			b.WriteString(n.Text)
		case *Math:
			b.WriteString(formula(n))
		case *Ref:
			b.WriteString(n.Text)
		case *Value:
			b.WriteString(n.Text)
		case *Image:
			b.WriteString(n.Alt)
		case *Break:
			b.WriteByte(' ')
		default:
			b.WriteString(words(children(n), formula))
		}
	}
	return b.String()
}

// children are the inline nodes inside one.
func children(n Inline) []Inline {
	switch n := n.(type) {
	case *Emph:
		return n.Content
	case *Strong:
		return n.Content
	case *Strike:
		return n.Content
	case *Link:
		return n.Content
	case *Cite:
		return n.Content
	case *Term:
		return n.Content
	case *Styled:
		return n.Content
	}
	return nil
}
