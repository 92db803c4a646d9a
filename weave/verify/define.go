package verify

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"weave/weave/tex"
)

// leftSide reads a member as what is defined: a bare name, or f(x, y) with
// different plain arguments. The name is "" where it is neither.
func (f *formula) leftSide(ts []token) (name string, params []string) {
	ts = trimEnd(ts)
	for len(ts) > 0 && ts[0].kind == tokenSeparator {
		ts = ts[1:]
	}
	if len(ts) == 0 || ts[0].kind == tokenScripts && (ts[0].primes > 0 || ts[0].sup != nil && !partOfName(flatten(ts[0].sup))) {
		return "", nil
	}
	name = safeName(&ts[0])
	if name == "" || ts[0].kind == tokenFunction && isFunctionName(ts[0].text) {
		return "", nil
	}
	if ts[0].kind == tokenScripts && ts[0].sup != nil {
		name += "^" + indexText(ts[0].sup)
	}
	if len(ts) == 1 {
		return name, nil
	}
	inside, ok := wholeBracket(ts[1:])
	if !ok {
		return "", nil
	}
	params = []string{}
	for _, p := range splitCommas(inside) {
		if len(p) != 1 || p[0].kind == tokenScripts && p[0].sup != nil {
			return "", nil
		}
		q := safeName(&p[0])
		if q == "" || q == "π" || slices.Contains(params, q) {
			return "", nil
		}
		params = append(params, q)
	}
	return name, params
}

// wholeBracket is the content of tokens that are one round bracket.
func wholeBracket(ts []token) ([]token, bool) {
	n := len(ts)
	if n > 1 && ts[0].is("(") && ts[n-1].is(")") && n > 2 {
		return ts[1 : n-1], true
	}
	if n == 1 && ts[0].parenthesised() {
		return flatten(ts[0].node.(*tex.Fenced).Parts[0]), true
	}
	return nil, false
}

// asDefinition takes the first relation as a definition if its form says so;
// it returns the member at which the claims begin.
func (f *formula) asDefinition(s *sides) int {
	name, params := f.leftSide(s.members[0])
	sign := s.relations[0].sign
	if name == "" || s.modulus != nil || !strings.Contains(" = ≔ ≡ ≈ ", " "+sign+" ") {
		return 0
	}
	ambiguous := attempt(func() { f.scope.bound(name) })
	if ambiguous != "" {
		f.claim(s.chain, 0).unread("ambiguous", ambiguous)
		return 1
	}
	bound := f.scope.bound(name)
	switch {
	case f.options["define"] != "" || params == nil && sign != "≈" && f.sheds(s, name, bound):
	case f.constantName(s, name, params):
		return 0
	case bound != nil && params != nil && bound.formula != nil:
		f.boundFunction(s, name, params)
		return 1
	case bound != nil && bound.value.cells != nil && params == nil:
		return f.boundName(s, name)
	case sign == "≈" && (params != nil || f.scope.definition(name, 0) != nil):
		return 0
	}
	f.newDefinition(s, name, params)
	return 1
}

// sheds tells a one-letter name of the code that this formula plainly gives
// another kind of value: b, a number in the code, is a vector here.
func (f *formula) sheds(s *sides, name string, bound *variable) bool {
	if bound == nil || bound.value.cells == nil || !oneLetter(name) || s.exprs[1] == nil {
		return false
	}
	var v value
	if attempt(func() { v = newEvaluator(f.scope, mode{}, 1).eval(s.exprs[1]) }) != "" || v.sameShape(bound.value) {
		return false
	}
	f.scope.program = f.scope.program.without(name)
	f.scope.resolved = nil
	return true
}

// constantName: a statement about e or π is no definition, unless its value is
// far from theirs.
func (f *formula) constantName(s *sides, name string, params []string) bool {
	constants := map[string]float64{"e": math.E, "π": math.Pi}
	x, ok := constants[name]
	if !ok || params != nil || s.exprs[1] == nil || s.exprs[1].symbolic() || f.scope.definition(name, 0) != nil {
		return false
	}
	same := false
	attempt(func() {
		same = math.Abs(newEvaluator(f.scope, mode{}, 1).eval(s.exprs[1]).number()[0]-x) < 0.05
	})
	return same
}

// boundName: a definition of a name that the code has a value for is a claim.
// It is remembered if it holds.
func (f *formula) boundName(s *sides, name string) int {
	if s.reasons[0] != "" {
		return 0
	}
	c := f.claim(s.chain, 0)
	if s.reasons[1] != "" {
		c.noMeaning(s.reasons[1])
		if len(s.relations) > 1 && s.equalSince(0, 1) && s.reasons[2] == "" {
			s.exprs[1], s.reasons[1], s.readings[1] = s.exprs[0], "", s.readings[0]
		}
		return 1
	}
	old := f.scope.written(name, 0)
	f.decide(c, s, 0, 1)
	f.mutateClaim(c, s, 0, 1)
	if c.Status == Checked && old == nil && s.exprs[1].symbolic() && !s.exprs[1].uses(name) {
		d := f.newMeaning(name, s.exprs[1])
		d.doubt = s.readings[1].doubt
		f.define(d)
	}
	return 1
}

