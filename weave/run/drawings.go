package run

import (
	"encoding/json"
	"maps"
	"slices"
	"sync"

	"weave/blocks"
)

// Drawings are most of what a course shows, and where nothing has changed
// nobody looks at them. They are kept apart from the rest of an outcome, under
// the hash of their content, and decoded only when they are asked for.

// drawn is a drawing with its place among the outputs of its block.
type drawn struct {
	Block  string
	At     int
	Output blocks.Output
}

func isDrawing(o *blocks.Output) bool {
	return o.Plot != nil || o.Grid != nil || o.Diagram != nil || o.Slider != nil || o.Image != nil
}

// split parts an outcome into what is small and its drawings, whose places keep
// their kind.
func (o *outcome) split() (small outcome, drawings []drawn) {
	small = *o
	small.Results = map[string]*blocks.Result{}
	for _, block := range slices.Sorted(maps.Keys(o.Results)) {
		r := *o.Results[block]
		r.Outputs = slices.Clone(r.Outputs)
		for i := range r.Outputs {
			if out := &r.Outputs[i]; isDrawing(out) {
				drawings = append(drawings, drawn{block, i, *out})
				*out = blocks.Output{Kind: out.Kind}
			}
		}
		small.Results[block] = &r
	}
	return small, drawings
}

// encode is the outcome as it is kept, and its drawings.
func (o *outcome) encode() (data, drawings []byte) {
	small, drawn := o.split()
	if len(drawn) > 0 {
		drawings = encoded(drawn)
		small.Drawings = hash(drawings)
	}
	return encoded(small), drawings
}

func encoded(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic("run: " + err.Error())
	}
	return data
}

// restore puts the drawings back into their places.
func (o *outcome) restore() {
	var drawings []drawn
	if o.drawings == nil {
		return
	}
	if err := json.Unmarshal(o.drawings, &drawings); err != nil {
		panic("run: drawings that weave has kept cannot be read: " + err.Error())
	}
	for _, d := range drawings {
		o.Results[d.Block].Outputs[d.At] = d.Output
	}
	o.drawings = nil
}

// HasRun tells whether code of a chapter has run for these results.
func (r *Records) HasRun(chapter string) bool {
	return slices.ContainsFunc(r.jobs, func(j *job) bool { return !j.kept && j.chapter.Name == chapter })
}

// Decode completes the results of some chapters, without names of all: until
// then the drawings among those that were kept have their kind only.
func (r *Records) Decode(chapters ...string) {
	var all sync.WaitGroup
	for _, j := range r.jobs {
		if len(chapters) == 0 || slices.Contains(chapters, j.chapter.Name) {
			all.Go(j.outcome.restore)
		}
	}
	all.Wait()
}
