package verify

import (
	"go/ast"
	goconst "go/constant"
	gotoken "go/token"
	"strconv"

	"weave/weave/prog"
)

// fromGo is the definition that a formula of the code gives, nil where it
// cannot be read.
func fromGo(f *prog.Formula, functions packageFunctions) *definition {
	switch {
	case f.Body != nil:
		return fromProgram(f)
	case f.Again && f.Sum == nil || len(f.Branches) == 0:
		return nil
	}
	c := &goConverter{params: map[string]bool{}, functions: functions, pkg: packageOf(f)}
	d := &definition{name: goPrefix + f.Name, params: f.Params, code: true}
	for _, p := range f.Params {
		c.params[p] = true
	}
	read := func() { d.body = c.branches(f.Branches) }
	if f.Sum != nil {
		read = func() { d.body = c.sum(f.Sum) }
	}
	if attempt(read) != "" {
		return nil
	}
	d.ofVectors = d.params != nil && d.body.has(opIndex)
	return d
}

// fromProgram is a function with statements, nil where they cannot be computed.
func fromProgram(f *prog.Formula) *definition {
	p := &program{f.Params, f.Types, f.Result, f.Body, packageOf(f)}
	names, calls, ok := computable(p)
	if !ok {
		return nil
	}
	x := &expr{op: opProgram, program: p}
	for _, n := range names {
		x.kids = append(x.kids, named(goPrefix+n))
	}
	for _, n := range calls {
		x.kids = append(x.kids, &expr{op: opCall, name: goPrefix + n})
	}
	_, ofVectors := f.Types[0].(*ast.ArrayType)
	return &definition{name: goPrefix + f.Name, params: f.Params, body: x, code: true, ofVectors: ofVectors}
}

// literal tells an initial value without names in it: a leaf, which may have
// been another number as well.
func literal(f *prog.Formula) bool {
	if f.Params != nil || len(f.Branches) != 1 {
		return false
	}
	names := false
	ast.Inspect(f.Branches[0].Then, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if sel, ok := n.Fun.(*ast.SelectorExpr); ok && (sel.Sel.Name == "NewDense" || sel.Sel.Name == "NewVecDense") {
				for _, a := range n.Args {
					ast.Inspect(a, func(m ast.Node) bool {
						if id, ok := m.(*ast.Ident); ok && !basicType(id.Name) {
							names = true
						}
						return true
					})
				}
				return false
			}
			names = true
		case *ast.Ident:
			names = names || !basicType(n.Name)
		case *ast.FuncLit:
			names = true
		}
		return true
	})
	return !names
}

func basicType(name string) bool {
	switch name {
	case "float64", "float32", "int", "nil":
		return true
	}
	return false
}

// goConverter gives Go expressions the meaning of formulas.
type goConverter struct {
	params    map[string]bool
	loop      *prog.Sum
	functions packageFunctions
	pkg       string // "pkg." of a function of a package
}

func (c *goConverter) branches(bs []prog.Branch) *expr {
	if len(bs) == 1 && bs[0].If == nil {
		return c.expr(bs[0].Then)
	}
	x := &expr{op: opCases}
	for _, b := range bs {
		cond := &expr{op: opCondition}
		if b.If != nil {
			cond.kids = c.condition(b.If)
		}
		x.kids = append(x.kids, c.expr(b.Then), cond)
	}
	return x
}

// goOrders are Go's comparisons.
var goOrders = map[gotoken.Token]string{gotoken.LSS: "<", gotoken.GTR: ">", gotoken.LEQ: "≤", gotoken.GEQ: "≥", gotoken.EQL: "=", gotoken.NEQ: "≠"}

func (c *goConverter) condition(e ast.Expr) []*expr {
	b, ok := ast.Unparen(e).(*ast.BinaryExpr)
	if !ok {
		giveUp("a condition in Go")
	}
	if b.Op == gotoken.LAND {
		return append(c.condition(b.X), c.condition(b.Y)...)
	}
	if goOrders[b.Op] == "" {
		giveUp("a condition in Go")
	}
	return []*expr{{op: opRelation, name: goOrders[b.Op], kids: []*expr{c.expr(b.X), c.expr(b.Y)}}}
}

