package run

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"weave/blocks"
	"weave/weave/memo"
	"weave/weave/prog"
	"weave/weave/source"
)

// Options of a run.
type Options struct {
	Limits   Limits
	Progress func(text string) // told what is being done, from several goroutines; nil: nobody is
	Recheck  float64           // how much of what is kept is run again and compared, 0 to 1
	Lazy     bool              // leave drawings that were kept to Records.Result

	// Meanwhile is called while some programs run, with the results of those
	// that are kept, and ctx ends when the others have run. Run waits for it.
	// Nil: nothing is.
	Meanwhile func(ctx context.Context, known *Records)
}

// Records is what a book's program did. A block that was left out has a Result
// too, with the reason as its Failure.
type Records struct {
	Results map[string]*blocks.Result // by "chapter/block"
	Values  map[string]Captured       // by "chapter/" and the ID of the doc.Value
	Kept    []string                  // names of the programs, one for each scope of a chapter, that were not run again, in order
	Ran     []string                  // and of those that were
	Blocks  struct{ Ran, Kept int }   // how many blocks
	Digest  string                    // tells these results from others
	Builds  int                       // how often the go command built
	course  *Course                   // nil: none
	missing []string                  // chapters whose code has not run yet
	jobs    []*job
	// decoding guards the outcomes of jobs while drawings are put into them.
	decoding sync.Mutex
}

func (o Options) tell(format string, args ...any) {
	if o.Progress != nil {
		o.Progress(fmt.Sprintf(format, args...))
	}
}

// running tells which block of a part runs.
func (o Options) running(part *prog.Part, block string) {
	if n := slices.Index(part.Blocks, block); n >= 0 {
		o.tell("running %s: block %s, %d of %d", part.Name, block, n+1, len(part.Blocks))
	}
}

// outcome is all that a chapter's runs said, with places relative to its
// blocks, as it is kept.
type outcome struct {
	Results  map[string]*blocks.Result
	Values   map[string]Captured
	Crashes  []crash
	Left     map[string]string // what was left out because of them: block → what it needs
	Reads    []read
	Notes    []note
	Restored []string                // blocks whose values were kept
	Drawings string                  `json:",omitempty"` // the hash under which they are kept
	drawings drawings                // nil: none, or restored
	texts    map[any]json.RawMessage // of drawings, as the program wrote them
	known    map[any]known           // drawings that are in their places
}

// job is one scope of a chapter on its way.
type job struct {
	chapter    *prog.Chapter // as it was linked
	current    *prog.Chapter // without what failed
	scope      int
	key        string
	components []component
	reason     string // why it runs
	took       time.Duration
	failed     []string
	kept       bool
	outcome    *outcome
	before     *outcome // what was kept, where that is checked
	data       []byte   // the outcome as it is kept
	err        error
}

// Run executes the chapters whose results are not known yet: one build, then
// one process for each chapter, side by side. A chapter with a block that fails
// is run again without it and what depends on it. The list has a diagnostic for
// each failure, also for those known from before. The error is one of the
// surroundings, or ctx's.
func Run(ctx context.Context, c *Course, p *prog.Program, opts Options) (*Records, source.List, error) {
	var jobs, open []*job
	for _, ch := range p.Chapters {
		for scope, part := range ch.Parts {
			j := &job{chapter: ch, current: ch, scope: scope, components: c.components(ch, part, opts)}
			j.key = keyOf(j.components)
			jobs = append(jobs, j)
		}
	}
	c.recall(jobs)
	for _, j := range jobs {
		if j.outcome != nil {
			if opts.Recheck == 0 || rand.Float64() >= opts.Recheck {
				j.kept = true
				continue
			}
			j.before = j.outcome
			j.before.restore()
		}
		j.reason = c.why(j)
		j.outcome = &outcome{Results: map[string]*blocks.Result{}, Left: map[string]string{}}
		open = append(open, j)
	}
	rec := c.records()
	end := c.meanwhile(ctx, jobs, len(open), opts)
	defer end()
	for pending := open; len(pending) > 0; {
		again, err := c.pass(ctx, p, pending, opts, rec)
		if err != nil {
			return nil, nil, err
		}
		pending = again
	}
	end()
	var list source.List
	var digests []string
	for _, j := range jobs {
		if !j.kept {
			c.keep(j)
			c.remember(j)
		}
		j.recheck(&list)
		rec.add(j, &list)
		rec.jobs = append(rec.jobs, j)
		digests = append(digests, j.digest())
	}
	rec.Digest = hash(digests...)
	c.cache.trim()
	if !opts.Lazy {
		rec.decode(func(*job) bool { return true })
	}
	return rec, list.Sorted(), nil
}

