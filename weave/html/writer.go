package html

import (
	"fmt"
	"html"
	"regexp"
	"strings"
)

// writer builds a page. What is text goes through text or attribute values.
type writer struct{ strings.Builder }

// raw writes HTML; the arguments must be escaped already.
func (w *writer) raw(format string, args ...any) {
	if len(args) == 0 {
		w.WriteString(format)
		return
	}
	fmt.Fprintf(&w.Builder, format, args...)
}

// rangeRE finds numbers joined by dashes, 1958–1969: a line does not end in one,
// as in the book.
var rangeRE = regexp.MustCompile(`\d+(?:–\d+)+`)

// text writes text.
func (w *writer) text(s string) {
	s = html.EscapeString(s)
	if strings.Contains(s, "–") {
		s = rangeRE.ReplaceAllString(s, `<span class="nb">$0</span>`)
	}
	w.WriteString(s)
}

// attr escapes a value of an attribute.
func attr(s string) string { return html.EscapeString(s) }

// id is an id attribute with a blank before it, "" for none.
func id(label string) string {
	if label == "" {
		return ""
	}
	return ` id="` + attr(label) + `"`
}
