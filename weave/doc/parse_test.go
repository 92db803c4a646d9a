package doc

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"weave/weave/bib"
	"weave/weave/source"
)

// TestCases parses and resolves the chapters of each testdata/*.txt as one book
// and compares the tree and what there is to say.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]string{}
			got["tree"], got["diagnostics"] = parseArchive(ar)
			compareSections(t, name, ar, got)
		})
	}
}

func parseArchive(ar *txtar.Archive) (tree, diagnostics string) {
	book := &Book{Lang: "de"}
	var list source.List
	for _, f := range ar.Files {
		if strings.HasSuffix(f.Name, ".bib") {
			works, l := bib.Parse(source.NewFile("chapters/"+f.Name, f.Data))
			book.Works, list = works, append(list, l...)
			if strings.HasPrefix(f.Name, "numeric") {
				book.CiteStyle = Numeric
			}
		}
		if !strings.HasSuffix(f.Name, ".md") {
			continue
		}
		ch, l := Parse(source.NewFile("chapters/"+f.Name, f.Data), ParseOptions{Lang: "de", Number: len(book.Chapters) + 1, ReadFile: func(p string) ([]byte, error) {
			for _, img := range ar.Files {
				if "chapters/"+img.Name == p {
					return img.Data, nil
				}
			}
			return nil, os.ErrNotExist
		}})
		list = append(list, l...)
		book.Chapters = append(book.Chapters, ch)
	}
	list = append(list, Resolve(book, nil)...)
	var b, d strings.Builder
	for _, ch := range book.All() {
		b.WriteString(dump(ch))
	}
	list.Print(&d)
	return b.String(), d.String()
}

// compareSections checks the sections that the case has; UPDATE=1 writes them.
func compareSections(t *testing.T, name string, ar *txtar.Archive, got map[string]string) {
	t.Helper()
	for i := range ar.Files {
		f := &ar.Files[i]
		text, ok := got[f.Name]
		if !ok {
			continue
		}
		if os.Getenv("UPDATE") != "" {
			f.Data = []byte(text)
		} else if diff := cmp.Diff(string(f.Data), text); diff != "" {
			t.Errorf("%s:\n%s", f.Name, diff)
		}
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, name := range files {
		if ar, err := txtar.ParseFile(name); err == nil {
			for _, file := range ar.Files {
				f.Add(string(file.Data))
			}
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		ch, list := Parse(source.NewFile("chapters/x.md", []byte(text)), ParseOptions{Lang: "de"})
		list = append(list, Resolve(&Book{Lang: "de", Chapters: []*Chapter{ch}}, nil)...)
		for _, d := range list {
			if d.Span.Start < 0 || d.Span.End > len(text) || d.Message == "" {
				t.Errorf("finding at %d–%d of %d bytes: %q", d.Span.Start, d.Span.End, len(text), d.Message)
			}
		}
	})
}
