package run

import (
	"encoding/json"
	"maps"
	"slices"

	"weave/weave/source"
)

// recheck compares what a program has just done with what was kept of it. A
// difference means that a block is not reproducible, or that something it
// depends on is not known to weave. The new results stand.
func (j *job) recheck(list *source.List) {
	if j.before == nil {
		return
	}
	ch := j.chapter
	differs := func(at source.Span, what string) {
		list.Errorf("reproducible", at, "%s gave something else when it was run again", what).
			Hint("give random numbers a seed, leave the clock out, and sort what comes from a map")
	}
	for _, block := range ch.Parts[j.scope].Blocks {
		if !equal(j.before.Results[block], j.outcome.Results[block]) {
			differs(ch.Span(block, 0), "block "+block)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(j.before.Values)) {
		if !equal(j.before.Values[id], j.outcome.Values[id]) {
			differs(ch.Span(id, 0), "this value")
		}
	}
}

func equal(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	if errX != nil || errY != nil {
		panic("run: results cannot be written")
	}
	return string(x) == string(y)
}
