package run

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"weave/blocks/rt"
	"weave/weave/memo"
	"weave/weave/prog"
)

// Limits of a chapter's program. Zero fields take the defaults.
type Limits struct {
	Time      time.Duration // of one block that does not set its own; 60 s
	Memory    int64         // bytes; 2 GiB; on Linux only
	Output    int64         // bytes printed; 64 MiB
	Processes int           // at the same time, with their threads not counted; 100; on Linux only
}

func (l Limits) withDefaults() Limits {
	if l.Time == 0 {
		l.Time = time.Minute
	}
	if l.Memory == 0 {
		l.Memory = 2 << 30
	}
	if l.Output == 0 {
		l.Output = 64 << 20
	}
	if l.Processes == 0 {
		l.Processes = 100
	}
	return l
}

// maxRecords bounds the file of records, of which a plot of a million points
// takes some tens of megabytes.
const maxRecords = 512 << 20

// watch intervals: short at first, since most programs run for milliseconds.
const (
	watchEvery = 20 * time.Millisecond
	grace      = 2 * time.Second // between asking for stacks and killing
)

// ending says how a program ended.
type ending struct {
	sandboxed bool
	stopped   string // "timeout", "output" or "processes" where weave stopped it
	limit     time.Duration
	err       error // of the process
	records   []rt.Record
	texts     map[any]json.RawMessage // of the drawings among them, as the program wrote them
	stdout    []byte
	stderr    string
	dir       string // of its files
	// blocks with the option cache
	restored map[string]*kept
	kept     map[string][]byte
	unkept   []note
}

// process is one chapter's program while it runs.
type process struct {
	chapter *prog.Chapter
	part    *prog.Part
	limits  Limits
	opts    Options
	known   *memo.Memo // of outputs
	child   *child
	dir     string // of its files
	read    int64  // of the records, by the watch
	block   string
	since   time.Time
}

// program is what was built for a book.
type program interface {
	run(ctx context.Context, j *job, opts Options) (*ending, error)
}

// native is a program of this machine.
type native struct {
	*Course
	bin   string
	forks func() bool // it can start other programs
}

func (n *native) run(ctx context.Context, j *job, opts Options) (*ending, error) {
	return n.execute(ctx, n.bin, n.forks(), j, opts)
}

// execute runs one chapter's program.
func (c *Course) execute(ctx context.Context, bin string, forks bool, j *job, opts Options) (*ending, error) {
	ch, part := j.current, j.part()
	before := map[string]*kept{}
	if j.before == nil { // else all is to be checked
		before = c.keptBefore(part)
	}
	dir, err := os.MkdirTemp(c.gen, "run-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := putKept(filepath.Join(dir, "kept"), before); err != nil {
		return nil, err
	}
	p := &process{chapter: ch, part: part, limits: opts.Limits.withDefaults(), opts: opts, known: c.memo, dir: dir}
	l := launch{Bin: bin, Part: part.Name, Files: dir, Processes: p.limits.Processes, Forks: forks, Dir: filepath.Join(c.Dir, filepath.Dir(filepath.FromSlash(ch.Doc.File.Name)))}
	l.Env = append(slices.Clone(c.env), rt.RecordsEnv+"="+filepath.Join(dir, "records"), rt.KeepEnv+"="+filepath.Join(dir, "kept"),
		fmt.Sprintf("%s=%d", rt.MemoryEnv, p.limits.Memory), "GOTRACEBACK=all")
	if c.gocmd.race { // the shadow that it keeps of the memory would count
		l.Env = append(l.Env, rt.MemoryEnv+"=0", "GORACE=exitcode=0")
	}
	if p.child, err = l.start(); err != nil {
		return nil, err
	}
	e, err := p.run(ctx)
	if err == nil {
		e.dir = dir
		e.readKept(filepath.Join(dir, "kept"), before)
	}
	return e, err
}

func (p *process) run(ctx context.Context) (*ending, error) {
	e := &ending{}
	p.since = time.Now()
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	var f *failure
watch:
	for {
		select {
		case f = <-p.child.ended:
			break watch
		case <-ctx.Done():
			kill(p.child.process)
			<-p.child.ended
			return nil, ctx.Err()
		case <-tick.C:
			if e.stopped, e.limit = p.exceeded(); e.stopped != "" {
				f = p.stop()
				break watch
			}
		}
	}
	if f != nil {
		e.err = f
		switch {
		case f.Gone:
			return nil, f
		case f.Over:
			e.stopped = "processes"
		}
	}
	return e, p.collect(e)
}

// stop asks for the stacks, so that the message can say which line it was.
func (p *process) stop() *failure {
	ask(p.child.process)
	select {
	case f := <-p.child.ended:
		return f
	case <-time.After(grace):
		kill(p.child.process)
		return <-p.child.ended
	}
}

// exceeded tells which limit the program is over. A watch inside the program
// would be simpler, but a timer or a signal handler there hides deadlocks.
func (p *process) exceeded() (string, time.Duration) {
	if st, err := os.Stat(filepath.Join(p.dir, "stdout")); err == nil && st.Size() > p.limits.Output {
		return "output", 0
	}
	p.follow()
	if p.read > maxRecords {
		return "output", 0
	}
	limit := p.limits.Time
	if b := p.chapter.Block(p.block); b != nil && b.Options.Timeout > 0 {
		limit = b.Options.Timeout
	}
	if time.Since(p.since) > limit {
		return "timeout", limit
	}
	return "", 0
}

// follow reads the records written since the last look, for the block that
// runs now.
func (p *process) follow() {
	f, err := os.Open(filepath.Join(p.dir, "records"))
	if err != nil {
		return // not yet
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil || st.Size() == p.read {
		return
	}
	buf := make([]byte, min(st.Size()-p.read, 1<<20))
	n, _ := f.ReadAt(buf, p.read)
	end := bytes.LastIndexByte(buf[:n], '\n') + 1
	if end == 0 && n == len(buf) && n == 1<<20 { // a long record: skip its middle
		end = n
	}
	p.read += int64(end)
	for l := range bytes.Lines(buf[:end]) {
		var r rt.Record
		if bytes.HasPrefix(l, []byte(`{"Kind":"begin"`)) && json.Unmarshal(l, &r) == nil {
			p.block, p.since = r.Block, time.Now()
			p.opts.running(p.part, r.Block)
		}
	}
}

func (p *process) collect(e *ending) error {
	var err error
	if e.stdout, err = readUpTo(filepath.Join(p.dir, "stdout"), p.limits.Output); os.IsNotExist(err) {
		return fmt.Errorf("the files of the program of %s in %s were removed while it ran", p.chapter.Doc.File.Name, p.dir)
	} else if err != nil {
		return err
	}
	stderr, err := readUpTo(filepath.Join(p.dir, "stderr"), 4<<20)
	if err != nil {
		return err
	}
	e.stderr = string(stderr)
	f, err := os.Open(filepath.Join(p.dir, "records"))
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	_, why, unwritten := strings.Cut(e.stderr, rt.UnwrittenMark)
	if end, ok := e.err.(*failure); ok && unwritten && end.Code == rt.StatusUnwritten {
		return fmt.Errorf("what %s shows could not be written to %s: %s", p.chapter.Doc.File.Name, p.dir, strings.TrimSpace(why))
	}
	e.readRecords(f, p.known)
	return nil
}
