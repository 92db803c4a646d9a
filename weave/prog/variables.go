package prog

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"
)

// moveVariables turns "var x = f()" of the chapter into "var x T" and an
// assignment at the start of the run, in Go's own order. Package
// initialization would run it for every chapter of the program and before any
// mark, and its panic would end them all. Constants, literals and functions
// stay where they are, and so do types without a name here.
func (r *round) moveVariables() bool {
	order := map[types.Object]int{}
	for i, in := range r.info.InitOrder {
		for _, v := range in.Lhs {
			order[v] = i
		}
	}
	moved := false
	for _, d := range r.file.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.VAR {
			continue
		}
		for _, s := range g.Specs {
			if r.moveVariable(s.(*ast.ValueSpec), order) {
				moved = true
			}
		}
	}
	slices.SortStableFunc(r.inits, func(a, b initial) int { return a.order - b.order })
	return moved
}

func (r *round) moveVariable(vs *ast.ValueSpec, order map[types.Object]int) bool {
	u := r.unitAt(vs.Pos())
	if u == nil || len(vs.Names) != 1 || len(vs.Values) != 1 || vs.Names[0].Name == "_" || !r.computed(vs.Values[0]) {
		return false
	}
	obj := r.info.Defs[vs.Names[0]]
	typ, ok := r.typeText(obj.Type())
	if !ok {
		return false
	}
	from := r.in(vs.Names[0].End())
	if vs.Type != nil {
		from, typ = r.in(vs.Type.End()), ""
	}
	start, end := r.in(vs.Values[0].Pos()), r.in(vs.Values[0].End())
	r.inits = append(r.inits, initial{u, vs.Names[0].Name, start, end, order[obj]})
	r.edits[u] = append(r.edits[u], edit{from, end, typ})
	return true
}

// in is an offset in the unit's text; the end of a segment belongs to it.
func (r *round) in(p token.Pos) int {
	_, off := r.gen.at(r.off(p) - 1)
	return off + 1
}

// computed tells whether an initial value runs code that can fail or print.
func (r *round) computed(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			found = found || !r.info.Types[n.Fun].IsType()
		case *ast.IndexExpr, *ast.SliceExpr, *ast.StarExpr, *ast.TypeAssertExpr, *ast.UnaryExpr:
			found = true
		case *ast.BinaryExpr:
			found = found || r.info.Types[n].Value == nil // division by zero
		}
		return !found
	})
	return found
}

var unexported = regexp.MustCompile(`\.[a-z_]`)

// typeText writes a type as the chapter would, importing what it names.
func (r *round) typeText(t types.Type) (string, bool) {
	need := map[string]string{}
	text := " " + types.TypeString(t, func(p *types.Package) string {
		if p == r.types {
			return ""
		}
		name := p.Name()
		for alias, c := range r.others {
			if c.exports.Path == p.Path() {
				name = alias
			}
		}
		need[name] = p.Path()
		return name
	})
	if unexported.MatchString(text) {
		return "", false
	}
	for name, path := range need {
		if r.types.Scope().Lookup(name) != nil {
			return "", false // the chapter uses the name for something else
		}
		if r.found[name] == "" && !r.importsAs(name, path) {
			r.found[name] = path
		}
	}
	return text, true
}

// importsAs tells whether the author imports the path under its name.
func (r *round) importsAs(name, path string) bool {
	for _, im := range r.file.Imports {
		if importPath(im) == path && (im.Name == nil || im.Name.Name == name) {
			return true
		}
	}
	return false
}