func (c *goConverter) expr(e ast.Expr) *expr {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return c.expr(e.X)
	case *ast.BasicLit:
		return goNumber(e)
	case *ast.Ident:
		return c.ident(e.Name)
	case *ast.UnaryExpr:
		if e.Op == gotoken.SUB {
			return &expr{op: opNegate, kids: []*expr{c.expr(e.X)}}
		}
		if e.Op == gotoken.ADD {
			return c.expr(e.X)
		}
	case *ast.BinaryExpr:
		return c.binary(e)
	case *ast.CallExpr:
		return c.call(e)
	case *ast.IndexExpr:
		return c.index(e)
	case *ast.CompositeLit:
		return c.composite(e)
	case *ast.SelectorExpr:
		if id, ok := e.X.(*ast.Ident); ok && id.Name == "math" {
			if x := map[string]*expr{"Pi": named("π"), "E": named("e")}[e.Sel.Name]; x != nil {
				return x
			}
		}
	}
	giveUp("Go that is no formula")
	return nil
}

func goNumber(e *ast.BasicLit) *expr {
	v := goconst.ToFloat(goconst.MakeFromLiteral(e.Value, e.Kind, 0))
	if v.Kind() != goconst.Float && v.Kind() != goconst.Int {
		giveUp("Go that is no formula")
	}
	f, _ := goconst.Float64Val(v)
	return &expr{op: opNumber, num: f, name: e.Value}
}

func (c *goConverter) ident(name string) *expr {
	if c.loop != nil {
		if x := c.loopName(name); x != nil {
			return x
		}
	}
	if c.params[name] {
		return named(name)
	}
	return named(goPrefix + c.pkg + name)
}

var goOperators = map[gotoken.Token]operation{gotoken.ADD: opAdd, gotoken.SUB: opSubtract, gotoken.MUL: opMultiply, gotoken.QUO: opDivide}

// binary: 1/2 of whole numbers is 0 in Go and no fraction.
func (c *goConverter) binary(e *ast.BinaryExpr) *expr {
	op, ok := goOperators[e.Op]
	if !ok || op == opDivide && wholeLiteral(e.X) && wholeLiteral(e.Y) {
		giveUp("Go that is no formula")
	}
	return binary(op, c.expr(e.X), c.expr(e.Y))
}

func wholeLiteral(e ast.Expr) bool {
	l, ok := ast.Unparen(e).(*ast.BasicLit)
	return ok && l.Kind == gotoken.INT
}

// goFunctions are functions of package math under their names in formulas.
var goFunctions = map[string]string{
	"Exp": "exp", "Log": "ln", "Log10": "lg", "Sqrt": "sqrt", "Abs": "abs", "Sin": "sin", "Cos": "cos", "Tan": "tan", "Tanh": "tanh",
	"Sinh": "sinh", "Cosh": "cosh", "Asin": "arcsin", "Acos": "arccos", "Atan": "arctan", "Floor": "floor", "Ceil": "ceil",
}

func (c *goConverter) call(e *ast.CallExpr) *expr {
	switch f := e.Fun.(type) {
	case *ast.Ident:
		switch {
		case (f.Name == "float64" || f.Name == "int") && len(e.Args) == 1:
			return c.expr(e.Args[0])
		case (f.Name == "max" || f.Name == "min") && !c.params[f.Name]:
			return &expr{op: aggregates[f.Name], kids: c.exprs(e.Args)}
		case !c.params[f.Name]:
			return &expr{op: opCall, name: goPrefix + c.pkg + f.Name, kids: c.exprs(e.Args)}
		}
	case *ast.SelectorExpr:
		if id, ok := f.X.(*ast.Ident); ok && id.Name == "math" {
			return c.mathCall(f.Sel.Name, e.Args)
		}
		if id, ok := f.X.(*ast.Ident); ok && id.Name == "mat" {
			return c.matCall(f.Sel.Name, e.Args)
		}
		if id, ok := f.X.(*ast.Ident); ok && c.functions[id.Name+"."+f.Sel.Name] != nil {
			return &expr{op: opCall, name: goPrefix + id.Name + "." + f.Sel.Name, kids: c.exprs(e.Args)}
		}
		if f.Sel.Name == "At" || f.Sel.Name == "AtVec" {
			return c.entry(c.expr(f.X), e.Args)
		}
	}
	giveUp("a call in Go")
	return nil
}

