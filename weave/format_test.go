package weave

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// exampleRE finds the examples of docs/format.md, each with the findings or the
// BibTeX file behind it, if any.
var exampleRE = regexp.MustCompile("(?s)````markdown\n(.*?)````\n(?:\n```findings\n(.*?)```\n)?(?:\n```bib\n(.*?)```\n)?")

// TestFormat builds every example of docs/format.md as a course of its own and
// compares what weave says of it: nothing, or the findings shown behind it.
func TestFormat(t *testing.T) {
	text, err := os.ReadFile("../docs/format.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := exampleRE.FindAllStringSubmatch(string(text), -1)
	if len(examples) < 10 {
		t.Fatalf("docs/format.md has %d examples", len(examples))
	}
	for _, ex := range examples {
		first, _, _ := strings.Cut(ex[1], "\n")
		t.Run(first, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(ex[2], buildExample(t, ex[1], ex[3])); diff != "" {
				t.Errorf("findings (-docs +weave):\n%s\n%s", diff, ex[1])
			}
		})
	}
}

func buildExample(t *testing.T, chapter, works string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "chapters"), 0o777); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"reader.yaml": "lang: de\nbibliography: works.bib\n", "example.md": chapter, "works.bib": works} {
		if err := os.WriteFile(filepath.Join(dir, "chapters", name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	r, err := Build(context.Background(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := r.Print(&b); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"out/html/example.html", "out/reader.pdf"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
	return b.String()
}
