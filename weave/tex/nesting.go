package tex

import "iter"

// Nesting goes through the braces and dollars of LaTeX that no backslash
// escapes: the offset of each and how many braces are open behind it, fewer
// than none where some were opened before the text.
func Nesting(text string) iter.Seq2[int, int] {
	return func(yield func(at, depth int) bool) {
		depth := 0
		for i := 0; i < len(text); i++ {
			switch text[i] {
			case '\\':
				i++
				continue
			case '{':
				depth++
			case '}':
				depth--
			case '$':
			default:
				continue
			}
			if !yield(i, depth) {
				return
			}
		}
	}
}
