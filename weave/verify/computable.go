package verify

import (
	"go/ast"
	gotoken "go/token"
	"slices"
	"strings"
)

// computable tells a function that the interpreter can run, and the names of the
// code that it uses.
func computable(p *program) (names, calls []string, ok bool) {
	own := map[string]bool{}
	for _, name := range p.params {
		own[name] = true
	}
	ast.Inspect(p.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, l := range n.Lhs {
				if id, isName := l.(*ast.Ident); isName && n.Tok == gotoken.DEFINE {
					own[id.Name] = true
				}
			}
		case *ast.RangeStmt:
			for _, l := range []ast.Expr{n.Key, n.Value} {
				if id, isName := l.(*ast.Ident); isName {
					own[id.Name] = true
				}
			}
		case *ast.ValueSpec:
			for _, id := range n.Names {
				own[id.Name] = true
			}
		}
		return true
	})
	c := &computer{own: own, ok: true, pkg: p.pkg}
	for _, t := range append(slices.Clone(p.types), p.result) {
		c.typeOf(t)
	}
	ast.Inspect(p.body, c.node)
	return c.names, c.calls, c.ok
}

// computer looks through a function for what cannot be interpreted.
type computer struct {
	own          map[string]bool
	names, calls []string
	pkg          string
	ok           bool
}

func (c *computer) typeOf(t ast.Expr) {
	if a, ok := t.(*ast.ArrayType); ok {
		c.typeOf(a.Elt)
		return
	}
	id, ok := t.(*ast.Ident)
	c.ok = c.ok && ok && slices.Contains([]string{"float64", "int", "bool"}, id.Name)
}

func (c *computer) node(n ast.Node) bool {
	switch n := n.(type) {
	case nil, *ast.BlockStmt, *ast.AssignStmt, *ast.IncDecStmt, *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.CaseClause,
		*ast.ParenExpr, *ast.BasicLit, *ast.BinaryExpr, *ast.IndexExpr, *ast.SliceExpr, *ast.DeclStmt:
	case *ast.BranchStmt:
		c.ok = c.ok && n.Label == nil && (n.Tok == gotoken.BREAK || n.Tok == gotoken.CONTINUE)
	case *ast.ReturnStmt:
		c.ok = c.ok && len(n.Results) == 1
	case *ast.UnaryExpr:
		c.ok = c.ok && (n.Op == gotoken.SUB || n.Op == gotoken.ADD || n.Op == gotoken.NOT)
	case *ast.GenDecl:
		c.ok = c.ok && n.Tok == gotoken.VAR
	case *ast.ValueSpec:
		if n.Type != nil {
			c.typeOf(n.Type)
		}
	case *ast.ArrayType:
		c.typeOf(n)
		return false
	case *ast.CompositeLit:
		if n.Type != nil {
			c.typeOf(n.Type)
		}
		c.ok = c.ok && !slices.ContainsFunc(n.Elts, func(e ast.Expr) bool { _, keyed := e.(*ast.KeyValueExpr); return keyed })
	case *ast.SelectorExpr:
		id, isName := n.X.(*ast.Ident)
		_, constant := mathConstants[n.Sel.Name]
		c.ok = c.ok && isName && id.Name == "math" && constant
		return false
	case *ast.CallExpr:
		return c.call(n)
	case *ast.Ident:
		c.ident(n.Name)
	default:
		c.ok = false
	}
	return c.ok
}

func (c *computer) ident(name string) {
	if !c.own[name] && !slices.Contains([]string{"true", "false", "_", "float64", "int", "bool"}, name) {
		c.names = append(c.names, c.pkg+name)
	}
}

func (c *computer) call(n *ast.CallExpr) bool {
	c.ok = c.ok && n.Ellipsis == gotoken.NoPos && len(n.Args) > 0
	switch f := n.Fun.(type) {
	case *ast.ArrayType:
		c.typeOf(f)
	case *ast.Ident:
		switch {
		case c.own[f.Name]:
			c.ok = false
		case slices.Contains([]string{"len", "append", "max", "min", "float64", "int"}, f.Name):
		case f.Name == "make":
			c.ok = c.ok && len(n.Args) == 2
			if c.ok {
				c.typeOf(n.Args[0])
				ast.Inspect(n.Args[1], c.node)
			}
			return false
		default:
			c.calls = append(c.calls, c.pkg+f.Name)
		}
	case *ast.SelectorExpr:
		id, isName := f.X.(*ast.Ident)
		if !isName {
			c.ok = false
			return false
		}
		if id.Name != "math" {
			c.calls = append(c.calls, id.Name+"."+f.Sel.Name)
		} else if goFunctions[f.Sel.Name] == "" && !strings.Contains(" Pow Max Min Hypot Inf ", " "+f.Sel.Name+" ") {
			c.ok = false
		}
	default:
		c.ok = false
	}
	for _, a := range n.Args {
		ast.Inspect(a, c.node)
	}
	return false
}
