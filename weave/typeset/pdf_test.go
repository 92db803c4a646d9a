package typeset

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"weave/weave/pdf"
)

func sampleBook(t testing.TB, n int) []byte {
	t.Helper()
	return bookOf(t, sampleInput(t, n))
}

func TestBookIsTheSameTwice(t *testing.T) {
	if !bytes.Equal(sampleBook(t, 3), sampleBook(t, 3)) {
		t.Error("two runs give different bytes")
	}
}

func TestBookForReaders(t *testing.T) {
	file := filepath.Join(t.TempDir(), "book.pdf")
	if err := os.WriteFile(file, sampleBook(t, 1), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		want []string // in this order
	}{
		{[]string{"qpdf", "--check", file}, []string{"No syntax or stream encoding errors"}},
		{[]string{"pdftotext", file, "-"}, []string{"Lernen mit Gradienten", "Inhalt", "KAPITEL 1", "Straßenbahnhaltestellen", "1.1 Ein Schritt bergab", "1.2 Die Wahl der Lernrate", "Lösungen"}},
		{[]string{"pdfinfo", "-struct-text", file}, []string{"TOCI", "H1", `"KAPITEL 1 Gradientenabstieg"`, "Note", "Lbl", `"1"`, "H2", `"1.1 Ein Schritt bergab"`, "Formula", "Code", "Table", "TH", "Column", `"−1,25"`, "LI", "Lbl", "LBody", "BlockQuote", "Figure", "Caption"}},
	} {
		if _, err := exec.LookPath(c.args[0]); err != nil {
			t.Skip(c.args[0] + " is not installed")
		}
		out, err := exec.Command(c.args[0], c.args[1:]...).CombinedOutput()
		if err != nil {
			t.Fatalf("%s: %v\n%s", c.args, err, out)
		}
		rest := strings.ReplaceAll(string(out), "\u00ad\n", "")
		for _, w := range c.want {
			i := strings.Index(rest, w)
			if i < 0 {
				t.Errorf("%s: no %q where it should be", c.args[0], w)
				break
			}
			rest = rest[i+len(w):]
		}
	}
}

// BenchmarkBook sets and writes a book of about 100 pages.
func BenchmarkBook(b *testing.B) {
	in := sampleInput(b, 25)
	b.ReportAllocs()
	for b.Loop() {
		d, _ := Layout(b.Context(), in)
		data, err := pdf.Write(b.Context(), d, nil, nil)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(d.Pages)), "pages")
		b.ReportMetric(float64(len(data)), "bytes")
	}
}
