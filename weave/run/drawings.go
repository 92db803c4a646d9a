package run

import (
	"encoding/json"
	"fmt"
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
	hash   string // of Output, once it was asked for
}

// sum tells a drawing from others.
func (d *drawn) sum() string {
	if d.hash == "" {
		d.hash = hash([]byte(d.Output))
	}
	return d.hash
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
			if d.Output = o.texts[inside(d.output)]; d.Output == nil {
				d.Output = encoded(d.output)
				*d.output = *output(c.memo, d.Output)
			}
			o.know(d)
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
			if err := json.Unmarshal(data, &out); err != nil {
				panic(unreadable + ": " + err.Error())
			}
			for i := range out {
				if out[i].output = output(c.memo, out[i].Output); out[i].output == nil {
					panic(unreadable)
				}
				out[i].sum()
				out[i].Output = nil
			}
			data = nil
			return out
		}), ok
	})
}

// unreadable is a kept text that has its hash and cannot be read all the same.
const unreadable = "run: drawings that weave has kept cannot be read"

// restore puts the drawings back into their places.
func (o *outcome) restore() {
	if o.drawings == nil {
		return
	}
	for _, d := range o.drawings() {
		o.Results[d.Block].Outputs[d.At] = *d.output
		o.know(&d)
	}
	o.drawings = nil
}

// known is a drawing of an outcome.
type known struct{ place, sum string }

// know remembers where a drawing is and what it was read from.
func (o *outcome) know(d *drawn) {
	if o.known == nil {
		o.known = map[any]known{}
	}
	o.known[inside(d.output)] = known{fmt.Sprintf("%s/%d", d.Block, d.At), d.sum()}
}

// Drawing names a drawing by its place, "chapter/block/3", and tells it from
// others by its sum. Not ok: out is none of these results.
func (r *Records) Drawing(out *blocks.Output) (place, sum string, ok bool) {
	of := inside(out)
	r.decoding.Lock()
	defer r.decoding.Unlock()
	for _, j := range r.jobs {
		if k, ok := j.outcome.known[of]; ok {
			return j.chapter.Name + "/" + k.place, k.sum, true
		}
	}
	return "", "", false
}

// Result is what "chapter/block" did, nil where it has not run. Drawings of a
// chapter that were kept are decoded when its first result is asked for: where
// its pages were kept too, nobody does. It may be called from several
// goroutines.
func (r *Records) Result(name string) *blocks.Result {
	chapter, _, _ := strings.Cut(name, "/")
	r.decode(func(j *job) bool { return j.chapter.Name == chapter })
	return r.Results[name]
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

// Complete tells whether all code of a chapter has run.
func (r *Records) Complete(chapter string) bool { return !slices.Contains(r.missing, chapter) }

// HasRun tells whether code of a chapter has run for these results.
func (r *Records) HasRun(chapter string) bool {
	return slices.ContainsFunc(r.jobs, func(j *job) bool { return !j.kept && j.chapter.Name == chapter })
}

// decode puts the drawings of some jobs into their results.
func (r *Records) decode(of func(*job) bool) {
	for _, j := range r.jobs {
		if !of(j) {
			continue
		}
		r.decoding.Lock()
		get := j.outcome.drawings
		r.decoding.Unlock()
		if get == nil {
			continue
		}
		get() // takes long, and other jobs need not wait
		r.decoding.Lock()
		j.outcome.restore()
		r.decoding.Unlock()
	}
}
