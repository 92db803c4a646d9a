package verify

import "maps"

// otherReadings tries what else the signs of a claim may mean, where the usual
// meaning does not hold: log to base 10 or 2, a/bc as a/(bc), an unknown name
// before a bracket as a function, sin 30 of degrees, ° of temperature, 1e-5 as a
// number, % as a remainder.
func (f *formula) otherReadings(c *Claim, s *sides, i, j int) {
	either := func(is func(*reading) bool) bool { return is(s.readings[i]) || is(s.readings[j]) }
	logs := either(func(r *reading) bool { return r.logs })
	for _, other := range []struct {
		possible bool
		note     string
		set      func(*reading)
	}{
		{logs, "log to base 10", func(r *reading) { r.logTo = 10 }},
		{logs, "log to base 2", func(r *reading) { r.logTo = 2 }},
		{either(func(r *reading) bool { return r.slashes }), "all behind a slash is below it", func(r *reading) { r.slashFar = true }},
		{either(func(r *reading) bool { return r.products }), "a name before a bracket is a function", func(r *reading) { r.functionsFirst = true }},
		{either(func(r *reading) bool { return r.angles }), "angles in degrees", func(r *reading) { r.degrees = true }},
		{either(func(r *reading) bool { return r.degreeSigns }), "° is a unit", func(r *reading) { r.degreeUnit = true }},
		{either(func(r *reading) bool { return r.typedPowers }), "e marks a power of ten", func(r *reading) { r.exponents = true }},
		{either(func(r *reading) bool { return r.percents }), "% is the remainder", func(r *reading) { r.modulo = true }},
	} {
		if !other.possible {
			continue
		}
		again := &sides{chain: s.chain, mod: s.mod, exprs: make([]*expr, len(s.exprs)), readings: make([]*reading, len(s.exprs))}
		reason := attempt(func() {
			for _, m := range []int{i, j} {
				r := newReading(f.scope, f.chapter.Lang)
				r.plain = maps.Clone(s.readings[m].plain)
				other.set(r)
				again.exprs[m], again.readings[m] = r.read(s.members[m]), r
			}
		})
		if reason != "" {
			continue
		}
		trial := *c
		trial.Reason, trial.Kind = "", ""
		f.scope.spent = 0
		l, r := again.congruent(i, j)
		f.compare(&trial, l, r, again.readings[i], again.readings[j])
		if trial.Status == Checked || trial.Status == Definition {
			*c = trial
			c.Note = other.note
			return
		}
	}
}
