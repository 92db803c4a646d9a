package verify

import (
	"strings"

	"weave/weave/tex"
)

// plainText is the characters of a part of a formula without its structure.
func plainText(n tex.Node) string {
	switch n := n.(type) {
	case *tex.Row:
		var b strings.Builder
		for _, k := range n.Kids {
			b.WriteString(plainText(k))
		}
		return b.String()
	case *tex.Symbol:
		return string(n.Char)
	case *tex.Number:
		return n.Text
	case *tex.Operator:
		return n.Name
	case *tex.Text:
		var b strings.Builder
		for _, k := range n.Parts {
			b.WriteString(plainText(k))
		}
		return b.String()
	case *tex.TextRun:
		return n.Text
	case *tex.Scripts:
		return plainText(n.Base) + plainText(n.Sub) + plainText(n.Sup)
	case *tex.Accent:
		return plainText(n.Base)
	case *tex.Styled:
		return plainText(n.Kid)
	case *tex.Reclassed:
		return plainText(n.Kid)
	case *tex.Line:
		return plainText(n.Kid)
	case *tex.Space:
		return " "
	}
	return ""
}

// latexOf is the LaTeX of a run of tokens, on one line.
func latexOf(text string, ts []token) string {
	if len(ts) == 0 {
		return ""
	}
	start, end := ts[0].pos, ts[len(ts)-1].end
	if start < 0 || end > len(text) || start >= end {
		return ""
	}
	start, end = balanced(text, start, end)
	return strings.Join(strings.Fields(text[start:end]), " ")
}

// balanced widens a range of LaTeX until its braces match: the first or last
// token may stand in the argument of \mathrm{…} or of a macro.
func balanced(text string, start, end int) (int, int) {
	depth, lowest := 0, 0
	for _, depth = range tex.Nesting(text[start:end]) {
		lowest = min(lowest, depth)
	}
	for open := depth - lowest; open > 0 && end < len(text) && text[end] == '}'; open-- {
		end++
	}
	for ; lowest < 0; lowest++ {
		at := strings.LastIndexByte(text[:start], '{')
		if at < 0 {
			break
		}
		for start = at; start > 0 && isASCIILetter(text[start-1]); start-- {
		}
		if start > 0 && text[start-1] == '\\' {
			start--
		}
	}
	return start, end
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
