package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// progress is a line on a terminal that says what a command does while it takes
// long. It is gone when the command ends; elsewhere than on a terminal there is
// none.
type progress struct {
	out  io.Writer
	stop chan struct{}
	done sync.WaitGroup

	mu    sync.Mutex // guards what follows
	text  string
	since time.Time
}

// patience is how long a command may take without a word.
const patience = 400 * time.Millisecond

// terminal tells whether a person looks at what is written.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// follow shows what the command reports until end is called.
func follow(out io.Writer) *progress {
	p := &progress{out: out, stop: make(chan struct{}), since: time.Now()}
	p.done.Go(func() {
		tick := time.NewTicker(100 * time.Millisecond)
		defer tick.Stop()
		start, shown := time.Now(), false
		for {
			select {
			case <-p.stop:
				if shown {
					fmt.Fprint(out, "\r\x1b[K")
				}
				return
			case <-tick.C:
			}
			p.mu.Lock()
			if p.text != "" && time.Since(start) > patience {
				fmt.Fprintf(out, "\r\x1b[K%s (%.1f s)", clip(p.text), time.Since(p.since).Seconds())
				shown = true
			}
			p.mu.Unlock()
		}
	})
	return p
}

// tell says what is being done now.
func (p *progress) tell(text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if text != p.text {
		p.text, p.since = text, time.Now()
	}
}

func (p *progress) end() {
	close(p.stop)
	p.done.Wait()
}
