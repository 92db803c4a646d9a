package verify

import (
	"go/ast"
	"slices"

	"weave/weave/prog"
)

// roots are the variables and functions that a variable's initial value is made
// from, as the code says it; ok is false where that cannot be told: what a loop
// sets, or a function written in place.
func roots(f *prog.Formula) (names []string, ok bool) {
	if f.Again || f.Params != nil || len(f.Branches) != 1 {
		return nil, false
	}
	ok = true
	ast.Inspect(f.Branches[0].Then, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			ok = false
		case *ast.SelectorExpr:
			if id, isName := n.X.(*ast.Ident); isName {
				names = append(names, id.Name)
				return false
			}
		case *ast.CallExpr:
			if id, isName := n.Fun.(*ast.Ident); isName && !slices.Contains(pureCalls, id.Name) {
				ok = false // a function of the chapter may use any variable
			}
		case *ast.Ident:
			names = append(names, n.Name)
		}
		return true
	})
	return names, ok
}

// pureCalls are Go's own functions and conversions, which use their arguments only.
var pureCalls = []string{"float64", "float32", "int", "len", "max", "min", "append"}

// rests tells whether a variable stays as it is when leaves change, and fixes
// the leaves on which it hangs: what has no formula, but is made from names
// that are known.
func (v *leaves) rests(b *variable, depth int) bool {
	if b.value.cells == nil || depth > maxDepth {
		return false
	}
	v.held[goPrefix+b.name] = true
	if b.leaf {
		return true
	}
	for _, name := range b.roots {
		if r := v.f.scope.program.variables[name]; r != nil && !v.rests(r, depth+1) {
			return false
		}
	}
	return b.rooted
}
