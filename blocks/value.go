package blocks

import (
	"fmt"
	"reflect"
	"regexp"
	"sort"
	"strconv"
)

// matrix is what gonum's matrices have in common, and what an own type needs
// to be shown as one.
type matrix interface {
	Dims() (rows, cols int)
	At(i, j int) float64
}

// A value with more elements or deeper nesting is cut: no page shows them, and
// a cyclic value would have no end.
const (
	maxElems = 100_000
	maxDepth = 8
)

// ValueOf copies v into data. Of v's methods it calls only Error, String, Dims
// and At; one that panics makes the value's text say so.
func ValueOf(v any) (out Value) {
	defer func() {
		if p := recover(); p != nil {
			out = Value{Kind: OtherValue, Type: typeName(reflect.TypeOf(v)), Text: fmt.Sprintf("panic while showing it: %v", p)}
		}
	}()
	return valueOf(reflect.ValueOf(v), 0)
}

func valueOf(v reflect.Value, depth int) Value {
	if !v.IsValid() || nilable(v) && v.IsNil() && v.Kind() != reflect.Slice && v.Kind() != reflect.Map {
		out := Value{Kind: NilValue, Text: "nil"}
		if v.IsValid() {
			out.Type = typeName(v.Type())
		}
		return out
	}
	if depth > maxDepth {
		return Value{Kind: OtherValue, Type: typeName(v.Type()), Text: "…"}
	}
	if v.CanInterface() {
		if out, ok := byMethods(v); ok {
			return out
		}
		if m, ok := pointerMatrix(v); ok {
			return matrixOf(m, typeName(v.Type()))
		}
	}
	out := byKind(v, depth)
	out.Type = typeName(v.Type())
	return out
}

// pointerMatrix finds a matrix whose methods belong to its pointer, as those of
// gonum's types do, so that a variable shows without &. The value is copied.
func pointerMatrix(v reflect.Value) (matrix, bool) {
	if v.Kind() != reflect.Struct {
		return nil, false
	}
	p := reflect.New(v.Type())
	p.Elem().Set(v)
	m, ok := p.Interface().(matrix)
	return m, ok
}

func nilable(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface, reflect.Map, reflect.Slice, reflect.Func, reflect.Chan, reflect.UnsafePointer:
		return true
	}
	return false
}

// byMethods is the value as its own methods describe it.
func byMethods(v reflect.Value) (Value, bool) {
	name := typeName(v.Type())
	switch x := v.Interface().(type) {
	case matrix:
		return matrixOf(x, name), true
	case error:
		return Value{Kind: ErrorValue, Type: name, Text: x.Error()}, true
	case fmt.Stringer:
		return Value{Kind: TextValue, Type: name, Text: x.String()}, true
	}
	return Value{}, false
}

func matrixOf(m matrix, name string) Value {
	r, c := m.Dims()
	out := Value{Kind: MatrixValue, Type: name, Rows: r, Cols: c}
	for i := range r {
		for j := range c {
			if len(out.Nums) < maxElems {
				out.Nums = append(out.Nums, m.At(i, j))
			}
		}
	}
	if len(out.Nums) < r*c {
		out.Rows = len(out.Nums) / c
		out.Nums = out.Nums[:out.Rows*c]
		out.Text = fmt.Sprintf("the first %d of %d rows", out.Rows, r)
	}
	return out
}

func byKind(v reflect.Value, depth int) Value {
	switch v.Kind() {
	case reflect.Bool:
		return Value{Kind: BoolValue, Text: strconv.FormatBool(v.Bool())}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return Value{Kind: IntValue, Num: Float(v.Int()), Text: strconv.FormatInt(v.Int(), 10)}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return Value{Kind: IntValue, Num: Float(v.Uint()), Text: strconv.FormatUint(v.Uint(), 10)}
	case reflect.Float32, reflect.Float64:
		return floatOf(v)
	case reflect.Complex64, reflect.Complex128:
		return Value{Kind: OtherValue, Text: fmt.Sprint(v.Complex())}
	case reflect.String:
		return Value{Kind: TextValue, Text: v.String()}
	case reflect.Slice, reflect.Array:
		return listOf(v, depth)
	case reflect.Map:
		return mapOf(v, depth)
	case reflect.Struct:
		return structOf(v, depth)
	case reflect.Pointer, reflect.Interface:
		return valueOf(v.Elem(), depth+1)
	}
	return Value{Kind: OtherValue, Text: typeName(v.Type())}
}

// floatOf writes the shortest digits of the number's own precision, so that a
// float32 of 0.1 is 0.1 and not its expansion.
func floatOf(v reflect.Value) Value {
	text := fmt.Sprint(v.Float())
	num := v.Float()
	if v.Kind() == reflect.Float32 {
		text = fmt.Sprint(float32(v.Float()))
		num, _ = strconv.ParseFloat(text, 64)
	}
	return Value{Kind: FloatValue, Num: Float(num), Text: text}
}

func listOf(v reflect.Value, depth int) Value {
	n := min(v.Len(), maxElems)
	out := Value{Kind: ListValue}
	if n < v.Len() {
		out.Text = fmt.Sprintf("the first %d of %d", n, v.Len())
	}
	if numeric(v.Type().Elem()) {
		out.Kind = VectorValue
		for i := range n {
			out.Nums = append(out.Nums, float64(byKind(v.Index(i), depth).Num))
		}
		return out
	}
	for i := range n {
		out.Elems = append(out.Elems, valueOf(v.Index(i), depth+1))
	}
	return out
}

// numeric leaves out types with methods, such as time.Duration, which say
// themselves how they look.
func numeric(t reflect.Type) bool {
	return t.Kind() >= reflect.Int && t.Kind() <= reflect.Float64 && t.NumMethod() == 0
}

func mapOf(v reflect.Value, depth int) Value {
	type entry struct {
		num  float64
		key  string
		elem Value
	}
	var all []entry
	for it := v.MapRange(); it.Next(); {
		k := valueOf(it.Key(), depth+1)
		all = append(all, entry{float64(k.Num), keyText(k), valueOf(it.Value(), depth+1)})
	}
	sort.Slice(all, func(i, j int) bool {
		if all[i].num != all[j].num {
			return all[i].num < all[j].num
		}
		return all[i].key < all[j].key
	})
	out := Value{Kind: MapValue}
	for _, e := range all {
		out.Fields = append(out.Fields, e.key)
		out.Elems = append(out.Elems, e.elem)
	}
	return out
}

// keyText is a map's key in one text, also where it is an array or struct.
func keyText(k Value) string {
	if k.Text != "" || k.Kind == TextValue {
		return k.Text
	}
	text := "{"
	for i, e := range k.Elems {
		if i > 0 {
			text += " "
		}
		text += keyText(e)
	}
	for i, x := range k.Nums {
		if i > 0 {
			text += " "
		}
		text += fmt.Sprint(x)
	}
	return text + "}"
}

func structOf(v reflect.Value, depth int) Value {
	out := Value{Kind: StructValue}
	for i := range v.NumField() {
		out.Fields = append(out.Fields, v.Type().Field(i).Name)
		out.Elems = append(out.Elems, valueOf(v.Field(i), depth+1))
	}
	return out
}

// chapterPackage is the prefix that types of a chapter get from the generated
// package, which the author does not know.
var chapterPackage = regexp.MustCompile(`\bch_\w+\.`)

func typeName(t reflect.Type) string {
	if t == nil {
		return ""
	}
	return chapterPackage.ReplaceAllString(t.String(), "")
}
