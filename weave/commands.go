package weave

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"weave/weave/doc"
	"weave/weave/run"
	"weave/weave/verify"
)

// Arg is an argument of a registered computation.
type Arg = doc.Arg

// List names all blocks of a course and all computations registered in its
// module. It runs nothing.
func List(dir string) ([]run.Entry, *Report, error) {
	course, list, err := Load(dir)
	if err != nil || course == nil {
		return nil, newReport(nil, list), err
	}
	where, err := run.Open(course.Dir, course.settings(Options{}))
	if err != nil {
		return nil, newReport(nil, list), err
	}
	return run.Entries(course.Book, where.Registry()), newReport(nil, list), nil
}

// RunOne runs a block or a registered computation and returns what it printed
// and showed, as text.
func RunOne(ctx context.Context, dir string, o Options, name string, args []Arg) (string, *Report, error) {
	course, list, err := Load(dir)
	if err != nil {
		return "", nil, err
	}
	if course == nil {
		return "", newReport(nil, list), nil
	}
	unlock, err := lock(ctx, course.Dir)
	if err != nil {
		return "", nil, err
	}
	defer unlock()
	where, err := run.Open(course.Dir, course.settings(o))
	if err != nil {
		return "", nil, err
	}
	result, found, err := run.RunOne(ctx, where, course.Book, name, args, run.Options{Limits: o.limits()})
	if err != nil || result == nil {
		return "", newReport(nil, found), err
	}
	return verify.ResultText(result), newReport(nil, found), nil
}

// Clean removes what weave has generated: out/, but for its README.md.
func Clean(dir string) error {
	if _, err := os.Stat(filepath.Join(dir, "chapters")); err != nil {
		return fmt.Errorf("there is no directory chapters/ in %s: nothing is removed where no course is", dir)
	}
	out := filepath.Join(dir, "out")
	var all error
	for _, name := range []string{"html", "reader.pdf", singleFile, epubFile, "tangle", "_gen", ".cache"} {
		all = errors.Join(all, os.RemoveAll(filepath.Join(out, name)))
	}
	return all
}
