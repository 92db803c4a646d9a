package typeset

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"weave/weave/pdf"
)

// A formula copies out of the book as it is read: also what is drawn as an
// outline, roots and large fences.
func TestFormulasCopyOut(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	d, _ := layoutOf(t, "# A\n\nEs ist $a = \\sqrt{x} \\le \\alpha$ und $\\mathbf{W}\\mathbf{x} + b \\to \\infty$, dazu $x - 1$.\n\n$$\\left\\{\\begin{matrix}1\\\\2\\\\3\\\\4\\end{matrix}\\right]$$\n")
	data, err := pdf.Write(t.Context(), d, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "book.pdf")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftotext", "-raw", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Es ist a = √x ≤ α und Wx + b → ∞, dazu x − 1.", "{", "]"} {
		if !strings.Contains(strings.ReplaceAll(string(out), "\n", " "), want) {
			t.Errorf("no %q in %q", want, out)
		}
	}
}
