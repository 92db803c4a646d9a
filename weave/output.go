package weave

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// outputs are the files of a build by their path in out/, with slashes.
type outputs map[string][]byte

// outNote explains the directory to who finds it.
const outNote = `# What is generated here

` + "`weave build`" + ` writes this directory; nothing in it is edited by hand, and all
but this file is ignored by git.

- html/index.html: the reader as a site; it opens from the file system too
- reader.pdf: the reader as a book
- reader.html, reader.epub: the site in one file, from ` + "`weave build --single`" + ` and
  ` + "`--epub`" + `
- _gen/: the programs made of the chapters' Go
- .cache/: results of code that need not run again; may be deleted at any time

Files in html/ that no chapter makes any more are removed by the next build.
`

// versions are those of the files of a newer site: what has changed has the
// version now. All pages show the style sheet, the script, fonts and pictures;
// the search index is for the next page.
func (o outputs) versions(before map[string]int, newer outputs, now int) map[string]int {
	out := map[string]int{}
	all := false
	for name, data := range newer {
		if out[name] = before[name]; !bytes.Equal(o[name], data) {
			out[name] = now
			all = all || path.Ext(name) != ".html" && path.Base(name) != "search-index.js"
		}
	}
	for name := range out {
		if all {
			out[name] = now
		}
	}
	return out
}

// write brings out/ up to date.
func (o outputs) write(dir string) error {
	d := newDraft(dir)
	if err := d.add(o); err != nil {
		d.discard()
		return err
	}
	return d.publish()
}

// draft is files on their way to out/. Every one is first written beside its
// place; only when all are there are they renamed, so a failure leaves the last
// good output whole. Files that are the same are not touched.
type draft struct {
	dir string

	mu    sync.Mutex // guards what follows: site and book are added side by side
	files outputs
	moves []move
}

// newDraft is an empty one of the course in a directory.
func newDraft(dir string) *draft { return &draft{dir: filepath.Join(dir, "out"), files: outputs{}} }

// move is a file that waits beside its place.
type move struct{ from, to string }

// add writes files beside their places.
func (d *draft) add(files outputs) error {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(d.dir, filepath.FromSlash(name))
		temp, err := "", error(nil)
		if old, missing := os.ReadFile(path); missing != nil || !bytes.Equal(old, files[name]) {
			if temp, err = stage(path, files[name]); err != nil {
				return unwritable(d.dir, err)
			}
		}
		d.mu.Lock()
		d.files[name] = files[name]
		if temp != "" {
			d.moves = append(d.moves, move{temp, path})
		}
		d.mu.Unlock()
	}
	return nil
}

// discard leaves out/ as it was.
func (d *draft) discard() {
	for _, m := range d.moves {
		os.Remove(m.from)
	}
}

// publish puts all that was added into place, and removes what is no part of it.
func (d *draft) publish() (err error) {
	defer func() {
		if err != nil {
			d.discard()
		}
	}()
	slices.SortFunc(d.moves, func(a, b move) int { return strings.Compare(a.to, b.to) })
	for _, m := range d.moves {
		if err := os.Rename(m.from, m.to); err != nil {
			return unwritable(d.dir, err)
		}
	}
	for _, name := range []string{singleFile, epubFile} {
		if _, ok := d.files[name]; !ok {
			os.Remove(filepath.Join(d.dir, name)) // it may not be there
		}
	}
	return d.files.removeOld(d.dir)
}

// stage writes a file beside its place.
func stage(path string, data []byte) (string, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return "", err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".weave-*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err != nil {
		os.Remove(f.Name())
		return "", err
	}
	return f.Name(), nil
}

// removeOld removes files in html/ that this build did not make.
func (o outputs) removeOld(out string) error {
	site := filepath.Join(out, "html")
	var empty []string
	err := filepath.WalkDir(site, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			empty = append(empty, path)
			return nil
		}
		rel, err := filepath.Rel(out, path)
		if err != nil {
			return err
		}
		if _, ok := o[filepath.ToSlash(rel)]; !ok {
			return os.Remove(path)
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	slices.SortFunc(empty, func(a, b string) int { return strings.Compare(b, a) })
	for _, d := range empty {
		os.Remove(d) // fails where something is left in it
	}
	return err
}
