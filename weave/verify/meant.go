package verify

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// basesOf are names without their indices: w and x for w_1, w_2 and x_1.
func basesOf(names map[string]bool) map[string]bool {
	out := map[string]bool{}
	for name := range names {
		out[baseName(name)] = true
	}
	return out
}

// zeroSide tells 0, to which derivatives are set.
func zeroSide(x *expr) bool { return x.op == opNumber && x.num == 0 }

// step tells a step of a computation, in which names may drop out: a chain, no
// equation for a number.
func step(c *Claim, l, r *expr, o *outcome) bool {
	within := func(a, b map[string]bool) bool {
		for name := range a {
			if !b[name] {
				return false
			}
		}
		return true
	}
	shown := !c.alone && !bareNumbers(l) && !bareNumbers(r) || identityByForm(l, r) && !zeroSide(l) && !zeroSide(r)
	return shown && (within(o.freeLeft, o.freeRight) || within(o.freeRight, o.freeLeft))
}

// misshapen tells sides of known values whose shapes do not fit: a slip, where
// the course means its formulas.
func (f *formula) misshapen(l, r *expr) bool {
	if !f.identity {
		return false
	}
	known := true
	for _, x := range []*expr{l, r} {
		x.walk(func(y *expr) {
			known = known && (!y.refers() || f.scope.hasValue(y.name))
		})
	}
	return known
}

// unknownIndex finds a name that nothing is known about while the code has it
// with other numbers: A_5 where there are A_1 to A_4.
func (f *formula) unknownIndex(o *outcome) string {
	if !o.from(fromCode) {
		return ""
	}
	for _, free := range []map[string]bool{o.freeLeft, o.freeRight} {
		for _, name := range slices.Sorted(maps.Keys(free)) {
			if s := f.siblings(name); len(s) > 0 && f.scopeBound(s[0]) != nil {
				return fmt.Sprintf("%s is not defined, %s is", written(name), written(s[0]))
			}
		}
	}
	return ""
}

// undoes tells arcsin(sin x) and the like.
func undoes(x *expr) bool {
	return x.any(func(y *expr) bool {
		return y.op == opFunction && strings.HasPrefix(y.name, "arc") && y.kids[0].op == opFunction && "arc"+y.kids[0].name == y.name
	})
}
