package blocks

import (
	"fmt"
	"math"
	"reflect"

	"weave/blocks/internal/sink"
)

// Show adds values to what the page shows at this block: numbers, slices,
// structs and errors as text, anything with the methods Dims and At as a
// matrix, and Table, Plot, Grid, Diagram, Image and what Slider returns as what they are.
func Show(values ...any) {
	for _, v := range values {
		sink.Emit(OutputOf(v))
	}
}

// Math shows a value as a formula "symbol = value"; the symbol is LaTeX.
func Math(symbol string, v any) {
	val := ValueOf(v)
	sink.Emit(Output{Kind: MathOutput, Symbol: symbol, Value: &val})
}

// Check records a claim about the results: a build whose check is false has a
// finding. Details are shown with it.
func Check(name string, ok bool, detail ...any) {
	c := &CheckResult{Name: name, OK: ok}
	for _, d := range detail {
		c.Detail = append(c.Detail, ValueOf(d))
	}
	sink.Emit(Output{Kind: CheckOutput, Check: c})
}

// Near tells whether got is want up to tol, relative where |want| is above 1.
// NaN is near nothing.
func Near(got, want, tol float64) bool {
	return math.Abs(got-want) <= tol*max(1, math.Abs(want)) || got == want
}

// Lang is the language in which the chapter that runs is written, such as "de":
// for computations whose drawings have words in them. In tests it is "en".
func Lang() string { return sink.Lang() }

// Register makes a function of a package under blocks/ available to chapters
// as use="name". Call it from a package variable or init with a constant name,
// "topic/what"; arguments are given by parameter name, and what the function
// returns is shown.
func Register(name string, fn any) bool {
	if reflect.TypeOf(fn) == nil || reflect.TypeOf(fn).Kind() != reflect.Func {
		panic(fmt.Sprintf("blocks: Register(%q): not a function", name))
	}
	if !sink.Register(name, fn) {
		panic(fmt.Sprintf("blocks: Register(%q): the name is taken", name))
	}
	return true
}

// OutputOf is a value as Show would record it.
func OutputOf(v any) Output {
	switch x := deref(v).(type) {
	case Plot:
		return Output{Kind: PlotOutput, Plot: &x}
	case Grid:
		return Output{Kind: GridOutput, Grid: &x}
	case Diagram:
		return Output{Kind: DiagramOutput, Diagram: &x}
	case Image:
		return Output{Kind: ImageOutput, Image: &x}
	case Table:
		return Output{Kind: TableOutput, Table: tableOf(x)}
	case SliderOf:
		return Output{Kind: SliderOutput, Slider: &x}
	}
	val := ValueOf(v)
	return Output{Kind: ValueOutput, Value: &val}
}

// deref follows one pointer, so that *Plot is shown as Plot is.
func deref(v any) any {
	r := reflect.ValueOf(v)
	if r.Kind() == reflect.Pointer && !r.IsNil() && r.Elem().CanInterface() {
		return r.Elem().Interface()
	}
	return v
}

func tableOf(t Table) *TableOf {
	out := &TableOf{Head: t.Head, Rows: make([][]Value, len(t.Rows))}
	for i, row := range t.Rows {
		for _, cell := range row {
			out.Rows[i] = append(out.Rows[i], ValueOf(cell))
		}
	}
	return out
}
