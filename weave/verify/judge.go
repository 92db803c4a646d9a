package verify

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// judge says how much a failure is worth.
func (f *formula) judge(c *Claim, l, r *expr, lr, rr *reading, o *outcome, whole map[string]bool) {
	example := f.counterexample(o)
	doubt := maps.Clone(o.doubt)
	if !f.identity {
		maps.Copy(doubt, o.loose)
	}
	maps.Copy(doubt, lr.doubt)
	maps.Copy(doubt, rr.doubt)
	bound := o.from(fromCode)
	sent, after := sentence(f.at.before), firstSentence(f.at.after)
	if f.at.math.Display {
		sent = lastSentence(f.at.before)
	}
	equal := c.Relation == "=" || c.Relation == "≡"
	meant := f.identity && f.at.math.Display // the course means what it sets apart
	if l.op == opDerivative && l.name == "∫" {
		dropConstants(o.freeLeft)
		dropConstants(o.freeRight)
	}
	down := func(kind, why string) { c.unread(kind, why+" ("+example+")") }
	switch {
	case f.at.row && f.supposes(c, l, r):
		c.Status, c.Reason = Definition, "the case that a row of the table is about"
	case f.supposes(c, l, r):
		down("condition", "the sentence supposes another value")
	case f.equation:
		down("equation", "an equation to be solved, as the author says")
	case o.free() && !equal && c.Relation != "≈" && !f.at.math.Display && conditional.MatchString(f.at.before):
		c.Status, c.Reason = Definition, "a condition, as the word before it says"
	case o.free() && !equal:
		down("condition", "the relation does not hold everywhere: a condition?")
	case f.identity && f.unknownIndex(o) != "":
		c.Status, c.Reason = Failed, f.unknownIndex(o)
	case o.free() && !maps.Equal(o.freeLeft, o.freeRight) && f.options["check"] != "identity" && !(meant && maps.Equal(basesOf(o.freeLeft), basesOf(o.freeRight))) && !(f.identity && step(c, l, r, o)):
		down("equation", "names that nothing is known about stand on one side only"+f.elsewhere(o))
	case f.wholeHolds(c, l, r, o, whole):
	case !o.free() && (equal && !f.identity || c.Relation == "≈") && f.withinRounding(l, r, o):
		down("rounding", "holds within the rounding of the printed numbers")
	case !bound && f.roundedDefinitions(o):
		down("rounding", "holds within the rounding of the numbers given before")
	case !bound && !f.identity && equal && l.isName() && r.isName():
		down("condition", "sets two names equal")
	case !bound && o.from(fromDefinition) && f.outOfScope(o) != "":
		down("scope", f.outOfScope(o))
	case !bound && !equal && c.Relation != "≈" && o.from(fromDefinition):
		down("condition", "a condition?")
	case c.Relation == "≈" && !bound && !f.identity && estimate(l, r, o):
		down("rounding", "an estimate, no rounding")
	case len(doubt) > 0:
		down("ambiguous", sortedNames(doubt))
	case o.free() && !f.identity && !identityByForm(l, r) && f.solvable(l, r, whole):
		down("equation", "an equation that can be solved, no identity")
	case c.Relation == "≡" && l.op != opModulo:
		down("ambiguous", "≡ may be a congruence")
	case !bound && c.alone && bareNumbers(l) && bareNumbers(r):
		down("condition", "two numbers alone: a contradiction on purpose?")
	case !bound && !f.at.math.Display && (cutBefore.MatchString(f.at.before) || cutBehind.MatchString(f.at.after)):
		down("condition", "it goes on in the prose")
	case !bound && o.held > 0 && undoes(l) != undoes(r):
		down("condition", "an inverse function undoes its function on its branch only")
	case !bound && f.at.asked:
		down("condition", "an answer to choose from")
	case !bound && !meant && f.at.math.Display && setting.MatchString(sent):
		down("condition", "behind words that make it a condition")
	case !bound && !meant && (f.denies(sent) || strings.Contains(after, "?") || judged.MatchString(after)):
		down("condition", "the sentence denies or asks")
	case !bound && o.free() && !f.at.math.Display && behindSets.MatchString(after):
		down("condition", "words behind it restrict it")
	case !bound && o.free() && f.at.math.Display && behindWhen.MatchString(f.at.before):
		down("condition", "behind a condition in words")
	case !bound && o.held > 0 && !meant && l.op == opDerivative && l.name == "∫":
		down("condition", "an integral that holds for part of the values")
	case !bound && o.held > 0 && !meant && restricted.MatchString(sent):
		down("condition", "behind a condition in words")
	case !bound && !f.at.math.Display && (asking.MatchString(sent) && (o.free() || o.from(fromDefinition)) || substituted.MatchString(sent)):
		down("condition", "the sentence sets a condition")
	case !bound && !f.identity && f.unmeant(c, l, r, o, example):
	default:
		c.Status, c.Reason = Failed, example
		if !bound && !o.free() && o.left.isScalar() {
			c.sideValues = [2]float64{o.left.cells[0][0], o.right.cells[0][0]}
		}
		c.otherUnit = !bound && !o.free() && farApart(o.left, o.right)
		if o.held > o.failed {
			c.Reason += fmt.Sprintf(" (holds at %d of %d points: give a domain)", o.held, o.held+o.failed)
		}
	}
}

