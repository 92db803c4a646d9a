package doc

import (
	"strings"
	"testing"

	"weave/weave/source"
)

// sums are those of a book of two chapters, by name.
func sums(t *testing.T, a, b string) map[string]Sum {
	t.Helper()
	book := &Book{Title: "T", Lang: "de"}
	for i, text := range []string{a, b} {
		ch, _ := Parse(source.NewFile([]string{"chapters/a.md", "chapters/b.md"}[i], []byte(text)), ParseOptions{Lang: "de", Number: i + 1})
		book.Chapters = append(book.Chapters, ch)
	}
	Resolve(book, nil)
	out := map[string]Sum{}
	sum := book.Sums()
	for _, ch := range book.Chapters {
		out[ch.Name] = sum(ch)
	}
	return out
}

// TestSums edits the first of two chapters: the second is another where it would show something of
// the edit, and only there.
func TestSums(t *testing.T) {
	const a = "# A\n\n## Alt {#sec-x}\n\nAnfang $a$.\n\nMehr.\n\n$$ x = 1 $$ {#eq-x}\n\n::: definition {#def-d title=\"D\"}\nEine *Zahl*.\n:::\n"
	const b = "# B\n\nWie in @sec-x, @eq-x, [hier](a.md#def-d) und $\\eqref{eq-x}$.\n"
	before := sums(t, a, b)
	for _, c := range []struct {
		name, edited       string
		same, otherChapter bool // of the edited chapter, and whether the other differs
	}{
		{"nothing", a, true, false},
		{"an empty line", "\n" + a, true, false},
		{"prose", replaced(t, a, "Mehr.", "Mehr und mehr."), false, false},
		{"the first paragraph of a section", replaced(t, a, "Anfang", "Beginn"), false, true},
		{"a formula in it", replaced(t, a, "$a$", "$b$"), false, true},
		{"a title of a section", replaced(t, a, "Alt", "Neu"), false, true},
		{"the title of the chapter", replaced(t, a, "# A", "# Z"), false, true},
		{"a formula that is referred to", replaced(t, a, "x = 1", "x = 2"), false, true},
		{"a box that is linked", replaced(t, a, "*Zahl*", "**Zahl**"), false, true},
		{"a number", replaced(t, a, "Mehr.", "Mehr.\n\n$$ y $$ {#eq-y}"), false, true},
	} {
		now := sums(t, c.edited, b)
		if (now["a"] == before["a"]) != c.same || (now["b"] != before["b"]) != c.otherChapter {
			t.Errorf("%s: the chapter is the same: %t, the other one too: %t", c.name, now["a"] == before["a"], now["b"] == before["b"])
		}
	}
}

func replaced(t *testing.T, text, old, new string) string {
	t.Helper()
	out := strings.Replace(text, old, new, 1)
	if out == text {
		t.Fatalf("%q is not in the text", old)
	}
	return out
}
