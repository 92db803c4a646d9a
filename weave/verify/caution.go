package verify

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
)

// A claim may fail by its values and be right all the same, where its signs
// mean something else than usual. caution says so of a course that does not say
// that its formulas are meant: "" where nothing speaks for another meaning.
func (f *formula) caution(c *Claim, l, r *expr, o *outcome) (kind, why string) {
	equal := c.Relation == "=" || c.Relation == "≡"
	switch {
	case updates(l, r) || updates(r, l):
		return "equation", "one side is the other and a number: an update, or an arithmetic of its own"
	case bareMatrix(l) && bareMatrix(r):
		return "condition", "two matrices alone: are their rows transformed?"
	case bareNumbers(l) && r.op == opMatrix || bareNumbers(r) && l.op == opMatrix:
		return "condition", "a number and a vector: does the one stand for the other?"
	case onlyBits(l, r):
		return "ambiguous", "zeros and ones alone may be digits of base 2 or truth values"
	case !l.has(opModulo) && wholeNumbersOnly(l, r) && f.at.around.speaksOf(otherArithmetic):
		return "ambiguous", "the section computes with remainders or in a finite field"
	case (l.printedDecimals() || r.printedDecimals()) && f.at.around.speaksOf(floatingPoint):
		return "rounding", "the section is about the rounding of numbers"
	case equal && !o.free() && (wholeRounding(l, r, o) || f.roundedConstants(c, l, r)):
		return "rounding", "holds for rounded numbers"
	case c.Relation == "≈" && !o.free() && farOff(l, r, o) && estimating.MatchString(f.at.before+" "+f.at.after):
		return "rounding", "an estimate, as the words around it say"
	case c.Relation == "≈" && bareNumbers(l) && bareNumbers(r):
		return "rounding", "two printed numbers are compared"
	case equal && o.free() && o.held > 0 && o.signOnly:
		return "condition", "it holds up to the sign: for which values?"
	case equal && o.signOnly && commuted(l, r):
		return "ambiguous", "do the factors commute?"
	case equal && f.otherDomain(c, l, r, o):
		return "scope", "what was said about where names lie may be meant for other ones"
	case constantIntegral(l, r):
		return "condition", "an integral without bounds is no number"
	case angleOf(l) || angleOf(r):
		return "ambiguous", "degrees or radians?"
	}
	return "", ""
}

// otherDomain: the claim holds for other values than those that another
// paragraph restricts its names to.
func (f *formula) otherDomain(c *Claim, l, r *expr, o *outcome) bool {
	far := false
	for name := range o.freeLeft {
		d, ok := f.scope.domains[name]
		far = far || ok && d.paragraph != f.at.paragraph
	}
	if !far || o.held > 0 || f.options["domain"] != "" {
		return false
	}
	return f.compareAt(l, r, c.Relation, mode{anywhere: true}, samplePoints).held > 0
}

// updates: sum = sum + 1, 1 + ω = ω.
func updates(l, r *expr) bool {
	if !l.symbolic() {
		return false
	}
	var rest []*expr
	found := false
	for _, t := range summands(r) {
		if !found && t.same(l) {
			found = true
			continue
		}
		rest = append(rest, t)
	}
	return found && len(rest) > 0 && !slices.ContainsFunc(rest, (*expr).symbolic)
}

func summands(x *expr) []*expr {
	if x.op == opAdd || x.op == opSubtract {
		return append(summands(x.kids[0]), summands(x.kids[1])...)
	}
	return []*expr{x}
}

// bareMatrix tells a matrix of numbers that nothing is done with.
func bareMatrix(x *expr) bool { return x.op == opMatrix && !x.symbolic() && len(x.kids) > x.rows }

// onlyBits: 1 + 1 = 0, 101 + 11 = 1000.
func onlyBits(l, r *expr) bool {
	bits, numbers := true, 0
	for _, x := range []*expr{l, r} {
		bits = bits && !x.symbolic() && !x.has(opDivide, opPower, opMatrix, opFunction)
		x.walk(func(y *expr) {
			if y.op == opNumber {
				numbers++
				bits = bits && y.decimals == 0 && strings.Trim(y.name, "01") == ""
			}
		})
	}
	return bits && numbers > 2
}

func wholeNumbersOnly(l, r *expr) bool {
	whole := true
	for _, x := range []*expr{l, r} {
		whole = whole && !x.any(func(y *expr) bool { return y.op == opNumber && (y.decimals > 0 || y.num != math.Trunc(y.num)) })
	}
	return whole && !l.symbolic() && !r.symbolic()
}

// wholeRounding: 100/7 = 14, 365 · 24 · 3600 = 31500000.
func wholeRounding(l, r *expr, o *outcome) bool {
	if !o.left.isScalar() || !o.right.isScalar() {
		return false
	}
	d := math.Abs(o.left.cells[0][0] - o.right.cells[0][0])
	for _, pair := range [][2]*expr{{l, r}, {r, l}} {
		printed, exact := pair[0], pair[1]
		if !bareNumbers(printed) || bareNumbers(exact) {
			continue
		}
		if printed.op == opNegate {
			printed = printed.kids[0]
		}
		zeros := len(printed.name) - len(strings.TrimRight(printed.name, "0"))
		if zeros < 2 || len(printed.name)-zeros < 2 {
			zeros = 0
		}
		if printed.decimals == 0 && d <= 0.5*math.Pow(10, float64(zeros)) && (zeros > 0 || wholeNumberOff(o)) {
			return true
		}
	}
	return false
}

