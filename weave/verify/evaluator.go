package verify

import (
	"math"
	"math/rand/v2"
)

// Limits of one evaluation and of all evaluations of one claim.
const (
	maxSteps      = 200_000
	maxClaimSteps = 4_000_000
	maxDepth      = 60 // of definitions in definitions
	maxTerms      = 10_000
	maxDerived    = 4 // derivatives within derivatives
)

// origin says where a name's value came from.
type origin int

const (
	fromSample origin = iota + 1
	fromCode
	fromDefinition
)

// mode is one way to understand the names of a claim.
type mode struct {
	noNumbers   bool // definitions without arguments are out of scope
	noNames     bool // all definitions are
	back        int  // so many definitions before the last one
	independent bool // leaves of the code have other values: the second look
	fixed       map[string]bool
	whole       map[string]bool
	positive    bool
	radii       bool            // r, ρ, σ are positive
	matrices    bool            // free capital letters are matrices
	columns     map[string]bool // these names are columns
	allColumns  bool            // free small letters are
	unit        bool            // I is a unit matrix
	wide        float64         // factor of the samples, 0: none
	allPositive bool            // all free numbers are positive
	anywhere    bool            // what was said about where names lie is left out
	edges       bool            // the first points are 0, 1 and −1, where cases change
}

// evaluator computes values at one sample point.
type evaluator struct {
	*scope
	mode
	random *rand.Rand
	point  uint64

	sampled  map[string]value
	local    map[string]value // parameters and indices of sums
	indices  map[string]bool  // those that are indices
	override map[string]value // what is derived by
	order    int              // infinitesimals in use

	origins     map[string]origin
	doubt       map[string]bool
	loose       map[string]bool // doubts that a course lifts which means its formulas
	unknown     map[string]bool // functions of which nothing is known
	largest     float64         // summand met: how much cancellation is to be expected
	slack       float64         // error of what was computed numerically
	steps       int
	depth       int
	derivatives int
}

func newEvaluator(s *scope, m mode, point uint64) *evaluator {
	return &evaluator{
		scope: s, mode: m, point: point, random: rand.New(rand.NewPCG(point, 0x9e3779b97f4a7c15)),
		sampled: map[string]value{}, local: map[string]value{}, indices: map[string]bool{}, override: map[string]value{},
		origins: map[string]origin{}, doubt: map[string]bool{}, loose: map[string]bool{}, unknown: map[string]bool{},
	}
}

// eval computes an expression, or gives up.
func (e *evaluator) eval(x *expr) value {
	e.steps++
	e.scope.spent++
	if e.steps > maxSteps || e.scope.spent > maxClaimSteps {
		giveUp("limit: the evaluation takes too long")
	}
	switch x.op {
	case opNumber, opUnit:
		return constantValue(x.num)
	case opName:
		return e.lookup(x.name)
	case opIndex:
		return e.element(x)
	case opNegate:
		return e.eval(x.kids[0]).scaled(dual(-1))
	case opAdd:
		return e.add(e.eval(x.kids[0]), e.eval(x.kids[1]), 1)
	case opSubtract:
		return e.add(e.eval(x.kids[0]), e.eval(x.kids[1]), -1)
	case opMultiply:
		return multiply(e.eval(x.kids[0]), e.eval(x.kids[1]), x.name)
	case opDivide:
		return e.divide(e.eval(x.kids[0]), e.eval(x.kids[1]))
	case opPower:
		return e.power(x)
	case opRoot:
		return e.root(x)
	case opFunction:
		return e.function(x)
	case opNothing:
		return constantValue(math.NaN())
	case opSum, opProduct:
		return e.overIndex(x)
	case opIntegral:
		return e.integral(x)
	case opLimit:
		return e.limit(x)
	case opCases:
		return e.cases(x)
	case opBar:
		return e.bar(x)
	}
	return e.evalMore(x)
}

func (e *evaluator) evalMore(x *expr) value {
	switch x.op {
	case opCall:
		return e.call(x)
	case opArbitrary:
		return e.arbitrary(x)
	case opDerivative:
		return e.derivative(x)
	case opPrime:
		return e.prime(x)
	case opPrimed:
		return e.primed(x)
	case opGradient:
		return e.gradient(x)
	case opDifferential:
		return e.differentialOf(x.name)
	case opMatrix:
		return e.matrix(x)
	case opInner:
		return e.inner(x)
	case opBinomial:
		return e.binomial(x)
	case opModulo:
		return e.remainder(x)
	case opMin, opMax:
		return e.extreme(x)
	case opAbs, opNorm:
		return e.norm(x)
	case opDeterminant:
		return scalar(e.eval(x.kids[0]).determinant())
	case opTrace:
		return e.trace(x)
	case opTranspose:
		v := e.eval(x.kids[0])
		if v.isScalar() {
			e.doubt["the transpose of a number"] = true
		}
		return v.transposed()
	case opInverse:
		return e.eval(x.kids[0]).inverted()
	case opPrimitive:
		return e.primitive(x)
	case opProgram:
		return e.run(x.program)
	}
	giveUp("no meaning for this part")
	return value{}
}

func (e *evaluator) add(a, b value, sign float64) value {
	a, b = e.fitted(a, b)
	if !a.sameShape(b) {
		giveUp(misfit+": %s plus %s", a.shape(), b.shape())
	}
	out := value{a.rows, a.cols, make([]hyper, len(a.cells))}
	for i := range a.cells {
		out.cells[i] = a.cells[i].plus(b.cells[i].scaled(sign))
		for _, x := range []float64{a.cells[i][0], b.cells[i][0]} {
			if !math.IsNaN(x) { // ln of a negative number, of which only the derivative counts
				e.largest = max(e.largest, math.Abs(x))
			}
		}
	}
	return out
}

