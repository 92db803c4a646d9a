package weave

import (
	"regexp"
	"slices"
	"strings"

	"weave/weave/source"
)

// checkChoice reports a value that is not among the known ones, and takes the
// first instead.
func checkChoice(f *source.File, key string, value *string, known []string, list *source.List) {
	if slices.Contains(known, *value) {
		return
	}
	e := list.Errorf("yaml", keyValue(f, key), "%s cannot be “%s”", key, *value)
	if near := source.Nearest(*value, known); near != "" {
		e.Hint("did you mean “%s”?", near)
	} else {
		e.Hint("it can be %s", strings.Join(slices.DeleteFunc(slices.Clone(known), func(s string) bool { return s == "" }), ", "))
	}
	*value = known[0]
}

// keyValue is where the value of a key stands.
func keyValue(f *source.File, key string) source.Span {
	if m := regexp.MustCompile(`(?m)^\x{feff}?\s*` + key + `\s*:\s*(.+?)\s*$`).FindSubmatchIndex(f.Text); m != nil {
		return f.At(m[2], m[3])
	}
	return f.At(0, 0)
}
