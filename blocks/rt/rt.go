package rt

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"

	"weave/blocks"
	"weave/blocks/internal/sink"
)

// recorder is the state of the one program run. stdout is the file descriptor
// it started with, whatever the chapter does to os.Stdout.
var recorder = struct {
	sync.Mutex
	stdout *os.File
	block  string
}{stdout: os.Stdout}

// write records what the block that runs does.
func write(r Record) {
	recorder.Lock()
	defer recorder.Unlock()
	r.Block, r.Off = recorder.block, offset(recorder.stdout)
	line, err := json.Marshal(r)
	if err != nil {
		panic(fmt.Sprintf("blocks: cannot be shown: %v", unwrapped(err)))
	}
	if err := writeLine(append(line, '\n')); err != nil {
		unwritten(err)
	}
}

func unwritten(err error) {
	fmt.Fprintln(os.Stderr, UnwrittenMark, err)
	os.Exit(StatusUnwritten)
}

// unwrapped drops the names of weave's own types from JSON's errors, of which
// "unsupported value: NaN" is the one an author can cause.
func unwrapped(err error) string {
	text := err.Error()
	if i := strings.LastIndex(text, "unsupported value"); i >= 0 {
		return text[i:] + " where a finite number must stand"
	}
	return text
}

// Begin marks that the named block starts.
func Begin(name string) {
	recorder.Lock()
	recorder.block, os.Stdout = name, recorder.stdout
	recorder.Unlock()
	write(Record{Kind: BeginRecord})
}

// Lang says in which language the chapter is written.
func Lang(tag string) { sink.SetLang(tag) }

// Display shows the expression at the end of a block.
func Display(v any) { blocks.Show(v) }

// DisplayErr shows an error that the last call of a block returned, if any.
func DisplayErr(err error) {
	if err != nil {
		blocks.Show(err)
	}
}

// Capture records the value of an expression in prose or a formula, as fmt's
// format shows it; "" is the shortest form.
func Capture(id, format string, v any) {
	val := blocks.ValueOf(v)
	text := val.Text
	if format != "" {
		text = fmt.Sprintf(format, v)
	}
	write(Record{Kind: CaptureRecord, ID: id, Value: &val, Text: text})
}

// Panics runs a block that must panic.
func Panics(f func()) {
	defer func() {
		v := recover()
		if v == nil {
			write(Record{Kind: NoPanicRecord})
			return
		}
		write(Record{Kind: ExpectedRecord, Text: message(v), Stack: stack()})
	}()
	f()
}

func message(v any) string {
	if e, ok := v.(error); ok {
		return e.Error()
	}
	return fmt.Sprint(v)
}

// stack is the chapter's lines on the stack: //line directives call their
// files NAME.block.
func stack() []string {
	pcs := make([]uintptr, 128)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	var out []string
	for {
		f, more := frames.Next()
		if strings.HasSuffix(f.File, ".block") {
			name := f.File[strings.LastIndexAny(f.File, `/\`)+1:]
			out = append(out, fmt.Sprintf("%s:%d", name, f.Line))
		}
		if !more {
			return out
		}
	}
}
