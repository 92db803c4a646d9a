package prog

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// graph finds what each unit uses, and which units may change a variable
// before it is used: a block that is left out takes with it also those that
// would see the variable unchanged. In doubt a unit depends.
func (r *round) graph() {
	for id, o := range r.info.Defs {
		if u := r.unitAt(id.Pos()); o != nil && u != nil {
			r.defined[o] = u
		}
	}
	w := &writes{round: r, direct: map[types.Object][]*unit{}, through: map[types.Object]map[types.Object]bool{}}
	w.find()
	changes := w.all()
	r.changes = changes
	for id, o := range r.info.Uses {
		u, def := r.unitAt(id.Pos()), r.defined[o]
		if u == nil || def == nil {
			continue
		}
		r.depends(u, def)
		for _, c := range changes[o] {
			if r.index[c] < r.index[u] && (r.scope[c] == r.scope[u] || c.kind == declarations) {
				r.depends(u, c)
			}
		}
	}
}

// writes finds where variables may be changed.
type writes struct {
	*round
	direct  map[types.Object][]*unit               // units whose statements may change it
	through map[types.Object]map[types.Object]bool // function or closure → variables its body may change
	owner   types.Object                           // whose body is read, nil for statements
}

func (w *writes) find() {
	for _, d := range w.file.Decls {
		fd, ok := d.(*ast.FuncDecl)
		if ok && w.unitAt(fd.Name.Pos()) != nil {
			w.owner = w.info.Defs[fd.Name]
		}
		ast.Walk(w, d)
		w.owner = nil
	}
}

// Visit is called for each node.
func (w *writes) Visit(n ast.Node) ast.Visitor {
	switch n := n.(type) {
	case *ast.AssignStmt:
		for _, l := range n.Lhs {
			w.change(l)
		}
		w.closures(n.Lhs, n.Rhs)
	case *ast.IncDecStmt:
		w.change(n.X)
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			w.change(n.X)
		}
	case *ast.RangeStmt:
		if n.Tok == token.ASSIGN {
			w.change(n.Key)
			w.change(n.Value)
		}
	case *ast.CallExpr:
		w.call(n)
	}
	return w
}

// closures reads the bodies of function literals once more, for the variable
// that holds them.
func (w *writes) closures(lhs, rhs []ast.Expr) {
	if len(lhs) != len(rhs) {
		return
	}
	for i, e := range rhs {
		lit, ok := e.(*ast.FuncLit)
		id, isName := lhs[i].(*ast.Ident)
		if !ok || !isName {
			continue
		}
		obj := w.info.Defs[id]
		if obj == nil {
			obj = w.info.Uses[id]
		}
		if obj != nil {
			inner := *w
			inner.owner = obj
			ast.Walk(&inner, lit.Body)
		}
	}
}

// call: what is passed by pointer, slice or map may be changed, and so may the
// receiver of a method.
func (w *writes) call(c *ast.CallExpr) {
	if w.reads(c.Fun) {
		return
	}
	if s, ok := c.Fun.(*ast.SelectorExpr); ok && w.shared(s.X) {
		w.change(s.X)
	}
	for _, a := range c.Args {
		if w.shared(a) {
			w.change(a)
		}
	}
}

// What changes nothing it is given: packages (fmt's scanning apart), methods by
// their usual meaning, builtins.
var (
	readers     = []string{"fmt", "math", "strings", "strconv", "errors"}
	readMethods = []string{"At", "AtVec", "Dims", "Caps", "Len", "Cap", "String", "Error", "T"}
	readBuiltin = []string{"len", "cap", "append", "min", "max", "print", "println", "panic", "new", "make", "real", "imag", "complex"}
)

func (w *writes) reads(fun ast.Expr) bool {
	switch f := ast.Unparen(fun).(type) {
	case *ast.Ident:
		_, builtin := w.info.Uses[f].(*types.Builtin)
		return builtin && slices.Contains(readBuiltin, f.Name) || w.info.Types[f].IsType()
	case *ast.SelectorExpr:
		if id, ok := f.X.(*ast.Ident); ok {
			if pkg, ok := w.info.Uses[id].(*types.PkgName); ok {
				path := pkg.Imported().Path()
				return path == w.env.Runtime || slices.Contains(readers, path) && !strings.Contains(f.Sel.Name, "scan")
			}
		}
		return slices.Contains(readMethods, f.Sel.Name)
	}
	return w.info.Types[fun].IsType()
}

func (w *writes) shared(e ast.Expr) bool {
	if id, ok := e.(*ast.Ident); ok {
		if _, pkg := w.info.Uses[id].(*types.PkgName); pkg {
			return false
		}
	}
	return shares(w.info.TypeOf(e), 0)
}

// shares tells whether a copy of a value of the type leads to the same memory.
func shares(t types.Type, depth int) bool {
	if t == nil || depth > 10 {
		return t != nil
	}
	switch u := t.Underlying().(type) {
	case *types.Basic, *types.Signature:
		return false
	case *types.Struct:
		for i := range u.NumFields() {
			if shares(u.Field(i).Type(), depth+1) {
				return true
			}
		}
		return false
	case *types.Array:
		return shares(u.Elem(), depth+1)
	}
	return true
}

// change notes that the variable at the root of an expression may change.
func (w *writes) change(e ast.Expr) {
	id := root(e)
	if id == nil {
		return
	}
	v, ok := w.info.Uses[id].(*types.Var)
	if !ok || w.defined[v] == nil {
		return
	}
	if w.owner != nil {
		if w.through[w.owner] == nil {
			w.through[w.owner] = map[types.Object]bool{}
		}
		w.through[w.owner][v] = true
	}
	if u := w.unitAt(id.Pos()); u != nil && !slices.Contains(w.direct[v], u) {
		w.direct[v] = append(w.direct[v], u)
	}
}

// all adds to the direct changes those by a mention of a function that makes
// them, itself or through others that it mentions.
func (w *writes) all() map[types.Object][]*unit {
	for id, o := range w.info.Uses {
		u := w.unitAt(id.Pos())
		if u == nil || w.through[o] == nil {
			continue
		}
		for v := range w.through[o] {
			if !slices.Contains(w.direct[v], u) {
				w.direct[v] = append(w.direct[v], u)
			}
		}
	}
	return w.direct
}

// root is the variable that x in x.a[i].b leads from.
func root(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.IndexExpr:
			e = x.X
		case *ast.SelectorExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		default:
			return nil
		}
	}
}
