package verify

import (
	"maps"
	"slices"
)

// differential reads du, which is what u changes by when its variables change.
func (s *scan) differential() *expr {
	name := nameOf(&s.ts[s.i+1])
	s.i += 2
	return &expr{op: opDifferential, name: name}
}

// differentialOf is ∂u/∂x dx + ∂u/∂y dy + … for a name that has a formula, and
// a number of its own for one that has none.
func (e *evaluator) differentialOf(name string) value {
	d := e.visible(name)
	if d == nil || d.params != nil {
		if v, ok := e.sampled["d"+name]; ok {
			e.origins["d"+name] = fromSample
			return v
		}
		return e.free("d"+name, "d"+name)
	}
	e.doubt["differentials"] = true
	out := value{}
	for _, by := range e.variablesOf(d.body) {
		part := e.derive([]string{by}, func() value { return e.eval(named(name)) }).scaled(e.differentialOf(by).number())
		if out.cells == nil {
			out = part
		} else {
			out = e.add(out, part, 1)
		}
	}
	if out.cells == nil {
		return constantValue(0)
	}
	return out
}

// variablesOf are the free names that an expression leads to.
func (e *evaluator) variablesOf(x *expr) []string {
	free := map[string]bool{}
	e.collectFree(x, free, 0)
	return slices.Sorted(maps.Keys(free))
}

func (e *evaluator) collectFree(x *expr, free map[string]bool, depth int) {
	x.walk(func(y *expr) {
		if y.op != opName || y.name == "e" || y.name == "π" {
			return
		}
		if d := e.visible(y.name); d != nil && d.params == nil && depth < 4 {
			e.collectFree(d.body, free, depth+1)
		} else if d == nil {
			free[y.name] = true
		}
	})
}

// integrand takes the differential out of what stands behind ∫ in one fraction,
// ∫ dx/x; the name is "" where there is not exactly one.
func integrand(x *expr) (name string) {
	n := 0
	x.walk(func(y *expr) {
		if y.op == opDifferential {
			n++
			name = y.name
		}
	})
	if n != 1 {
		return ""
	}
	x.walk(func(y *expr) {
		if y.op == opDifferential {
			*y = *number(1)
		}
	})
	return name
}
