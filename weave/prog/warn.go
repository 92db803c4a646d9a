package prog

import (
	"fmt"
	"go/ast"
	"go/types"

	"weave/weave/source"
)

// warnings finds variables that are defined anew while a function literal goes
// on changing the old one: a notebook would change the new one.
func (r *round) warnings() {
	changed := map[string]types.Object{} // by name: the variable that a literal of an earlier block changes
	in := map[types.Object]*unit{}
	ast.Inspect(r.file, func(n ast.Node) bool {
		lit, ok := n.(*ast.FuncLit)
		if !ok || r.unitAt(lit.Pos()) == nil {
			return true
		}
		ast.Inspect(lit.Body, func(n ast.Node) bool {
			for _, id := range assigned(n) {
				v, ok := r.info.Uses[id].(*types.Var)
				if ok && (v.Pos() < lit.Pos() || v.Pos() > lit.End()) && r.defined[v] != nil && r.defined[v].defines(v.Name()) {
					changed[v.Name()], in[v] = v, r.unitAt(lit.Pos())
				}
			}
			return true
		})
		return true
	})
	for id, o := range r.info.Defs {
		u := r.unitAt(id.Pos())
		old := changed[id.Name]
		if o == nil || u == nil || old == nil || old == o || !u.defines(id.Name) || r.index[in[old]] >= r.index[u] || o.Pos() < old.Pos() {
			continue
		}
		_, off := r.gen.at(r.off(id.Pos()))
		_, at := r.gen.at(r.off(old.Pos()))
		r.find(finding{severity: source.Warning, unit: u, start: off, end: off + len(id.Name),
			message: fmt.Sprintf("this defines a new variable %s, but a function literal of block %q goes on changing the old one", id.Name, in[old].name),
			hint:    "write = instead of := to change the old one, or give the new one another name",
			note:    "the old one", noteUnit: r.defined[old], noteOff: at})
	}
}

// idleMains finds functions main that nothing calls.
func (r *round) idleMains() {
	called := map[types.Object]bool{}
	for _, o := range r.info.Uses {
		called[o] = true
	}
	for id, o := range r.info.Defs {
		fn, ok := o.(*types.Func)
		u := r.unitAt(id.Pos())
		if !ok || u == nil || u.main || id.Name != "main" || fn.Parent() != r.types.Scope() || called[o] {
			continue
		}
		_, off := r.gen.at(r.off(id.Pos()))
		r.find(finding{severity: source.Warning, unit: u, start: off, end: off + len(id.Name),
			message: "nothing calls this func main",
			hint:    "write package main above it if the block is a program of its own; else write its statements without a function"})
	}
}

// assigned are the names that a statement assigns to.
func assigned(n ast.Node) []*ast.Ident {
	var exprs []ast.Expr
	switch n := n.(type) {
	case *ast.AssignStmt:
		exprs = n.Lhs
	case *ast.IncDecStmt:
		exprs = []ast.Expr{n.X}
	}
	var out []*ast.Ident
	for _, e := range exprs {
		if id, ok := e.(*ast.Ident); ok {
			out = append(out, id)
		}
	}
	return out
}
