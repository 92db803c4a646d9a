package weave

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestRobustSite opens a page that nobody would write: a title with tags, 300
// headings with formulas, 2 MB of output, a quotation from right to left.
func TestRobustSite(t *testing.T) {
	dir := t.TempDir()
	var text strings.Builder
	text.WriteString("# Ein <b>Titel</b> & \"mehr\" mit $\\frac{a}{b}$\n\n> שלום עולם, das ist rechts.\n\n")
	text.WriteString("```go {#viel}\nfmt.Print(strings.Repeat(\"eine lange Zeile von Zahlen und <Zeichen>\\n\", 50000))\n```\n\n")
	text.WriteString("| a |\n|---|\n| 1 |\n: Mit $\\sigma(<x>)$ & mehr {#tbl-t}\n\n")
	for i := range 300 {
		fmt.Fprintf(&text, "## Abschnitt %d mit $x_{%d}$\n\nEin Satz.\n\n", i, i)
	}
	if err := os.MkdirAll(filepath.Join(dir, "chapters"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "chapters", "01-a.md"), []byte(text.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	report, err := Build(t.Context(), dir, Options{})
	if err != nil || report.Failed() {
		t.Fatal(err, report)
	}
	b := openBrowser(t, "file://"+filepath.ToSlash(filepath.Join(dir, "out", "html")))
	for _, width := range []int64{1440, 390} {
		b.open("01-a.html", width)
		if faults := b.text(faultsOf); faults != "" {
			t.Errorf("at %d: %s", width, faults)
		}
	}
	b.open("01-a.html", 1440)
	b.is(`document.querySelector('.much').open`, "false")
	b.do(chromedp.Click(".much summary"))
	b.is(`(p => p.scrollHeight > p.clientHeight && p.clientHeight < 600)(document.querySelector('.much pre'))`, "true")
	b.is(`document.querySelectorAll('.toc a').length`, "300")
	b.is(`document.title.startsWith('1 Ein Titel & “mehr” mit a over b · ')`, "true")
	b.is(`getComputedStyle(document.querySelector('blockquote p')).direction`, "rtl")
	for _, f := range b.faults {
		t.Error(f)
	}
}