func (c *goConverter) exprs(es []ast.Expr) []*expr {
	var out []*expr
	for _, e := range es {
		out = append(out, c.expr(e))
	}
	return out
}

func (c *goConverter) mathCall(name string, args []ast.Expr) *expr {
	x := c.exprs(args)
	switch {
	case goFunctions[name] != "" && len(x) == 1:
		return function(goFunctions[name], x[0])
	case name == "Pow" && len(x) == 2:
		return binary(opPower, x[0], x[1])
	case name == "Max":
		return &expr{op: opMax, kids: x}
	case name == "Min":
		return &expr{op: opMin, kids: x}
	case name == "Hypot" && len(x) == 2:
		return function("sqrt", binary(opAdd, binary(opPower, x[0], number(2)), binary(opPower, x[1], number(2))))
	}
	giveUp("math.%s", name)
	return nil
}

// matCall reads matrices given number by number.
func (c *goConverter) matCall(name string, args []ast.Expr) *expr {
	switch {
	case name == "NewVecDense" && len(args) == 2:
		return c.expr(args[1])
	case name == "NewDense" && len(args) == 3:
		m, rows := c.expr(args[2]), c.expr(args[0])
		if rows.op == opNumber && m.op == opMatrix && rows.num > 0 && len(m.kids)%int(rows.num) == 0 {
			return &expr{op: opMatrix, rows: int(rows.num), kids: m.kids}
		}
	}
	giveUp("mat.%s", name)
	return nil
}

// composite reads []float64{…} as a column, [][]float64{{…}} as a matrix.
func (c *goConverter) composite(e *ast.CompositeLit) *expr {
	m := &expr{op: opMatrix}
	nested := false
	for _, el := range e.Elts {
		if row, ok := el.(*ast.CompositeLit); ok {
			nested = true
			m.rows++
			m.kids = append(m.kids, c.composite(row).kids...)
			continue
		}
		m.kids = append(m.kids, c.expr(el))
	}
	if _, ok := e.Type.(*ast.ArrayType); !ok && e.Type != nil || len(m.kids) == 0 {
		giveUp("a literal in Go")
	}
	if !nested {
		m.rows = len(m.kids)
	}
	if m.rows == 0 || len(m.kids)%m.rows != 0 {
		giveUp("a literal in Go with rows of different lengths")
	}
	return m
}

// index reads x[0], which is x_1, and W[0][1].
func (c *goConverter) index(e *ast.IndexExpr) *expr {
	if inner, ok := e.X.(*ast.IndexExpr); ok {
		return c.entry(c.expr(inner.X), []ast.Expr{inner.Index, e.Index})
	}
	return c.entry(c.expr(e.X), []ast.Expr{e.Index})
}

// entry counts from 1, as formulas do.
func (c *goConverter) entry(of *expr, index []ast.Expr) *expr {
	if of.op != opName {
		giveUp("an index in Go")
	}
	x := &expr{op: opIndex, name: of.name + "[]", vars: []string{of.name}}
	for _, i := range index {
		if id, ok := i.(*ast.Ident); ok && c.loop != nil && id.Name == c.loop.Index {
			x.kids = append(x.kids, named(loopIndex))
			x.name += id.Name + ","
			continue
		}
		l, ok := i.(*ast.BasicLit)
		if !ok {
			giveUp("an index in Go")
		}
		n, err := strconv.Atoi(l.Value)
		if err != nil {
			giveUp("an index in Go")
		}
		x.kids = append(x.kids, number(float64(n+1)))
		x.name += l.Value + ","
	}
	return x
}
