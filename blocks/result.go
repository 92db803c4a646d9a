package blocks

// Result is what one block did when it ran.
type Result struct {
	Outputs []Output
	Failure *Failure // nil: it ran to its end
}

// Output is one thing a block showed, in the order it showed them. Exactly one
// of the fields behind Kind is set.
type Output struct {
	Kind    OutputKind
	Text    string       `json:",omitempty"` // TextOutput: what it printed
	Symbol  string       `json:",omitempty"` // MathOutput: LaTeX
	Value   *Value       `json:",omitempty"` // ValueOutput, MathOutput
	Table   *TableOf     `json:",omitempty"`
	Plot    *Plot        `json:",omitempty"`
	Grid    *Grid        `json:",omitempty"`
	Diagram *Diagram     `json:",omitempty"`
	Image   *Image       `json:",omitempty"`
	Slider  *SliderOf    `json:",omitempty"`
	Check   *CheckResult `json:",omitempty"`
}

// OutputKind names the field of an Output that is set.
type OutputKind string

const (
	TextOutput    OutputKind = "text"
	ValueOutput   OutputKind = "value"
	MathOutput    OutputKind = "math"
	TableOutput   OutputKind = "table"
	PlotOutput    OutputKind = "plot"
	GridOutput    OutputKind = "grid"
	DiagramOutput OutputKind = "diagram"
	ImageOutput   OutputKind = "image"
	SliderOutput  OutputKind = "slider"
	CheckOutput   OutputKind = "check"
)

// Failure says how a block ended before its end. Expected is true for a block
// with the option panics or nocompile: its message is then shown as an output.
type Failure struct {
	Kind     string // "compile", "panic", "exit", "timeout", "memory", "output", "deadlock", "left out"
	Message  string
	Line     int // of the chapter, 0: unknown
	Expected bool
}

// Value is a Go value as data.
type Value struct {
	Kind   ValueKind
	Type   string   `json:",omitempty"` // Go type
	Text   string   `json:",omitempty"` // as fmt.Print shows it; numbers in their shortest form
	Num    Float    `json:",omitempty"` // IntValue, FloatValue
	Rows   int      `json:",omitempty"` // MatrixValue
	Cols   int      `json:",omitempty"`
	Nums   Floats   `json:",omitempty"` // VectorValue; MatrixValue row by row
	Fields []string `json:",omitempty"` // names of a struct's fields, keys of a map
	Elems  []Value  `json:",omitempty"` // ListValue, StructValue, MapValue
}

// ValueKind is the shape of a Value.
type ValueKind string

const (
	NilValue    ValueKind = "nil"
	BoolValue   ValueKind = "bool"
	IntValue    ValueKind = "int"
	FloatValue  ValueKind = "float"
	TextValue   ValueKind = "text"
	ErrorValue  ValueKind = "error"
	VectorValue ValueKind = "vector" // a slice or array of numbers
	MatrixValue ValueKind = "matrix" // anything with Dims and At
	ListValue   ValueKind = "list"
	MapValue    ValueKind = "map"
	StructValue ValueKind = "struct"
	OtherValue  ValueKind = "other" // a function, a channel: only Text
)

// TableOf is a Table with its cells as data.
type TableOf struct {
	Head []string
	Rows [][]Value
}

// CheckResult is what Check said.
type CheckResult struct {
	Name   string
	OK     bool
	Detail []Value `json:",omitempty"`
}
