package weave

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"weave/weave/run"
)

// inputs are all that a build depends on, as far as it can be told without
// reading a chapter: where nothing of it has changed, nothing is read at all.
type inputs struct {
	Weave   string // and how it was called
	Names   string // of the files in chapters/
	Files   map[string]string
	Go      run.Inputs
	Setting run.Settings
}

// files are what a course was read from: names from its directory → content.
type files struct {
	mu    sync.Mutex
	names string
	found map[string]string
}

// missing is the content of a file that cannot be read.
const missing = "missing"

func (f *files) note(name string, data []byte, err error) {
	content := missing
	if err == nil {
		content = fmt.Sprintf("%x", sha256.Sum256(data))
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.found == nil {
		f.found = map[string]string{}
	}
	f.found[name] = content
}

// chapters notes the chapters, reader.yaml, and which files there are beside
// them.
func (f *files) chapters(dir string, names []string, texts [][]byte) (err error) {
	for i, name := range names {
		f.note("chapters/"+name, texts[i], nil)
	}
	config, missing := os.ReadFile(filepath.Join(dir, filepath.FromSlash(configName)))
	f.note(configName, config, missing)
	f.names, err = chapterNames(dir)
	return err
}

// chapterNames are the names that a course's chapters are chosen from.
func chapterNames(dir string) (string, error) {
	entries, err := os.ReadDir(filepath.Join(dir, "chapters"))
	var names []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".md") {
			names = append(names, fmt.Sprintf("%q %t", e.Name(), e.IsDir()))
		}
	}
	return strings.Join(names, " "), err
}

// changed tells whether a file is not as it was.
func (f *files) changed(dir string) bool {
	now := files{}
	for name := range f.found {
		data, err := readNoted(dir, name)
		now.note(name, data, err)
	}
	names, err := chapterNames(dir)
	return err != nil || names != f.names || !maps.Equal(now.found, f.found)
}

// plain tells whether a build is like any other with its options.
func (o Options) plain() bool {
	return !o.NoCache && !o.Sandbox && !o.Twice && o.Recheck == 0
}

// caller describes weave and the options that what it writes depends on.
func (o Options) caller() (string, error) {
	h := sha256.New()
	if err := hashSelf(h); err != nil {
		return "", err
	}
	fmt.Fprintln(h, o.Timeout, o.Race, o.Single, o.EPUB)
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}

// inputs are those of a build; nil where they cannot tell all.
func (e *Evaluated) inputs(o Options) (in *inputs, err error) {
	if !o.plain() {
		return nil, nil
	}
	in = &inputs{Names: e.seen.names, Files: e.seen.found, Setting: e.settings(o)}
	in.Setting.Memo = nil
	ok := false
	if in.Go, ok = e.Records.Inputs(); !ok {
		return nil, nil
	}
	in.Weave, err = o.caller()
	return in, err
}

// unchanged is the report of the last build if all that it depended on, and all
// that it wrote, is as it was; otherwise nil.
func unchanged(ctx context.Context, dir string, o Options) (*Report, error) {
	if !o.plain() {
		return nil, nil
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	data, missing := os.ReadFile(stampPath(dir))
	var s stamp
	if missing != nil || json.Unmarshal(data, &s) != nil || s.Inputs == nil || s.Report == nil {
		return nil, nil // there was none
	}
	unlock, err := lock(ctx, dir)
	if err != nil {
		return nil, err
	}
	defer unlock()
	self, err := o.caller()
	f := files{names: s.Inputs.Names, found: s.Inputs.Files}
	if err != nil || self != s.Inputs.Weave || f.changed(dir) || !s.Inputs.Go.Unchanged(dir, s.Inputs.Setting) || !s.written(dir) {
		return nil, nil
	}
	r := s.Report
	r.kept = s.Blocks
	return r, nil
}
