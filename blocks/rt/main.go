package rt

import (
	"os"
	"runtime/debug"
	"strconv"

	"weave/blocks"
	"weave/blocks/internal/sink"
)

// maxStack ends runaway recursion after 64 MiB instead of Go's 1 GB, so that
// it is reported at once.
const maxStack = 64 << 20

// Main runs the chapter that the program's first argument names, after calling
// logReads, which installs Reads. Its status is 3 after a panic, which the
// records describe.
func Main(chapters map[string]func(), logReads func()) {
	open()
	debug.SetMaxStack(maxStack)
	if n, err := strconv.ParseUint(os.Getenv(MemoryEnv), 10, 64); err == nil && n > 0 {
		limitMemory(n)
	}
	sink.Set(func(o any) {
		out := o.(blocks.Output)
		write(Record{Kind: OutputRecord, Output: &out})
	})
	run := chapters[os.Args[1]]
	if run == nil {
		panic("rt: no chapter " + os.Args[1])
	}
	os.Args = os.Args[1:2] // the program's own name and arguments are weave's
	ended := false
	defer func() {
		if v := recover(); v != nil {
			write(Record{Kind: PanicRecord, Text: message(v), Stack: stack()})
			os.Exit(3)
		}
		if ended { // else runtime.Goexit: no end is written
			write(Record{Kind: EndRecord})
		}
	}()
	logReads()
	run()
	ended = true
}

// Reads is what Go's own test log calls when the program reads files and
// variables. Generated code installs it, so that weave knows what a result
// depends on.
type Reads struct{}

// Getenv records a variable.
func (Reads) Getenv(key string) { write(Record{Kind: GetenvRecord, ID: key}) }

// Open records a file or directory.
func (Reads) Open(name string) { write(Record{Kind: OpenRecord, ID: absolute(name)}) }

// Stat records a file or directory.
func (Reads) Stat(name string) { write(Record{Kind: OpenRecord, ID: absolute(name)}) }

// Chdir is no read: later names are made absolute.
func (Reads) Chdir(string) {}
