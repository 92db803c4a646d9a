package verify

import (
	"go/ast"
	gotoken "go/token"
)

func (in *interpreter) assign(s *ast.AssignStmt) {
	if s.Tok != gotoken.ASSIGN && s.Tok != gotoken.DEFINE {
		in.set(s.Lhs[0], operate(assignments[s.Tok], in.expr(s.Lhs[0]), in.expr(s.Rhs[0])))
		return
	}
	var values []goValue
	for _, x := range s.Rhs {
		values = append(values, in.expr(x))
	}
	for i, l := range s.Lhs {
		id, ok := l.(*ast.Ident)
		switch {
		case ok && id.Name == "_":
		case ok && s.Tok == gotoken.DEFINE && in.frame.vars[id.Name] == nil:
			v := settled(values[i])
			in.frame.vars[id.Name] = &v
		default:
			in.set(l, values[i])
		}
	}
}

var assignments = map[gotoken.Token]gotoken.Token{
	gotoken.ADD_ASSIGN: gotoken.ADD, gotoken.SUB_ASSIGN: gotoken.SUB, gotoken.MUL_ASSIGN: gotoken.MUL, gotoken.QUO_ASSIGN: gotoken.QUO, gotoken.REM_ASSIGN: gotoken.REM,
}

// set changes a variable of the function or an element of a slice.
func (in *interpreter) set(target ast.Expr, v goValue) {
	at := (*goValue)(nil)
	switch t := ast.Unparen(target).(type) {
	case *ast.Ident:
		if at = in.frame.find(t.Name); at == nil {
			giveUp("a function of Go that changes %s, which is not its own", t.Name)
		}
	case *ast.IndexExpr:
		at = in.element(t)
	}
	if at.kind == goFloat && v.kind == goUntyped {
		v = floatOf(dual(float64(v.n)))
	}
	*at = settled(v)
}

func (in *interpreter) declare(d *ast.GenDecl) {
	for _, s := range d.Specs {
		spec := s.(*ast.ValueSpec)
		for i, id := range spec.Names {
			v := goValue{}
			if i < len(spec.Values) {
				v = in.expr(spec.Values[i])
			}
			if spec.Type != nil {
				v = converted(v, spec.Type)
			}
			v = settled(v)
			in.frame.vars[id.Name] = &v
		}
	}
}
