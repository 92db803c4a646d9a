package typeset

import (
	"fmt"
	"strings"
	"testing"

	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/source"
)

// The index names the pages on which its terms stand, each once, and leads there.
func TestIndexPages(t *testing.T) {
	var text strings.Builder
	for i := range 60 {
		fmt.Fprintf(&text, "## Abschnitt %d\n\n[Wort %02d]{.index} [Überall]{.index} und [noch](#x) %s\n\n", i, i, strings.Repeat("Text und Text. ", 60))
	}
	ch, _ := doc.Parse(source.NewFile("chapters/01-a.md", []byte(text.String())), doc.ParseOptions{Lang: "de", Number: 1})
	in := Input{Book: &doc.Book{Lang: "de", Title: "T", Chapters: []*doc.Chapter{ch}}}
	doc.Resolve(in.Book, nil)
	d, _ := Layout(t.Context(), in)
	pages := map[string]string{} // of each anchor, by label
	for _, p := range d.Pages {
		for _, name := range anchors(p.Frame) {
			if pages[name] == "" {
				pages[name] = p.Label
			}
		}
	}
	links, numbers := 0, map[string]bool{}
	for _, p := range d.Pages {
		for _, l := range linksOf(p.Frame) {
			if !strings.HasPrefix(l.Target, "#01-a/_t-") {
				continue
			}
			links++
			numbers[l.Label] = true
			if want := pages[l.Target[1:]]; l.Label != want {
				t.Errorf("the index says page %s of %s, it is page %s", l.Label, l.Target, want)
			}
		}
	}
	if links < 60+len(numbers) || links > 61+len(numbers) || len(numbers) < 5 {
		t.Errorf("%d links to %d pages", links, len(numbers))
	}
}

func anchors(f *draw.Frame) (out []string) {
	for _, it := range f.Items {
		switch it := it.(type) {
		case draw.Anchor:
			out = append(out, it.Name)
		case draw.Group:
			out = append(out, anchors(it.Frame)...)
		}
	}
	return out
}

func linksOf(f *draw.Frame) (out []draw.Link) {
	for _, it := range f.Items {
		switch it := it.(type) {
		case draw.Link:
			out = append(out, it)
		case draw.Group:
			out = append(out, linksOf(it.Frame)...)
		}
	}
	return out
}
