package run

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
	"github.com/tetratelabs/wazero/sys"

	"weave/blocks/rt"
)

// guestDir is where the chapters are for a program in the sandbox: all that it
// sees of the machine, to be read only. Its clock, its random numbers and its
// environment are the same each time.
const guestDir = "/course/chapters"

const (
	wasmPage    = 64 << 10 // the unit of a WebAssembly memory
	guestMemory = 1 << 30  // bytes at most: a memory that grows is copied
)

// sandbox holds a book's program, built for WASI, in a WebAssembly machine.
type sandbox struct {
	dir     string // the course's
	runtime wazero.Runtime
	program wazero.CompiledModule
}

// newSandbox compiles a program.
func newSandbox(ctx context.Context, dir, bin string, limits Limits) (*sandbox, error) {
	code, err := os.ReadFile(bin)
	if err != nil {
		return nil, err
	}
	pages := min(limits.withDefaults().Memory, guestMemory) / wasmPage
	config := wazero.NewRuntimeConfig().WithCloseOnContextDone(true).WithMemoryLimitPages(uint32(pages))
	s := &sandbox{dir: dir, runtime: wazero.NewRuntimeWithConfig(ctx, config)}
	if _, err = wasi_snapshot_preview1.Instantiate(ctx, s.runtime); err == nil {
		_, err = s.runtime.NewHostModuleBuilder("weave").
			NewFunctionBuilder().WithFunc(takeRecord).Export("record").
			NewFunctionBuilder().WithFunc(tellPrinted).Export("printed").
			Instantiate(ctx)
	}
	if err == nil {
		s.program, err = s.runtime.CompileModule(ctx, code)
	}
	if err != nil {
		return nil, errors.Join(err, s.runtime.Close(ctx))
	}
	return s, nil
}

func (s *sandbox) close() { s.runtime.Close(context.Background()) }

// guest is one part's program while it runs.
type guest struct {
	*job
	limits Limits
	opts   Options
	stop   context.CancelFunc

	mu      sync.Mutex // guards what follows
	stdout  bytes.Buffer
	stderr  bytes.Buffer
	records bytes.Buffer
	block   string
	since   time.Time
	stopped string
	limit   time.Duration
}

type guestKey struct{}

// takeRecord is what rt calls with a record.
func takeRecord(ctx context.Context, m api.Module, at, n uint32) {
	g := ctx.Value(guestKey{}).(*guest)
	line, ok := m.Memory().Read(at, n)
	if !ok {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.records.Len()+len(line) > maxRecords {
		g.end("output", 0)
		return
	}
	g.records.Write(line)
	var r rt.Record
	if bytes.HasPrefix(line, []byte(`{"Kind":"begin"`)) && json.Unmarshal(line, &r) == nil {
		g.block, g.since = r.Block, time.Now()
		g.opts.running(g.part(), r.Block)
	}
}

func tellPrinted(ctx context.Context) int64 {
	g := ctx.Value(guestKey{}).(*guest)
	g.mu.Lock()
	defer g.mu.Unlock()
	return int64(g.stdout.Len())
}

// end stops the program; mu is held.
func (g *guest) end(why string, limit time.Duration) {
	if g.stopped == "" {
		g.stopped, g.limit = why, limit
	}
	g.stop()
}

// printer is standard output or standard error of a guest.
type printer struct {
	g     *guest
	to    *bytes.Buffer
	limit int64
}

func (p *printer) Write(b []byte) (int, error) {
	p.g.mu.Lock()
	defer p.g.mu.Unlock()
	if room := p.limit - int64(p.to.Len()); int64(len(b)) > room {
		p.to.Write(b[:max(room, 0)])
		if p.to == &p.g.stdout {
			p.g.end("output", 0)
		}
		return len(b), nil
	}
	return p.to.Write(b)
}

// run executes one part.
func (s *sandbox) run(ctx context.Context, j *job, opts Options) (*ending, error) {
	root, err := os.OpenRoot(filepath.Join(s.dir, "chapters"))
	if err != nil {
		return nil, err
	}
	defer root.Close()
	inside, stop := context.WithCancel(ctx)
	defer stop()
	g := &guest{job: j, limits: opts.Limits.withDefaults(), opts: opts, stop: stop, since: time.Now()}
	config := wazero.NewModuleConfig().WithName("").WithArgs("course", j.part().Name).WithEnv("PWD", guestDir).
		WithStdout(&printer{g, &g.stdout, g.limits.Output}).WithStderr(&printer{g, &g.stderr, 4 << 20}).
		WithFSConfig(wazero.NewFSConfig().WithFSMount(root.FS(), guestDir))
	done := make(chan struct{})
	var watch sync.WaitGroup
	watch.Go(func() { g.watch(done) })
	m, err := s.runtime.InstantiateModule(context.WithValue(inside, guestKey{}, g), s.program, config)
	close(done)
	watch.Wait()
	if m != nil {
		m.Close(ctx)
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return g.ending(err, s.dir), nil
}

// watch stops a program whose block runs too long.
func (g *guest) watch(done <-chan struct{}) {
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	for {
		select {
		case <-done:
			return
		case <-tick.C:
		}
		g.mu.Lock()
		limit := g.limits.Time
		if b := g.chapter.Block(g.block); b != nil && b.Options.Timeout > 0 {
			limit = b.Options.Timeout
		}
		if time.Since(g.since) > limit {
			g.end("timeout", limit)
		}
		g.mu.Unlock()
	}
}

func (g *guest) ending(err error, dir string) *ending {
	e := &ending{sandboxed: true, stopped: g.stopped, limit: g.limit, stdout: g.stdout.Bytes(), stderr: g.stderr.String()}
	var exit *sys.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 0 {
		e.err = err
	}
	e.readRecords(&g.records, nil)
	for i := range e.records {
		r := &e.records[i]
		if rest, ok := strings.CutPrefix(r.ID, guestDir); ok && r.Kind == rt.OpenRecord {
			r.ID = filepath.Join(dir, "chapters", filepath.FromSlash(rest))
		}
	}
	return e
}