// denies tells whether the sentence before a formula denies it. In a course that
// means its formulas, an error is a quantity.
func (f *formula) denies(sentence string) bool {
	if f.identity {
		sentence = errorWords.ReplaceAllString(sentence, "")
	}
	return denial.MatchString(sentence)
}

// supposes: "mit b = −2", "What is z with b = −2?" give a name another value for
// the sentence; they do not say what it is.
func (f *formula) supposes(c *Claim, l, r *expr) bool {
	if f.at.math.Display || bareNumbers(l) == bareNumbers(r) {
		return false
	}
	if f.at.row {
		return l.isName() || r.isName()
	}
	if c.Relation != "=" {
		return false
	}
	name := l
	if bareNumbers(l) {
		name = r
	}
	return name.isName() && (supposing.MatchString(sentence(f.at.before)) || strings.Contains(firstSentence(f.at.after), "?"))
}

// wholeHolds: i, n, … may be whole numbers.
func (f *formula) wholeHolds(c *Claim, l, r *expr, o *outcome, whole map[string]bool) bool {
	more := maps.Clone(whole)
	for _, free := range []map[string]bool{o.freeLeft, o.freeRight} {
		for name := range free {
			if oneLetter(name) && strings.Contains(indexLetters, name) {
				more[name] = true
			}
		}
	}
	if len(more) == len(whole) {
		return false
	}
	p := f.compareAt(l, r, c.Relation, mode{whole: more}, samplePoints)
	if !p.ok() || p.held < 5 {
		return false
	}
	c.checked(p, "for whole numbers")
	return true
}

// outOfScope: the counterexample hangs on a definition that may mean another
// thing: a letter, given elsewhere.
func (f *formula) outOfScope(o *outcome) string {
	for _, name := range slices.Sorted(maps.Keys(o.origins)) {
		d := f.scope.definition(name, 0)
		if o.origins[name] != fromDefinition || d == nil || d.code {
			continue
		}
		same, near := d.math == f.at.math || f.identity && d.line == f.at.line, d.paragraph == f.at.paragraph
		matrix := d.body.op == opMatrix
		value := d.params == nil && !d.body.symbolic() && (!matrix || f.givenAgain(d))
		indexed := oneLetter(baseName(name)) && (d.params != nil || matrix || !f.identity)
		if f.identity && d.params != nil {
			continue // a course that means its formulas has one f in a section
		}
		if value && (!same || f.given[name] > 1) || (oneLetter(name) || indexed) && !near {
			return fmt.Sprintf("%s of line %d may be another %s", name, d.line, name)
		}
	}
	return ""
}

// givenAgain tells a name to which the section gives several values: those of
// several examples.
func (f *formula) givenAgain(d *definition) bool {
	if f.identity {
		return false
	}
	for _, other := range f.scope.definitions[d.name] {
		if other.section == d.section && other != d && other.body != nil && !other.body.same(d.body) {
			return true
		}
	}
	return false
}

// identityByForm: d/dx, Σ, n! and the like do not stand in equations.
func identityByForm(l, r *expr) bool {
	for _, x := range []*expr{l, r} {
		if x.has(opDerivative, opPrime, opPrimed, opGradient, opSum, opProduct, opBinomial, opDeterminant, opTranspose) ||
			x.any(func(y *expr) bool { return y.op == opFunction && y.name == "fact" }) {
			return true
		}
	}
	return l.op == opCall && len(l.kids) == 1 && l.kids[0].op == opName && r.op != opCall
}

// solvable: does the difference change its sign between wide samples?
func (f *formula) solvable(l, r *expr, whole map[string]bool) bool {
	above, below := 0, 0
	for point := range 300 {
		m := mode{whole: whole, positive: point%3 == 1}
		if point%3 == 2 {
			m.wide = math.Pow(10, float64(1+point%4))
		}
		e := newEvaluator(f.scope, m, uint64(1000+point))
		var a, b value
		if attempt(func() { a, b = e.eval(l), e.eval(r) }) != "" || !a.sameShape(b) {
			continue
		}
		if !a.isScalar() {
			return true
		}
		switch d := a.cells[0][0] - b.cells[0][0]; {
		case d > 0:
			above++
		case d < 0:
			below++
		}
	}
	return above > 2 && below > 2
}

func bareNumbers(x *expr) bool {
	return x.op == opNumber || x.op == opNegate && bareNumbers(x.kids[0])
}
