package verify

import "strings"

// hasUnits tells whether some part is a unit.
func (x *expr) hasUnits() bool { return x.has(opUnit) }

// unitKind is what an expression measures; it gives up where that cannot be
// told, or where things of different kinds are added.
func unitKind(x *expr) kind {
	switch x.op {
	case opNumber:
		return kind{}
	case opUnit:
		return units[x.name].of
	case opNegate, opAbs:
		return unitKind(x.kids[0])
	case opAdd, opSubtract, opMin, opMax:
		k := unitKind(x.kids[0])
		for _, other := range x.kids[1:] {
			if unitKind(other) != k {
				giveUp("units of different kinds are added")
			}
		}
		return k
	case opMultiply, opDivide:
		a, b := unit{unitKind(x.kids[0]), 1}, unit{unitKind(x.kids[1]), 1}
		if x.op == opMultiply {
			return a.times(b, 1).of
		}
		return a.times(b, -1).of
	case opPower, opRoot:
		n := x.kids[1]
		sign := 1.0
		if n.op == opNegate {
			n, sign = n.kids[0], -1
		}
		if n.op != opNumber || unitKind(n) != (kind{}) {
			break
		}
		if x.op == opRoot {
			return one.times(unit{unitKind(x.kids[0]), 1}, 1/n.num).of
		}
		return one.times(unit{unitKind(x.kids[0]), 1}, sign*n.num).of
	case opFunction:
		k := unitKind(x.kids[0])
		if x.name == "sqrt" {
			return one.times(unit{k, 1}, 0.5).of
		}
		if k == (kind{}) {
			return k
		}
	}
	if x.hasUnits() || x.symbolic() {
		giveUp("a unit in a place where it has no meaning")
	}
	return kind{}
}

// twoSystems tells a formula with m and with feet, yards or miles.
func twoSystems(l, r *expr) bool {
	metres, feet := false, false
	for _, x := range []*expr{l, r} {
		x.walk(func(y *expr) {
			metres = metres || y.op == opUnit && y.name == "m"
			feet = feet || y.op == opUnit && strings.Contains(" ft foot feet yd yard yards mi mile miles mph inch inches ", " "+y.name+" ")
		})
	}
	return metres && feet
}

// labelled takes units for words that only name what is counted.
func labelled(x *expr) *expr {
	y := x.clone()
	y.walk(func(z *expr) {
		if z.op == opUnit {
			z.num = 1
		}
	})
	return y
}

// compareUnits judges a claim with units. Sides without names must measure the
// same; where one has no unit at all, or names may stand for numbers without
// their units, a unit may be a word that only names what is counted.
func (f *formula) compareUnits(c *Claim, l, r *expr, lr, rr *reading) {
	named := l.symbolic() || r.symbolic()
	if !named && l.hasUnits() && r.hasUnits() {
		var a, b kind
		if why := attempt(func() { a, b = unitKind(l), unitKind(r) }); why != "" {
			c.noMeaning(why)
			return
		}
		if a != b {
			c.noMeaning("units of different kinds")
			return
		}
		f.compareValues(c, l, r, lr, rr)
		if c.Status == Failed && twoSystems(l, r) {
			c.unread("ambiguous", "m beside feet may be miles: "+c.Reason)
		}
		return
	}
	trial := *c
	f.compareValues(&trial, labelled(l), labelled(r), lr, rr)
	if trial.Status != Checked && named {
		other := *c
		f.scope.spent = 0
		f.compareValues(&other, l, r, lr, rr)
		if other.Status == Checked {
			trial = other
		}
	}
	*c = trial
}
