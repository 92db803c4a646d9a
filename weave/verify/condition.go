package verify

import "strings"

// asCondition: x > 0 with a bare name and a number sets where the name lies, to
// the end of the section; it claims nothing.
func (f *formula) asCondition(s *sides) bool {
	if !strings.Contains("<>≤≥⩽⩾≠", s.relations[0].sign) {
		return false
	}
	found := false
	for i, m := range s.members {
		name, params := f.leftSide(m)
		free := name != "" && params == nil && f.scopeBound(name) == nil
		constant := s.exprs[i] != nil && (!s.exprs[i].symbolic() || infiniteSide(s.exprs[i]) != 0)
		if !free && !constant && name == "" {
			return false
		}
		found = found || free
	}
	if !found {
		return false
	}
	for i, m := range s.members {
		if name, params := f.leftSide(m); name != "" && params == nil {
			f.restrict(name, s, i)
		}
	}
	for i := range s.relations {
		c := f.claim(s.chain, i)
		c.Status, c.Reason = Definition, "a condition"
	}
	return true
}

// declarations are relations that say what a name is: x ∈ ℝ, f: A → B, X ∼ N.
const declarations = " ∈ ∼ ~ → ↦ "

// asDeclaration: x, y ∈ ℝ, f: A → B and X ∼ N(0, 1) say where a name lies; they
// claim nothing.
func (f *formula) asDeclaration(s *sides) bool {
	sign := s.relations[0].sign
	if len(s.relations) != 1 || !strings.Contains(declarations, " "+sign+" ") {
		return false
	}
	names := s.members[0]
	limit := sign == "→" && len(names) == 1 && (s.exprs[1] != nil && !s.exprs[1].symbolic() || s.exprs[1] != nil && infiniteSide(s.exprs[1]) != 0)
	if (sign == "→" || sign == "↦") && !limit {
		if len(names) < 3 || !names[1].is(":") {
			return false
		}
		names = names[:1]
	}
	name, params := f.leftSide(names)
	if name == "" || params != nil || f.scopeBound(name) != nil && sign != "∈" {
		return false
	}
	if sign == "∈" && f.scopeBound(name) == nil {
		f.memberOf(name, s.members[1])
	}
	c := f.claim(s.chain, 0)
	c.Status, c.Reason = Definition, "says where it lies"
	return true
}

// restrict narrows a name's domain by the numbers beside it.
func (f *formula) restrict(name string, s *sides, i int) {
	d, ok := f.checker.domains[name]
	if !ok {
		d = everywhere()
	}
	if i+1 < len(s.exprs) {
		if x, ok := f.constantSide(s.exprs[i+1]); ok {
			d.narrow(s.relations[i].sign, x)
		}
	}
	if i > 0 {
		if x, ok := f.constantSide(s.exprs[i-1]); ok {
			d.narrow(mirrored[s.relations[i-1].sign], x)
		}
	}
	if d.low >= d.high {
		d = everywhere() // another case, x < 0 behind x > 0
		if i+1 < len(s.exprs) {
			if x, ok := f.constantSide(s.exprs[i+1]); ok {
				d.narrow(s.relations[i].sign, x)
			}
		}
	}
	if d.paragraph = f.at.paragraph; d.low < d.high {
		f.checker.domains[name] = d
	}
}

var mirrored = map[string]string{"<": ">", "≤": "≥", "⩽": "⩾", ">": "<", "≥": "≤", "⩾": "⩽"}

func (d *domain) narrow(sign string, x float64) {
	switch sign {
	case "<", "≤", "⩽":
		d.high = min(d.high, x)
	case ">", "≥", "⩾":
		d.low = max(d.low, x)
	}
}

func (f *formula) constantSide(x *expr) (v float64, ok bool) {
	if x == nil || x.symbolic() {
		return 0, false
	}
	reason := attempt(func() { v = newEvaluator(f.scope, mode{}, 1).eval(x).number()[0] })
	return v, reason == ""
}
