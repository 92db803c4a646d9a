package epub_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"weave/weave/epub"
)

var book = epub.Book{
	Title: "Buch <1>", Subtitle: "& mehr", Author: "A. Autor", Lang: "de", Contents: "Inhalt",
	Modified: time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC),
	Style:    []byte("@font-face{font-family:T;src:url(fonts/t.woff)} p{color:red}"),
	Files:    map[string][]byte{"fonts/t.woff": []byte("wOFF"), "images/a.svg": []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>`)},
	Pages: []epub.Page{
		{Name: "index", Title: "Buch", Lang: "de", Body: `<h1>Buch & mehr</h1><p><a href="01-a.html#x">eins</a><br>zwei<button>nein</button></p>`},
		{Name: "01-a", Title: "1 A", Lang: "de", Body: `<h1>A</h1><p id="x">Formel <span><svg aria-hidden="true" viewBox="0 0 9 9"><path d="M0 0"/></svg><math aria-label="x"><mi>x</mi></math></span></p>` +
			`<p><img src="images/a.svg" alt="Bild"><a href="https://go.dev/">Go</a></p><div class="slider"><input type="range"></div><script>alert("<")</script>`},
	},
}

// open reads the files of a publication; the first must be mimetype, stored.
func open(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if f := z.File[0]; f.Name != "mimetype" || f.Method != zip.Store {
		t.Errorf("the first file is %s, method %d", f.Name, f.Method)
	}
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(text)
	}
	return files
}

func TestWrite(t *testing.T) {
	data, err := epub.Write(book)
	if err != nil {
		t.Fatal(err)
	}
	files := open(t, data)
	for name, text := range files {
		if !strings.HasSuffix(name, ".xhtml") && !strings.HasSuffix(name, ".opf") {
			continue
		}
		d := xml.NewDecoder(strings.NewReader(text))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Errorf("%s: %v", name, err)
				break
			}
		}
	}
	for _, c := range []struct{ file, want string }{
		{"EPUB/index.xhtml", `<a href="01-a.xhtml#x">eins</a><br/>zwei</p>`},
		{"EPUB/01-a.xhtml", `<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" viewBox="0 0 9 9"><path d="M0 0"/></svg><math xmlns="http://www.w3.org/1998/Math/MathML" alttext="x"><mi>x</mi></math>`},
		{"EPUB/01-a.xhtml", `<img src="images/a.svg" alt="Bild"/>`},
		{"EPUB/package.opf", `<item id="p1" href="01-a.xhtml" media-type="application/xhtml+xml" properties="mathml svg"/>`},
		{"EPUB/package.opf", `<dc:title id="title">Buch &lt;1&gt;</dc:title>`},
		{"EPUB/nav.xhtml", `<li><a href="01-a.xhtml">1 A</a></li>`},
	} {
		if !strings.Contains(files[c.file], c.want) {
			t.Errorf("%s has no %s:\n%s", c.file, c.want, files[c.file])
		}
	}
	for _, left := range []string{"slider", "alert", "button"} {
		if strings.Contains(files["EPUB/01-a.xhtml"]+files["EPUB/index.xhtml"], left) {
			t.Errorf("%s was not left out", left)
		}
	}
	again, err := epub.Write(book)
	if err != nil || !bytes.Equal(data, again) {
		t.Error("the same book gave other bytes", err)
	}
}

// TestEpubcheck asks the validator of the W3C, where it is installed: Debian's
// program is a Java archive.
func TestEpubcheck(t *testing.T) {
	program, err := exec.LookPath("epubcheck")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("no epubcheck")
		}
		t.Skip("no epubcheck")
	}
	good := book
	good.Style, good.Files = []byte("p{color:red}"), map[string][]byte{"images/a.svg": book.Files["images/a.svg"]}
	data, err := epub.Write(good)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "book.epub")
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("java", "-jar", program, path).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
