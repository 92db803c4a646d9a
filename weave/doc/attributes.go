package doc

import (
	"regexp"
	"strings"
)

// attributes are what stands in braces behind a thing: {#label .class key=value}.
type attributes struct {
	label   string
	classes []string
	keys    []string // in their order
	values  map[string]string
	ranges  map[string][2]int // of each value or stray word, from behind the opening brace
	stray   []string          // words that are none of these
}

var attributeRE = regexp.MustCompile(`#([\pL\pN_:./-]+)|\.([\pL\pN_-]+)|([\pL\pN_-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s}]*))|(\S+)`)

// parseAttributes reads the text between the braces.
func parseAttributes(text string) attributes {
	a := attributes{values: map[string]string{}, ranges: map[string][2]int{}}
	for _, m := range attributeRE.FindAllStringSubmatchIndex(text, -1) {
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		switch {
		case m[2] >= 0:
			a.label = group(1)
		case m[4] >= 0:
			a.classes = append(a.classes, group(2))
		case m[6] >= 0:
			at := [2]int{max(m[8], m[10]), max(m[9], m[11])}
			a.set(group(3), strings.ReplaceAll(group(4), `\"`, `"`)+group(5), at)
		default:
			a.stray = append(a.stray, group(6))
			a.ranges[group(6)] = [2]int{m[12], m[13]}
		}
	}
	return a
}

func (a *attributes) set(key, value string, at [2]int) {
	if _, ok := a.values[key]; !ok {
		a.keys = append(a.keys, key)
	}
	a.values[key], a.ranges[key] = value, at
}

// closingBrace is the index of the brace that closes the one at text[0], -1
// where there is none on the line. Quoted values may hold braces.
func closingBrace(text string) int {
	quoted := false
	for i := 1; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n':
			return -1
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case c == '}' && !quoted:
			return i
		case c == '{' && !quoted:
			return -1
		}
	}
	return -1
}
