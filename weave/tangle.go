package weave

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"weave/weave/prog"
	"weave/weave/run"
)

// Tangle writes the Go of a course as plain programs: for each chapter
// CHAPTER/main.go, for each block with the option file that file. to is where,
// "" for out/tangle. It returns the names of the files by which they can be
// found there.
func Tangle(ctx context.Context, dir, to string, o Options) ([]string, *Report, error) {
	course, list, err := Load(dir)
	if err != nil || course == nil {
		return nil, newReport(nil, list), err
	}
	if to == "" {
		to = filepath.Join(course.Dir, "out", "tangle")
	}
	if to, err = filepath.Abs(to); err != nil {
		return nil, nil, err
	}
	unlock, err := lock(ctx, course.Dir)
	if err != nil {
		return nil, nil, err
	}
	defer unlock()
	where, err := run.Open(course.Dir, course.settings(o))
	if err != nil {
		return nil, nil, err
	}
	prefix, files, err := where.Programs(to)
	if err != nil {
		return nil, nil, err
	}
	env := where.Env(ctx)
	env.Prefix = prefix
	program, found, err := prog.Link(course.Book, env)
	list = append(list, found...)
	if err != nil {
		return nil, newReport(nil, list), err
	}
	out := map[string][]byte{}
	for _, c := range program.Chapters {
		tangled, err := program.Tangle(c)
		if err != nil {
			return nil, newReport(nil, list), err
		}
		for _, t := range tangled {
			out[t.Name+"/main.go"] = t.Source
		}
	}
	course.named(program, out)
	for _, name := range slices.Sorted(maps.Keys(out)) {
		if slices.Contains(slices.Collect(maps.Keys(files)), name) {
			return nil, newReport(nil, list), fmt.Errorf("a block cannot be written to %s, which belongs to weave's own module there", name)
		}
	}
	return slices.Sorted(maps.Keys(out)), newReport(nil, list), writeInto(to, out, files)
}

// named adds the files that blocks are to be written to, those of several
// blocks one after the other.
func (c *Course) named(program *prog.Program, out map[string][]byte) {
	for _, ch := range c.Book.Chapters {
		for _, code := range ch.Code {
			if code.Options.File == "" {
				continue
			}
			var b strings.Builder
			if err := program.Block(&b, ch, code.Name); err != nil || code.Lang != "go" {
				b.Reset()
				b.WriteString(code.Text())
			}
			name := code.Options.File
			if len(out[name]) > 0 {
				out[name] = append(out[name], '\n')
			}
			out[name] = append(out[name], b.String()...)
		}
	}
}

// writeInto writes files below a directory, whose links it does not follow out
// of it.
func writeInto(dir string, all ...map[string][]byte) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	for _, files := range all {
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if err := root.MkdirAll(filepath.Dir(filepath.FromSlash(name)), 0o777); err != nil {
				return err
			}
			if err := root.WriteFile(filepath.FromSlash(name), files[name], 0o666); err != nil {
				return err
			}
		}
	}
	return nil
}
