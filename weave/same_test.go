package weave

import (
	"bytes"
	"cmp"
	"context"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"weave/weave/memo"
)

// sameCourse has something of all that a page can depend on.
func sameCourse() map[string]string {
	return map[string]string{
		"go.mod":                "module reader\n\ngo 1.26\n",
		"blocks/area/area.go":   "// Package area computes areas.\npackage area\n\n// Square is that of a square.\nfunc Square(a float64) float64 { return a * a }\n",
		"chapters/reader.yaml":  "title: Same\nlang: en\nbase: https://example.org/same/\nbibliography: works.bib\nmacros:\n  vec: \\mathbf{#1}\nchecks:\n  assume: identity\n",
		"chapters/works.bib":    "@book{knuth, author = {Donald E. Knuth}, title = {The TeXbook}, year = {1984}}\n",
		"chapters/dot.png":      dot(color.Black),
		"chapters/01-first.md":  "# First\n\n## Squares {#sec-sq}\n\nThe opening of $\\vec{x}$ [@knuth].\n\n$$ x^2 = x \\cdot x $$ {#eq-sq}\n\nMore text.\n\n::: exercise {#ex-one}\nCompute.\n\n::: solution\nDone $\\eqref{eq-sq}$.\n:::\n:::\n",
		"chapters/02-second.md": "# Second\n\nAs in @sec-sq, @eq-sq and [there](01-first.md#ex-one).\n\n![A dot](dot.png){width=10%}\n\n```go {#sum}\na := area.Square(3)\na\n```\n\nThat is `{go} a`.\n\n```go {#fig-line}\n//| caption: A line to @fig-line, `{go} a` high.\n//| alt: To `{go} a`.\nblocks.Plot{Marks: []blocks.Mark{blocks.Line{X: []float64{0, 1}, Y: []float64{0, a}}}}\n```\n\n::: glossary\nSquare\n: A square has four sides.\n:::\n",
		"chapters/data.txt":     "seven",
		"chapters/03-third.md":  "# Third\n\nA [square]{.term} in @fig-line, and nothing of it.\n\n```go {#read}\ndata, err := os.ReadFile(\"data.txt\")\nfmt.Println(string(data), err)\n```\n",
	}
}

// dot is a picture of one pixel.
func dot(c color.Color) string {
	img := image.NewNRGBA(image.Rect(0, 0, 1, 1))
	img.Set(0, 0, c)
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.String()
}

// TestSameBytes edits a course in many ways: with all that earlier builds have
// kept, in memory and on disk, the outputs are those of a build from nothing.
func TestSameBytes(t *testing.T) {
	files := sameCourse()
	kept, disk, cold := t.TempDir(), t.TempDir(), t.TempDir()
	put := func(name, text string) {
		t.Helper()
		files[name] = text
		for _, dir := range []string{kept, disk, cold} {
			path := filepath.Join(dir, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, text := range files {
		put(name, text)
	}
	m := memo.New()
	edits := []struct{ what, file, old, new string }{
		{"nothing", "chapters/01-first.md", "", ""},
		{"prose", "chapters/01-first.md", "More text.", "More of the text."},
		{"lines above", "chapters/02-second.md", "# Second\n", "# Second\n\nNew.\n\nLines.\n"},
		{"the opening of a section", "chapters/01-first.md", "The opening", "The beginning"},
		{"a title of a section", "chapters/01-first.md", "## Squares", "## Square numbers"},
		{"a title of a chapter", "chapters/01-first.md", "# First", "# The first"},
		{"a formula that others refer to", "chapters/01-first.md", "x \\cdot x", "x x"},
		{"a claim that does not hold", "chapters/01-first.md", "= x x", "= x^3"},
		{"a solution", "chapters/01-first.md", "Done", "Well done"},
		{"code", "chapters/02-second.md", "Square(3)", "Square(4)"},
		{"a caption", "chapters/02-second.md", "caption: A line", "caption: One line"},
		{"an entry of the glossary", "chapters/02-second.md", "four sides", "four equal sides"},
		{"a mistake", "chapters/03-third.md", "nothing of it", "@eq-none and $\\alhpa$"},
		{"the mistake mended", "chapters/03-third.md", "@eq-none and $\\alhpa$", "nothing of it"},
		{"a block that fails", "chapters/02-second.md", "a := area", "var none []int\n_ = none[0]\na := area"},
		{"the block mended", "chapters/02-second.md", "var none []int\n_ = none[0]\n", ""},
		{"a package", "blocks/area/area.go", "a * a", "a*a + 1"},
		{"a blank line", "chapters/02-second.md", "# Second\n", "# Second\n\n"},
		{"the package as before", "blocks/area/area.go", "a*a + 1", "a * a"},
		{"a file that code reads", "chapters/data.txt", "seven", "eight"},
		{"a new chapter", "chapters/04-fourth.md", "", ""},
		{"a macro", "chapters/reader.yaml", "mathbf", "mathsf"},
		{"the bibliography", "chapters/works.bib", "1984", "1986"},
		{"a picture", "chapters/dot.png", "", ""},
		{"the configuration", "chapters/reader.yaml", "title: Same", "title: Another\nsides: two\npaper: letter"},
		{"the language", "chapters/reader.yaml", "lang: en", "lang: de"},
	}
	for _, edit := range edits {
		switch edit.what {
		case "a picture":
			put(edit.file, dot(color.White))
		case "a new chapter":
			put(edit.file, "# Fourth\n")
		default:
			text := strings.Replace(files[edit.file], edit.old, edit.new, 1)
			if text == files[edit.file] && edit.old != "" {
				t.Fatalf("%s: nothing changed", edit.what)
			}
			put(edit.file, text)
		}
		m.Round()
		got := written(t, kept, Options{memo: m})
		if r, err := unchanged(context.Background(), kept, Options{}); err != nil || r != nil && r.Failed() {
			t.Errorf("%s: %v, and %+v is kept", edit.what, err, r)
		} else if r == nil && (edit.what == "nothing" || edit.what == "code") {
			t.Errorf("%s: the next build does not know that nothing has changed", edit.what)
		}
		want := written(t, cold, Options{NoCache: true})
		if len(want["/out/html/cards/01-first.png"]) == 0 || len(want["/out/html/sitemap.xml"]) == 0 {
			t.Fatalf("%s: what only a site with an address has is not compared", edit.what)
		}
		same(t, edit.what+", in memory", got, want)
		same(t, edit.what+", on disk", written(t, disk, Options{}), want)
	}
}

// same compares outputs with those of a build from nothing.
func same(t *testing.T, what string, got, want map[string][]byte) {
	t.Helper()
	if !slices.Equal(slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want))) {
		t.Errorf("%s: other files: %v, %v", what, slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want)))
	}
	for name := range want {
		if !bytes.Equal(got[name], want[name]) {
			t.Errorf("%s: %s is another than from nothing", what, name)
		}
	}
}

// written is what a build has left in html/ and the book.
func written(t *testing.T, dir string, o Options) map[string][]byte {
	t.Helper()
	if _, err := Build(context.Background(), dir, o); err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	err := filepath.WalkDir(filepath.Join(dir, "out"), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() && slices.Contains([]string{".cache", "_gen"}, d.Name()) {
			return cmp.Or(err, filepath.SkipDir)
		}
		if !d.IsDir() {
			out[path[len(dir):]], err = os.ReadFile(path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
