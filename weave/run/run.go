package run

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"weave/blocks"
	"weave/weave/prog"
	"weave/weave/source"
)

// Options of a run.
type Options struct {
	Limits Limits
}

// Records is what a book's program did. A block that was left out has a Result
// too, with the reason as its Failure.
type Records struct {
	Results map[string]*blocks.Result // by "chapter/block"
	Values  map[string]Captured       // by "chapter/" and the ID of the doc.Value
	Kept    []string                  // names of the chapters that were not run again, in order
	Ran     []string                  // and of those that were
	Builds  int                       // how often the go command built
}

// outcome is all that a chapter's runs said, with places relative to its
// blocks, as it is kept.
type outcome struct {
	Results map[string]*blocks.Result
	Values  map[string]Captured
	Crashes []crash
	Left    map[string]string // what was left out because of them: block → what it needs
	Reads   []read
}

// job is one chapter on its way.
type job struct {
	chapter *prog.Chapter // as it was linked
	current *prog.Chapter // without what failed
	key     string
	failed  []string
	kept    bool
	outcome *outcome
	err     error
}

// Run executes the chapters whose results are not known yet: one build, then
// one process for each chapter, side by side. A chapter with a block that fails
// is run again without it and what depends on it. The list has a diagnostic for
// each failure, also for those known from before. The error is one of the
// surroundings, or ctx's.
func Run(ctx context.Context, c *Course, p *prog.Program, opts Options) (*Records, source.List, error) {
	var jobs, open []*job
	for _, ch := range p.Chapters {
		j := &job{chapter: ch, current: ch, key: c.runKey(ch, opts)}
		jobs = append(jobs, j)
		if j.outcome = c.known(j.key); j.outcome != nil {
			j.kept = true
			continue
		}
		j.outcome = &outcome{Results: map[string]*blocks.Result{}, Left: map[string]string{}}
		open = append(open, j)
	}
	rec := &Records{Results: map[string]*blocks.Result{}, Values: map[string]Captured{}}
	for pending := open; len(pending) > 0; {
		again, err := c.pass(ctx, p, pending, opts, rec)
		if err != nil {
			return nil, nil, err
		}
		pending = again
	}
	var list source.List
	for _, j := range jobs {
		if !j.kept {
			c.keep(j)
		}
		rec.add(j, &list)
	}
	return rec, list.Sorted(), nil
}

// pass builds and runs the chapters once; it returns those to be run again.
func (c *Course) pass(ctx context.Context, p *prog.Program, jobs []*job, opts Options, rec *Records) ([]*job, error) {
	var chapters []*prog.Chapter
	for _, j := range jobs {
		chapters = append(chapters, j.current)
	}
	rec.Builds++
	if err := c.Prepare(); err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(c.gen, "build-*") // a program that runs cannot be overwritten
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	bin := filepath.Join(dir, "course"+filepath.Ext(c.gocmd.path))
	err = c.build(ctx, bin, chapters)
	if blames := compilerErrors(err); len(blames) > 0 {
		return jobs, refused(p, jobs, blames)
	}
	if err != nil {
		return nil, err
	}
	sideBySide(jobs, func(j *job) { c.once(ctx, bin, j, opts) })
	var again []*job
	for _, j := range jobs {
		if j.err != nil {
			return nil, j.err
		}
		if j.current == nil {
			if j.current, err = p.Without(j.chapter, j.failed); err != nil {
				return nil, err
			}
			again = append(again, j)
		}
	}
	return again, nil
}

// refused leaves out blocks that the compiler refuses although the type checker
// did not.
func refused(p *prog.Program, jobs []*job, blames []blame) error {
	for _, b := range blames {
		for _, j := range jobs {
			if j.chapter.Package != b.pkg || slices.Contains(j.failed, b.block) {
				continue
			}
			j.failed = append(j.failed, b.block)
			j.outcome.Crashes = append(j.outcome.Crashes, crash{b.block, "compile", b.message, []frame{{b.block, b.line}}})
			next, err := p.Without(j.chapter, j.failed)
			if err != nil {
				return err
			}
			if string(next.Source) == string(j.current.Source) {
				return fmt.Errorf("%s: the compiler refuses a block: %s", j.chapter.Doc.File.Name, b.message)
			}
			j.current = next
		}
	}
	return nil
}

func sideBySide(jobs []*job, f func(*job)) {
	var wg sync.WaitGroup
	free := make(chan bool, runtime.NumCPU())
	for _, j := range jobs {
		free <- true
		wg.Go(func() { f(j); <-free })
	}
	wg.Wait()
}

// once runs a chapter; current is nil afterwards if it is to run again.
func (c *Course) once(ctx context.Context, bin string, j *job, opts Options) {
	e, err := c.execute(ctx, bin, j.current, opts.Limits)
	if err != nil {
		j.err = err
		return
	}
	r, o := e.results(), j.outcome
	o.Values = r.values
	o.Reads = append(o.Reads, e.reads()...)
	failed := o.Results
	o.Results = r.blocks
	for _, name := range j.failed { // what it showed before it failed
		if failed[name] != nil {
			o.Results[name] = failed[name]
		}
	}
	cr := e.crashed()
	if cr == nil {
		o.Crashes = append(o.Crashes, r.notes...)
		return
	}
	o.Crashes = append(o.Crashes, *cr)
	culprit := cr.culprit(j.current)
	if culprit == "" || slices.Contains(j.failed, culprit) {
		return // nothing that could be left out
	}
	j.failed = append(j.failed, culprit)
	j.current = nil
}

// culprit is the block to leave out: the one that ran, or at the end, or before
// the first, the one whose code it was.
func (c *crash) culprit(ch *prog.Chapter) string {
	if slices.Contains(ch.Blocks, c.Block) {
		return c.Block
	}
	for _, f := range c.Frames {
		if slices.Contains(ch.Blocks, f.Block) {
			return f.Block
		}
	}
	return ""
}

// runKey describes all that a chapter's run depends on but the files and
// variables that it reads.
func (c *Course) runKey(ch *prog.Chapter, opts Options) string {
	parts := []string{c.key(), ch.Name, string(ch.Source), c.packages.fingerprint(ch.Imports), linkFlags, fmt.Sprint(opts.Limits.withDefaults())}
	for _, b := range ch.Blocks {
		parts = append(parts, b, ch.Block(b).Options.Timeout.String())
	}
	return hash(parts...)
}

func (c *Course) known(key string) *outcome {
	data, ok := c.cache.load("run", key)
	o := new(outcome)
	if !ok || json.Unmarshal(data, o) != nil || !unchanged(o.Reads) {
		return nil
	}
	return o
}

func (c *Course) keep(j *job) {
	for name, l := range j.current.Left {
		if _, before := j.chapter.Left[name]; !before && !slices.Contains(j.failed, name) {
			j.outcome.Left[name] = l.Needs
		}
	}
	data, err := json.Marshal(j.outcome)
	if err != nil {
		panic("run: " + err.Error())
	}
	c.cache.store("run", j.key, data)
}
