package doc

import (
	"maps"
	"slices"

	"weave/weave/source"
)

// lineSpan is the rest of the line that begins at an offset.
func (c *converter) lineSpan(at int) source.Span {
	end := at
	for end < len(c.text) && c.text[end] != '\n' {
		end++
	}
	return c.span(at, end)
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func nearestOf(name string, names []string) string { return source.Nearest(name, names) }
