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
	at := f.At(0, 0)
	if m := regexp.MustCompile(`(?m)^\s*` + key + `\s*:\s*(.+?)\s*$`).FindSubmatchIndex(f.Text); m != nil {
		at = f.At(m[2], m[3])
	}
	e := list.Errorf("yaml", at, "%s cannot be “%s”", key, *value)
	if near := source.Nearest(*value, known); near != "" {
		e.Hint("did you mean “%s”?", near)
	} else {
		e.Hint("it can be %s", strings.Join(slices.DeleteFunc(slices.Clone(known), func(s string) bool { return s == "" }), ", "))
	}
	*value = known[0]
}
