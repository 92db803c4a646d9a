package verify

import (
	"slices"
	"strconv"
)

// derive computes the derivative of f by names, one after the other, with an
// infinitesimal of its own for each.
func (e *evaluator) derive(names []string, f func() value) value {
	before := e.order
	if before+len(names) > maxDerived {
		giveUp("limit: a derivative of such a high order")
	}
	old := map[string]value{}
	had := map[string]bool{}
	for i, name := range names {
		if _, ok := e.local[name]; ok {
			giveUp("a derivative by %s, which is bound", name)
		}
		key := e.key(name)
		at := e.lookup(name).number()
		if v, ok := e.override[key]; ok && old[key].cells == nil && !slices.Contains(names[:i], name) {
			old[key], had[key] = v, true
		}
		small := make(hyper, 1<<(before+i+1))
		small[1<<(before+i)] = 1
		e.override[key] = scalar(at.plus(small))
		e.order++
	}
	e.derivatives++
	out := f()
	e.order = before
	for _, name := range names {
		key := e.key(name)
		if had[key] {
			e.override[key] = old[key]
		} else {
			delete(e.override, key)
		}
	}
	n := len(names)
	return out.each(func(h hyper) hyper {
		h = h.padded(1 << (before + n))
		low := ((1 << n) - 1) << before
		return slices.Clone(h[low : low+(1<<before)])
	})
}

// derivative is ∂X/∂v. What is derived must have a definition: a derivative of
// something undefined is unread, never 0.
func (e *evaluator) derivative(x *expr) value {
	body := x.kids[0]
	if body.isName() {
		_, local := e.local[body.name]
		if e.visible(body.name) == nil && !slices.ContainsFunc(x.vars, func(v string) bool { return e.key(v) == e.key(body.name) }) && !local {
			giveUp("%s is not defined by a formula: no derivative", body.name)
		}
	}
	switch x.name {
	case "d":
		e.total(x)
	case "∫":
		if d := e.visible(x.vars[0]); d != nil && d.params == nil {
			giveUp("an integral by %s, which is defined itself", x.vars[0])
		}
	}
	return e.derive(x.vars, func() value { return e.eval(body) })
}

// total: with d instead of ∂, other names may depend on the variable too.
func (e *evaluator) total(x *expr) {
	by := x.vars[0]
	if d := e.visible(by); d != nil && e.variable(by) == nil {
		giveUp("a derivative by %s, which is defined itself", by)
	}
	x.kids[0].walk(func(y *expr) {
		if y.op != opName || y.name == "e" || y.name == "π" || slices.Contains(x.vars, y.name) {
			return
		}
		if _, local := e.local[y.name]; !local && e.visible(y.name) == nil && e.variable(y.name) == nil {
			e.doubt["does "+y.name+" depend on "+by+"?"] = true
		}
	})
}

// call applies a defined function; to a vector, element by element.
func (e *evaluator) call(x *expr) value {
	d := e.defined(x.name)
	if len(d.params) != len(x.kids) {
		giveUp("%s has %d parameters", x.name, len(d.params))
	}
	var args []value
	vector := false
	for _, k := range x.kids {
		v := e.eval(k)
		args = append(args, v)
		vector = vector || !v.isScalar()
	}
	if vector && len(args) == 1 && !d.ofVectors {
		e.doubt["a function of a vector, taken element by element"] = true
		return args[0].each(func(h hyper) hyper { return e.inside(d, []value{scalar(h)}).number() })
	}
	return e.inside(d, args)
}

// defined is the definition of a function.
func (e *evaluator) defined(name string) *definition {
	d := e.visible(name)
	if d == nil || d.params == nil {
		giveUp("the function %s is not defined", name)
	}
	if e.origins[name] == 0 {
		e.origins[name] = fromDefinition
		if d.code {
			e.origins[name] = fromCode
		}
	}
	return d
}

// prime is f′ or f′(x).
func (e *evaluator) prime(x *expr) value {
	d := e.defined(x.name)
	if len(d.params) != 1 {
		giveUp("%s′ of a function of %d variables", x.name, len(d.params))
	}
	var at value
	if len(x.kids) == 1 {
		at = e.eval(x.kids[0])
	} else {
		at = e.lookup(d.params[0])
	}
	return at.each(func(h hyper) hyper {
		return e.shifted(int(x.num), func(step hyper) value { return e.inside(d, []value{scalar(h.plus(step))}) }).number()
	})
}

// shifted derives f at 0 so many times.
func (e *evaluator) shifted(times int, f func(step hyper) value) value {
	name := "§" + strconv.Itoa(e.order)
	e.sampled[name] = constantValue(0)
	names := make([]string, times)
	for i := range names {
		names[i] = name
	}
	out := e.derive(names, func() value { return f(e.override[name].number()) })
	delete(e.sampled, name)
	return out
}

// primed is (…)′, by the only free variable.
func (e *evaluator) primed(x *expr) value {
	if x.kids[0].isName() {
		e.loose["does the prime derive the formula of "+x.kids[0].name+"?"] = true
	}
	free := map[string]bool{}
	var visit func(x *expr, depth int)
	visit = func(x *expr, depth int) {
		x.walk(func(y *expr) {
			if y.op != opName || y.name == "e" || y.name == "π" {
				return
			}
			if d := e.visible(y.name); d != nil && d.params == nil && depth < 4 {
				visit(d.body, depth+1)
			} else {
				free[y.name] = true
			}
		})
	}
	visit(x.kids[0], 0)
	by := ""
	switch {
	case len(free) == 1:
		for name := range free {
			by = name
		}
	case free["x"]:
		by = "x"
		e.doubt["the prime may be by another variable than x"] = true
	default:
		giveUp("a prime: derived by what?")
	}
	names := slices.Repeat([]string{by}, int(x.num))
	return e.derive(names, func() value { return e.eval(x.kids[0]) })
}

// gradient is the column of all partial derivatives of a function.
func (e *evaluator) gradient(x *expr) value {
	f := x.kids[0]
	if f.op != opName && f.op != opCall {
		giveUp("the gradient of something that is no function")
	}
	d := e.defined(f.name)
	var at []value
	for i, p := range d.params {
		if f.op == opCall {
			at = append(at, e.eval(f.kids[i]))
		} else {
			at = append(at, e.lookup(p))
		}
	}
	out := value{len(at), 1, nil}
	for i := range at {
		slope := e.shifted(1, func(step hyper) value {
			args := slices.Clone(at)
			args[i] = scalar(at[i].number().plus(step))
			return e.inside(d, args)
		})
		out.cells = append(out.cells, slope.number())
	}
	return out
}
