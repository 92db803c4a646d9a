package bib

import (
	"strings"
	"unicode"
)

// Name is a person, or an institution in Family alone.
type Name struct {
	Given, Family, Suffix string // Family holds its particle: "von Neumann"
}

// readNames splits a field at "and" and reads BibTeX's three forms: "Given
// Family", "Family, Given" and "Family, Suffix, Given".
func readNames(field string) (out []Name) {
	for _, part := range strings.Split(field, " and ") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, readName(part))
		}
	}
	return out
}

func readName(s string) Name {
	parts := strings.Split(s, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	switch len(parts) {
	case 1:
		return givenFirst(s)
	case 2:
		return Name{Family: parts[0], Given: parts[1]}
	}
	return Name{Family: parts[0], Suffix: parts[1], Given: strings.Join(parts[2:], " ")}
}

// givenFirst takes the last word as the family name, and the words in lower
// case before it.
func givenFirst(s string) Name {
	words := strings.Fields(s)
	at := len(words) - 1
	for i, w := range words[:at] {
		if i > 0 && unicode.IsLower([]rune(w)[0]) {
			at = i
			break
		}
	}
	return Name{Given: strings.Join(words[:at], " "), Family: strings.Join(words[at:], " ")}
}

// Initials are the given names shortened: "J. J.", "J.-P.".
func (n Name) Initials() string {
	var out []string
	for _, w := range strings.Fields(n.Given) {
		var parts []string
		for _, p := range strings.Split(w, "-") {
			if r := []rune(p); len(r) > 0 {
				parts = append(parts, string(r[0])+".")
			}
		}
		out = append(out, strings.Join(parts, "-"))
	}
	return strings.Join(out, "\u00a0")
}
