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

// sources tells where the names of a side have their values from.
func (f *formula) sources(names map[string]origin) string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(names)) {
		if s := f.sourceOf(name, names[name]); s != "" {
			out = append(out, s)
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
		if d == nil || d.text == "" {
			return ""
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
