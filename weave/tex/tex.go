// Package tex reads LaTeX mathematics: a lexer, macros and one table of
// commands make a tree; MathML and spoken text are written from it.
package tex

// Problem is a mistake in a formula. Pos and End are byte offsets in the
// formula's source.
type Problem struct {
	Pos, End int
	Message  string
	Hints    []string
}

// Macros are the commands a course or chapter defines: name with backslash →
// definition with #1 … #9, as in reader.yaml.
type Macros map[string]string

// Formula is a parsed formula.
type Formula struct {
	Source string
	Values []Value // \go[…]{…}, in order
}

// Value is a Go expression in a formula: \go[%.4f]{A3}. Pos and End cover the
// expression in Source.
type Value struct {
	Expr, Format string
	Pos, End     int
}

// Options of Parse.
type Options struct {
	Macros Macros
	Lang   string // "de" reads 0,01 as a number
}