func wholeNumberOff(o *outcome) bool {
	whole := func(x float64) bool { return x == math.Trunc(x) }
	return whole(o.left.cells[0][0]) != whole(o.right.cells[0][0])
}

// roundedConstants: 4π · 9 = 113.04 computes with π = 3.14.
func (f *formula) roundedConstants(c *Claim, l, r *expr) bool {
	if !l.uses("π") && !r.uses("π") && !l.has(opFunction) && !r.has(opFunction) && !l.uses("e") && !r.uses("e") {
		return false
	}
	for _, values := range [][2]float64{{3.14, 2.718}, {3.1416, 2.7183}, {22. / 7, 2.72}, {3, 2.7}} {
		a, b := withConstants(l, values), withConstants(r, values)
		if a.same(l) && b.same(r) {
			return false
		}
		if o := f.compareAt(a, b, c.Relation, mode{}, 1); o.ok() {
			return true
		}
	}
	return false
}

// withConstants puts numbers for π and e.
func withConstants(x *expr, values [2]float64) *expr {
	y := x.clone()
	y.walk(func(z *expr) {
		switch {
		case z.op == opName && z.name == "π":
			*z = *number(values[0])
		case z.op == opName && z.name == "e":
			*z = *number(values[1])
		case z.op == opFunction && z.name == "exp":
			*z = expr{op: opPower, kids: []*expr{number(values[1]), z.kids[0]}}
		}
	})
	return y
}

// farOff tells what no slip in the last digits explains.
func farOff(l, r *expr, o *outcome) bool {
	if !o.left.isScalar() || !o.right.isScalar() {
		return true
	}
	pl, _ := precision(l)
	pr, _ := precision(r)
	return math.Abs(o.left.cells[0][0]-o.right.cells[0][0]) > 2*max(pl, pr)*(1+1e-6)
}

// commuted: ab = −ba, of factors that do not commute.
func commuted(l, r *expr) bool {
	if r.op != opNegate && l.op != opNegate {
		return false
	}
	factors := func(x *expr) (out []string) {
		x.walk(func(y *expr) {
			if y.isName() {
				out = append(out, y.name)
			}
		})
		slices.Sort(out)
		return out
	}
	return l.symbolic() && !l.has(opAdd, opSubtract, opNumber) && !r.has(opAdd, opSubtract, opNumber) && slices.Equal(factors(l), factors(r))
}

// constantIntegral: both sides were derived, and one has neither an integral
// nor the variable.
func constantIntegral(l, r *expr) bool {
	for _, pair := range [][2]*expr{{l, r}, {r, l}} {
		a, b := pair[0], pair[1]
		if a.op == opDerivative && a.name == "∫" && a.has(opPrimitive) && b.op == opDerivative && !b.has(opPrimitive) && !b.kids[0].uses(a.vars[0]) {
			return true
		}
	}
	return false
}

// angleOf tells sin 30, a function of angles of a number that is none in
// radians for sure.
func angleOf(x *expr) bool {
	return x.any(func(y *expr) bool {
		return y.op == opFunction && angular[y.name] && y.kids[0].op == opNumber && y.kids[0].num >= 10
	})
}

// surroundings are the words, headings and formulas of a section, which may
// name a convention.
type surroundings struct {
	text  strings.Builder
	known map[*regexp.Regexp]bool
}

func (s *surroundings) speaksOf(what *regexp.Regexp) bool {
	if s == nil {
		return false
	}
	if s.known == nil {
		s.known = map[*regexp.Regexp]bool{}
	}
	found, ok := s.known[what]
	if !ok {
		found = what.MatchString(s.text.String())
		s.known[what] = found
	}
	return found
}

var (
	// otherArithmetic: remainders, finite fields, other bases, truth values.
	otherArithmetic = regexp.MustCompile(`(?i)\bmodulo\b|\bmodular\b|\bmod\b|\\[bp]?mod\b|(\\mathbb|\\Bbb|\\bf|\\mathbf)\s*\{?\s*[ZF]\}?\s*(_|/)|finite fields?|\bgalois|\bGF\s*\(|congruen|boolean|\bxor\b|\btropical|\bordinals?\b|hexadecimal|\boctal|binary (arithmetic|number|digit|system|addition|operation|representation|code)|base[- ](two|2|8|16)\b|Restklass|Kongruenz|endlichen? Körper|Dualsystem|有限域|模`)
	// floatingPoint: arithmetic that rounds at every step.
	floatingPoint = regexp.MustCompile(`(?i)floating[- ]point|machine (epsilon|precision|number)|round-?off|rounding error|significant (digits|figures)|\bchopp|\bIEEE\b|catastrophic|digit arithmetic|Gleitkomma|Rundungsfehler|Maschinengenauigkeit`)
	// estimating: words beside a number that is no rounding of the other side.
	estimating = regexp.MustCompile(`(?i)approximat|estimat|\blinear|quadratic|Taylor|tangent|polat|Newton|Euler|Simpson|trapez|Riemann|midpoint|Monte|simulat|guess|rough|crude|order of magnitude|\bstep|näherung|schätz|überschlag|Schritt`)
)

// unmeant tells why a failure is not trusted in a course that does not say that
// its formulas are meant.
func (f *formula) unmeant(c *Claim, l, r *expr, o *outcome, example string) bool {
	kind, why := f.caution(c, l, r, o)
	if why == "" {
		return false
	}
	c.unread(kind, fmt.Sprintf("%s (%s)", why, example))
	return true
}
