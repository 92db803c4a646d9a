package verify

import (
	"strconv"
	"strings"

	"weave/weave/tex"
)

// meanings is what a reader asks about names.
type meanings interface {
	isFunction(name string) bool // defined with arguments
	hasValue(name string) bool   // known, without arguments
	isMatrix(name string) bool   // of the code, with more than one row and column
}

// reading is how the sides of a claim are read, and what remains doubtful.
type reading struct {
	names meanings
	lang  string
	doubt map[string]bool // why a failure would not be trusted
	whole map[string]bool // names that must be whole numbers: bounds of sums
	plain map[string]bool // names that stand somewhere without a bracket behind them

	slashFar bool    // a/bc is a/(bc)
	slashes  bool    // such a slash occurs
	logTo    float64 // base of log where none is written; 0: natural
	logs     bool    // a log without base occurs

	functionsFirst bool // an unknown name before a bracket is a function
	products       bool // such a name was read as a factor

	degrees     bool // numbers without a sign are degrees
	angles      bool // sin 30 or arctan 1 occurs
	degreeUnit  bool // ° is a unit like any other, of temperature for instance
	degreeSigns bool // ° occurs
	exponents   bool // 1e-5 is a number
	typedPowers bool // such a number occurs, or 1·e − 5
	modulo      bool // 7 % 3 is the remainder
	percents    bool // such a sign occurs

	depth int // of brackets and fractions under way
}

// maxNesting bounds how deep brackets and fractions may stand in each other.
const maxNesting = 100

func newReading(names meanings, lang string) *reading {
	return &reading{names: names, lang: lang, doubt: map[string]bool{}, whole: map[string]bool{}, plain: map[string]bool{}}
}

// read gives tokens their meaning, or gives up.
func (r *reading) read(ts []token) *expr {
	if r.depth++; r.depth > maxNesting {
		giveUp("limit: brackets and fractions nested more than %d deep", maxNesting)
	}
	defer func() { r.depth-- }()
	var kept []token
	for _, t := range ts {
		if t.kind != tokenSeparator {
			kept = append(kept, t)
		}
	}
	if len(kept) == 0 {
		giveUp("a side is empty")
	}
	if n := len(kept); kept[n-1].is("∞") && (n == 1 || n == 2 && kept[0].is("+", "−", "-")) {
		x := named("∞")
		if kept[0].minus() {
			return &expr{op: opNegate, kids: []*expr{x}}
		}
		return x
	}
	s := &scan{reading: r, ts: joinTyped(withUnits(kept, false))}
	x := s.sum()
	if t := s.peek(); t != nil {
		giveUp("%s", describe(t))
	}
	return x
}

func (r *reading) node(n tex.Node) *expr { return r.read(flatten(n)) }

// scan walks over the tokens of one side.
type scan struct {
	*reading
	ts []token
	i  int
}

func (s *scan) peek() *token {
	if s.i < len(s.ts) {
		return &s.ts[s.i]
	}
	return nil
}

// describe says what could not be read.
func describe(t *token) string {
	switch t.kind {
	case tokenText, tokenWord:
		return "words in the formula: " + strings.TrimSpace(t.text)
	case tokenScripts:
		return "scripts on " + t.base.text
	case tokenLayout:
		return "a sign alone in its column"
	case tokenOther:
		return "no meaning: " + t.text
	}
	return "no meaning for " + t.text
}

// sum reads terms with + and − between them.
func (s *scan) sum() *expr {
	negative := false
	for s.peek().minus() || s.peek().is("+") {
		negative = negative != s.peek().minus()
		s.i++
	}
	x := s.term()
	if negative {
		x = &expr{op: opNegate, kids: []*expr{x}}
	}
	terms := []*expr{x}
	for {
		switch t := s.peek(); {
		case t.is("+") && s.i+1 < len(s.ts) && s.ts[s.i+1].dots():
			s.i += 2
			terms = s.dotsIn(opSum, terms, s.peek().is("+"), s.term)
		case t.is("+"):
			s.i++
			terms = append(terms, s.term())
		case t.minus():
			s.i++
			terms = append(terms, &expr{op: opNegate, kids: []*expr{s.term()}})
		case t.isModulo():
			s.i++
			if len(terms) > 1 {
				s.doubt["how far does mod reach?"] = true
			}
			terms = []*expr{binary(opModulo, total(terms), s.term())}
		case t.is("±", "∓"):
			giveUp("±: two values")
		default:
			return total(terms)
		}
	}
}

