package weave

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long a directory must be quiet before a change counts: editors
// write a file in several steps.
const settle = 10 * time.Millisecond

// watcher tells when something in a course may have changed.
type watcher struct {
	fs      *fsnotify.Watcher
	roots   map[string]bool // directories and files that are looked at, with what is in them
	changed chan struct{}   // holds one change at most
}

// watch looks at chapters/ and, if the course stands in a module, at the
// module's packages under blocks/. Directories made later are watched too, also
// one of these that was away for a while, as when another branch is checked out.
func watch(ctx context.Context, dirs []string) (*watcher, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	out := &watcher{w, map[string]bool{}, make(chan struct{}, 1)}
	for _, dir := range dirs {
		if err := out.root(dir); err != nil {
			w.Close()
			return nil, err
		}
	}
	go out.run(ctx)
	return out, nil
}

// root watches a file, or a directory with all in it, and where it stands, so
// that it may be another one later.
func (w *watcher) root(path string) error {
	w.roots[path] = true
	if err := w.fs.Add(filepath.Dir(path)); err != nil && !os.IsNotExist(err) {
		return err
	}
	return w.add(path)
}

// add watches a directory and those inside of it; one that is not there is none.
func (w *watcher) add(dir string) error {
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.Type()&fs.ModeSymlink != 0:
			return w.follow(path)
		case !d.IsDir():
			return nil
		case path != dir && unwatched(d.Name()):
			return filepath.SkipDir
		}
		return w.fs.Add(path)
	})
	if os.IsNotExist(err) {
		return nil
	}
	return err
}

// unwatched tells whether nobody writes chapters or code in a directory of this
// name.
func unwatched(name string) bool { return strings.HasPrefix(name, ".") || name == "out" }

// follow watches what a symbolic link leads to, unless it leads nowhere.
func (w *watcher) follow(link string) error {
	target, err := filepath.EvalSymlinks(link)
	if err != nil || w.roots[target] {
		return nil
	}
	return w.root(target)
}

func (w *watcher) run(ctx context.Context) {
	defer w.fs.Close()
	quiet := time.NewTimer(settle)
	quiet.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-w.fs.Events:
			if !ok {
				return
			}
			if w.matters(e) {
				if e.Has(fsnotify.Create) {
					w.add(e.Name) // a file is no directory: nothing is added
				}
				quiet.Reset(settle)
			}
		case <-w.fs.Errors: // an overflow: look at everything
			quiet.Reset(settle)
		case <-quiet.C:
			w.tell()
		}
	}
}

// until is ctx, which ends also when something changes that ends what is done;
// the next build is told of every change.
func (w *watcher) until(ctx context.Context, ends func() bool) (context.Context, context.CancelFunc) {
	ctx, stop := context.WithCancel(ctx)
	var watching sync.WaitGroup
	watching.Go(func() {
		for seen := false; ; {
			select {
			case <-ctx.Done():
				if seen {
					w.tell()
				}
				return
			case <-w.changed:
				if seen = true; ends() {
					stop()
				}
			}
		}
	})
	return ctx, func() {
		stop()
		watching.Wait()
	}
}

// tell says that there is a change to be looked at.
func (w *watcher) tell() {
	select {
	case w.changed <- struct{}{}:
	default: // it is known already
	}
}

// matters leaves out what editors keep beside a file while it is edited, what
// weave accept writes, and what only stands beside a root.
func (w *watcher) matters(e fsnotify.Event) bool {
	inside := e.Name
	for !w.roots[inside] {
		above := filepath.Dir(inside)
		if above == inside {
			return false
		}
		inside = above
	}
	name := filepath.Base(e.Name)
	return e.Op != fsnotify.Chmod && !strings.HasPrefix(name, ".") && !strings.HasSuffix(name, "~") &&
		!strings.HasPrefix(name, "#") && !strings.HasSuffix(name, ".golden")
}
