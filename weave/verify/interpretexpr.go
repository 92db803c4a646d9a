package verify

import (
	"go/ast"
	goconst "go/constant"
	gotoken "go/token"
	"math"
	"slices"
)

func (in *interpreter) expr(e ast.Expr) goValue {
	in.step()
	switch e := e.(type) {
	case *ast.ParenExpr:
		return in.expr(e.X)
	case *ast.BasicLit:
		return goLiteral(e)
	case *ast.Ident:
		return in.ident(e.Name)
	case *ast.UnaryExpr:
		return in.unary(e)
	case *ast.BinaryExpr:
		return in.binaryExpr(e)
	case *ast.IndexExpr:
		return *in.element(e)
	case *ast.SliceExpr:
		return in.slice(e)
	case *ast.CompositeLit:
		out := goValue{kind: goSlice}
		for _, el := range e.Elts {
			out.list = append(out.list, in.expr(el))
		}
		if e.Type != nil {
			return converted(out, e.Type)
		}
		return out
	case *ast.SelectorExpr:
		return mathConstants[e.Sel.Name]
	case *ast.CallExpr:
		return in.callExpr(e)
	}
	giveUp("Go that is not computed here")
	return goValue{}
}

var mathConstants = map[string]goValue{
	"Pi": floatOf(dual(math.Pi)), "E": floatOf(dual(math.E)), "Sqrt2": floatOf(dual(math.Sqrt2)), "Ln2": floatOf(dual(math.Ln2)), "MaxFloat64": floatOf(dual(math.MaxFloat64)),
}

func goLiteral(l *ast.BasicLit) goValue {
	v := goconst.MakeFromLiteral(l.Value, l.Kind, 0)
	if l.Kind == gotoken.INT {
		if n, exact := goconst.Int64Val(v); exact {
			return goValue{kind: goUntyped, n: int(n)}
		}
	}
	x, _ := goconst.Float64Val(goconst.ToFloat(v))
	return floatOf(dual(x))
}

// ident is a variable of the function, or one of the chapter.
func (in *interpreter) ident(name string) goValue {
	if v := in.frame.find(name); v != nil {
		return *v
	}
	if name == "true" || name == "false" {
		return truth(name == "true")
	}
	return goValueOf(in.lookup(goPrefix + in.pkg + name))
}

func (in *interpreter) unary(e *ast.UnaryExpr) goValue {
	v := in.expr(e.X)
	switch e.Op {
	case gotoken.SUB:
		if v.kind == goFloat {
			return floatOf(v.num.scaled(-1))
		}
		v.n = -v.n
	case gotoken.NOT:
		return truth(!v.yes)
	}
	return v
}

func (in *interpreter) binaryExpr(e *ast.BinaryExpr) goValue {
	a := in.expr(e.X)
	switch {
	case e.Op == gotoken.LAND && !a.yes, e.Op == gotoken.LOR && a.yes:
		return a
	case e.Op == gotoken.LAND, e.Op == gotoken.LOR:
		return in.expr(e.Y)
	}
	return operate(e.Op, a, in.expr(e.Y))
}

// operate is a op b. A number without a type takes that of the other.
func operate(op gotoken.Token, a, b goValue) goValue {
	if a.kind == goFloat || b.kind == goFloat {
		x, y := a.float(), b.float()
		switch op {
		case gotoken.ADD:
			return floatOf(x.plus(y))
		case gotoken.SUB:
			return floatOf(x.minus(y))
		case gotoken.MUL:
			return floatOf(x.times(y))
		case gotoken.QUO:
			return floatOf(x.over(y))
		}
		return ordered(op, x[0], y[0])
	}
	n := max(a.kind, goInt)
	if b.kind == goInt || a.kind == goInt {
		n = goInt
	}
	if (op == gotoken.QUO || op == gotoken.REM) && b.n == 0 {
		giveUp("a division by 0 in Go")
	}
	switch op {
	case gotoken.ADD:
		return goValue{kind: n, n: a.n + b.n}
	case gotoken.SUB:
		return goValue{kind: n, n: a.n - b.n}
	case gotoken.MUL:
		return goValue{kind: n, n: a.n * b.n}
	case gotoken.QUO:
		return goValue{kind: n, n: a.n / b.n}
	case gotoken.REM:
		return goValue{kind: n, n: a.n % b.n}
	}
	if a.kind == goBool && b.kind == goBool {
		return truth((a.yes == b.yes) == (op == gotoken.EQL))
	}
	return ordered(op, float64(a.n), float64(b.n))
}

