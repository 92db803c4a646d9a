package verify

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// samplePoints is at how many points claims with free names are compared.
const samplePoints = 32

// misfit begins the reason where vectors and matrices do not go together.
const misfit = "shapes do not fit"

// maxTries bounds the draws of points at which both sides have a value.
const maxTries = 120

// outcome is a comparison at sample points.
type outcome struct {
	held, failed int
	deviation    float64
	left, right  value  // at the first point where it failed
	point        string // the sample there
	reason       string // why there is no value
	origins      map[string]origin
	doubt        map[string]bool
	loose        map[string]bool   // doubts that a course lifts which means its formulas
	unknown      map[string]bool   // functions of which nothing is known
	namesLeft    map[string]origin // the names of each side
	namesRight   map[string]origin
	freeLeft     map[string]bool
	freeRight    map[string]bool
	derivatives  int
	approximate  []float64 // how far apart the entries of sides with ≈ may be; nil: nothing is printed
	zero         bool
	signOnly     bool // where it failed, the sides differ in their sign alone
}

func (o *outcome) ok() bool { return o.reason == "" && o.failed == 0 && o.held > 0 }

func (o *outcome) free() bool { return len(o.freeLeft)+len(o.freeRight) > 0 }

func (o *outcome) from(w origin) bool {
	for _, x := range o.origins {
		if x == w {
			return true
		}
	}
	return false
}

// compareAt compares two sides at points drawn one after the other.
func (f *formula) compareAt(l, r *expr, sign string, m mode, points int) *outcome {
	o := &outcome{origins: map[string]origin{}, doubt: map[string]bool{}, loose: map[string]bool{}, unknown: map[string]bool{}, freeLeft: map[string]bool{}, freeRight: map[string]bool{}, zero: true}
	if strings.Contains("≈≃≐", sign) {
		if slack, ok := f.roundingSlack(l, r); ok {
			o.approximate = slack
		}
	}
	derives := l.has(opDerivative, opPrime, opPrimed, opGradient) || r.has(opDerivative, opPrime, opPrimed, opGradient)
	m.edges = !derives && (l.has(opCases, opCall) || r.has(opCases, opCall))
	for try := 1; o.held+o.failed < points && try <= maxTries; try++ {
		m.positive = try > 8 && o.held+o.failed == 0 || try%2 == 0 && try > 40
		e := newEvaluator(f.scope, m, uint64(try))
		var a, b value
		if o.reason = attempt(func() { a = e.eval(l) }); o.reason != "" {
			return o
		}
		o.note(e, o.freeLeft)
		o.namesLeft = e.origins
		e.origins = map[string]origin{}
		if o.reason = attempt(func() { b = e.eval(r) }); o.reason != "" {
			return o
		}
		o.note(e, o.freeRight)
		o.namesRight = e.origins
		if a, b = e.fitted(a, b); !a.sameShape(b) {
			o.reason = fmt.Sprintf("%s: a %s and a %s", misfit, a.shape(), b.shape())
			return o
		}
		free := len(e.sampled)+len(e.unknown) > 0
		if !finite(a) || !finite(b) {
			if !free {
				o.reason = "a side has no value"
				return o
			}
			continue
		}
		o.record(f.agree(a, b, l, r, sign, e, o), a, b, e)
		if !free {
			break
		}
	}
	if o.held+o.failed == 0 && o.reason == "" {
		o.reason = "no point where both sides have a value"
	}
	return o
}

func (o *outcome) note(e *evaluator, free map[string]bool) {
	for name, w := range e.origins {
		o.origins[name] = w
		if w == fromSample {
			free[name] = true
		}
	}
	maps.Copy(o.doubt, e.doubt)
	maps.Copy(o.loose, e.loose)
	maps.Copy(o.unknown, e.unknown)
	o.derivatives = max(o.derivatives, e.derivatives)
}

func (o *outcome) record(agrees bool, a, b value, e *evaluator) {
	for i := range a.cells {
		o.zero = o.zero && a.cells[i][0] == 0 && b.cells[i][0] == 0
	}
	if agrees {
		o.held++
		return
	}
	opposite := a.isScalar() && b.isScalar() && math.Abs(a.cells[0][0]+b.cells[0][0]) <= 1e-8*math.Abs(a.cells[0][0])
	o.signOnly = opposite && (o.signOnly || o.failed == 0)
	if o.failed++; o.failed == 1 {
		o.left, o.right = a, b
		var names []string
		for name, v := range e.sampled {
			if !strings.HasPrefix(name, "§") {
				names = append(names, fmt.Sprintf("%s = %s", written(name), v))
			}
		}
		slices.Sort(names)
		o.point = strings.Join(names, ", ")
	}
}

func finite(v value) bool {
	for _, h := range v.cells {
		if math.IsNaN(h[0]) || math.Abs(h[0]) > 1e12 {
			return false
		}
	}
	return true
}

