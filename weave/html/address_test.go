package html_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"image/png"
	"regexp"
	"slices"
	"strings"
	"testing"

	"weave/weave/doc"
	"weave/weave/html"
	"weave/weave/source"
)

// written is a site of one chapter.
func written(t *testing.T, text string, change func(in *html.Input)) (map[string][]byte, source.List) {
	t.Helper()
	book := &doc.Book{Title: "Buch", Lang: "de"}
	ch, list := doc.Parse(source.NewFile("chapters/01-a.md", []byte(text)), doc.ParseOptions{Lang: "de", Number: 1})
	book.Chapters = append(book.Chapters, ch)
	list = append(list, doc.Resolve(book, nil)...)
	in := html.Input{Book: book, Figure: square, ValueTeX: valueTeX, ValueText: valueText}
	change(&in)
	files, found := html.Write(t.Context(), in)
	return files, append(list, found...)
}

func TestBase(t *testing.T) {
	files, _ := written(t, "# Ein & zwei\n\nEin Satz.\n", func(in *html.Input) { in.Base = "https://example.org/kurs/" })
	for name, want := range map[string][]string{
		"01-a.html":   {`<link rel="canonical" href="https://example.org/kurs/01-a.html">`, `<meta property="og:url" content="https://example.org/kurs/01-a.html">`, `<meta property="og:title" content="Ein &amp; zwei">`, `<meta property="og:description" content="Ein Satz.">`, `<meta property="og:image" content="https://example.org/kurs/cards/01-a.png">`},
		"index.html":  {`<link rel="canonical" href="https://example.org/kurs/">`, `<meta property="og:type" content="book">`},
		"sitemap.xml": {`<loc>https://example.org/kurs/</loc>`, `<loc>https://example.org/kurs/01-a.html</loc>`},
		"404.html":    {`<base href="https://example.org/kurs/">`, `Diese Seite gibt es nicht`},
		"_headers":    {html.Policy()},
	} {
		for _, w := range want {
			if !strings.Contains(string(files[name]), w) {
				t.Errorf("%s has no %s", name, w)
			}
		}
	}
	for _, name := range []string{"cards/01-a.png", "cards/index.png"} {
		card, err := png.DecodeConfig(bytes.NewReader(files[name]))
		if err != nil || card.Width != 1200 || card.Height != 630 {
			t.Errorf("%s: %v, %v", name, card, err)
		}
	}
	if bytes.Equal(files["cards/01-a.png"], files["cards/index.png"]) {
		t.Error("two pages have one card")
	}
	if strings.Contains(string(files["404.html"]), "canonical") {
		t.Error("the page for what is not there has an address")
	}
}

// TestPolicy: no page has a script or a handler that the policy forbids.
func TestPolicy(t *testing.T) {
	files, _ := written(t, "# A\n\nText\n", func(*html.Input) {})
	scripts := regexp.MustCompile(`(?s)<script>(.*?)</script>`)
	handler := regexp.MustCompile(`<[^>]* on[a-z]+=`)
	for name, page := range files {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		for _, m := range scripts.FindAllSubmatch(page, -1) {
			hash := sha256.Sum256(m[1])
			if !strings.Contains(html.Policy(), base64.StdEncoding.EncodeToString(hash[:])) {
				t.Errorf("%s has a script that the policy does not name: %.80s", name, m[1])
			}
		}
		if m := handler.Find(page); m != nil {
			t.Errorf("%s has a handler: %s", name, m)
		}
		if strings.Contains(string(page), "<style") {
			t.Errorf("%s has styles of its own", name)
		}
	}
}

// TestSanitize: a stranger's HTML keeps its text, and nothing runs.
func TestSanitize(t *testing.T) {
	text := "# A\n\n<b onclick=\"x()\">fett</b> und <script>alert(1)</script>\n\n<iframe src=\"https://a.example/\"></iframe>\n\n<details><summary>Mehr</summary>Text</details>\n\n[drück](javascript:alert(1)) <img src=x onerror=alert(1)>\n"
	files, list := written(t, text, func(in *html.Input) { in.Sanitize = true })
	got := article(string(files["01-a.html"]))
	for _, bad := range []string{"<script", "onclick", "onerror", "<iframe", "javascript:"} {
		if strings.Contains(got, bad) {
			t.Errorf("%s is left in %s", bad, got)
		}
	}
	for _, good := range []string{"<b>fett</b>", "<summary>Mehr</summary>", "drück"} {
		if !strings.Contains(got, good) {
			t.Errorf("no %s in %s", good, got)
		}
	}
	list = slices.DeleteFunc(list, func(d source.Diagnostic) bool { return d.Kind == "layout" }) // about the book
	if len(list) != 1 || list[0].Severity != source.Warning {
		t.Errorf("findings: %v", list)
	}
	files, _ = written(t, text, func(*html.Input) {})
	if !strings.Contains(string(files["01-a.html"]), "<iframe") {
		t.Error("the author's own HTML was changed")
	}
}
