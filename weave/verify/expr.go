package verify

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// expr is the meaning of a part of a formula.
type expr struct {
	op       operation
	num      float64
	decimals int    // printed ones of a number
	name     string // canonical: "w_11", "hat:y_1", a function's name, a relation
	kids     []*expr
	vars     []string // what a derivative is taken by; the base name of an index
	rows     int      // of a matrix
	computed bool     // a value of Go, which nobody typed
	program  *program // statements of Go; kids are the names and functions of the code in them
}

type operation int

const (
	opNumber operation = iota
	opUnit             // name: how it is written, num: how many of the SI
	opName
	opIndex // name with an index that may be computed: vars[0] is the base
	opNegate
	opAdd
	opSubtract
	opMultiply // name: "", "·", "×", "⊙"
	opDivide   // name: "frac", "%", ""
	opPower
	opRoot // kids: radicand, degree
	opFunction
	opCall      // of a function defined by a formula
	opArbitrary // of a function of which nothing is known
	opAbs
	opNorm
	opDeterminant
	opTrace
	opTranspose
	opInverse
	opMin
	opMax
	opMatrix
	opInner // ⟨u, v⟩: of numbers a column, of vectors their product
	opBinomial
	opModulo
	opCases // value, condition, …
	opCondition
	opRelation
	opSum // kids: from, to, body; without bounds the body alone
	opProduct
	opIntegral // kids: from, to, body
	opPrimitive
	opLimit // kids: where to, body
	opBar   // kids: body, from, to: [F]_a^b
	opDerivative
	opPrime  // f′, f′(x): num is the order
	opPrimed // (…)′
	opGradient
	opDifferential // du
	opNothing      // no value: the function is not defined there
	opProgram      // a function of Go with statements
)

func number(x float64) *expr { return &expr{op: opNumber, num: x} }

func named(name string) *expr { return &expr{op: opName, name: name} }

func binary(op operation, a, b *expr) *expr { return &expr{op: op, kids: []*expr{a, b}} }

func function(name string, a *expr) *expr { return &expr{op: opFunction, name: name, kids: []*expr{a}} }

func (x *expr) isName() bool { return x.op == opName || x.op == opIndex }

// refers tells whether the operation looks a name up.
func (x *expr) refers() bool {
	return x.op == opName || x.op == opIndex || x.op == opCall || x.op == opPrime || x.op == opArbitrary
}

// walk visits an expression and all parts of it.
func (x *expr) walk(visit func(*expr)) {
	if x == nil {
		return
	}
	visit(x)
	for _, k := range x.kids {
		k.walk(visit)
	}
}

// any tells whether some part satisfies a condition.
func (x *expr) any(is func(*expr) bool) bool {
	found := false
	x.walk(func(y *expr) { found = found || is(y) })
	return found
}

func (x *expr) has(ops ...operation) bool {
	return x.any(func(y *expr) bool {
		for _, op := range ops {
			if y.op == op {
				return true
			}
		}
		return false
	})
}

// uses tells whether a name occurs.
func (x *expr) uses(name string) bool {
	return x.any(func(y *expr) bool { return y.refers() && y.name == name })
}

// symbolic tells an expression with names from one of numbers alone.
func (x *expr) symbolic() bool {
	return x.any(func(y *expr) bool { return y.refers() && y.name != "e" && y.name != "π" })
}

// printedDecimals tells whether a rounded number is part of it.
func (x *expr) printedDecimals() bool {
	return x.any(func(y *expr) bool { return y.op == opNumber && y.decimals > 0 })
}

// same tells expressions that are written alike.
func (x *expr) same(y *expr) bool {
	if x == nil || y == nil {
		return x == y
	}
	return x.op == y.op && x.program == y.program && x.num == y.num && (x.name == y.name || x.op == opNumber) && x.rows == y.rows &&
		slices.Equal(x.vars, y.vars) && slices.EqualFunc(x.kids, y.kids, (*expr).same)
}

func (x *expr) clone() *expr {
	if x == nil {
		return nil
	}
	y := *x
	y.kids = make([]*expr, len(x.kids))
	for i, k := range x.kids {
		y.kids[i] = k.clone()
	}
	y.vars = append([]string(nil), x.vars...)
	return &y
}

// oneLetter tells names of one letter, also with an accent or in an alphabet
// of its own, which are used again and again; derivatives f^(n) among them.
func oneLetter(name string) bool {
	if letter, order, ok := strings.Cut(name, "^"); ok && strings.HasPrefix(order, "(") && strings.Contains(functionLetters, letter) {
		name = letter
	}
	if _, letter, ok := strings.Cut(name, ":"); ok {
		name = letter
	}
	return utf8.RuneCountInString(name) == 1
}

// baseName is a name without its index.
func baseName(name string) string {
	base, _, _ := strings.Cut(name, "_")
	return base
}
