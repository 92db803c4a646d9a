package source

import (
	"cmp"
	"fmt"
	"slices"
)

// Severity says whether a finding makes the course wrong.
type Severity int

const (
	Error Severity = iota
	Warning
)

func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Diagnostic is one thing to tell the author. Message states the fact in lower
// case without a full stop; Hints say what to do about it.
type Diagnostic struct {
	Severity Severity
	Kind     string // what found it: "markdown", "go", "panic", "math", "reference", "output", …
	Span     Span
	Message  string
	Hints    []string
	Notes    []Note
}

// Note is a second place that belongs to a finding: "first defined here".
type Note struct {
	Span    Span
	Message string
}

// List collects diagnostics. Parsing never fails: it returns a value and a List.
type List []Diagnostic

// Errorf adds an error at a place.
func (l *List) Errorf(kind string, at Span, format string, args ...any) *Diagnostic {
	return l.add(Diagnostic{Error, kind, at, fmt.Sprintf(format, args...), nil, nil})
}

// Warnf adds a warning at a place.
func (l *List) Warnf(kind string, at Span, format string, args ...any) *Diagnostic {
	return l.add(Diagnostic{Warning, kind, at, fmt.Sprintf(format, args...), nil, nil})
}

func (l *List) add(d Diagnostic) *Diagnostic {
	*l = append(*l, d)
	return &(*l)[len(*l)-1]
}

// Hint adds advice to a diagnostic just made and returns it.
func (d *Diagnostic) Hint(format string, args ...any) *Diagnostic {
	d.Hints = append(d.Hints, fmt.Sprintf(format, args...))
	return d
}

// Note adds a second place to a diagnostic just made and returns it.
func (d *Diagnostic) Note(at Span, format string, args ...any) *Diagnostic {
	d.Notes = append(d.Notes, Note{at, fmt.Sprintf(format, args...)})
	return d
}

// HasErrors tells whether any entry is an error.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// Sorted returns the list by file, place and message, each finding once.
func (l List) Sorted() List {
	out := slices.Clone(l)
	slices.SortStableFunc(out, compare)
	return slices.CompactFunc(out, func(a, b Diagnostic) bool { return compare(a, b) == 0 && slices.Equal(a.Hints, b.Hints) })
}

func compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.Span.name(), b.Span.name()),
		cmp.Compare(a.Span.Start, b.Span.Start),
		cmp.Compare(a.Severity, b.Severity),
		cmp.Compare(a.Message, b.Message),
	)
}

func (s Span) name() string {
	if s.File == nil {
		return ""
	}
	return s.File.Name
}
