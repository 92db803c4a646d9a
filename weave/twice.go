package weave

import (
	"context"
	"encoding/json"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/prog"
	"weave/weave/run"
	"weave/weave/source"
)

// twice runs a program once more, with nothing kept, and names the blocks whose
// results differ: they depend on time, on chance, on the order of a map or on the
// environment, which is another the second time.
func twice(ctx context.Context, c *Course, program *prog.Program, first *run.Records, o Options, options run.Options) (source.List, error) {
	o.NoCache, options.Recheck = true, 0
	settings := c.settings(o)
	settings.Strange = true
	where, err := run.Open(c.Dir, settings)
	if err != nil {
		return nil, err
	}
	second, _, err := run.Run(ctx, where, program, options)
	if err != nil {
		return nil, err
	}
	var list source.List
	for _, ch := range c.Book.Chapters {
		for _, code := range ch.Code {
			name := ch.Name + "/" + code.Name
			a, b := first.Results[name], second.Results[name]
			if code.Runs() && !alike(a, b) {
				differs(&list, code.Span, "block "+code.Name)
			}
		}
		for _, v := range ch.Values {
			a, b := first.Values[ch.Name+"/"+v.ID], second.Values[ch.Name+"/"+v.ID]
			if a.Text != b.Text && !blamed(v.After, ch, first, second) {
				differs(&list, v.Span, "this value")
			}
		}
	}
	return list, nil
}

func differs(list *source.List, at source.Span, what string) {
	list.Errorf("reproducible", at, "%s gives something else when it is run again", what).
		Hint(run.Irreproducible)
}

// blamed tells whether the block before a value is named already.
func blamed(c *doc.Code, ch *doc.Chapter, first, second *run.Records) bool {
	return c != nil && !alike(first.Results[ch.Name+"/"+c.Name], second.Results[ch.Name+"/"+c.Name])
}

// alike compares results as they would be recorded.
func alike(a, b *blocks.Result) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	if errX != nil || errY != nil {
		panic("weave: results cannot be written")
	}
	return string(x) == string(y)
}
