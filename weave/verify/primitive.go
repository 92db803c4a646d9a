package verify

import "strings"

// An integral without bounds is known up to a constant only: both sides of a
// claim are derived. In the arithmetic of hyper-dual numbers ∫ f dx is a number
// whose infinitesimal part is f(x) times that of x.

// derivedSides gives the sides to compare instead of those with ∫ … dx.
func (f *formula) derivedSides(l, r *expr) (dl, dr *expr) {
	by := ""
	for _, x := range []*expr{l, r} {
		x.walk(func(y *expr) {
			if y.op == opPrimitive && (by == "" || f.scope.definition(by, 0) != nil) {
				by = y.name
			}
		})
	}
	if by == "" {
		return l, r
	}
	return derivedBySide(l, by), derivedBySide(r, by)
}

func derivedBySide(x *expr, by string) *expr {
	if !linearPrimitives(x) {
		return &expr{op: opPrimitive, name: by}
	}
	return &expr{op: opDerivative, name: "∫", vars: []string{by}, kids: []*expr{x}}
}

// linearPrimitives tells that integrals without bounds are only added,
// subtracted and multiplied by numbers.
func linearPrimitives(x *expr) bool {
	switch x.op {
	case opPrimitive:
		return !x.kids[0].has(opPrimitive)
	case opAdd, opSubtract:
		return linearPrimitives(x.kids[0]) && linearPrimitives(x.kids[1])
	case opNegate:
		return linearPrimitives(x.kids[0])
	case opMultiply:
		a, b := x.kids[0], x.kids[1]
		return !a.has(opPrimitive) && constantFactor(a) && linearPrimitives(b) || !b.has(opPrimitive) && constantFactor(b) && linearPrimitives(a) || !x.has(opPrimitive)
	case opDivide:
		return !x.kids[1].has(opPrimitive) && constantFactor(x.kids[1]) && linearPrimitives(x.kids[0]) || !x.has(opPrimitive)
	}
	return !x.has(opPrimitive)
}

func constantFactor(x *expr) bool { return !x.symbolic() }

// dropConstants takes the constants of integration out of free names.
func dropConstants(free map[string]bool) {
	for name := range free {
		if strings.Contains("CcK", baseName(name)) {
			delete(free, name)
		}
	}
}

// primitive is ∫ f dx where it is derived by x.
func (e *evaluator) primitive(x *expr) value {
	if len(x.kids) == 0 {
		giveUp("an integral without bounds inside of a product")
	}
	if e.order == 0 {
		giveUp("an integral without bounds")
	}
	at := e.lookup(x.name).number()
	small := append(hyper{0}, at[1:]...)
	return scalar(e.eval(x.kids[0]).number().times(small))
}
