package value

import (
	"cmp"
	"strings"
)

// LocalizeTeX is text that a Go expression gave as LaTeX: a number with the
// language's decimal mark and its power of ten, anything else as \text.
func LocalizeTeX(text, lang string) string {
	p, ok := alone(strings.TrimSpace(text))
	if !ok {
		return `\text{` + escapeTeX.Replace(Localize(text, lang)) + "}"
	}
	out := strings.TrimPrefix(shownSign(p.sign, p.whole+p.fraction), "+") + p.whole
	if p.fraction != "" {
		out += strings.Replace(mark(lang), ",", "{,}", 1) + p.fraction
	}
	if p.exponent != "" {
		sign := strings.TrimPrefix(p.exponent[:1], "+")
		digits := cmp.Or(strings.TrimLeft(p.exponent[1:], "0"), "0")
		out += `\cdot 10^{` + sign + digits + "}"
	}
	return out
}

// escapeTeX keeps signs of LaTeX from being read as such.
var escapeTeX = strings.NewReplacer(`\`, `\backslash `, "{", `\{`, "}", `\}`, "$", `\$`, "%", `\%`, "#", `\#`, "&", `\&`, "_", `\_`, "^", `\^{}`, "~", `\~{}`)