// decide judges the relation between two members of a chain.
func (f *formula) decide(c *Claim, s *sides, i, j int) {
	defer func() {
		if c.Status == Unread {
			f.wait(c, s, i, j)
		}
	}()
	l, r := s.congruent(i, j)
	f.compare(c, l, r, s.readings[i], s.readings[j])
	if c.Status != Checked {
		f.otherReadings(c, s, i, j)
	}
	if c.Status == Failed && percentMeant(s.exprs[i], s.exprs[j], c.sideValues) {
		c.unread("condition", "times 100 and %: "+c.Reason)
	}
	if c.Status == Failed && c.otherUnit && (s.unit != "" || l.hasUnits() != r.hasUnits() || unitWord.MatchString(f.at.after)) {
		c.unread("condition", "a change of units: "+c.Reason)
	}
	f.mend(c, l, r, s.readings[i], s.readings[j])
	if c.Status == Failed && s.condition {
		c.unread("condition", "behind words that make it a condition: "+c.Reason)
	}
}

// compare judges l and r: checked if one sensible reading holds, failed only if
// all fail and the form excludes a condition and an equation.
func (f *formula) compare(c *Claim, l, r *expr, lr, rr *reading) {
	if l.hasUnits() || r.hasUnits() {
		f.compareUnits(c, l, r, lr, rr)
		return
	}
	f.compareValues(c, l, r, lr, rr)
}

func (f *formula) compareValues(c *Claim, l, r *expr, lr, rr *reading) {
	c.left, c.right = l, r
	if l.same(r) {
		c.Status, c.Reason = Definition, "both sides are the same"
		return
	}
	if f.diverging(c, l, r) {
		return
	}
	l, r = f.derivedSides(l, r)
	whole := wholeNumbers(l, r, lr, rr)
	usual := f.matrixMode(mode{whole: whole}, l, r)
	base := f.compareAt(l, r, c.Relation, usual, samplePoints)
	if base.ok() {
		c.checked(base, "")
		f.lookCloser(c, l, r, whole, base)
		return
	}
	if base.from(fromDefinition) || base.reason != "" {
		for _, alt := range []struct {
			note string
			mode mode
		}{
			{"without values given before", mode{noNumbers: true, whole: whole}},
			{"without definitions given before", mode{noNames: true, whole: whole}},
			{"by the definition before", mode{back: 1, whole: whole}},
			{"I is a unit matrix", usual.withUnit()},
			{"capital letters are matrices", mode{noNames: true, whole: whole, matrices: true, columns: usual.columns, unit: true}},
			{"capital letters are matrices, small ones columns", mode{noNames: true, whole: whole, matrices: true, allColumns: true, unit: true}},
		} {
			if base.reason == "" && alt.mode.unit {
				continue // only where shapes do not fit
			}
			if o := f.compareAt(l, r, c.Relation, alt.mode, samplePoints); o.ok() && (!o.from(fromCode) || alt.mode.back > 0) && o.free() {
				c.checked(o, alt.note)
				return
			}
		}
	}
	if base.held > 0 && base.failed > 0 {
		if o := f.compareAt(l, r, c.Relation, mode{radii: true, whole: whole}, samplePoints); o.ok() {
			c.checked(o, "for a positive radius or deviation")
			return
		}
	}
	if f.identity && (base.reason != "" && base.failed == 0 || base.from(fromDefinition) && f.outOfScope(base) != "") {
		// the number may be another's: what fails everywhere without it fails
		if o := f.compareAt(l, r, c.Relation, mode{noNumbers: true, whole: whole}, samplePoints); o.reason == "" && o.held == 0 && o.failed > 0 && o.free() {
			base = o
		}
	}
	if strings.HasPrefix(base.reason, misfit) && f.misshapen(l, r) {
		c.Status, c.Reason = Failed, base.reason+f.sources(base.origins)
		return
	}
	if base.reason != "" && base.failed == 0 {
		c.noMeaning(base.reason)
		return
	}
	if len(base.unknown) > 0 {
		c.noMeaning(fmt.Sprintf("the function %s is not defined", strings.Join(slices.Sorted(maps.Keys(base.unknown)), ", ")))
		return
	}
	f.judge(c, l, r, lr, rr, base, whole)
}

func (c *Claim) checked(o *outcome, note string) {
	c.Status, c.Deviation, c.Points = Checked, o.deviation, o.held
	if note != "" {
		c.Note = note
	}
	switch {
	case o.derivatives > 0:
		c.Method, c.BothZero = ByDerivative, o.zero
	case o.from(fromCode):
		c.Method = Bound
	case o.free() || len(o.unknown) > 0:
		c.Method = Sampled
	case o.from(fromDefinition):
		c.Method = Defined
	default:
		c.Method = Constant
	}
}

// wholeNumbers are names that only make sense as such: bounds, in factorials.
func wholeNumbers(l, r *expr, lr, rr *reading) map[string]bool {
	out := map[string]bool{}
	for _, m := range []map[string]bool{lr.whole, rr.whole} {
		for name := range m {
			out[name] = true
		}
	}
	for _, x := range []*expr{l, r} {
		x.walk(func(y *expr) {
			if y.op == opFunction && y.name == "fact" || y.op == opBinomial || y.op == opPower && y.kids[0].op == opNegate {
				y.walk(func(z *expr) {
					if z.op == opName && y.op != opPower || z.op == opName && y.kids[1].uses(z.name) {
						out[z.name] = true
					}
				})
			}
		})
	}
	return out
}
