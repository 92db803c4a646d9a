package run

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/prog"
	"weave/weave/source"
)

// Entry is something that can be run by name.
type Entry struct {
	Name     string // "02-forward/fig-step" or "nn/forward"
	Place    string // "chapters/02-forward.md:12" or "blocks/nn/forward.go:9"
	Computed bool   // a registered computation
}

// Entries are all named Go blocks of a book, in its order, then all registered
// computations by name.
func Entries(book *doc.Book, registry *prog.Registry) []Entry {
	var out []Entry
	for _, ch := range book.Chapters {
		for _, c := range ch.Code {
			if c.Lang == "go" && c.Name != "" {
				out = append(out, Entry{Name: ch.Name + "/" + c.Name, Place: fmt.Sprintf("%s:%d", ch.File.Name, c.Span.Position().Line)})
			}
		}
	}
	for _, r := range registry.All {
		out = append(out, Entry{r.Name, fmt.Sprintf("%s:%d", r.File, r.Line), true})
	}
	return out
}

// ErrUnknown says that nothing has the name that is to be run.
type ErrUnknown struct{ Name, Near string }

func (e *ErrUnknown) Error() string {
	if e.Near != "" {
		return fmt.Sprintf("nothing is named %q; did you mean %q?", e.Name, e.Near)
	}
	return fmt.Sprintf("nothing is named %q; weave list prints all names", e.Name)
}

// RunOne runs a block with all that it depends on, or a registered computation
// with the given arguments, and returns what it did.
func RunOne(ctx context.Context, c *Course, book *doc.Book, name string, args []doc.Arg, opts Options) (*blocks.Result, source.List, error) {
	chapter, block, _ := strings.Cut(name, "/")
	one := &doc.Book{Lang: book.Lang}
	for _, ch := range book.Chapters {
		if ch.Name == chapter && slices.ContainsFunc(ch.Code, func(b *doc.Code) bool { return b.Name == block && b.Lang == "go" }) {
			one.Chapters = append(one.Chapters, ch)
		}
	}
	if len(one.Chapters) == 0 {
		if c.registry.Find(name) == nil {
			return nil, nil, unknown(book, c.registry, name)
		}
		chapter, block = "run", "computation"
		one.Chapters = append(one.Chapters, calling(name, chapter, block, args))
	}
	p, list, err := prog.Link(one, c.Env(ctx))
	if err != nil || len(p.Chapters) == 0 {
		return &blocks.Result{}, list, err
	}
	i := max(0, slices.IndexFunc(p.Chapters, func(c *prog.Chapter) bool { return slices.Contains(c.Blocks, block) }))
	if p, err = p.Only(p.Chapters[i], block); err != nil {
		return nil, list, err
	}
	rec, failed, err := Run(ctx, c, p, opts)
	if err != nil {
		return nil, list, err
	}
	return rec.Results[chapter+"/"+block], append(list, failed...), nil
}

// calling is a chapter of one block that uses a computation.
func calling(name, chapter, block string, args []doc.Arg) *doc.Chapter {
	ch := &doc.Chapter{Name: chapter, File: source.NewFile("chapters/"+chapter+".md", []byte("use="+name+"\n"))}
	code := &doc.Code{Chapter: ch, Lang: "go", Name: block, Options: doc.Options{Use: name, Args: args}}
	code.Span = ch.File.At(0, len(name)+4)
	ch.Code = []*doc.Code{code}
	return ch
}

func unknown(book *doc.Book, registry *prog.Registry, name string) error {
	var names []string
	for _, e := range Entries(book, registry) {
		names = append(names, e.Name)
	}
	return &ErrUnknown{name, source.Nearest(name, names)}
}
