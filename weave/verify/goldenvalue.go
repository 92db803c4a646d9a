package verify

import (
	"fmt"
	"strconv"
	"strings"

	"weave/blocks"
)

// lineWidth is from how many characters on a list, a map or a struct has a line
// for each of its parts.
const lineWidth = 100

// valueText writes a value on one line, a matrix on one line a row, a long list,
// map or struct on one line a part.
func valueText(b *strings.Builder, prefix string, v *blocks.Value) { partText(b, prefix, v, "") }

func partText(b *strings.Builder, prefix string, v *blocks.Value, indent string) {
	text := inLine(v)
	switch {
	case v.Kind == blocks.MatrixValue:
		fmt.Fprintf(b, "%s%smatrix %d×%d\n", indent, prefix, v.Rows, v.Cols)
		for i := range v.Rows {
			fmt.Fprintf(b, "%s  %s\n", indent, numbers(v.Nums[i*v.Cols:(i+1)*v.Cols]))
		}
	case len(v.Elems) > 0 && len(text) > lineWidth:
		fmt.Fprintf(b, "%s%s%s of %d\n", indent, prefix, v.Kind, len(v.Elems))
		for i := range v.Elems {
			partText(b, partName(v, i), &v.Elems[i], indent+"  ")
		}
	default:
		fmt.Fprintf(b, "%s%s%s\n", indent, prefix, text)
	}
}

// partName is what stands before a part: the name of a field, a key, a dash.
func partName(v *blocks.Value, i int) string {
	if i < len(v.Fields) {
		return v.Fields[i] + ": "
	}
	return "- "
}

// inLine is a value on one line, with all digits of its numbers.
func inLine(v *blocks.Value) string {
	switch v.Kind {
	case blocks.VectorValue:
		return "[" + numbers(v.Nums) + "]"
	case blocks.MatrixValue:
		rows := make([]string, v.Rows)
		for i := range rows {
			rows[i] = numbers(v.Nums[i*v.Cols : (i+1)*v.Cols])
		}
		return "[" + strings.Join(rows, "; ") + "]"
	case blocks.ListValue, blocks.MapValue, blocks.StructValue:
		parts := make([]string, len(v.Elems))
		for i := range v.Elems {
			if i < len(v.Fields) {
				parts[i] = v.Fields[i] + ":"
			}
			parts[i] += strings.ReplaceAll(inLine(&v.Elems[i]), "\n", " ")
		}
		brackets := map[blocks.ValueKind]string{blocks.ListValue: "[", blocks.MapValue: "map[", blocks.StructValue: "{"}
		end := "]"
		if v.Kind == blocks.StructValue {
			end = "}"
		}
		return brackets[v.Kind] + strings.Join(parts, " ") + end
	}
	return v.Text
}

func numbers(xs []float64) string {
	s := make([]string, len(xs))
	for i, x := range xs {
		s[i] = strconv.FormatFloat(x, 'g', -1, 64)
	}
	return strings.Join(s, " ")
}
