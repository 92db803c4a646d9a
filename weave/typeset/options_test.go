package typeset

import (
	"strings"
	"testing"

	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
)

// textAt finds the first run that reads so and returns where it begins.
func textAt(f *draw.Frame, text string, x float64) (float64, bool) {
	for _, it := range f.Items {
		switch it := it.(type) {
		case draw.Glyphs:
			if strings.TrimSpace(frameText(&draw.Frame{Items: []draw.Item{it}})) == text {
				return x + it.X, true
			}
		case draw.Group:
			if at, ok := textAt(it.Frame, text, x+it.X); ok {
				return at, true
			}
		}
	}
	return 0, false
}

func TestTwoSided(t *testing.T) {
	in := sampleInput(t, 3)
	in.TwoSided = true
	d, _ := Layout(t.Context(), in)
	chapters := 0
	for i, p := range d.Pages {
		if len(p.Frame.Items) == 0 {
			continue
		}
		folio, ok := p.Frame.Items[len(p.Frame.Items)-1].(draw.Glyphs)
		if i > 0 && !ok {
			t.Fatalf("page %s has no folio", p.Label)
		}
		if outside := folio.X > A4.Width/2; i > 0 && outside != (i%2 == 0) {
			t.Errorf("sheet %d: the folio %s is inside, at %.0f", i+1, p.Label, folio.X)
		}
		if _, opens := textAt(p.Frame, "KAPITEL 1", 0); opens {
			chapters++
			if i%2 != 0 {
				t.Errorf("a chapter opens on the left page %s", p.Label)
			}
		}
	}
	if chapters == 0 {
		t.Error("no chapter was found")
	}
}

func TestNumberedLines(t *testing.T) {
	c := &doc.Code{Lang: "go", Options: doc.Options{Numbered: true}}
	for range 12 {
		c.Lines = append(c.Lines, doc.Line{Text: "x++"})
	}
	s := testSetter(t)
	s.code(c)
	f, _ := stack(s.items, s.width)
	for _, number := range []string{"1", "12"} {
		if _, ok := textAt(f, number, 0); !ok {
			t.Errorf("line %s has no number", number)
		}
	}
}

func TestDraftMarks(t *testing.T) {
	for draft, want := range map[bool]int{false: 0, true: 1} {
		s := testSetter(t)
		s.lay.in.Draft = draft
		s.width = 60
		s.paragraph([]doc.Inline{&doc.CodeSpan{Text: "unbreakableIdentifier"}}, s.ch.File.At(0, 0))
		f, _ := stack(s.items, s.width)
		if got := artifacts(f); got != want {
			t.Errorf("draft %v: %d marks, want %d", draft, got, want)
		}
		if len(s.list) != 1 {
			t.Errorf("draft %v: %d warnings, want 1", draft, len(s.list))
		}
	}
}

// artifacts counts what is marked as decoration.
func artifacts(f *draw.Frame) (n int) {
	for _, it := range f.Items {
		if g, ok := it.(draw.Group); ok {
			if g.Tag == draw.Artifact {
				n++
			}
			n += artifacts(g.Frame)
		}
	}
	return n
}

// testSetter sets into a list without a book around it.
func testSetter(t *testing.T) *setter {
	t.Helper()
	in := sampleInput(t, 1)
	in.Paper = A4
	l := &layout{ctx: t.Context(), in: in, fonts: font.Builtin()}
	return l.setter(in.Book.Chapters[0], &draw.Element{Type: "Sect"})
}

func TestWideTable(t *testing.T) {
	s := testSetter(t)
	word := func(text string) []doc.Inline { return []doc.Inline{&doc.CodeSpan{Text: text}} }
	row := [][]doc.Inline{word("averyLongIdentifierOfGo"), word("anotherLongIdentifier"), word("theThirdOfThemAll"), word("andOneMoreForTheWidth")}
	s.table(&doc.Table{Align: make([]doc.Align, 4), Head: row, Rows: [][][]doc.Inline{row}, Place: doc.Place{Span: s.ch.File.At(0, 0)}})
	for _, it := range s.items {
		if it.kind == boxItem && it.frame.Width > s.width+0.5 {
			t.Errorf("a row is %.0f pt wide on %.0f", it.frame.Width, s.width)
		}
	}
	if len(s.list) != 1 || !strings.Contains(s.list[0].Message, "made smaller") {
		t.Errorf("the findings are %v", s.list)
	}
}

// The title page shows a figure of the book; a label that is none is a warning.
func TestCover(t *testing.T) {
	for label, want := range map[string]string{"fig-loss": "", "eq-nichts": "the cover eq-nichts is no figure of the book"} {
		in := sampleInput(t, 1)
		in.Cover = label
		d, list := Layout(t.Context(), in)
		said := ""
		for _, f := range list {
			said += f.Message
		}
		if said != want {
			t.Errorf("%s: %q", label, said)
		}
		shown := len(d.Root.Kids[0].Kids[0].Kids) > 0 && d.Root.Kids[0].Kids[0].Kids[len(d.Root.Kids[0].Kids[0].Kids)-1].Type == "Figure"
		if shown != (want == "") {
			t.Errorf("%s: a figure on the title page: %v", label, shown)
		}
	}
}
