package html

import (
	"regexp"
	"slices"
	"strings"
)

// modern marks rules that concern windows and scripts, or that older e-readers
// cannot parse: one such rule may cost them the rest of the style sheet.
var modern = []string{"@media", "@supports", "@property", "@keyframes", ":is(", ":has(", ".js", ".slider", ".states"}

// fontRE is the shorthand of fonts, in which older checkers know no rem.
var fontRE = regexp.MustCompile(`\bfont: (?:(\d+) )?(clamp\([^)]*\)|[\d.]+\w+)(?:/([\d.]+))? (var\(--\w+\))`)

// PlainStyle is the style sheet of the site for e-readers: without what they do
// not know.
func PlainStyle(css string) string {
	var out strings.Builder
	for len(css) > 0 {
		rule, rest := cutRule(css)
		css = rest
		prelude, _, _ := strings.Cut(rule, "{")
		if !slices.ContainsFunc(modern, func(m string) bool { return strings.Contains(prelude, m) }) {
			out.WriteString(fontRE.ReplaceAllStringFunc(rule, longFont))
		}
	}
	return out.String()
}

// longFont writes the shorthand out.
func longFont(font string) string {
	m := fontRE.FindStringSubmatch(font)
	weight, height := m[1], m[3]
	if weight == "" {
		weight = "400"
	}
	if height == "" {
		height = "normal"
	}
	return "font-weight: " + weight + "; font-size: " + m[2] + "; line-height: " + height + "; font-family: " + m[4]
}

// cutRule cuts the first comment or rule off, with the blank space before it.
func cutRule(css string) (rule, rest string) {
	if text := strings.TrimLeft(css, " \n"); strings.HasPrefix(text, "/*") {
		if end := strings.Index(css, "*/"); end >= 0 {
			return css[:end+2], css[end+2:]
		}
	}
	depth := 0
	for i, c := range css {
		switch c {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return css[:i+1], css[i+1:]
			}
		}
	}
	return css, ""
}
