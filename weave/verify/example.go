package verify

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// maxNamed is how many names of a side a counterexample explains.
const maxNamed = 3

// counterexample says what the sides are, and where their names come from:
// "left 1 (A_1 = Z_1, line 96), right −0.189 (A_1 = 1.1625, block forward)".
func (f *formula) counterexample(o *outcome) string {
	s := fmt.Sprintf("left %s%s, right %s%s", o.left, f.sources(o.namesLeft), o.right, f.sources(o.namesRight))
	if o.point != "" {
		s += " for " + o.point
	}
	return s
}

// sources tells where the names of a side have their values from: first those
// that the text gives, which may be meant for another place.
func (f *formula) sources(names map[string]origin) string {
	var out []string
	for _, from := range []origin{fromDefinition, fromCode} {
		for _, name := range slices.Sorted(maps.Keys(names)) {
			if s := f.sourceOf(name, from); s != "" && names[name] == from {
				out = append(out, s)
			}
		}
	}
	if len(out) == 0 {
		return ""
	}
	if len(out) > maxNamed {
		out = append(out[:maxNamed], "…")
	}
	return " (" + strings.Join(out, "; ") + ")"
}

func (f *formula) sourceOf(name string, from origin) string {
	switch from {
	case fromCode:
		v := f.scopeBound(name)
		if v == nil || v.value.cells == nil {
			return ""
		}
		return fmt.Sprintf("%s = %s, block %s", written(name), short(v.value), v.block)
	case fromDefinition:
		d := f.scope.written(name, 0)
		switch {
		case d == nil:
			return ""
		case d.text == "" || d.carried:
			return fmt.Sprintf("%s as %s says", written(name), d.place())
		}
		return fmt.Sprintf("%s = %s, line %d", written(name), d.text, d.line)
	}
	return ""
}

// short shows a value in few characters.
func short(v value) string {
	if s := v.String(); len(s) <= 40 {
		return s
	}
	return "a " + v.shape()
}

// place is where a definition stands: its line, and the file where it is
// another one's.
func (d *definition) place() string {
	at := d.math.Span.Position()
	if d.carried {
		return fmt.Sprintf("%s:%d", d.math.Span.File.Name, at.Line)
	}
	return fmt.Sprint("line ", at.Line)
}

// defined are the sources of the names that the text defines.
func (f *formula) defined(o *outcome) string {
	names := map[string]origin{}
	for name, from := range o.origins {
		if from == fromDefinition {
			names[name] = from
		}
	}
	return f.sources(names)
}
