package verify

// interval is [a, b], with tokens for its ends.
type interval struct {
	low, high    []token
	above, below string // the relations of what lies in it to its ends
}

// readInterval reads [a, b], (a, b), ]a, b[ and their mixtures, with a comma or
// a semicolon; nil for another set.
func readInterval(ts []token) *interval {
	ts = trimEnd(ts)
	left, right := "", ""
	var inside []token
	switch n := len(ts); {
	case n == 1 && ts[0].kind == tokenFenced:
		l, r, in := ts[0].fence()
		left, right, inside = string(l), string(r), in
	case n > 3 && ts[0].kind == tokenSymbol && ts[n-1].kind == tokenSymbol:
		left, right, inside = ts[0].text, ts[n-1].text, ts[1:n-1]
	}
	above, below := map[string]string{"[": "≥", "(": ">", "]": ">"}[left], map[string]string{"]": "≤", ")": "<", "[": "<"}[right]
	if above == "" || below == "" {
		return nil
	}
	depth, at := 0, -1
	for i := range inside {
		switch t := &inside[i]; {
		case t.opens():
			depth++
		case t.closes():
			depth--
		case depth == 0 && t.is(",", ";"):
			if at >= 0 {
				return nil
			}
			at = i
		}
	}
	if at <= 0 || at == len(inside)-1 {
		return nil
	}
	return &interval{inside[:at], inside[at+1:], above, below}
}

// asMember decides x ∈ [a, b]: two inequalities. For a free name it says where
// that lies.
func (f *formula) asMember(s *sides) bool {
	if len(s.relations) != 1 || s.relations[0].sign != "∈" || s.exprs[0] == nil {
		return false
	}
	in := readInterval(s.members[1])
	if in == nil {
		return false
	}
	above := f.readSides(&chain{members: [][]token{s.members[0], in.low}, relations: []relation{{sign: in.above}}})
	below := f.readSides(&chain{members: [][]token{s.members[0], in.high}, relations: []relation{{sign: in.below}}})
	if above.exprs[1] == nil || below.exprs[1] == nil {
		return false
	}
	if name, params := f.leftSide(s.members[0]); name != "" && params == nil && f.scopeBound(name) == nil && f.scope.definition(name, 0) == nil {
		f.restrict(name, above, 0)
		f.restrict(name, below, 0)
		c := f.claim(s.chain, 0)
		c.Status, c.Reason = Definition, "says where it lies"
		return true
	}
	c := f.claim(s.chain, 0)
	for _, end := range []*sides{above, below} {
		if infiniteSide(end.exprs[1]) != 0 {
			continue
		}
		trial := *c
		trial.Status, trial.Relation = "", end.relations[0].sign
		f.decide(&trial, end, 0, 1)
		trial.Relation = c.Relation
		*c = trial
		if c.Status != Checked {
			return true
		}
	}
	if c.Status == "" {
		c.noMeaning("an interval without ends")
	}
	return true
}
