// Package epub puts pages into an EPUB 3.3 publication. It knows no chapter.
package epub

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"html"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
)

// Book is what a publication holds.
type Book struct {
	Title, Subtitle, Author, Lang string
	Contents                      string // the word above the table of contents
	Modified                      time.Time
	Pages                         []Page
	Style                         []byte
	Files                         map[string][]byte // fonts and pictures, by the path that pages and style use
}

// Page is one document, in reading order. Body is HTML, as it stands in <main>.
type Page struct {
	Name  string // "01-neuron"
	Title string // as text
	Lang  string
	Body  string
}

// Write makes the publication. Equal books give equal bytes.
func Write(b Book) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	if err := store(z, "mimetype", []byte("application/epub+zip"), zip.Store); err != nil { // OCF 3.3, 4.2: first, as it is
		return nil, err
	}
	files := map[string][]byte{
		"META-INF/container.xml": []byte(container),
		"EPUB/style.css":         b.Style,
		"EPUB/nav.xhtml":         []byte(b.nav()),
	}
	properties := map[string]string{}
	for _, p := range b.Pages {
		text, used, err := xhtml(p)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.Name, err)
		}
		files["EPUB/"+p.Name+".xhtml"] = []byte(text)
		properties[p.Name] = used
	}
	for name, data := range b.Files {
		files["EPUB/"+name] = data
	}
	files["EPUB/package.opf"] = []byte(b.opf(properties))
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := store(z, name, files[name], zip.Deflate); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

// store writes a file without a time, so that the bytes depend on nothing else.
func store(z *zip.Writer, name string, data []byte, method uint16) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
	if err == nil {
		_, err = w.Write(data)
	}
	return err
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

// nav is the table of contents.
func (b *Book) nav() string {
	var w strings.Builder
	fmt.Fprintf(&w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"%[1]s\" xml:lang=\"%[1]s\">\n", html.EscapeString(b.Lang))
	fmt.Fprintf(&w, "<head><title>%s</title><link rel=\"stylesheet\" href=\"style.css\"/></head>\n<body>\n<nav epub:type=\"toc\" id=\"toc\"><h1>%s</h1>\n<ol>\n", html.EscapeString(b.Title), html.EscapeString(b.Contents))
	for _, p := range b.Pages {
		fmt.Fprintf(&w, "<li><a href=\"%s.xhtml\">%s</a></li>\n", html.EscapeString(p.Name), html.EscapeString(p.Title))
	}
	w.WriteString("</ol>\n</nav>\n</body>\n</html>\n")
	return w.String()
}

// opf is the package document.
func (b *Book) opf(properties map[string]string) string {
	var w strings.Builder
	esc := html.EscapeString
	fmt.Fprintf(&w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\" xml:lang=\"%s\">\n", esc(b.Lang))
	fmt.Fprintf(&w, "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<dc:identifier id=\"id\">%s</dc:identifier>\n<dc:title id=\"title\">%s</dc:title>\n", b.id(), esc(strings.TrimSpace(b.Title)))
	if b.Subtitle != "" {
		fmt.Fprintf(&w, "<dc:description>%s</dc:description>\n", esc(b.Subtitle))
	}
	if b.Author != "" {
		fmt.Fprintf(&w, "<dc:creator>%s</dc:creator>\n", esc(b.Author))
	}
	fmt.Fprintf(&w, "<dc:language>%s</dc:language>\n<meta property=\"dcterms:modified\">%s</meta>\n", esc(b.Lang), b.Modified.UTC().Format("2006-01-02T15:04:05Z"))
	for _, m := range [][2]string{
		{"accessMode", "textual"}, {"accessMode", "visual"}, {"accessModeSufficient", "textual"}, {"accessibilityFeature", "MathML"},
		{"accessibilityFeature", "alternativeText"}, {"accessibilityFeature", "tableOfContents"}, {"accessibilityFeature", "structuralNavigation"}, {"accessibilityHazard", "none"},
	} {
		fmt.Fprintf(&w, "<meta property=\"schema:%s\">%s</meta>\n", m[0], m[1])
	}
	w.WriteString("</metadata>\n<manifest>\n<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n<item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n")
	for i, p := range b.Pages {
		used := properties[p.Name]
		if used != "" {
			used = ` properties="` + used + `"`
		}
		fmt.Fprintf(&w, "<item id=\"p%d\" href=\"%s.xhtml\" media-type=\"application/xhtml+xml\"%s/>\n", i, esc(p.Name), used)
	}
	for i, name := range slices.Sorted(maps.Keys(b.Files)) {
		fmt.Fprintf(&w, "<item id=\"f%d\" href=\"%s\" media-type=\"%s\"/>\n", i, esc(name), mediaTypes[path.Ext(name)])
	}
	w.WriteString("</manifest>\n<spine>\n")
	for i := range b.Pages {
		fmt.Fprintf(&w, "<itemref idref=\"p%d\"/>\n", i)
	}
	w.WriteString("</spine>\n</package>\n")
	return w.String()
}

// mediaTypes are EPUB's core media types (EPUB 3.3, 3.2) by extension.
var mediaTypes = map[string]string{
	".woff": "font/woff", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml",
}

// id is the same for all editions of a book: made of its title and author.
func (b *Book) id() string {
	h := sha256.Sum256([]byte(b.Title + "\x00" + b.Author + "\x00" + b.Lang))
	h[6], h[8] = h[6]&0x0f|0x80, h[8]&0x3f|0x80 // RFC 9562, version 8
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", h[:4], h[4:6], h[6:8], h[8:10], h[10:16])
}
