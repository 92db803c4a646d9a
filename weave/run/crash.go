package run

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/tetratelabs/wazero/sys"

	"weave/blocks/rt"
	"weave/weave/prog"
)

// crash is why a chapter's program ended before its end.
type crash struct {
	Block   string // that ran, "" before the first
	Kind    string // blocks.Failure.Kind
	Message string
	Frames  []frame // of the chapter, innermost first
	Sandbox bool    // it ran there
}

// killed is the kind of a crash that came from outside, or from the system for
// want of memory: another time the same program may run.
const killed = "killed"

// frame is a line of a block, both as //line directives count.
type frame struct {
	Block string
	Line  int
}

var (
	crashLine  = regexp.MustCompile(`(?m)^(panic: |fatal error: |SIGSEGV: |runtime: out of memory|runtime: goroutine stack exceeds)(.*)`)
	traceLine  = regexp.MustCompile(`^\s*(?:.*[/\\])?([^\s/\\]+)\.block:(-?\d+)`)
	goroutines = regexp.MustCompile(`(?m)^goroutine (\d+) `)
)

// crashed reads how a program ended; nil if it ran to its end.
func (e *ending) crashed() *crash {
	c := &crash{Sandbox: e.sandboxed}
	for _, r := range e.records {
		switch r.Kind {
		case rt.BeginRecord:
			c.Block = r.Block
		case rt.EndRecord:
			if e.stopped == "" && e.err == nil {
				return nil
			}
		case rt.PanicRecord:
			c.Kind, c.Message, c.Frames = "panic", "panic: "+r.Text, frames(strings.Join(r.Stack, "\n"))
			return c
		}
	}
	switch e.stopped {
	case "timeout":
		c.Kind, c.Message = "timeout", fmt.Sprintf("still running after %v", e.limit)
		c.Frames = loopFrames(mainGoroutine(e.stderr))
		return c
	case "processes": // while it forks, a goroutine often has no stack to show
		c.Kind, c.Message = "processes", "the block has started more processes than it may have"
		return c
	case "output":
		c.Kind, c.Message = "output", fmt.Sprintf("printed more than %d MB", len(e.stdout)>>20)
		c.Frames = frames(mainGoroutine(e.stderr))
		return c
	}
	e.fromStderr(c)
	return c
}

// outOfMemory tells whether a program ended for want of memory without saying
// at which line.
func (e *ending) outOfMemory() bool {
	c := e.crashed()
	return c != nil && c.Kind == "memory" && len(c.Frames) == 0
}

const noMemory = "the block needs more memory than it may have"

// collectorFailed: where Go's garbage collector gets no memory for its own
// queues, it reads through a nil pointer on the scheduler's goroutine 0, on which
// no code of a chapter runs.
func (e *ending) collectorFailed(line string) bool {
	return strings.HasPrefix(line, "SIGSEGV: ") && strings.Contains(e.stderr, "\ngoroutine 0 ")
}

// fromStderr reads what Go's runtime wrote. debug.SetCrashOutput would lack the
// line that names a deadlock or exhausted memory.
func (e *ending) fromStderr(c *crash) {
	m := crashLine.FindStringSubmatchIndex(e.stderr)
	if m == nil {
		c.Kind, c.Message = "exit", "the block ended the program"
		if e.err != nil {
			c.Message += ": " + e.err.Error()
		}
		if f, ok := e.err.(*failure); ok && f.How == "signal: killed" {
			c.Kind, c.Message = killed, "the program was killed"
		}
		var exit *sys.ExitError
		if errors.As(e.err, &exit) {
			c.Message = fmt.Sprintf("the block ended the program: exit status %d", exit.ExitCode())
		}
		return
	}
	line := e.stderr[m[0]:m[1]]
	trace := e.stderr[m[0]:]
	c.Kind, c.Message = "panic", line
	switch {
	case strings.Contains(line, "goroutine stack exceeds"), strings.Contains(line, "stack overflow"):
		c.Message = "the stack grew above 64 MB: a function calls itself without end"
	case strings.Contains(line, "out of memory"), strings.Contains(line, "cannot allocate"):
		c.Kind, c.Message = "memory", noMemory
	case e.collectorFailed(line):
		c.Kind, c.Message = "memory", noMemory
		trace = mainGoroutine(trace)
	case strings.Contains(line, "runtime.Goexit"):
		c.Kind, c.Message = "exit", "runtime.Goexit ended the program"
	case strings.Contains(line, "deadlock"):
		c.Kind, c.Message = "deadlock", "deadlock: the block waits for something that will never happen"
		trace = mainGoroutine(trace)
	case strings.Contains(line, "concurrent map"):
		c.Message = "data race: " + strings.TrimPrefix(line, "fatal error: ")
	case strings.HasPrefix(line, "fatal error: "):
		c.Message = strings.TrimPrefix(line, "fatal error: ")
	}
	c.Frames = frames(firstGoroutine(trace))
}

// firstGoroutine is the section of the goroutine that crashed.
func firstGoroutine(trace string) string {
	all := goroutines.FindAllStringIndex(trace, 2)
	if len(all) == 2 {
		return trace[:all[1][0]]
	}
	return trace
}

// mainGoroutine is the section of goroutine 1, which runs the chapter.
func mainGoroutine(trace string) string {
	for _, m := range goroutines.FindAllStringSubmatchIndex(trace, -1) {
		if trace[m[2]:m[3]] == "1" {
			section, _, _ := strings.Cut(trace[m[0]:], "\n\n")
			return section
		}
	}
	return trace
}

// loopFrames are the frames of a program that runs on. The jump of a loop
// without effect has line 1 (go.dev/issue/36570), which is kept only where the
// block waits in a call.
func loopFrames(trace string) []frame {
	all := frames(trace)
	if len(all) == 0 || all[0].Line != 1 {
		return all
	}
	for l := range strings.Lines(trace) {
		switch {
		case !strings.HasPrefix(l, "\t"), strings.Contains(l, "/runtime/preempt"):
		case traceLine.MatchString(l):
			return all[1:]
		default:
			return all
		}
	}
	return all
}

// frames are the lines of blocks in a trace, innermost first.
func frames(trace string) []frame {
	var out []frame
	for l := range strings.Lines(trace) {
		if m := traceLine.FindStringSubmatch(l); m != nil {
			if n, err := strconv.Atoi(m[2]); err == nil && n > 0 {
				out = append(out, frame{prog.BlockOf(m[1]), n})
			}
		}
	}
	return out
}