func (e *evaluator) divide(a, b value) value {
	d := b.number()
	return a.each(func(h hyper) hyper { return h.over(d) })
}

// maxPower bounds powers of matrices, which are computed by multiplying.
const maxPower = 64

func (e *evaluator) power(x *expr) value {
	a, b := e.eval(x.kids[0]), e.eval(x.kids[1]).number()
	if a.isScalar() {
		return scalar(a.cells[0].power(b))
	}
	n := b[0]
	switch {
	case a.rows == a.cols && b.constant() && n == math.Trunc(n) && math.Abs(n) <= maxPower:
		if n < 0 {
			a, n = a.inverted(), -n
		}
		out := identity(a.rows)
		for range int(n) {
			out = matrixProduct(out, a)
		}
		return out
	case a.cols == 1 && b.constant() && n == 2:
		e.doubt["the square of a vector"] = true
		return scalar(a.dot(a))
	}
	giveUp("a power of a %s", a.shape())
	return value{}
}

// root: odd roots of negative numbers are real, as in school books.
func (e *evaluator) root(x *expr) value {
	a, n := e.eval(x.kids[0]).number(), e.eval(x.kids[1]).number()
	if a[0] < 0 && n[0] == math.Trunc(n[0]) && int(n[0])%2 != 0 {
		return scalar(a.scaled(-1).power(n.inverse()).scaled(-1))
	}
	return scalar(a.power(n.inverse()))
}

func (e *evaluator) function(x *expr) value {
	v := e.eval(x.kids[0])
	if !v.isScalar() {
		e.doubt["a function of a vector, taken element by element"] = true
		if v.rows == v.cols {
			giveUp("%s of a matrix", x.name)
		}
	}
	if x.name == "sqrt" {
		e.rootOfNothing(v)
	}
	return v.each(functions[x.name])
}

// rootOfNothing: √cos(π/2) is 0, and the rounding of π makes it 8·10⁻⁹.
func (e *evaluator) rootOfNothing(v value) {
	for _, h := range v.cells {
		if x := math.Abs(h[0]); x > 0 && x < 1e-15 {
			e.slack = max(e.slack, 2*math.Sqrt(x))
		}
	}
}

func (e *evaluator) extreme(x *expr) value {
	var best hyper
	for _, k := range x.kids {
		for _, h := range e.eval(k).cells {
			if best == nil || x.op == opMin && h[0] < best[0] || x.op == opMax && h[0] > best[0] {
				best = h
			}
		}
	}
	return scalar(best)
}

func (e *evaluator) norm(x *expr) value {
	v := e.eval(x.kids[0])
	switch {
	case v.isScalar():
		return scalar(v.cells[0].abs())
	case v.cols > 1 && v.rows > 1 && x.op == opAbs:
		return scalar(v.determinant())
	case v.cols > 1 && v.rows > 1:
		giveUp("the norm of a matrix: which one?")
	}
	return scalar(v.dot(v).root())
}

func (e *evaluator) trace(x *expr) value {
	v := e.eval(x.kids[0])
	if v.rows != v.cols {
		giveUp("the trace of a %s", v.shape())
	}
	s := dual(0)
	for i := range v.rows {
		s = s.plus(v.cells[i*v.cols+i])
	}
	return scalar(s)
}

// matrix joins its entries, which may be numbers only.
func (e *evaluator) matrix(x *expr) value {
	if len(x.kids) > maxCells {
		giveUp("limit: matrices of more than %d entries are not computed", maxCells)
	}
	out := value{x.rows, len(x.kids) / x.rows, make([]hyper, len(x.kids))}
	for i, k := range x.kids {
		out.cells[i] = e.eval(k).number()
	}
	return out
}

// inner is ⟨u, v⟩.
func (e *evaluator) inner(x *expr) value {
	u, v := e.eval(x.kids[0]), e.eval(x.kids[1])
	switch {
	case u.isScalar() && v.isScalar():
		e.doubt["⟨a, b⟩ may be a product"] = true
		return value{2, 1, []hyper{u.cells[0], v.cells[0]}}
	case u.cols == 1 && u.sameShape(v):
		return scalar(u.dot(v))
	}
	giveUp("⟨u, v⟩ of a %s and a %s", u.shape(), v.shape())
	return value{}
}

func (e *evaluator) binomial(x *expr) value {
	n, k := e.eval(x.kids[0]).number(), e.eval(x.kids[1]).number()
	if k[0] != math.Trunc(k[0]) || k[0] < 0 || k[0] > maxTerms {
		return constantValue(math.NaN())
	}
	r := dual(1)
	for i := range int(k[0]) {
		r = r.times(n.plus(dual(-float64(i)))).scaled(1 / float64(i+1))
	}
	return scalar(r)
}

func (e *evaluator) cases(x *expr) value {
	for i := 0; i+1 < len(x.kids); i += 2 {
		if e.holds(x.kids[i+1]) {
			return e.eval(x.kids[i])
		}
	}
	return constantValue(math.NaN())
}

// holds decides a condition; without relations it is "otherwise".
func (e *evaluator) holds(x *expr) bool {
	for _, r := range x.kids {
		a, b := e.eval(r.kids[0]).number()[0], e.eval(r.kids[1]).number()[0]
		if !orders[r.name](a, b) {
			return false
		}
	}
	return true
}
