package html_test

import (
	"regexp"
	"strings"
	"testing"

	"weave/weave/doc"
	"weave/weave/html"
	"weave/weave/source"
)

func pageOf(t *testing.T, text string) string {
	t.Helper()
	ch, list := doc.Parse(source.NewFile("chapters/01-x.md", []byte("# X\n\n"+text)), doc.ParseOptions{Lang: "de", Number: 1})
	for _, d := range list {
		t.Fatal(d.Message)
	}
	book := &doc.Book{Title: "X", Lang: "de", Chapters: []*doc.Chapter{ch}}
	for _, d := range doc.Resolve(book, nil) {
		t.Fatal(d.Message)
	}
	files, _ := html.Write(t.Context(), html.Input{Book: book})
	return string(files["01-x.html"])
}

var numberRE = regexp.MustCompile(`<(a|span) class="en"([^>]*)>(?:<span>)?(\(?[^<]*)`)

// Each number stands in the column of numbers, on the baseline of its line, and
// one that has a label is a target that links to itself.
func TestNumbersOfLines(t *testing.T) {
	page := pageOf(t, `$$\begin{align} a &= b \label{eq-a} \\ &= c \notag \\ &= d \tag{$*$} \\ &= e \end{align}$$

$$x = y$$ {#eq-x}

Mit @eq-a und @eq-x.
`)
	got := numberRE.FindAllStringSubmatch(page, -1)
	if len(got) != 4 {
		t.Fatalf("%d numbers: %q", len(got), got)
	}
	for i, want := range []struct{ element, attributes, shown string }{
		{"a", `id="eq-a"`, "(1.1)"}, {"span", `--y:`, ""}, {"span", `--y:`, "(1.2)"}, {"a", `href="#eq-x"`, "(1.3)"},
	} {
		if g := got[i]; g[1] != want.element || !strings.Contains(g[2], want.attributes) || g[3] != want.shown {
			t.Errorf("number %d is %q, want %q", i, g, want)
		}
	}
	for _, s := range []string{`<div class="eq" id="eq-x">`, "Gleichung\u00a0(1.1)", "Gleichung\u00a0(1.3)"} {
		if !strings.Contains(page, s) {
			t.Errorf("the page lacks %q", s)
		}
	}
}

// A formula wider than a phone's line may go on in the next one; it is read and
// copied as one.
func TestWideFormulasMayBreak(t *testing.T) {
	page := pageOf(t, `$$z = w_1 x_1 + w_2 x_2 + \dots + w_n x_n + b = \sum_{i=1}^{n} w_i x_i + b = \mathbf{w}\mathbf{x} + b$$

$$a = b = c$$

$z = w_1 x_1 + w_2 x_2 + w_3 x_3 + w_4 x_4 + w_5 x_5 + b = 1$
`)
	if n := strings.Count(page, `<span class="f fd br" style="--in:`); n != 1 {
		t.Errorf("%d displays may break", n)
	}
	if n := strings.Count(page, `<span class="f br">`); n != 1 {
		t.Errorf("%d formulas in a line may break", n)
	}
	if n := strings.Count(page, "<math "); n != 3 {
		t.Errorf("%d formulas are read", n)
	}
	if display := page[strings.Index(page, "f fd br"):]; strings.Count(display[:strings.Index(display, "</div>")], "<wbr>") != 2 {
		t.Errorf("not one place to break before each relation but the first: %s", display[:strings.Index(display, "</div>")])
	}
}

// Who cannot use MathML hears the formula in the words of the book's language.
func TestFormulasHaveWords(t *testing.T) {
	page := pageOf(t, "Es ist $a^2 \\ge 0$.\n\n$$\\frac12 x = 1$$\n")
	for _, want := range []string{`aria-label="a Quadrat größer gleich 0"`, `aria-label="ein halb x gleich 1" display="block"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}
