package run

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/prog"
	"weave/weave/source"
	"weave/weave/value"
)

// TestCases runs testdata/cases: each archive is a chapter and what it is to
// show and say. All are chapters of one course, so that one build serves them;
// each that fails is run again on its own account. UPDATE=1 rewrites them.
func TestCases(t *testing.T) {
	names, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	dir := t.TempDir()
	archives := map[string]*txtar.Archive{}
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		archives[strings.TrimSuffix(filepath.Base(name), ".txt")] = a
		put(t, filepath.Join(dir, "chapters", strings.TrimSuffix(filepath.Base(name), ".txt")+".md"), string(section(a, "chapter.md")))
	}
	got := build(t, dir)
	if got.err != nil {
		t.Fatal(got.err)
	}
	for _, name := range slices.Sorted(maps.Keys(archives)) {
		t.Run(name, func(t *testing.T) {
			a := archives[name]
			results, said := got.results(name), got.said(name)
			if os.Getenv("UPDATE") != "" {
				*a = txtar.Archive{Comment: a.Comment, Files: []txtar.File{{Name: "chapter.md", Data: section(a, "chapter.md")}, {Name: "results", Data: []byte(results)}, {Name: "said", Data: []byte(said)}}}
				put(t, "testdata/cases/"+name+".txt", string(txtar.Format(a)))
				return
			}
			if want := string(section(a, "results")); results != want {
				t.Errorf("results\n%s\nwant\n%s", results, want)
			}
			if want := string(section(a, "said")); said != want {
				t.Errorf("said\n%s\nwant\n%s", said, want)
			}
		})
	}
}

func section(a *txtar.Archive, name string) []byte {
	for _, f := range a.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

func put(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// built is one build of a course.
type built struct {
	book    *doc.Book
	program *prog.Program
	records *Records
	list    source.List
	err     error
}

func build(t testing.TB, dir string) *built {
	t.Helper()
	return buildContext(context.Background(), t, dir)
}

func buildContext(ctx context.Context, t testing.TB, dir string) *built {
	t.Helper()
	b := &built{book: readBook(t, dir)}
	c, err := Open(dir, Settings{})
	if err != nil {
		b.err = err
		return b
	}
	b.program, b.list, b.err = prog.Link(b.book, c.Env(ctx))
	if b.err != nil {
		return b
	}
	var list source.List
	b.records, list, b.err = Run(ctx, c, b.program, Options{Limits: Limits{Memory: 600 << 20, Output: 4 << 20}})
	b.list = append(b.list, list...)
	return b
}

func readBook(t testing.TB, dir string) *doc.Book {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "chapters", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	book := &doc.Book{Lang: "en"}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		ch, _ := doc.Parse(source.NewFile("chapters/"+filepath.Base(f), text), doc.ParseOptions{Lang: "en"})
		book.Chapters = append(book.Chapters, ch)
	}
	return book
}

func (b *built) said(chapter string) string {
	var own source.List
	for _, d := range b.list {
		if d.Span.File.Name == "chapters/"+chapter+".md" {
			own = append(own, d)
		}
	}
	var out strings.Builder
	if err := own.Print(&out); err != nil {
		panic(err)
	}
	return out.String()
}

// results writes what a chapter's blocks did, in document order, then its values.
func (b *built) results(chapter string) string {
	var out strings.Builder
	for _, ch := range b.book.Chapters {
		if ch.Name != chapter {
			continue
		}
		done := map[string]bool{}
		for _, c := range ch.Code {
			r := b.records.Results[chapter+"/"+c.Name]
			if r == nil || done[c.Name] {
				continue
			}
			done[c.Name] = true
			fmt.Fprintf(&out, "%s:\n", c.Name)
			for i := range r.Outputs {
				fmt.Fprintf(&out, "    %s\n", strings.ReplaceAll(strings.TrimRight(outputText(&r.Outputs[i]), "\n"), "\n", "\n    "))
			}
			if f := r.Failure; f != nil {
				expected := ""
				if f.Expected {
					expected = " (expected)"
				}
				fmt.Fprintf(&out, "    failure %s, line %d%s: %s\n", f.Kind, f.Line, expected, f.Message)
			}
		}
		for _, v := range ch.Values {
			got, ok := b.records.Values[chapter+"/"+v.ID]
			fmt.Fprintf(&out, "value %s: %s = %q %v\n", v.ID, v.Expr, got.Text, ok)
		}
	}
	return out.String()
}

func outputText(o *blocks.Output) string {
	switch o.Kind {
	case blocks.TextOutput:
		if len(o.Text) > 300 {
			return fmt.Sprintf("| (%d bytes) …%s", len(o.Text), o.Text[len(o.Text)-40:])
		}
		return "| " + strings.ReplaceAll(strings.TrimRight(o.Text, "\n"), "\n", "\n| ")
	case blocks.ValueOutput:
		return fmt.Sprintf("= %s (%s %s)", value.Text(o.Value, ""), o.Value.Kind, o.Value.Type)
	case blocks.CheckOutput:
		return fmt.Sprintf("check %s %t", o.Check.Name, o.Check.OK)
	case blocks.MathOutput:
		return fmt.Sprintf("math %s = %s", o.Symbol, value.Text(o.Value, ""))
	}
	return string(o.Kind)
}
