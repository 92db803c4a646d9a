package weave

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"weave/weave/prog"
	"weave/weave/run"
	"weave/weave/source"
)

// Linked is the checked program of a course: what uses what.
type Linked struct {
	*Course
	program *prog.Program
	where   *run.Course
	limits  run.Limits
}

// Link checks the Go of a course without running it. The result is nil where
// there is no course; the findings then say why.
func Link(ctx context.Context, dir string, o Options) (*Linked, *Report, error) {
	course, list, err := Load(dir)
	if err != nil || course == nil {
		return nil, newReport(nil, list), err
	}
	unlock, err := lock(ctx, course.Dir)
	if err != nil {
		return nil, newReport(nil, list), err
	}
	defer unlock()
	where, err := run.Open(course.Dir, course.settings(o))
	if err != nil {
		return nil, newReport(nil, list), err
	}
	program, found, err := prog.Link(course.Book, where.Env(ctx))
	return &Linked{course, program, where, o.limits()}, newReport(nil, append(list, found...)), err
}

// block finds "chapter/name".
func (l *Linked) block(name string) (*prog.Chapter, string, error) {
	chapter, block, _ := strings.Cut(name, "/")
	var all []string
	for _, c := range l.program.Chapters {
		for _, b := range c.Blocks {
			if c.Name == chapter && b == block {
				return c, block, nil
			}
			all = append(all, c.Name+"/"+b)
		}
	}
	if near := source.Nearest(name, all); near != "" {
		return nil, "", fmt.Errorf("no block that runs is named %q; did you mean %q?", name, near)
	}
	return nil, "", fmt.Errorf("no block that runs is named %q; weave list prints all names", name)
}

// Why writes what a block depends on, each with its place, and what depends on
// it.
func (l *Linked) Why(w io.Writer, name string) error {
	c, block, err := l.block(name)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s  %s\n", name, c.Span(block, 1).Place())
	fmt.Fprint(w, describe(l.where.Status(c, block, run.Options{Limits: l.limits})))
	needs, users := closure(c, block, uses), closure(c, block, users)
	for _, part := range []struct {
		title string
		names []string
	}{{"depends on", needs}, {"is needed by", users}} {
		foreign := []string(nil)
		if part.title == "depends on" {
			foreign = c.Foreign(append(needs, block))
		}
		if len(part.names)+len(foreign) == 0 {
			fmt.Fprintf(w, "%s nothing\n", part.title)
			continue
		}
		fmt.Fprintf(w, "%s\n", part.title)
		for _, b := range part.names {
			fmt.Fprintf(w, "  %s/%s  %s\n", c.Name, b, c.Span(b, 1).Place())
		}
		for _, b := range foreign {
			fmt.Fprintf(w, "  %s  %s\n", b, c.Span(b, 1).Place())
		}
	}
	return nil
}

// describe says why a block last ran and what the next build would do.
func describe(s run.Status) string {
	text := "has not run yet\n"
	if s.Ran {
		text = fmt.Sprintf("last run because %s (%.2f s)\n", s.Reason, s.Took.Seconds())
	}
	if s.Kept {
		return text + "is kept: nothing that it depends on has changed since\n"
	}
	return text + "will run because " + s.Next + "\n"
}

func uses(c *prog.Chapter, block string) []string { return c.Uses[block] }

func users(c *prog.Chapter, block string) []string {
	var out []string
	for _, b := range c.Blocks {
		if slices.Contains(c.Uses[b], block) {
			out = append(out, b)
		}
	}
	return out
}

// closure is what is reached from a block, in the order of the chapter.
func closure(c *prog.Chapter, block string, next func(*prog.Chapter, string) []string) []string {
	seen := map[string]bool{block: true}
	var walk func(string)
	walk = func(b string) {
		for _, n := range next(c, b) {
			if !seen[n] {
				seen[n] = true
				walk(n)
			}
		}
	}
	walk(block)
	var out []string
	for _, b := range c.Blocks {
		if seen[b] && b != block {
			out = append(out, b)
		}
	}
	return out
}
