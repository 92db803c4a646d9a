package weave

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"hash"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"weave/weave/doc"
	"weave/weave/source"
)

// stamp says what the files in out/ were made from, so that a build where
// nothing has changed need not make them again. It is kept in out/.cache; a
// stamp that is lost or damaged costs time only.
type stamp struct {
	Key      string // of all that the outputs are made of
	Files    map[string]fileState
	Findings []stampFinding // of writing the outputs: said again when they are kept

	// Of a build without findings:
	Inputs *inputs
	Report *Report
	Blocks int // that ran or were kept
}

// fileState is how a file was left; a file that was touched since is another.
type fileState struct {
	Size int64
	Time int64 // of its last change, in nanoseconds
}

// stampFinding is a diagnostic whose places are names and offsets.
type stampFinding struct {
	source.Diagnostic
	File       string
	Start, End int
}

func stampPath(dir string) string { return filepath.Join(dir, "out", ".cache", "stamp.json") }

// Built tells whether a course has been built before.
func Built(dir string) bool {
	_, err := os.Stat(stampPath(dir))
	return err == nil
}

// key describes all that the outputs are made of: weave itself, the
// configuration, the texts and pictures, and what the code gave.
func (e *Evaluated) key() (string, error) {
	h := sha256.New()
	if err := hashSelf(h); err != nil {
		return "", err
	}
	for _, w := range e.Book.Works {
		fmt.Fprintf(h, "%q %q %q\n", w.Key, w.Type, fmt.Sprint(w.Fields))
	}
	for _, v := range []any{e.single, e.epub, e.sandbox, e.Config, e.Book.Title, e.Records.Digest} {
		text, err := json.Marshal(v)
		if err != nil {
			return "", err
		}
		h.Write(text)
	}
	for _, ch := range e.Book.Chapters {
		fmt.Fprintf(h, "%q %q %q\n", ch.Name, ch.Number, ch.File.Text)
		for _, c := range ch.Code {
			fmt.Fprintf(h, "%q\n", c.Source)
		}
		doc.Walk(ch.Blocks, func(_ doc.Block, in doc.Inline) {
			if img, ok := in.(*doc.Image); ok {
				fmt.Fprintf(h, "%q %x\n", img.Path, sha256.Sum256(img.Data))
			}
		})
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}

// hashSelf tells one weave from another by its executable's size and time.
func hashSelf(h hash.Hash) error {
	path, err := os.Executable()
	if err != nil {
		return err
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	fmt.Fprintf(h, "%s %d %d\n", path, info.Size(), info.ModTime().UnixNano())
	return nil
}

// fresh returns what writing the outputs had found, if they are still those
// that this course would make.
func (e *Evaluated) fresh(key string) (source.List, bool) {
	data, err := os.ReadFile(stampPath(e.Dir))
	var s stamp
	if err != nil || json.Unmarshal(data, &s) != nil || s.Key != key {
		return nil, false
	}
	if !s.written(e.Dir) {
		return nil, false
	}
	var list source.List
	for _, f := range s.Findings {
		d := f.Diagnostic
		for _, ch := range e.Book.Chapters {
			if ch.File.Name == f.File {
				d.Span = ch.File.At(f.Start, f.End)
			}
		}
		list = append(list, d)
	}
	return list, true
}

// written tells whether the outputs are as they were left.
func (s *stamp) written(dir string) bool {
	now, err := fileStates(dir)
	return err == nil && maps.Equal(now, s.Files)
}

// keep writes the stamp of a build whose outputs are there. Findings with notes
// are rare here and would lose their places: such a build is not kept.
func (e *Evaluated) keep(key string, list source.List, r *Report, o Options) (err error) {
	s := stamp{Key: key}
	if len(r.list) == 0 {
		if s.Inputs, err = e.inputs(o); err != nil {
			return err
		}
		s.Report, s.Blocks = r, r.ran+r.kept
	}
	for _, d := range list {
		if len(d.Notes) > 0 {
			return nil
		}
		f := stampFinding{Diagnostic: d, Start: d.Span.Start, End: d.Span.End}
		if d.Span.File != nil {
			f.File = d.Span.File.Name
		}
		f.Span = source.Span{}
		s.Findings = append(s.Findings, f)
	}
	if s.Files, err = fileStates(e.Dir); err != nil {
		return err
	}
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	temp, err := stage(stampPath(e.Dir), data)
	if err != nil {
		return err
	}
	return os.Rename(temp, stampPath(e.Dir))
}

// fileStates are the files that weave has written to out/, without what it keeps
// for itself.
func fileStates(dir string) (map[string]fileState, error) {
	out := map[string]fileState{}
	root := filepath.Join(dir, "out")
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if slices.Contains([]string{".cache", "_gen"}, d.Name()) {
				return filepath.SkipDir
			}
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		out[path] = fileState{info.Size(), info.ModTime().UnixNano()}
		return nil
	})
	return out, err
}
