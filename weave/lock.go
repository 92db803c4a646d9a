package weave

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// patience is how long one who gives up waits for a lock that nobody else has:
// nothing is done in the directory afterwards.
const patience = 100 * time.Millisecond

// lock waits until no other weave works in the same directory. The lock is the
// system's own, so one that was killed leaves none behind.
func lock(ctx context.Context, dir string) (unlock func(), err error) {
	path := filepath.Join(dir, "out", ".cache", "lock")
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, unwritable(filepath.Join(dir, "out"), err)
	}
	type result struct {
		unlock func()
		err    error
	}
	got := make(chan result, 1)
	go func() {
		unlock, err := lockedfile.MutexAt(path).Lock()
		got <- result{unlock, err}
	}()
	select {
	case r := <-got:
		if r.err != nil {
			return nil, fmt.Errorf("cannot lock %s: %w", path, r.err)
		}
		return r.unlock, nil
	case <-ctx.Done():
		left := make(chan bool)
		go func() {
			if r := <-got; r.err == nil { // nobody wants it any more
				r.unlock()
			}
			close(left)
		}()
		select {
		case <-left:
		case <-time.After(patience): // another weave has it
		}
		return nil, ctx.Err()
	}
}
