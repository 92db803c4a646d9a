package verify

// codeBelow is the Go after the first block below the formula, in its section,
// that sets what a name means. nil: there is none, or several set it.
func (f *formula) codeBelow(name string) (*goScope, *variable) {
	if f.checker.program == nil {
		return nil, nil
	}
	section := sectionsOf(f.chapter)
	var scope *goScope
	var found *variable
	for _, c := range f.chapter.Code {
		if !c.Runs() || c.Span.Start < f.at.math.Span.End || section(c.Span.Start) != f.at.section {
			continue
		}
		g := f.checker.program(c.Span.End)
		var v *variable
		attempt(func() { v = g.find(name, f.at.section, true) })
		if v == nil || v.block != c.Name {
			continue
		}
		if found != nil {
			return nil, nil
		}
		scope, found = g, v
	}
	return scope, found
}

// checkBelow: a definition of a name that a block below sets is a claim too, of
// the values that the code has then. It fails only where the variable is
// computed once: a letter set to a number may be an example of its own.
func (f *formula) checkBelow(c *Claim, s *sides, d *definition, value int) {
	if f.at.row || f.equation || s.condition {
		return
	}
	program, v := f.codeBelow(d.name)
	if v == nil || v.value.cells == nil || v.again {
		return
	}
	below := *f
	scope := *f.scope
	scope.program, scope.resolved = program, nil
	below.scope = &scope
	again := below.readSides(s.chain)
	if again.exprs[0] == nil || again.exprs[value] == nil || !below.sameKind(again.exprs[value], v) {
		return
	}
	trial := *c
	trial.Status = ""
	below.decide(&trial, again, 0, value)
	switch trial.Status {
	case Checked:
		trial.Note = "with the values after block " + v.block
	case Failed:
		if below.changes(again.exprs[value]) || v.leaf && oneLetter(d.name) {
			return
		}
		trial.Reason += "; with the values after block " + v.block + ", which sets " + written(d.name)
	default:
		return
	}
	*c = trial
	below.mutateClaim(c, again, 0, value)
}

// sameKind tells whether an expression gives a value of the shape that a
// variable has.
func (f *formula) sameKind(x *expr, v *variable) bool {
	var got value
	why := attempt(func() { got = newEvaluator(f.scope, mode{}, 1).eval(x) })
	return why == "" && got.sameShape(v.value)
}

// changes tells whether an expression uses a variable that is set more than
// once, so that its value here may not be the one that counted.
func (f *formula) changes(x *expr) bool {
	return x.any(func(y *expr) bool {
		if !y.refers() {
			return false
		}
		v := f.scopeBound(y.name)
		if v == nil && y.op == opIndex {
			v = f.scopeBound(y.vars[0])
		}
		return v != nil && v.again
	})
}
