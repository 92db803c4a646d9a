package verify

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"weave/blocks"
)

// drawingText writes the data of a plot or drawing: what is to be seen, one
// field a line, so that a diff names what changed.
func drawingText(b *strings.Builder, o *blocks.Output) {
	data := map[blocks.OutputKind]any{
		blocks.PlotOutput: o.Plot, blocks.GridOutput: o.Grid, blocks.DiagramOutput: o.Diagram,
	}[o.Kind]
	text, err := json.Marshal(data)
	if err != nil {
		panic("verify: a drawing that came as JSON cannot be written: " + err.Error())
	}
	var tree any
	if err := json.Unmarshal(text, &tree); err != nil {
		panic("verify: a drawing cannot be read back: " + err.Error())
	}
	fmt.Fprintf(b, "%s\n", o.Kind)
	fields(b, tree, "  ")
}

// fields writes JSON as indented lines; a list of scalars stays on one line.
func fields(b *strings.Builder, v any, indent string) {
	switch v := v.(type) {
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			entry(b, k, v[k], indent)
		}
	case []any:
		for _, e := range v {
			entry(b, "-", e, indent)
		}
	}
}

func entry(b *strings.Builder, key string, v any, indent string) {
	if line, ok := scalarLine(v); ok {
		fmt.Fprintf(b, "%s%s %s\n", indent, key, line)
		return
	}
	fmt.Fprintf(b, "%s%s\n", indent, key)
	fields(b, v, indent+"  ")
}

// scalarLine is a scalar or a list of scalars as text.
func scalarLine(v any) (string, bool) {
	switch v := v.(type) {
	case map[string]any:
		return "", false
	case []any:
		parts := make([]string, len(v))
		for i, e := range v {
			s, ok := scalarLine(e)
			if _, nested := e.([]any); !ok || nested {
				return "", false
			}
			parts[i] = s
		}
		return strings.Join(parts, " "), true
	}
	text, err := json.Marshal(v)
	if err != nil {
		panic("verify: " + err.Error())
	}
	return string(text), true
}
