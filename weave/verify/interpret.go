package verify

import (
	"go/ast"
	gotoken "go/token"
	"math"
)

// A function of Go with loops is no formula. It is computed by going through its
// statements, with hyper-dual numbers, so that its derivatives are right too.
// What it may consist of is what numerics needs: numbers, slices of them,
// assignments, if, switch, for, range, package math and functions of this kind.

// program is such a function.
type program struct {
	params []string
	types  []ast.Expr
	result ast.Expr
	body   *ast.BlockStmt
	pkg    string // "pkg." of a function of a package
}

// goValue is a value of Go under way.
type goValue struct {
	kind goKind
	num  hyper     // of floats
	n    int       // of whole numbers
	yes  bool      // of truth values
	list []goValue // of slices, shared as in Go
}

type goKind int

const (
	goNil     goKind = iota
	goFloat          // float64
	goInt            // int
	goUntyped        // a whole number without a type: 2 in 2*x
	goBool
	goSlice
)

func floatOf(h hyper) goValue { return goValue{kind: goFloat, num: h} }

func wholeOf(n int) goValue { return goValue{kind: goInt, n: n} }

func truth(yes bool) goValue { return goValue{kind: goBool, yes: yes} }

// frame holds the names of a block of Go, within those around it.
type frame struct {
	vars  map[string]*goValue
	outer *frame
}

func (f *frame) find(name string) *goValue {
	for ; f != nil; f = f.outer {
		if v := f.vars[name]; v != nil {
			return v
		}
	}
	return nil
}

// interpreter runs one call.
type interpreter struct {
	*evaluator
	pkg      string
	frame    *frame
	returned goValue
}

// flow is how a statement ends.
type flow int

const (
	goesOn flow = iota
	breaks
	continues
	returns
)

// run computes a program for the parameters that are set.
func (e *evaluator) run(p *program) value {
	if e.depth++; e.depth > maxDepth {
		giveUp("limit: functions of Go call each other more than %d deep", maxDepth)
	}
	defer func() { e.depth-- }()
	in := &interpreter{evaluator: e, pkg: p.pkg, frame: &frame{vars: map[string]*goValue{}}}
	for i, name := range p.params {
		v := converted(goValueOf(e.local[name]), p.types[i])
		in.frame.vars[name] = &v
	}
	if in.block(p.body) != returns {
		return constantValue(math.NaN())
	}
	return converted(in.returned, p.result).value()
}

func (in *interpreter) step() {
	in.steps++
	in.scope.spent++
	if in.steps > maxSteps || in.scope.spent > maxClaimSteps {
		giveUp("limit: the evaluation takes too long")
	}
}

func (in *interpreter) block(b *ast.BlockStmt) flow {
	return in.within(func() flow { return in.statements(b.List) })
}

// within runs something with names of its own.
func (in *interpreter) within(f func() flow) flow {
	in.frame = &frame{vars: map[string]*goValue{}, outer: in.frame}
	defer func() { in.frame = in.frame.outer }()
	return f()
}

func (in *interpreter) statements(list []ast.Stmt) flow {
	for _, s := range list {
		if end := in.statement(s); end != goesOn {
			return end
		}
	}
	return goesOn
}

func (in *interpreter) statement(s ast.Stmt) flow {
	in.step()
	switch s := s.(type) {
	case *ast.BlockStmt:
		return in.block(s)
	case *ast.AssignStmt:
		in.assign(s)
	case *ast.IncDecStmt:
		op := gotoken.ADD
		if s.Tok == gotoken.DEC {
			op = gotoken.SUB
		}
		in.set(s.X, operate(op, in.expr(s.X), goValue{kind: goUntyped, n: 1}))
	case *ast.DeclStmt:
		in.declare(s.Decl.(*ast.GenDecl))
	case *ast.ReturnStmt:
		in.returned = in.expr(s.Results[0])
		return returns
	case *ast.BranchStmt:
		if s.Tok == gotoken.BREAK {
			return breaks
		}
		return continues
	case *ast.IfStmt:
		return in.ifStatement(s)
	case *ast.SwitchStmt:
		return in.switchStatement(s)
	case *ast.ForStmt:
		return in.forStatement(s)
	case *ast.RangeStmt:
		return in.rangeStatement(s)
	}
	return goesOn
}

func (in *interpreter) ifStatement(s *ast.IfStmt) flow {
	return in.within(func() flow {
		if s.Init != nil {
			in.statement(s.Init)
		}
		if in.expr(s.Cond).yes {
			return in.block(s.Body)
		}
		if s.Else != nil {
			return in.statement(s.Else)
		}
		return goesOn
	})
}

func (in *interpreter) switchStatement(s *ast.SwitchStmt) flow {
	return in.within(func() flow {
		if s.Init != nil {
			in.statement(s.Init)
		}
		tag := truth(true)
		if s.Tag != nil {
			tag = in.expr(s.Tag)
		}
		var chosen *ast.CaseClause
	search:
		for _, c := range s.Body.List {
			clause := c.(*ast.CaseClause)
			if clause.List == nil {
				chosen = clause
			}
			for _, x := range clause.List {
				v := in.expr(x)
				if s.Tag == nil && v.yes || s.Tag != nil && operate(gotoken.EQL, tag, v).yes {
					chosen = clause
					break search
				}
			}
		}
		if chosen == nil {
			return goesOn
		}
		end := in.within(func() flow { return in.statements(chosen.Body) })
		if end == breaks {
			return goesOn
		}
		return end
	})
}

func (in *interpreter) forStatement(s *ast.ForStmt) flow {
	return in.within(func() flow {
		if s.Init != nil {
			in.statement(s.Init)
		}
		for s.Cond == nil || in.expr(s.Cond).yes {
			in.step()
			if end := in.block(s.Body); end == breaks {
				break
			} else if end == returns {
				return end
			}
			if s.Post != nil {
				in.statement(s.Post)
			}
		}
		return goesOn
	})
}

func (in *interpreter) rangeStatement(s *ast.RangeStmt) flow {
	over := in.expr(s.X)
	n := over.n
	if over.kind == goSlice || over.kind == goNil {
		n = len(over.list)
	}
	for i := range n {
		in.step()
		end := in.within(func() flow {
			for k, target := range []ast.Expr{s.Key, s.Value} {
				v := wholeOf(i)
				if k == 1 && target != nil {
					v = over.list[i]
				}
				in.loopVariable(s.Tok, target, v)
			}
			return in.block(s.Body)
		})
		if end == breaks {
			break
		} else if end == returns {
			return end
		}
	}
	return goesOn
}

func (in *interpreter) loopVariable(tok gotoken.Token, target ast.Expr, v goValue) {
	id, ok := target.(*ast.Ident)
	switch {
	case target == nil || ok && id.Name == "_":
	case ok && tok == gotoken.DEFINE:
		in.frame.vars[id.Name] = &v
	default:
		in.set(target, v)
	}
}
