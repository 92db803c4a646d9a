package html_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/html"
	"weave/weave/source"
)

// TestCases writes the chapters of each testdata/*.txt, with the results of
// their blocks in results.json, and compares the article of the first chapter
// and the findings. UPDATE=1 rewrites them.
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
			files, findings := writeSite(t, ar)
			checkLinks(t, files)
			got := map[string]string{"article": article(string(files["01-a.html"])), "findings": findings, "search": string(files["search-index.js"]), "index": article(string(files["index.html"]))}
			for i := range ar.Files {
				f := &ar.Files[i]
				want, ok := got[f.Name]
				switch {
				case !ok:
				case os.Getenv("UPDATE") != "":
					f.Data = []byte(want)
				default:
					if diff := cmp.Diff(string(f.Data), want); diff != "" {
						t.Errorf("%s:\n%s", f.Name, diff)
					}
				}
			}
			if os.Getenv("UPDATE") != "" {
				if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// writeSite makes a site of the chapters of a case.
func writeSite(t *testing.T, ar *txtar.Archive) (files map[string][]byte, findings string) {
	t.Helper()
	book := &doc.Book{Title: "Buch <1>", Subtitle: "& mehr", Author: "A. Autor", Lang: "de"}
	results := map[string]*blocks.Result{}
	pictures := map[string][]byte{}
	for _, f := range ar.Files {
		pictures["chapters/"+f.Name] = f.Data
	}
	var list source.List
	for _, f := range ar.Files {
		switch {
		case f.Name == "results.json":
			if err := json.Unmarshal(f.Data, &results); err != nil {
				t.Fatal(err)
			}
		case strings.HasSuffix(f.Name, ".md"):
			ch, l := doc.Parse(source.NewFile("chapters/"+f.Name, f.Data), doc.ParseOptions{Lang: "de", Number: len(book.Chapters) + 1, ReadFile: func(p string) ([]byte, error) {
				if data, ok := pictures[p]; ok {
					return data, nil
				}
				return nil, os.ErrNotExist
			}})
			list = append(list, l...)
			book.Chapters = append(book.Chapters, ch)
			for _, c := range ch.Code {
				if c.Options.Use != "" {
					c.Source = "func registered() {}\n"
				}
			}
		}
	}
	values := map[*doc.Value]doc.Filled{}
	for _, ch := range book.Chapters {
		for _, v := range ch.Values {
			if v.Expr != "missing" {
				values[v] = doc.Filled{Text: "«" + v.Expr + "»", TeX: "42"}
			}
		}
	}
	list = append(list, doc.Resolve(book, values)...)
	files, found := html.Write(t.Context(), html.Input{Book: book, Result: func(name string) *blocks.Result { return results[name] }, Figure: square, ValueTeX: valueTeX, ValueText: valueText, PDF: "../reader.pdf"})
	var b strings.Builder
	append(list, found...).Print(&b)
	return files, b.String()
}

var (
	linkRE = regexp.MustCompile(` (?:href|src)="([^"]*)"`)
	idRE   = regexp.MustCompile(` id="([^"]*)"`)
)

// checkLinks follows every link within the site to its file and its id, and
// sees that no id is there twice.
func checkLinks(t *testing.T, files map[string][]byte) {
	t.Helper()
	ids := map[string]bool{}
	for name, page := range files {
		for _, m := range idRE.FindAllSubmatch(page, -1) {
			if id := name + "#" + string(m[1]); ids[id] && strings.HasSuffix(name, ".html") {
				t.Errorf("%s is there twice", id)
			} else {
				ids[id] = true
			}
		}
	}
	for name, page := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		for _, m := range linkRE.FindAllSubmatch(page, -1) {
			file, id, hash := strings.Cut(string(m[1]), "#")
			switch {
			case strings.Contains(file, ":") || strings.HasPrefix(file, "../"):
				continue
			case file == "":
				file = name
			}
			if files[file] == nil || hash && !ids[file+"#"+id] {
				t.Errorf("%s: %s leads nowhere", name, m[1])
			}
		}
	}
}

// square stands for every plot.
func square(o *blocks.Output, width float64) *draw.Frame {
	return &draw.Frame{Width: width, Height: 10}
}

func valueTeX(o *blocks.Output, _ string) (string, bool) {
	return o.Value.Text, o.Value.Kind == blocks.FloatValue
}

func valueText(v *blocks.Value, _ string) string { return strings.ReplaceAll(v.Text, ".", ",") }

var (
	svgRE  = regexp.MustCompile(`(?s)<svg[^>]*?( aria-label="[^"]*"| aria-hidden)[^>]*>.*?</svg>`)
	mathRE = regexp.MustCompile(`(?s)<math.*?</math>`)
)

// article is what stands in <main>, with drawings and formulas shortened.
func article(page string) string {
	_, rest, _ := strings.Cut(page, "<main")
	_, rest, _ = strings.Cut(rest, ">\n")
	body, _, _ := strings.Cut(rest, "</main>")
	return mathRE.ReplaceAllString(svgRE.ReplaceAllString(body, "<svg$1>"), "<math>")
}

// TestDeterminism writes a site twice.
func TestDeterminism(t *testing.T) {
	ar, err := txtar.ParseFile("testdata/code.txt")
	if err != nil {
		t.Fatal(err)
	}
	first, _ := writeSite(t, ar)
	second, _ := writeSite(t, ar)
	if diff := cmp.Diff(first, second); diff != "" {
		t.Error(diff)
	}
}

// TestWeight holds the fonts and the rest of an empty site to their size.
func TestWeight(t *testing.T) {
	ar := &txtar.Archive{Files: []txtar.File{{Name: "01-a.md", Data: []byte("# A\n")}}}
	files, _ := writeSite(t, ar)
	total := 0
	for name, data := range files {
		if len(data) == 0 {
			t.Errorf("%s is empty", name)
		}
		total += len(data)
	}
	if total > 250_000 {
		t.Errorf("an empty chapter weighs %d bytes", total)
	}
}