func (c *Course) records() *Records {
	return &Records{course: c, Results: map[string]*blocks.Result{}, Values: map[string]Captured{}}
}

// meanwhile lets the caller of Run work while some programs run; the function
// ends that.
func (c *Course) meanwhile(ctx context.Context, jobs []*job, open int, opts Options) (end func()) {
	if opts.Meanwhile == nil || open == 0 || open == len(jobs) {
		return func() {}
	}
	known := c.records()
	var said source.List // again by Run
	for _, j := range jobs {
		if j.kept {
			early := *j
			early.outcome = j.outcome.copy()
			known.add(&early, &said)
			known.jobs = append(known.jobs, &early)
		} else {
			known.missing = append(known.missing, j.chapter.Name)
		}
	}
	ctx, stop := context.WithCancel(ctx)
	var work sync.WaitGroup
	work.Go(func() { opts.Meanwhile(ctx, known) })
	return func() {
		stop()
		work.Wait()
	}
}

// digest is that of a job's results, with what did not run at all.
func (j *job) digest() string {
	left, err := json.Marshal([]any{j.chapter.Left, j.chapter.Lost})
	if err != nil {
		panic("run: " + err.Error())
	}
	return hash(j.data, left)
}

// pass builds and runs the chapters once; it returns those to be run again.
func (c *Course) pass(ctx context.Context, p *prog.Program, jobs []*job, opts Options, rec *Records) ([]*job, error) {
	var parts []*prog.Part
	for _, j := range jobs {
		parts = append(parts, j.part())
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
	opts.tell("compiling %d programs", len(parts))
	err = c.build(ctx, bin, parts)
	if blames := compilerErrors(err); len(blames) > 0 {
		return jobs, refused(p, jobs, blames)
	}
	if err != nil {
		return nil, err
	}
	var built program = &native{c, bin, sync.OnceValue(func() bool { return canFork(bin) })}
	if c.sandboxed {
		s, err := newSandbox(ctx, c.Dir, bin, opts.Limits)
		if err != nil {
			return nil, err
		}
		defer s.close()
		built = s
	}
	sideBySide(jobs, func(js []*job) {
		for _, j := range js {
			c.once(ctx, built, j, opts)
		}
	})
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
	found := false
	for _, b := range blames {
		for _, j := range jobs {
			if j.part().Package != b.pkg || slices.Contains(j.failed, b.block) {
				continue
			}
			j.failed = append(j.failed, b.block)
			j.outcome.Crashes = append(j.outcome.Crashes, crash{Block: b.block, Kind: "compile", Message: b.message, Frames: []frame{{b.block, b.line}}})
			next, err := p.Without(j.chapter, j.failed)
			if err != nil {
				return err
			}
			if string(next.Parts[j.scope].Source) == string(j.part().Source) {
				return fmt.Errorf("%s: the compiler refuses a block: %s", j.chapter.Doc.File.Name, b.message)
			}
			j.current, found = next, true
		}
	}
	if !found {
		return fmt.Errorf("the compiler refuses %s: %s", blames[0].block, blames[0].message)
	}
	return nil
}

// part is the program of the job.
func (j *job) part() *prog.Part { return j.current.Parts[j.scope] }

// sideBySide runs chapters at the same time; the scopes of one follow each
// other, as one may read files that another has written.
func sideBySide(jobs []*job, f func([]*job)) {
	var wg sync.WaitGroup
	free := make(chan bool, runtime.NumCPU())
	for len(jobs) > 0 {
		n := 1
		for n < len(jobs) && jobs[n].chapter == jobs[0].chapter {
			n++
		}
		same := jobs[:n]
		jobs = jobs[n:]
		free <- true
		wg.Go(func() { f(same); <-free })
	}
	wg.Wait()
}

// once runs a chapter; current is nil afterwards if it is to run again.
func (c *Course) once(ctx context.Context, built program, j *job, opts Options) {
	start := time.Now()
	e, err := built.run(ctx, j, opts)
	if err == nil && e.outOfMemory() { // Go's collector may die where no stack is at hand
		e, err = built.run(ctx, j, opts)
	}
	if err != nil {
		j.err = err
		return
	}
	j.took += time.Since(start)
	r, o := e.results(j.part().Package), j.outcome
	o.Values, o.Notes, o.texts = r.values, e.unkept, e.texts
	o.Reads = append(o.Reads, e.reads(nil)...)
	c.storeKept(j.part(), e, r)
	o.Restored = slices.Sorted(maps.Keys(e.restored))
	for block, was := range e.restored {
		r.blocks[block] = was.Result
		o.Reads = append(o.Reads, was.Reads...)
	}
	failed := o.Results
	o.Results = r.blocks
	for _, name := range j.failed { // what it showed before it failed
		if failed[name] != nil {
			o.Results[name] = failed[name]
		}
	}
	for _, c := range e.races() {
		if !slices.ContainsFunc(o.Crashes, func(old crash) bool { return old.Message == c.Message && old.Block == c.Block }) {
			o.Crashes = append(o.Crashes, c)
		}
	}
	cr := e.crashed()
	if cr == nil || j.chapter.Alone() && cr.Kind == "exit" && e.err == nil {
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
// It may be another chapter's, "chapter/block".
func (c *crash) culprit(ch *prog.Chapter) string {
	foreign := func(name string) bool { return strings.Contains(name, "/") && ch.Block(name) != nil }
	if slices.Contains(ch.Blocks, c.Block) || foreign(c.Block) {
		return c.Block
	}
	for _, f := range c.Frames {
		if slices.Contains(ch.Blocks, f.Block) || foreign(f.Block) {
			return f.Block
		}
	}
	return ""
}

// recall reads what is kept of each job, side by side: outcome is nil where
// nothing is.
func (c *Course) recall(jobs []*job) {
	var all sync.WaitGroup
	for _, j := range jobs {
		all.Go(func() { j.outcome, j.data = c.known(j.key) })
	}
	all.Wait()
}

func (c *Course) known(key string) (*outcome, []byte) {
	data, ok := c.cache.load("run", key)
	if !ok {
		return nil, nil
	}
	type outcomeText string
	o, ok := memo.Try(c.memo, outcomeText(data), func() (*outcome, bool) { return c.outcome(data) })
	if !ok || !unchanged(o.Reads) {
		return nil, nil
	}
	return o.copy(), data
}

// outcome reads one that was kept.
func (c *Course) outcome(data []byte) (o *outcome, ok bool) {
	o = new(outcome)
	if json.Unmarshal(data, o) != nil {
		return nil, false
	}
	if o.Drawings != "" {
		if o.drawings, ok = c.drawings(o.Drawings); !ok {
			return nil, false
		}
	}
	return o, true
}

// copy is an outcome whose results can be given their places in the chapter.
func (o *outcome) copy() *outcome {
	out := *o
	out.Results = map[string]*blocks.Result{}
	for block, r := range o.Results {
		own := *r
		own.Outputs = slices.Clone(r.Outputs)
		if r.Failure != nil {
			failure := *r.Failure
			own.Failure = &failure
		}
		out.Results[block] = &own
	}
	return &out
}

func (c *Course) keep(j *job) {
	for name, l := range j.current.Left {
		if _, before := j.chapter.Left[name]; !before && !slices.Contains(j.failed, name) {
			j.outcome.Left[name] = l.Needs
		}
	}
	j.data = c.store(j.key, j.outcome)
}
