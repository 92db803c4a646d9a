package verify

import (
	"testing"

	"weave/weave/doc"
	"weave/weave/source"
)

// TestUnusedLabels: a label is used by a reference in any chapter.
func TestUnusedLabels(t *testing.T) {
	a, _ := doc.Parse(source.NewFile("chapters/a.md", []byte("$$\nx\n$$ {#eq-a}\n\n$$\ny\n$$ {#eq-b}\n\n$$\nz\n$$ {#eq-b-c}\n")), doc.ParseOptions{})
	b, _ := doc.Parse(source.NewFile("chapters/b.md", []byte("See @eq-a.\n")), doc.ParseOptions{})
	list := UnusedLabels(&doc.Book{Chapters: []*doc.Chapter{a, b}})
	if len(list) != 1 || list[0].Message != "nothing refers to eq-b, eq-b-c" || list[0].Span.Position().Line != 5 {
		t.Errorf("got %v", list)
	}
}
