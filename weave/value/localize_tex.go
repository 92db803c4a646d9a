package value

import (
	"cmp"
	"strings"
)

// LocalizeTeX is text that a Go expression gave as LaTeX: a number with the
// language's decimal mark and its power of ten, anything else as \text.
func LocalizeTeX(text, lang string) string {
	trimmed := strings.TrimSpace(text)
	m := number.FindStringSubmatch(trimmed)
	if m == nil || len(m[0]) != len(trimmed) || m[1]+m[6] != "" {
		return `\text{` + escapeTeX.Replace(Localize(text, lang)) + "}"
	}
	out := strings.TrimPrefix(shownSign(m[2], m[3]+m[4]), "+") + m[3]
	if m[4] != "" {
		out += strings.Replace(mark(lang), ",", "{,}", 1) + m[4]
	}
	if m[5] != "" {
		sign := strings.TrimPrefix(m[5][:1], "+")
		digits := cmp.Or(strings.TrimLeft(m[5][1:], "0"), "0")
		out += `\cdot 10^{` + sign + digits + "}"
	}
	return out
}

// escapeTeX keeps signs of LaTeX from being read as such.
var escapeTeX = strings.NewReplacer(`\`, `\backslash `, "{", `\{`, "}", `\}`, "$", `\$`, "%", `\%`, "#", `\#`, "&", `\&`, "_", `\_`, "^", `\^{}`, "~", `\~{}`)
