package doc

import "strings"

// PlainText is the words of inline nodes: for titles, anchors, alternative
// texts. Formulas are their source.
func PlainText(in []Inline) string {
	var b strings.Builder
	for _, n := range in {
		switch n := n.(type) {
		case *Text:
			b.WriteString(n.Text)
		case *CodeSpan:
			b.WriteString(n.Text)
		case *Math:
			b.WriteString(n.Source)
		case *Ref:
			b.WriteString(n.Text)
		case *Value:
			b.WriteString(n.Text)
		case *Image:
			b.WriteString(n.Alt)
		case *Break:
			b.WriteByte(' ')
		default:
			b.WriteString(PlainText(children(n)))
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