func ordered(op gotoken.Token, x, y float64) goValue {
	switch op {
	case gotoken.LSS:
		return truth(x < y)
	case gotoken.LEQ:
		return truth(x <= y)
	case gotoken.GTR:
		return truth(x > y)
	case gotoken.GEQ:
		return truth(x >= y)
	case gotoken.EQL:
		return truth(x == y)
	case gotoken.NEQ:
		return truth(x != y)
	}
	giveUp("the operator %s of Go", op)
	return goValue{}
}

// element is x[i], also to be set.
func (in *interpreter) element(e *ast.IndexExpr) *goValue {
	of, i := in.expr(e.X), in.expr(e.Index)
	if of.kind != goSlice || i.n < 0 || i.n >= len(of.list) {
		giveUp("an index out of range in Go")
	}
	return &of.list[i.n]
}

func (in *interpreter) slice(e *ast.SliceExpr) goValue {
	of := in.expr(e.X)
	low, high := 0, len(of.list)
	if e.Low != nil {
		low = in.expr(e.Low).n
	}
	if e.High != nil {
		high = in.expr(e.High).n
	}
	if low < 0 || high < low || high > len(of.list) {
		giveUp("an index out of range in Go")
	}
	return goValue{kind: goSlice, list: of.list[low:high]}
}

func (in *interpreter) callExpr(e *ast.CallExpr) goValue {
	if _, ok := e.Fun.(*ast.ArrayType); ok {
		return converted(in.expr(e.Args[0]), e.Fun)
	}
	if sel, ok := e.Fun.(*ast.SelectorExpr); ok {
		args := in.args(e.Args)
		switch pkg := sel.X.(*ast.Ident).Name; pkg {
		case "math":
			return mathFunction(sel.Sel.Name, args)
		default:
			return in.callFunction(pkg+"."+sel.Sel.Name, args)
		}
	}
	name := e.Fun.(*ast.Ident).Name
	switch name {
	case "make":
		n := in.expr(e.Args[1]).n
		if n < 0 || n > maxCells {
			giveUp("limit: a slice of %d elements", n)
		}
		out := goValue{kind: goSlice, list: make([]goValue, n)}
		return converted(out, e.Args[0])
	case "float64", "int":
		return converted(in.expr(e.Args[0]), e.Fun)
	}
	args := in.args(e.Args)
	switch name {
	case "len":
		return wholeOf(len(args[0].list))
	case "append":
		return goValue{kind: goSlice, list: append(slices.Clip(args[0].list), args[1:]...)}
	case "max", "min":
		best := args[0]
		for _, v := range args[1:] {
			if less := operate(gotoken.LSS, v, best).yes; less == (name == "min") {
				best = v
			}
		}
		return best
	}
	return in.callFunction(in.pkg+name, args)
}

func (in *interpreter) args(es []ast.Expr) []goValue {
	var out []goValue
	for _, e := range es {
		out = append(out, in.expr(e))
	}
	return out
}

func mathFunction(name string, args []goValue) goValue {
	x := args[0].float()
	switch {
	case goFunctions[name] != "":
		return floatOf(functions[goFunctions[name]](x))
	case name == "Pow":
		return floatOf(x.power(args[1].float()))
	case name == "Max" || name == "Min":
		if y := args[1].float(); (y[0] > x[0]) == (name == "Max") {
			return floatOf(y)
		}
		return floatOf(x)
	case name == "Hypot":
		y := args[1].float()
		return floatOf(x.times(x).plus(y.times(y)).root())
	case name == "Inf":
		return floatOf(dual(math.Inf(args[0].n)))
	}
	giveUp("math.%s", name)
	return goValue{}
}

// callFunction calls another function of the code.
func (in *interpreter) callFunction(name string, args []goValue) goValue {
	d := in.defined(goPrefix + name)
	if len(d.params) != len(args) {
		giveUp("%s has %d parameters", name, len(d.params))
	}
	var values []value
	for _, a := range args {
		values = append(values, a.value())
	}
	return goValueOf(in.inside(d, values))
}
