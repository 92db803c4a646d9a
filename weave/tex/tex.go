// Package tex reads LaTeX mathematics: a lexer, macros and one table of
// commands make a tree; MathML and spoken text are written from it.
package tex

import (
	"fmt"
	"sync"
)

// Macros are the commands a course or chapter defines: name with backslash →
// definition with #1 … #9, as in reader.yaml.
type Macros map[string]string

// Formula is a parsed formula.
type Formula struct {
	Source string
	Root   *Row        // the tree; no name in it is unresolved except Unknown nodes
	Values []Value     // \go[…]{…}, in order
	Refs   []Reference // \ref and \eqref, in order

	options Options
	lines   []NumberedLine
	filled  []string
	numbers []string
	key     func() string
}

// Reference is a \ref or \eqref; Pos and End cover the label in Source.
type Reference struct {
	Label    string
	Pos, End int
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

// Parse reads a formula without its dollar signs. It never fails: what cannot
// be read becomes an Unknown node and a Problem.
func Parse(src string, o Options) (*Formula, []Problem) {
	return parse(src, o, nil, nil)
}

// Fill returns the formula with the texts, which are LaTeX, in place of its Go
// values, in order. Missing texts leave their value as it is.
func (f *Formula) Fill(text []string) *Formula {
	g, _ := parse(f.Source, f.options, text, nil)
	return g
}

// Number returns the formula with the numbers that its Refs lead to, in order.
func (f *Formula) Number(numbers []string) *Formula {
	g, _ := parse(f.Source, f.options, f.filled, numbers)
	return g
}

// Key is all that a formula is made of: those with the same one are the same.
func (f *Formula) Key() string { return f.key() }

func (f *Formula) newKey() string {
	return fmt.Sprintf("%q %q %q %q %q", f.Source, f.options.Lang, map[string]string(f.options.Macros), f.filled, f.numbers)
}

func parse(src string, o Options, fill, numbers []string) (*Formula, []Problem) {
	toks, problems := lex(src)
	p := &parser{table: table(), options: o, problems: problems, fill: fill, numbers: numbers}
	p.line = &p.whole
	p.push(toks, len(src))
	p.pushed = 0
	f := &Formula{Source: src, options: o, filled: fill, numbers: numbers}
	f.key = sync.OnceValue(f.newKey)
	f.Root = p.formula()
	f.Values, f.Refs = p.values, p.refs
	f.lines = p.numberLines(f.Root)
	return f, p.problems
}
