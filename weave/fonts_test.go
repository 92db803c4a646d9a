package weave

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/gosmallcaps"
	"golang.org/x/image/font/gofont/gosmallcapsitalic"
)

// withFiles is a directory with files.
func withFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// saidOf is what a build says.
func saidOf(t *testing.T, dir string) string {
	t.Helper()
	r, err := Build(context.Background(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	if err := r.Print(&said); err != nil {
		t.Fatal(err)
	}
	return said.String()
}

// A course's own fonts set its book; what cannot be read is a finding, and the
// built-in family stands in.
func TestFonts(t *testing.T) {
	dir := withFiles(t, map[string]string{
		"chapters/reader.yaml": "fonts: {text: [own.ttf, own-italic.ttf], sans: [none.otf], mono: [chapters/reader.yaml]}\n",
		"chapters/01-a.md":     "# Title\n\nText and *slanted* **bold** text, `code`.\n",
		"own.ttf":              string(gosmallcaps.TTF),
		"own-italic.ttf":       string(gosmallcapsitalic.TTF),
	})
	said := saidOf(t, dir)
	for _, want := range []string{"cannot read the font none.otf", "chapters/reader.yaml is no OpenType font"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in\n%s", want, said)
		}
	}
	if _, err := exec.LookPath("pdffonts"); err != nil {
		t.Skip("pdffonts is not installed")
	}
	out, err := exec.Command("pdffonts", filepath.Join(dir, "out/reader.pdf")).Output()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"+own ": true, "+own-italic ": true, "+STIXTwoText ": false, "+GoRegular ": true, "+GoMono ": true} {
		if strings.Contains(string(out), name) != want {
			t.Errorf("font %s in the book: %v\n%s", name, !want, out)
		}
	}
}

// Where a font has a script that runs from right to left, the book says that it
// does not set it so.
func TestRightToLeft(t *testing.T) {
	hebrew, err := os.ReadFile("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
	if err != nil {
		t.Skip("no font with Hebrew is installed")
	}
	dir := withFiles(t, map[string]string{
		"chapters/reader.yaml": "fonts: {text: [own.ttf]}\n",
		"chapters/a.md":        "# Title\n\nText and שלום.\n\nמספר\n",
		"chapters/b.md":        "# Title\n\nThe first is ℵ.\n",
		"own.ttf":              string(hebrew),
	})
	said := saidOf(t, dir)
	const want = "chapters/a.md:3:1: warning: this text runs from right to left; the book sets its letters from left to right\n" +
		"    Text and שלום.\n    ^^^^^^^^^^^^^^\n    hint: the site has them in their order\n"
	if said != want {
		t.Errorf("said\n%s\nwant\n%s", said, want)
	}
}
