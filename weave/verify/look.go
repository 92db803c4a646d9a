package verify

import (
	"fmt"
	"slices"
)

// secondPoints is at how many draws of the leaves a claim is tried again.
const secondPoints = 8

// lookCloser tries a claim that holds again: with other values for the leaves
// of the code, and what is derived on both sides.
func (f *formula) lookCloser(c *Claim, l, r *expr, whole map[string]bool, base *outcome) {
	if l.op == opDerivative && r.op == opDerivative && l.name != "∫" && slices.Equal(l.vars, r.vars) {
		a, b := l.kids[0], r.kids[0]
		if o := f.compareAt(a, b, "=", mode{whole: whole}, samplePoints); o.reason == "" && o.failed > 0 && (a.isName() || !o.free()) {
			c.Status, c.Reason = Failed, "the derivatives agree, but what is derived does not: "+f.counterexample(o)
			return
		}
		if why := f.coincidence(a, b, "=", whole); why != "" {
			c.Status, c.Reason = Failed, "the derivatives agree, but what is derived "+why
			return
		}
	}
	if !base.from(fromCode) || c.Relation != "=" && c.Relation != "≡" {
		return // an inequality may be one of today's values
	}
	if why := f.coincidence(l, r, c.Relation, whole); why != "" {
		c.Status, c.Reason = Failed, why
	}
}

// coincidence says where a claim fails if the leaves of the code had other
// values, "" if it holds there too or cannot be tried.
func (f *formula) coincidence(l, r *expr, sign string, whole map[string]bool) string {
	if f.scope.program == nil || !l.symbolic() || !r.symbolic() {
		return ""
	}
	v := &leaves{f: f, seen: map[string]bool{}, printed: map[float64]bool{}, held: map[string]bool{}, possible: true}
	v.visit(l)
	v.visit(r)
	if !v.possible || len(v.names) == 0 {
		return ""
	}
	fixed := v.held
	for _, name := range v.names {
		b := f.scope.variable(name)
		if whole[name] || b.value.isScalar() && v.printed[b.value.cells[0][0]] {
			fixed[f.scope.key(name)] = true
		}
	}
	o := f.compareAt(l, r, sign, mode{independent: true, fixed: fixed, whole: whole}, secondPoints)
	if o.reason != "" || o.failed == 0 {
		return ""
	}
	return fmt.Sprintf("holds for the values of the code, not for others: left %s, right %s for %s%s", o.left, o.right, o.point, f.defined(o))
}

// leaves finds the Go variables a claim hangs on.
type leaves struct {
	f        *formula
	seen     map[string]bool
	printed  map[float64]bool // numbers written in the claim and its formulas
	names    []string
	held     map[string]bool // what stays as it is, by key
	possible bool            // every name is a leaf or has a formula
}

func (v *leaves) visit(x *expr) {
	x.walk(func(y *expr) {
		if y.op == opNumber {
			v.printed[y.num] = true
		}
		if !y.refers() {
			return
		}
		v.name(y.name)
		if y.op == opIndex {
			v.name(y.vars[0])
		}
	})
}

func (v *leaves) name(name string) {
	if v.seen[name] {
		return
	}
	v.seen[name] = true
	b := v.f.scope.variable(name)
	if b != nil {
		v.names = append(v.names, name)
		if b.leaf {
			return
		}
	}
	if d := v.f.scope.definition(name, 0); d != nil {
		v.visit(d.body)
	} else if b != nil && !v.rests(b, 0) {
		v.possible = false
	}
}
