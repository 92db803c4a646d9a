package html

import (
	"fmt"
	"html"
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

// text writes text.
func (w *writer) text(s string) { w.WriteString(html.EscapeString(s)) }

// attr escapes a value of an attribute.
func attr(s string) string { return html.EscapeString(s) }

// id is an id attribute with a blank before it, "" for none.
func id(label string) string {
	if label == "" {
		return ""
	}
	return ` id="` + attr(label) + `"`
}