// boundFunction: f(x) = … of a function of the code is a claim for all x.
func (f *formula) boundFunction(s *sides, name string, params []string) {
	c := f.claim(s.chain, 0)
	value := 1
	for value < len(s.exprs)-1 && s.exprs[value] == nil {
		value++
	}
	switch {
	case s.exprs[value] == nil:
		c.noMeaning(s.reasons[1])
		return
	case s.exprs[0] == nil:
		c.noMeaning(s.reasons[0])
		return
	}
	for _, p := range params {
		if f.scopeBound(p) != nil {
			f.scope.resolved[p] = nil // the argument is any number
		}
	}
	f.decide(c, s, 0, value)
	f.mutateClaim(c, s, 0, value)
}

// newDefinition remembers what a name stands for from here on.
func (f *formula) newDefinition(s *sides, name string, params []string) {
	c := f.claim(s.chain, 0)
	c.Status = Definition
	d := f.newMeaning(name, nil)
	d.params = params
	if text := latexOf(f.source, s.members[1]); len(text) < 40 {
		d.text = text
	}
	value := 1
	for j := 1; j < len(s.exprs); j++ {
		sign := s.relations[j-1].sign
		if s.exprs[j] != nil && (sign == s.relations[0].sign || sign == "=") {
			d.body, d.doubt, value = s.exprs[j], s.readings[j].doubt, j
			break
		}
	}
	if d.body == nil {
		c.Reason = "by something that cannot be read: " + s.reasons[1]
	}
	for _, p := range params {
		if strings.Contains(p, "_") {
			d.body, c.Reason = nil, "for an argument with an index only"
		}
	}
	if d.body != nil && onBothSides(d) {
		c.unread("equation", name+" stands on both sides: an update or an equation")
		return
	}
	if old := f.scope.definition(name, 0); old != nil && !f.identity && d.body != nil && params != nil && len(old.params) == len(params) && !d.body.symbolic() && old.body.symbolic() {
		c.unread("equation", "a value that "+name+" takes somewhere")
		return
	}
	if d.body != nil && params != nil && !f.at.math.Display && !d.body.symbolic() && implied.MatchString(sentence(f.at.before)) {
		c.Reason = "a condition"
		d.body = nil
	}
	if s.condition && params == nil {
		c.Reason = "a condition"
		d.body = nil
	}
	if params != nil && !f.at.math.Display && partly.MatchString(f.at.after) {
		d.doubt = maps.Clone(d.doubt)
		if d.doubt == nil {
			d.doubt = map[string]bool{}
		}
		d.doubt[name+" may have this formula for part of its arguments"] = true
	}
	old := f.scope.definition(name, 0)
	switch {
	case old != nil && d.body != nil && len(old.params) == len(params):
		f.restated(c, s, d, old)
	case d.body != nil && params == nil && f.followsBack(c, s, d, value):
		return
	}
	f.alsoFunction(s, params)
	if c.Status == Definition {
		if d.body != nil && params == nil {
			f.checkBelow(c, s, d, value)
		}
		if c.Status != Failed {
			f.define(d)
		}
	}
}

// followsBack: behind p = 1/(1 + e^(−z)) says z = ln p/(1 − p) nothing new about
// z. It is checked, and gives z no meaning.
func (f *formula) followsBack(c *Claim, s *sides, d *definition, value int) bool {
	if s.exprs[0] == nil || !f.leadsTo(d.name, d.body, map[string]bool{}) {
		return false
	}
	trial := *c
	trial.Status = ""
	f.compare(&trial, s.exprs[0], d.body, s.readings[0], s.readings[value])
	if trial.Status != Checked {
		return false
	}
	*c = trial
	f.mutateClaim(c, s, 0, value)
	return true
}

// leadsTo tells whether the definitions of the names of an expression lead to a
// name.
func (f *formula) leadsTo(name string, x *expr, seen map[string]bool) bool {
	return x.any(func(y *expr) bool {
		if !y.refers() || seen[y.name] {
			return false
		}
		seen[y.name] = true
		d := f.scope.definition(y.name, 0)
		return d != nil && d.body != nil && (d.body.uses(name) || f.leadsTo(name, d.body, seen))
	})
}

func onBothSides(d *definition) bool {
	return d.body.any(func(y *expr) bool {
		return y.refers() && y.name == d.name && (d.params == nil || y.op == opCall)
	})
}

// restated: the same name again with an equal meaning is checked.
func (f *formula) restated(c *Claim, s *sides, d, old *definition) {
	left := named(d.name)
	if d.params != nil {
		if s.exprs[0] == nil {
			return
		}
		left = s.exprs[0]
	}
	if d.body.same(old.body) {
		c.Reason = fmt.Sprintf("says the same as line %d", old.line)
		return
	}
	trial := *c
	f.compare(&trial, left, d.body, s.readings[0], s.readings[1])
	if trial.Status != Checked {
		c.Reason = "defined anew"
		return
	}
	*c = trial
	c.Reason = fmt.Sprintf("says the same as line %d", old.line)
	again := *s
	again.exprs = []*expr{left, d.body}
	f.mutateClaim(c, &again, 0, 1)
}

// alsoFunction: y = f(x) = … defines f too.
func (f *formula) alsoFunction(s *sides, params []string) {
	if params != nil || len(s.members) < 3 || s.relations[1].sign != "=" || s.exprs[2] == nil {
		return
	}
	if name, ps := f.leftSide(s.members[1]); name != "" && len(ps) > 0 && f.scope.definition(name, 0) == nil {
		d := f.newMeaning(name, s.exprs[2])
		d.params, d.doubt = ps, s.readings[2].doubt
		f.define(d)
	}
}
