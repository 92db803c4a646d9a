package verify

import "weave/weave/tex"

// aliases are other spellings of functions.
var aliases = map[string]string{
	"arcsinh": "arsinh", "asin": "arcsin", "acos": "arccos", "atan": "arctan", "arctg": "arctan", "tg": "tan", "ctg": "cot",
	"sign": "sgn", "Exp": "exp", "Log": "log", "arcosh": "arcosh", "artanh": "artanh",
}

// aggregates take several arguments or a matrix.
var aggregates = map[string]operation{"min": opMin, "max": opMax, "det": opDeterminant, "tr": opTrace}

// opaque are operators with a meaning that is not evaluated.
var opaque = map[string]bool{
	"arg": true, "dim": true, "ker": true, "deg": true, "Pr": true, "gcd": true, "hom": true, "sup": true, "inf": true,
	"lim": true, "lim sup": true, "lim inf": true, "mod": true,
}

// isFunctionName tells the names that mean a function without a definition.
func isFunctionName(s string) bool {
	if a := aliases[s]; a != "" {
		s = a
	}
	return functions[s] != nil || aggregates[s] != 0 || opaque[s]
}

// joinTyped makes a function of letters that spell one before a bracket:
// max(2, 3) typed without a backslash.
func joinTyped(ts []token) []token {
	var out []token
	for i := 0; i < len(ts); i++ {
		if n := typedFunction(ts[i:]); n > 0 {
			t := token{kind: tokenFunction, class: tex.Op, pos: ts[i].pos, end: ts[i+n-1].end, node: ts[i].node}
			for _, l := range ts[i : i+n] {
				t.text += l.text
			}
			out = append(out, t)
			i += n - 1
			continue
		}
		out = append(out, ts[i])
	}
	return out
}

// typedFunction is how many letters at the beginning spell a function.
func typedFunction(ts []token) int {
	name := ""
	for i := range ts {
		t := &ts[i]
		if t.kind != tokenSymbol || !isLetter(t.text) || i > 0 && t.pos != ts[i-1].end || i > 5 {
			return 0
		}
		name += t.text
		known := functions[name] != nil && name != "abs" || aggregates[name] != 0
		if i > 0 && known && i+1 < len(ts) && bracketToken(&ts[i+1]) {
			return i + 1
		}
	}
	return 0
}

// operator reads a named function: \sin x, \max(a, b), \operatorname{ReLU}(x).
func (s *scan) operator(t *token) *expr {
	s.i++
	if s.names.isFunction(t.text) || !isFunctionName(t.text) {
		return s.named(nameOfOperator(t.text), t)
	}
	return s.apply(t.text, nil)
}

func nameOfOperator(name string) string {
	t := token{kind: tokenFunction, text: name}
	if n := nameOf(&t); n != "" {
		return n
	}
	return name
}

// apply reads the argument of a function; t holds its scripts or is nil.
func (s *scan) apply(name string, t *token) *expr {
	if a := aliases[name]; a != "" {
		name = a
	}
	if op := aggregates[name]; op != 0 {
		return s.aggregate(name, op, t)
	}
	if functions[name] == nil {
		giveUp("the operator %s", name)
	}
	base := s.logBase(name, t)
	if t != nil && t.primes > 0 {
		giveUp("a prime on %s", name)
	}
	arg, bracket := s.argument()
	if t == nil || t.sup == nil || !minusOne(flatten(t.sup)) {
		arg = s.inDegrees(name, arg)
	}
	x := function(name, arg)
	if base != nil {
		x = binary(opDivide, function("ln", arg), function("ln", base))
	}
	if t != nil && t.sup != nil {
		x = s.functionPower(name, x, t.sup)
	}
	x = s.angleInDegrees(x)
	if !bracket {
		return x
	}
	if next := s.peek(); next != nil && next.kind == tokenScripts && next.closes() {
		s.doubt["a power behind a function's bracket"] = true
	}
	return s.tail(x)
}

