package verify

import "maps"

// otherReadings tries what else the signs of a claim may mean, where the usual
// meaning does not hold: log to base 10 or 2, a/bc as a/(bc), an unknown name
// before a bracket as a function.
func (f *formula) otherReadings(c *Claim, s *sides, i, j int) {
	logs := s.readings[i].logs || s.readings[j].logs
	slashes := s.readings[i].slashes || s.readings[j].slashes
	products := s.readings[i].products || s.readings[j].products
	for _, other := range []struct {
		possible bool
		note     string
		set      func(*reading)
	}{
		{logs, "log to base 10", func(r *reading) { r.logTo = 10 }},
		{logs, "log to base 2", func(r *reading) { r.logTo = 2 }},
		{slashes, "all behind a slash is below it", func(r *reading) { r.slashFar = true }},
		{products, "a name before a bracket is a function", func(r *reading) { r.functionsFirst = true }},
	} {
		if !other.possible {
			continue
		}
		var exprs [2]*expr
		var readings [2]*reading
		reason := attempt(func() {
			for k, m := range []int{i, j} {
				r := newReading(f.scope, f.chapter.Lang)
				r.plain = maps.Clone(s.readings[m].plain)
				other.set(r)
				exprs[k], readings[k] = r.read(s.members[m]), r
			}
		})
		if reason != "" {
			continue
		}
		trial := *c
		f.scope.spent = 0
		f.compare(&trial, exprs[0], exprs[1], readings[0], readings[1])
		if trial.Status == Checked {
			*c = trial
			c.Note = other.note
			return
		}
	}
}
