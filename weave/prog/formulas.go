package prog

import (
	"go/ast"
	"go/token"
	"slices"

	"weave/weave/doc"
	"weave/weave/source"
)

// Formula is what a chapter's Go says about one name: a variable set by an
// expression, or a function that returns one.
type Formula struct {
	Block    string // where it stands
	Name     string
	Params   []string // of a function, else nil
	Branches []Branch // one, or one for each if that returns
	Again    bool     // the variable is set again later, in a loop for instance
	Sum      *Sum     // how a loop makes it, the only place that sets it again

	// Of a function without branches: its statements, the type of each
	// parameter and of the result.
	Body   *ast.BlockStmt
	Types  []ast.Expr
	Result ast.Expr
}

// Branch is an expression and the condition under which it holds; the last
// one's is nil.
type Branch struct {
	If   ast.Expr
	Then ast.Expr
}

// Formulas are those of a chapter's blocks that run, in document order.
func (c *Chapter) Formulas() []Formula {
	f := &formulas{last: map[string]int{}}
	for _, u := range c.units {
		if _, out := c.Left[u.name]; u.isValue() || !u.runs() || out || u.broken || u.call != nil {
			continue
		}
		f.unit(u)
	}
	return f.found
}

// formulas collects in one pass.
type formulas struct {
	block string
	found []Formula
	last  map[string]int // index of a name's last entry
}

func (f *formulas) unit(u *unit) {
	f.block = u.name
	quiet := &reader{}
	decls := quiet.parseGo(u, fileHead, u.keep(func(it item) bool { return it.lifted && it.tok != token.IMPORT }), "")
	for _, d := range decls.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil && d.Body != nil {
				f.function(d.Name.Name, d.Type, d.Body)
			}
		case *ast.GenDecl:
			f.declared(d)
		}
	}
	if u.kind == declarations {
		return
	}
	body := quiet.parseGo(u, bodyHead, u.keep(func(it item) bool { return !it.lifted }), "\n}")
	for _, s := range body.Decls[0].(*ast.FuncDecl).Body.List {
		f.statement(s)
	}
}

func (f *formulas) statement(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.RangeStmt:
		if f.summed(s) {
			return
		}
	case *ast.AssignStmt:
		if s.Tok == token.DEFINE {
			f.assigned(s.Lhs, s.Rhs)
			return
		}
	case *ast.DeclStmt:
		f.declared(s.Decl.(*ast.GenDecl))
		return
	}
	f.changes(s)
}

func (f *formulas) declared(g *ast.GenDecl) {
	for _, sp := range g.Specs {
		if vs, ok := sp.(*ast.ValueSpec); ok && (g.Tok == token.VAR || g.Tok == token.CONST) {
			var names []ast.Expr
			for _, id := range vs.Names {
				names = append(names, id)
			}
			f.assigned(names, vs.Values)
		}
	}
}

// assigned notes x, y := a, b. What a call with several results sets has no
// formula, but is a new variable all the same.
func (f *formulas) assigned(left, right []ast.Expr) {
	for i, l := range left {
		id, ok := l.(*ast.Ident)
		if !ok || id.Name == "_" {
			continue
		}
		if len(left) != len(right) {
			f.add(Formula{Name: id.Name, Again: true})
			continue
		}
		if lit, ok := right[i].(*ast.FuncLit); ok {
			f.function(id.Name, lit.Type, lit.Body)
			continue
		}
		f.add(Formula{Name: id.Name, Branches: []Branch{{Then: right[i]}}})
	}
}

func (f *formulas) add(x Formula) {
	x.Block = f.block
	f.last[x.Name] = len(f.found)
	f.found = append(f.found, x)
}

// function notes a function of one result. Its body is one return, with ifs
// that return before it, or it is kept whole.
func (f *formulas) function(name string, t *ast.FuncType, body *ast.BlockStmt) {
	if t.Results == nil || t.Results.NumFields() != 1 || t.Params.NumFields() == 0 {
		return
	}
	if f.last == nil {
		f.last = map[string]int{}
	}
	x := Formula{Name: name, Params: []string{}}
	for _, p := range t.Params.List {
		for _, id := range p.Names {
			x.Params = append(x.Params, id.Name)
			x.Types = append(x.Types, p.Type)
		}
	}
	if len(x.Params) != t.Params.NumFields() {
		return
	}
	var ok bool
	if x.Branches, ok = branches(body.List); !ok {
		x.Branches, x.Body, x.Result = nil, body, t.Results.List[0].Type
	}
	f.add(x)
}

func branches(body []ast.Stmt) ([]Branch, bool) {
	var out []Branch
	for i, s := range body {
		switch s := s.(type) {
		case *ast.ReturnStmt:
			if len(s.Results) != 1 {
				return nil, false
			}
			return append(out, Branch{Then: s.Results[0]}), i == len(body)-1
		case *ast.IfStmt:
			if s.Init != nil || len(s.Body.List) != 1 {
				return nil, false
			}
			r, ok := s.Body.List[0].(*ast.ReturnStmt)
			if !ok || len(r.Results) != 1 {
				return nil, false
			}
			out = append(out, Branch{s.Cond, r.Results[0]})
			if block, ok := s.Else.(*ast.BlockStmt); ok {
				rest, ok := branches(block.List)
				return append(out, rest...), ok && i == len(body)-1
			}
			if s.Else != nil {
				return nil, false
			}
		default:
			return nil, false
		}
	}
	return nil, false
}

// changes marks what a statement sets anew: by =, +=, ++, in a loop, through
// its address or an index.
func (f *formulas) changes(s ast.Stmt) {
	ast.Inspect(s, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, l := range n.Lhs {
					f.changed(l)
				}
			}
		case *ast.IncDecStmt:
			f.changed(n.X)
		case *ast.RangeStmt:
			if n.Tok == token.ASSIGN {
				f.changed(n.Key)
				f.changed(n.Value)
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				f.changed(n.X)
			}
		}
		return true
	})
}

func (f *formulas) changed(e ast.Expr) {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			if i, ok := f.last[x.Name]; ok && f.found[i].Params == nil {
				f.found[i].Again, f.found[i].Sum = true, nil
			}
			return
		case *ast.IndexExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		default:
			return
		}
	}
}

// beforeFormulas are the blocks after which a formula stands, before any other
// block that runs.
func beforeFormulas(s *state) map[string]bool {
	var blocks []*unit
	for _, u := range s.units {
		if !u.isValue() && u.code != nil {
			blocks = append(blocks, u)
		}
	}
	out := map[string]bool{}
	for _, m := range s.chapter.Math {
		for _, u := range slices.Backward(blocks) {
			if u.code.Span.Start < m.Span.Start {
				out[u.name] = true
				break
			}
		}
	}
	return out
}

// ReadFormulas are those of a chapter that is not linked: of all blocks that
// parse.
func ReadFormulas(ch *doc.Chapter) []Formula {
	var ignored source.List
	c := &Chapter{units: read(ch, Env{Registry: &Registry{}}, &ignored)}
	return c.Formulas()
}