func (s *scan) aggregate(name string, op operation, t *token) *expr {
	if t != nil && (t.sub != nil || t.sup != nil) {
		giveUp("%s over a set", name)
	}
	next := s.peek()
	switch {
	case next.is("(", "{"):
		s.i++
		return s.tail(&expr{op: op, kids: s.args(s.group())})
	case next != nil && next.kind == tokenFenced:
		s.i++
		_, _, inside := next.fence()
		return s.tail(&expr{op: op, kids: s.args(inside)})
	case op == opDeterminant || op == opTrace:
		return &expr{op: op, kids: []*expr{s.factor()}}
	}
	giveUp("%s without a bracket", name)
	return nil
}

// logBase is the base of a logarithm, nil for the natural one.
func (s *scan) logBase(name string, t *token) *expr {
	if t != nil && t.sub != nil {
		if name != "log" {
			giveUp("an index on %s", name)
		}
		return s.node(t.sub)
	}
	if name != "log" {
		return nil
	}
	s.logs = true
	if s.logTo != 0 {
		return number(s.logTo)
	}
	return nil
}

// functionPower: sin² x is a power, sin^{-1} x the inverse function.
func (s *scan) functionPower(name string, x *expr, sup tex.Node) *expr {
	up := flatten(sup)
	if minusOne(up) {
		inverse := map[string]string{"sin": "arcsin", "cos": "arccos", "tan": "arctan"}[name]
		if inverse == "" {
			giveUp("the inverse of %s", name)
		}
		return function(inverse, x.kids[0])
	}
	return binary(opPower, x, s.read(up))
}

func minusOne(up []token) bool {
	return len(up) == 2 && up[0].minus() && up[1].kind == tokenNumber && up[1].text == "1"
}

// argument reads what a function is applied to: a bracket, or letters, numbers
// and fractions up to a sign, a bracket or another function.
func (s *scan) argument() (x *expr, bracket bool) {
	t := s.peek()
	switch {
	case t == nil:
		giveUp("a function without an argument")
	case t.is("(") || t.is("[") && t.opens():
		s.i++
		inside := s.group()
		if len(splitCommas(inside)) > 1 {
			giveUp("a function with several arguments")
		}
		return s.read(inside), true
	case t.kind == tokenFenced:
		s.i++
		return s.fenced(t), true
	case t.kind == tokenScripts && t.base.kind == tokenFenced:
		s.doubt["a power behind a function's bracket"] = true
	case t.minus():
		s.i++
		return &expr{op: opNegate, kids: []*expr{s.factor()}}, false
	}
	for !s.argumentEnds(x != nil) {
		if x != nil && s.peek().divides() {
			s.i++
			x = binary(opDivide, x, s.factor())
			s.doubt["a slash in a function's argument"] = true
			continue
		}
		y := s.factor()
		if x == nil {
			x = y
		} else {
			x = binary(opMultiply, x, y)
		}
	}
	if x == nil {
		giveUp("a function without an argument")
	}
	return x, false
}

// derivativeSign tells d/dx before what it derives.
func derivativeSign(t *token) bool {
	n, ok := t.node.(*tex.Fraction)
	if !ok || t.kind != tokenFraction || !n.Bar {
		return false
	}
	above, below := flatten(n.Num), flatten(n.Den)
	if len(above) == 0 || len(below) < 2 {
		return false
	}
	a, _ := differentialSign(&above[0])
	b, _ := differentialSign(&below[0])
	return a != "" && a == b
}

func (s *scan) argumentEnds(begun bool) bool {
	t := s.peek()
	if s.atEnd(t) || s.atDifferential() {
		return true
	}
	function := t.kind == tokenFunction || t.class == tex.Op || t.kind == tokenScripts && (t.base.kind == tokenFunction || t.base.class == tex.Op)
	bracket := t.opens() || t.kind == tokenFenced || t.kind == tokenScripts && t.base.kind == tokenFenced
	sign := t.multiplies() || t.divides() && !begun
	if begun && (t.kind == tokenRoot || derivativeSign(t)) {
		return true
	}
	return function && (begun || t.class == tex.Op && t.kind == tokenSymbol) || bracket && begun || sign
}
