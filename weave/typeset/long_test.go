package typeset

import (
	"fmt"
	"strings"
	"testing"
	"weave/weave/value"

	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/source"
)

// layoutOf sets one English chapter.
func layoutOf(t *testing.T, text string) (*draw.Document, source.List) {
	t.Helper()
	ch, list := doc.Parse(source.NewFile("chapters/01-x.md", []byte("---\ntitle: Long\nlang: en\n---\n\n"+text)), doc.ParseOptions{Lang: "en", Number: 1})
	if len(list) > 0 {
		t.Fatal(list[0].Message)
	}
	book := &doc.Book{Title: "Long", Lang: "en", Chapters: []*doc.Chapter{ch}}
	doc.Resolve(book, nil)
	return Layout(t.Context(), Input{Book: book, ValueText: value.Text})
}

// bodies are the texts of the pages behind title and contents.
func bodies(d *draw.Document) (out []string) {
	for _, p := range d.Pages[2:] {
		out = append(out, frameText(p.Frame))
	}
	return out
}

func TestLongTableRepeatsItsHead(t *testing.T) {
	var b strings.Builder
	b.WriteString("| key | value |\n|---|---|\n")
	for i := range 90 {
		fmt.Fprintf(&b, "| row %d | %d.5 |\n", i, i)
	}
	d, _ := layoutOf(t, b.String())
	pages := bodies(d)
	if len(pages) < 3 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, p := range pages {
		if strings.Count(p, "keyvalue") != 1 {
			t.Errorf("page %d has the head %d times", i+1, strings.Count(p, "keyvalue"))
		}
	}
	heads := 0
	for _, tr := range d.Root.Kids[1].Kids[1].Kids {
		if tr.Kids[0].Type == "TH" {
			heads++
		}
	}
	if heads != 1 {
		t.Errorf("%d rows of head cells in the structure", heads)
	}
}

func TestCodeIsSplitWithThreeLines(t *testing.T) {
	for before := 28; before < 40; before++ {
		var b strings.Builder
		b.WriteString(strings.Repeat("A line.\n\n", before) + "```go\n")
		for i := range 9 {
			fmt.Fprintf(&b, "line%d()\n", i)
		}
		d, _ := layoutOf(t, b.String()+"```\n")
		for i, p := range bodies(d) {
			if n := strings.Count(p, "line"); n > 0 && n < 3 {
				t.Errorf("%d lines before: page %d has %d lines of the code", before, i+1, n)
			}
		}
	}
}

func TestHeadingKeepsTwoLines(t *testing.T) {
	for before := 20; before < 36; before++ {
		d, _ := layoutOf(t, strings.Repeat("A line.\n\n", before)+"## Heading\n\n"+english+"\n")
		for i, p := range bodies(d) {
			if _, behind, ok := strings.Cut(p, "1.1 Heading"); ok && len(behind) < 100 && !strings.HasPrefix(p, "1") {
				t.Errorf("%d lines before: only %q behind the heading on page %d", before, behind, i+1)
			}
		}
	}
}

func TestWideFormulas(t *testing.T) {
	long := strings.Repeat("a_1 + b_1 + ", 20) + "c"
	if _, list := layoutOf(t, "$$x = "+long+"$$\n"); len(list) > 0 {
		t.Errorf("a formula that can be broken: %s", list[0].Message)
	}
	_, list := layoutOf(t, "$$\\sqrt{"+long+"}$$\n")
	if len(list) != 1 || !strings.Contains(list[0].Message, "made smaller") || list[0].Span.Place() != "chapters/01-x.md:6:3" {
		t.Errorf("a formula that cannot be broken: %v", list)
	}
}

// A text in a script that the fonts lack is one finding, with what mends it.
func TestUnsetScript(t *testing.T) {
	_, list := layoutOf(t, strings.Repeat("我们的文字在这本书里没有字体\n\n", 20))
	if len(list) != 1 || !strings.Contains(list[0].Message, "no font has 13 characters of this chapter, like 我们的文字在这本") || len(list[0].Hints) == 0 || list[0].Span.Place() != "chapters/01-x.md:6:1" {
		t.Errorf("%v", list)
	}
}

func TestWarnings(t *testing.T) {
	_, list := layoutOf(t, "`aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa` and text\n\nA sign: \u4e00\n")
	var got []string
	for _, f := range list {
		got = append(got, f.Span.Place()+" "+f.Message)
	}
	all := strings.Join(got, "\n")
	for _, want := range []string{"chapters/01-x.md:6:1 a line of this text is", "pt too long", `no font has the character "一" (U+4E00)`} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
}