// total adds terms.
func total(terms []*expr) *expr {
	x := terms[0]
	for _, t := range terms[1:] {
		if t.op == opNegate {
			x = binary(opSubtract, x, t.kids[0])
		} else {
			x = binary(opAdd, x, t)
		}
	}
	return x
}

// products are the signs of multiplication and what they mean.
var products = map[string]string{"⋅": "·", "·": "·", "×": "×", "*": "·", "∗": "·", "•": "·", "∙": "·", "⊙": "⊙", "∘": "∘", "⊗": "⊗"}

// atEnd tells whether a term ends here.
func (s *scan) atEnd(t *token) bool {
	if t == nil {
		return true
	}
	if t.is("!") {
		return false
	}
	class := t.class
	if t.kind == tokenScripts {
		class = t.base.class
		if t.base.kind == tokenFenced {
			class = tex.Inner
		}
	}
	if t.isModulo() {
		return true
	}
	edge := class == tex.Rel || class == tex.Close || class == tex.Punct
	return t.is("+", "±", "∓") || t.minus() || edge && (t.kind == tokenSymbol || t.kind == tokenScripts) || t.kind == tokenSeparator
}

func (t *token) multiplies() bool {
	return t != nil && t.kind == tokenSymbol && products[t.text] != "" && t.class != tex.Ord
}

func (t *token) divides() bool { return t.is("/", "÷", "∕", ":") }

// term reads factors with signs of multiplication, slashes or nothing between.
func (s *scan) term() *expr {
	x := s.signed()
	slash := false
	factors := []*expr{x} // as long as nothing else stands between them
	for {
		t := s.peek()
		switch {
		case s.atEnd(t):
			return x
		case t.dots() || t.multiplies() && s.i+1 < len(s.ts) && s.ts[s.i+1].dots():
			if t.multiplies() {
				s.i++
			}
			s.i++
			factors = s.dotsIn(opProduct, factors, s.peek().multiplies() || !s.atEnd(s.peek()), s.signed)
			x = factors[0]
			for _, f := range factors[1:] {
				x = binary(opMultiply, x, f)
			}
			continue
		case t.multiplies():
			x = s.times(x)
			slash = false
			factors = append(factors, x.kids[1])
			continue
		case t.divides():
			s.i++
			x = binary(opDivide, x, s.divisor())
			slash = true
		case t.is("%"):
			x = s.percent(x)
		case t.kind == tokenSymbol && t.class == tex.Bin:
			giveUp("the operator %s", t.text)
		default:
			s.slashes = s.slashes || slash
			x = s.juxtaposed(x)
			factors = append(factors, x.kids[1])
			continue
		}
		factors = []*expr{x}
	}
}

func (s *scan) times(x *expr) *expr {
	name := products[s.peek().text]
	if name == "∘" || name == "⊗" {
		giveUp("the operator %s", s.peek().text)
	}
	s.i++
	return &expr{op: opMultiply, name: name, kids: []*expr{x, s.signed()}}
}

// divisor reads what stands behind a slash: a/bc is (a/b)c unless read far.
func (s *scan) divisor() *expr {
	d := s.signed()
	for s.slashFar && !s.atEnd(s.peek()) && !s.peek().multiplies() && !s.peek().divides() {
		d = binary(opMultiply, d, s.factor())
	}
	return d
}

// juxtaposed reads a factor without a sign before it.
func (s *scan) juxtaposed(x *expr) *expr {
	at := s.i
	y := s.factor()
	if x.op == opNumber && x.decimals == 0 && y.op == opDivide && y.name == "frac" &&
		y.kids[0].op == opNumber && y.kids[1].op == opNumber && y.kids[0].num < y.kids[1].num {
		s.doubt["is "+x.name+" with a fraction behind it a mixed number?"] = true
	}
	if y.op == opNumber && s.ts[at].kind == tokenNumber && (x.op == opNumber || x.op == opMultiply && x.kids[1].op == opNumber) {
		giveUp("two numbers side by side")
	}
	return binary(opMultiply, x, y)
}

