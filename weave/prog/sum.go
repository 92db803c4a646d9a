package prog

import (
	"go/ast"
	"go/token"
)

// Sum is what a loop over a list adds to a variable that was 0:
// for i, x := range xs { s += term }.
type Sum struct {
	Index, Value string   // i and x, "" where the loop leaves them out
	Over         ast.Expr // xs
	Term         ast.Expr
	Negative     bool // s -= term
}

// summed notes a loop that does nothing but add to a variable that is 0.
func (f *formulas) summed(loop *ast.RangeStmt) bool {
	if loop.Tok == token.ASSIGN || len(loop.Body.List) != 1 {
		return false
	}
	add, ok := loop.Body.List[0].(*ast.AssignStmt)
	if !ok || add.Tok != token.ADD_ASSIGN && add.Tok != token.SUB_ASSIGN {
		return false
	}
	id, ok := add.Lhs[0].(*ast.Ident)
	if !ok {
		return false
	}
	i, ok := f.last[id.Name]
	if !ok || f.found[i].Again || !f.found[i].zero() || mentions(add.Rhs[0], id.Name) {
		return false
	}
	f.found[i].Again = true
	f.found[i].Sum = &Sum{loopName(loop.Key), loopName(loop.Value), loop.X, add.Rhs[0], add.Tok == token.SUB_ASSIGN}
	return true
}

// zero tells a variable that is set to the number 0.
func (f *Formula) zero() bool {
	if f.Params != nil || len(f.Branches) != 1 {
		return false
	}
	l, ok := f.Branches[0].Then.(*ast.BasicLit)
	return ok && (l.Value == "0" || l.Value == "0.0")
}

func loopName(e ast.Expr) string {
	if id, ok := e.(*ast.Ident); ok && id.Name != "_" {
		return id.Name
	}
	return ""
}

func mentions(e ast.Expr, name string) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == name
		return true
	})
	return found
}
