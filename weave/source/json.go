package source

import (
	"fmt"
	"io"
	"strings"
)

// Finding is a diagnostic as --json prints it.
type Finding struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Severity string `json:"severity"`
	Kind     string `json:"kind"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

// Findings converts the list, sorted; never nil, so that JSON has [] for none.
func (l List) Findings() []Finding {
	out := []Finding{}
	for _, d := range l.Sorted() {
		p := d.Span.Position()
		out = append(out, Finding{d.Span.name(), p.Line, p.Column, d.Severity.String(), d.Kind, d.Message, strings.Join(d.Hints, "\n")})
	}
	return out
}

// Annotate writes the findings as workflow commands that GitHub shows beside
// the changed lines.
func (l List) Annotate(w io.Writer) error {
	escape := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	for _, f := range l.Findings() {
		text := f.Message
		if f.Hint != "" {
			text += "\n" + f.Hint
		}
		if _, err := fmt.Fprintf(w, "::%s file=%s,line=%d,col=%d::%s\n", f.Severity, f.File, f.Line, f.Column, escape.Replace(text)); err != nil {
			return err
		}
	}
	return nil
}