func (s *scan) signed() *expr {
	if s.peek().minus() {
		s.i++
		return &expr{op: opNegate, kids: []*expr{s.signed()}}
	}
	if s.peek().is("+") {
		s.i++
	}
	return s.factor()
}

// factor reads one factor with what belongs to it, ! among that.
func (s *scan) factor() *expr {
	x := s.bareFactor()
	for s.peek().is("!") {
		s.i++
		if x.isName() && capital(x.name) && s.i < len(s.ts) && !s.atEnd(s.peek()) {
			s.doubt["is ! an operator between two names?"] = true
		}
		x = function("fact", x)
	}
	return x
}

func (s *scan) bareFactor() *expr {
	t := s.peek()
	if t == nil {
		giveUp("something is missing at the end")
	}
	switch t.kind {
	case tokenNumber:
		return s.number()
	case tokenUnit:
		s.i++
		return unitExpr(t)
	case tokenSymbol:
		if x := s.symbol(t); x != nil {
			return x
		}
	case tokenFunction:
		return s.operator(t)
	case tokenFraction:
		return s.fraction(t)
	case tokenRoot:
		s.i++
		return s.root(t.node.(*tex.Root))
	case tokenFenced:
		s.i++
		return s.tail(s.fenced(t))
	case tokenArray:
		s.i++
		return s.array(t.node.(*tex.Array))
	case tokenScripts:
		return s.scripts(t)
	}
	if zero(t) {
		s.i++
		return s.tail(number(0))
	}
	if name := nameOf(t); name != "" && t.kind != tokenFunction {
		s.i++
		return s.named(name, t)
	}
	giveUp("%s", describe(t))
	return nil
}

func (r *reading) root(n *tex.Root) *expr {
	x := r.node(n.Radicand)
	if n.Degree != nil {
		return binary(opRoot, x, r.node(n.Degree))
	}
	return function("sqrt", x)
}

// number reads digits. In an English text a comma with three digits behind it
// is a mark of thousands, anywhere else {,} is a decimal comma.
func (s *scan) number() *expr {
	t := s.peek()
	text := t.text
	s.i++
	for s.lang != "de" && s.i+1 < len(s.ts) && !strings.Contains(text, ".") && thousands(s.ts[s.i-1:]) {
		text += s.ts[s.i+1].text
		s.i += 2
	}
	if s.lang != "de" {
		if whole, rest, ok := strings.Cut(text, ","); ok && len(rest) == 3 {
			text = whole + rest
		}
	}
	text = strings.Replace(text, ",", ".", 1)
	if n := len(text); n > 1 && text[0] == '0' && strings.Trim(text, "01") == "" {
		s.doubt["digits of another base?"] = true
	}
	text += s.typedExponent(t)
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		giveUp("the number %s", text)
	}
	decimals := 0
	if _, after, ok := strings.Cut(text, "."); ok && !strings.Contains(text, "e") {
		decimals = len(after)
	}
	n := &expr{op: opNumber, num: x, decimals: decimals, name: t.text}
	if decimals > 0 && s.cutOff() {
		n.name += "…"
		return n
	}
	return s.tail(n)
}

// cutOff takes dots behind a decimal, where its digits go on.
func (s *scan) cutOff() bool {
	switch rest := s.ts[s.i:]; {
	case len(rest) == 1 && rest[0].dots():
		s.i++
	case len(rest) == 3 && rest[0].is(".") && rest[1].is(".") && rest[2].is("."):
		s.i += 3
	default:
		return false
	}
	return true
}

// thousands tells whether "65" "," "536" stand without a blank between.
func thousands(ts []token) bool {
	if len(ts) < 3 || !ts[1].is(",") || ts[2].kind != tokenNumber {
		return false
	}
	digits, _, _ := strings.Cut(ts[2].text, ".")
	return len(digits) == 3 && ts[1].pos == ts[0].end && ts[2].pos == ts[1].end
}
