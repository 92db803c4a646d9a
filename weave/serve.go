package weave

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"net"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"weave/weave/doc"
	"weave/weave/memo"
	"weave/weave/run"
	"weave/weave/source"
)

// Serve builds a course, serves its site on the loopback interface and builds
// it again whenever something in it changes; browsers that show a page are
// told. It returns when ctx ends. ready is called with the site's address, and
// built after each build with the time until the site was there.
func Serve(ctx context.Context, dir, address string, o Options, ready func(url string), built func(r *Report, took time.Duration, err error)) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	dirs, err := watched(dir)
	if err != nil {
		return err
	}
	changes, err := watch(ctx, dirs)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	s := &server{dir: dir, dirs: dirs, options: o, memo: memo.New(), clients: map[chan struct{}]bool{}, built: built}
	web := &http.Server{Handler: s, BaseContext: func(net.Listener) context.Context { return ctx }, ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		web.Close()
	}()
	failed := make(chan error, 1)
	go func() { failed <- web.Serve(listener) }()
	s.build(ctx, changes)
	ready("http://" + listener.Addr().String() + "/")
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-failed:
			if ctx.Err() != nil || errors.Is(err, http.ErrServerClosed) {
				return nil
			}
			return err
		case <-changes.changed:
			s.build(ctx, changes)
		}
	}
}

// watched are the directories that a course is made of.
func watched(dir string) ([]string, error) {
	where, err := run.Open(dir, run.Settings{})
	if err != nil {
		return nil, err
	}
	dirs := []string{filepath.Join(dir, "chapters")}
	if root := where.Root(); root != "" {
		dirs = append(dirs, filepath.Join(root, "blocks"))
	}
	return append(dirs, where.PackageDirs()...), nil
}

// server holds the newest site.
type server struct {
	dir       string
	dirs      []string // that it is made of
	options   Options
	memo      *memo.Memo
	built     func(r *Report, took time.Duration, err error)
	texts     map[string][]byte        // of the chapters as they are shown, by name
	checks    map[formulaOf]*doc.Check // of the formulas as they are shown
	checkPage *doc.Chapter             // that says how; nil: none
	whole     bool                     // the last build was not interrupted
	drawn     bool                     // the drawings of all pages have been made

	mu       sync.Mutex // guards what follows
	version  int
	site     outputs
	versions map[string]int // in which the files of site came
	findings string
	clients  map[chan struct{}]bool
}

// build makes the site and shows it, then the book, and writes both; but when
// something changes it leaves the rest undone: the screen comes first.
func (s *server) build(ctx context.Context, changes *watcher) {
	start := time.Now()
	o := s.options
	o.lazy, o.memo = !o.Twice, s.memo
	if s.whole { // else the last build has not asked for all that is needed
		s.memo.Round()
	}
	s.whole = false
	e, list, err := s.evaluate(ctx, changes, o)
	if err != nil && ctx.Err() == nil && errors.Is(err, context.Canceled) {
		return // there is other code to run
	}
	if err != nil || e == nil {
		s.show(nil, list, err)
		s.built(newReport(e, list), time.Since(start), err)
		return
	}
	defer e.Close()
	took := s.first(ctx, e, list, start)
	ctx, stop := changes.until(ctx, func() bool { return true })
	defer stop()
	e.mark(ctx)
	keys := e.keys()
	site, found := e.site(ctx, keys)
	if ctx.Err() == nil {
		s.marked(e)
		list = append(list, found...)
		s.show(site, list, nil)
	}
	if took == 0 {
		took = time.Since(start)
	}
	book, found, err := e.book(ctx, keys)
	if ctx.Err() == nil {
		list = append(list, found...)
		if err == nil {
			err = merged(site, book).write(e.Dir)
		}
		s.whole = true
	} else {
		err = nil
	}
	s.built(newReport(e, list), took, err)
	if s.whole && !s.drawn {
		s.drawn = true
		e.draw(ctx)
	}
}

// draw makes what is drawn on all pages, some of which were on disk: so the
// first edit of a chapter is shown as soon as those that follow.
func (e *Evaluated) draw(ctx context.Context) {
	e.pages(ctx, nil, func(*doc.Chapter) bool { return true })
}

// evaluate runs the course's code, until that is another: a program that never
// ends is mended without waiting for its limit.
func (s *server) evaluate(ctx context.Context, changes *watcher, o Options) (*Evaluated, source.List, error) {
	before := sourcesIn(s.dirs)
	ctx, stop := changes.until(ctx, func() bool { return !before.sameCode(sourcesIn(s.dirs)) })
	defer stop()
	return Evaluate(ctx, s.dir, o)
}

// marked remembers how the formulas that are shown were checked.
func (s *server) marked(e *Evaluated) {
	s.checks, s.checkPage = map[formulaOf]*doc.Check{}, e.checkPage
	displays(e.Book.Chapters, func(d *doc.Display, of formulaOf) { s.checks[of] = d.Check })
}

// formulaOf names a formula, for what is said of it until it is checked again.
type formulaOf struct{ chapter, label, source string }

func displays(chapters []*doc.Chapter, visit func(d *doc.Display, of formulaOf)) {
	for _, ch := range chapters {
		doc.Walk(ch.Blocks, func(b doc.Block, _ doc.Inline) {
			if d, ok := b.(*doc.Display); ok {
				visit(d, formulaOf{ch.Name, d.Label, d.Math.Source})
			}
		})
	}
}

// first shows the chapters that are being written before the rest of the site:
// the other pages say little of them. It returns the time since start, or 0 if
// the whole site has to be made first. Formulas keep the mark that they had
// until they are checked again.
func (s *server) first(ctx context.Context, e *Evaluated, list source.List, start time.Time) time.Duration {
	changed := s.changed(e)
	if len(changed) == 0 || len(changed) > 2 {
		return 0
	}
	displays(e.Book.Chapters, func(d *doc.Display, of formulaOf) { d.Check = s.checks[of] })
	if s.checkPage != nil {
		e.checked(s.checkPage)
	}
	pages, found := e.pages(ctx, e.keys(), func(ch *doc.Chapter) bool { return slices.Contains(changed, ch.Name) })
	site := maps.Clone(s.site)
	maps.Copy(site, under("html/", pages))
	s.show(site, slices.Concat(list, found), nil)
	return time.Since(start)
}

// changed are the chapters whose text is another than the one that is shown or
// whose code has run; none if there are other chapters than before.
func (s *server) changed(e *Evaluated) (names []string) {
	before := s.texts
	s.texts = map[string][]byte{}
	same := len(before) == len(e.Book.Chapters)
	for _, ch := range e.Book.Chapters {
		s.texts[ch.Name] = ch.File.Text
		text, ok := before[ch.Name]
		same = same && ok
		if !bytes.Equal(text, ch.File.Text) || e.Records.HasRun(ch.Name) {
			names = append(names, ch.Name)
		}
	}
	if !same {
		return nil
	}
	return names
}

// show makes a site the one that browsers get, and tells them. Where there is
// none, the last one stays under the message.
func (s *server) show(site outputs, list source.List, err error) {
	var b strings.Builder
	if err != nil {
		b.WriteString("weave: " + err.Error() + "\n")
	}
	if printErr := list.Print(&b); printErr != nil {
		panic("weave: " + printErr.Error())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.version++
	if site != nil {
		s.versions = s.site.versions(s.versions, site, s.version)
		s.site = site
	}
	s.findings = b.String()
	for c := range s.clients {
		select {
		case c <- struct{}{}:
		default:
		}
	}
}
