package run

import (
	"encoding/json"
	"maps"
	"slices"

	"weave/weave/source"
)

// Irreproducible is the hint for what is not the same each time.
const Irreproducible = "give random numbers a seed, leave the clock out, sort what comes from a map, and declare variables of the environment in reader.yaml: env: [NAME]"

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
			Hint(Irreproducible)
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
