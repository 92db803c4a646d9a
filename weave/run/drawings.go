package run

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"sync"

	"weave/blocks"
	"weave/weave/memo"
)

// Drawings are most of what a course shows, and where nothing has changed
// nobody looks at them. They are kept apart from the rest of an outcome, under
// the hash of their content, and decoded only when they are asked for.

// drawn is a drawing with its place among the outputs of its block.
type drawn struct {
	Block  string
	At     int
	Output json.RawMessage
	output *blocks.Output
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
				drawings = append(drawings, drawn{Block: block, At: i, output: &o.Results[block].Outputs[i]})
				*out = blocks.Output{Kind: out.Kind}
			}
		}
		small.Results[block] = &r
	}
	return small, drawings
}

// store keeps an outcome, and returns it as it is kept. Who asks for its drawings later
// gets those that are here.
func (c *Course) store(key string, o *outcome) []byte {
	small, list := o.split()
	if len(list) > 0 {
		for i := range list {
			d := &list[i]
			d.Output = encoded(d.output)
			*d.output = *c.drawing(d.Output, func() *blocks.Output { return d.output })
		}
		data := encoded(list)
		small.Drawings = hash(data)
		c.cache.store("drawings", small.Drawings, data)
		memo.Of(c.memo, drawingsKey(small.Drawings), func() drawings { return func() []drawn { return list } })
	}
	data := encoded(small)
	if !slices.ContainsFunc(o.Crashes, func(c crash) bool { return c.Kind == killed }) {
		c.cache.store("run", key, data)
	}
	return data
}

func encoded(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic("run: " + err.Error())
	}
	return data
}

// drawings are those of an outcome, decoded when they are first asked for.
type drawings func() []drawn

// drawingsKey is the hash of drawings.
type drawingsKey string

// drawings are those kept under a hash. All outcomes share them: they are not
// changed.
func (c *Course) drawings(hash string) (drawings, bool) {
	return memo.Try(c.memo, drawingsKey(hash), func() (drawings, bool) {
		data, ok := c.cache.load("drawings", hash)
		return sync.OnceValue(func() (out []drawn) {
			decode(data, &out)
			for i := range out {
				out[i].output = c.drawing(out[i].Output, func() *blocks.Output {
					o := new(blocks.Output)
					decode(out[i].Output, o)
					return o
				})
				out[i].Output = nil
			}
			data = nil
			return out
		}), ok
	})
}

func decode(data []byte, v any) {
	if err := json.Unmarshal(data, v); err != nil {
		panic("run: drawings that weave has kept cannot be read: " + err.Error())
	}
}

// drawing is the one that encoded reads as: there is one only, so that who has seen it
// before knows it again.
func (c *Course) drawing(encoded []byte, make func() *blocks.Output) *blocks.Output {
	type key string
	if c.memo == nil {
		return make()
	}
	return memo.Of(c.memo, key(hash(encoded)), make)
}

// restore puts the drawings back into their places.
func (o *outcome) restore() {
	if o.drawings == nil {
		return
	}
	for _, d := range o.drawings() {
		o.Results[d.Block].Outputs[d.At] = *d.output
	}
	o.drawings = nil
}

// DigestOf tells a chapter's results from others. Those with a failure that was
// not meant have none: what is said of it has places in the text.
func (r *Records) DigestOf(chapter string) (digest string, ok bool) {
	var digests []string
	for _, j := range r.jobs {
		if j.chapter.Name == chapter {
			digests = append(digests, j.digest())
		}
	}
	for name, res := range r.Results {
		if of, _, _ := strings.Cut(name, "/"); of == chapter && res.Failure != nil && !res.Failure.Expected {
			return "", false
		}
	}
	return hash(digests...), true
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
