package verify

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"weave/blocks"
)

// drawingText writes the data of a plot or drawing: what is to be seen, one
// field a line, long lists in lines of ten, so that a diff names what changed.
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

// perLine is how many numbers of a long list stand on one line.
const perLine = 10

func entry(b *strings.Builder, key string, v any, indent string) {
	parts, ok := scalars(v)
	if !ok {
		fmt.Fprintf(b, "%s%s\n", indent, key)
		fields(b, v, indent+"  ")
		return
	}
	if len(parts) <= perLine {
		fmt.Fprintf(b, "%s%s %s\n", indent, key, strings.Join(parts, " "))
		return
	}
	fmt.Fprintf(b, "%s%s\n", indent, key)
	for line := range slices.Chunk(parts, perLine) {
		fmt.Fprintf(b, "%s  %s\n", indent, strings.Join(line, " "))
	}
}

// scalars are a scalar, or a list of scalars, as texts.
func scalars(v any) ([]string, bool) {
	switch v := v.(type) {
	case map[string]any:
		return nil, false
	case []any:
		parts := make([]string, len(v))
		for i, e := range v {
			if _, nested := e.([]any); nested {
				return nil, false
			}
			one, ok := scalars(e)
			if !ok {
				return nil, false
			}
			parts[i] = one[0]
		}
		return parts, true
	case float64:
		return []string{strconv.FormatFloat(v, 'g', digits, 64)}, true
	}
	text, err := json.Marshal(v)
	if err != nil {
		panic("verify: " + err.Error())
	}
	return []string{string(text)}, true
}

// digits of the numbers of drawings: what lies behind them differs between
// processors and cannot be seen.
const digits = 12
