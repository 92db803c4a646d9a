package rt

import (
	"reflect"

	"weave/blocks"
)

// maxNumbers is how many numbers of one variable are recorded: formulas are
// not checked against more.
const maxNumbers = 4096

// Variables records the variables of numbers that are visible after a block,
// so that formulas there can be checked against them.
func Variables(block string, names []string, values ...any) {
	for i, v := range values {
		if !numbers(reflect.TypeOf(v)) {
			continue
		}
		out := blocks.ValueOf(v)
		switch out.Kind {
		case blocks.IntValue, blocks.FloatValue, blocks.VectorValue, blocks.MatrixValue, blocks.ListValue:
		default:
			continue
		}
		if size(&out) <= maxNumbers {
			write(Record{Kind: CaptureRecord, ID: block + VariableMark + names[i], Value: &out})
		}
	}
}

// VariableMark stands between block and name in the ID of a variable's record.
const VariableMark = "$"

func size(v *blocks.Value) int {
	n := 1 + len(v.Nums)
	for i := range v.Elems {
		n += size(&v.Elems[i])
	}
	return n
}

// numbers tells numbers, slices and slices of slices of them, and matrices.
func numbers(t reflect.Type) bool {
	if t == nil {
		return false
	}
	if _, ok := t.MethodByName("Dims"); ok {
		_, ok = t.MethodByName("At")
		return ok
	}
	for range 2 {
		if k := t.Kind(); k == reflect.Slice || k == reflect.Array {
			t = t.Elem()
		}
	}
	return t.Kind() >= reflect.Int && t.Kind() <= reflect.Float64
}
