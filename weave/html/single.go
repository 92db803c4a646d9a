package html

import (
	"bytes"
	"encoding/base64"
	"mime"
	"net/url"
	"path"
	"regexp"
	"strings"

	nethtml "golang.org/x/net/html"

	"weave/weave/doc"
)

// Single puts a site into one file that holds everything: pages, fonts,
// pictures, style sheet and script. Ids of a page get its name before them.
// The files are those that Write made of the book.
func Single(book *doc.Book, files map[string][]byte) []byte {
	s := &single{files: files, pages: map[string]string{"index.html": ""}}
	for _, ch := range book.All() {
		s.pages[file(ch)] = "c-" + ch.Name // SVG wants names that begin with a letter
	}
	shell := string(files["index.html"])
	var body strings.Builder
	body.WriteString(s.page("index.html"))
	for _, ch := range book.All() {
		body.WriteString("<section class=\"chapter\" id=\"" + attr(s.pages[file(ch)]) + "\">\n" + s.page(file(ch)) + "</section>\n")
	}
	head, rest := cut(shell, "<main")
	_, rest = cut(rest, ">")
	_, tail := cut(rest, "</main>")
	head = strings.Replace(head, "<script src=\"reader.js\" defer></script>\n", "", 1)
	frame := strings.Replace(s.rewrite(head, "", false), `<link rel="stylesheet" href="style.css">`, "<style>\n"+string(files["style.css"])+"</style>", 1)
	frame = strings.Replace(frame, `class="frame cover-page"`, `class="frame single"`, 1)
	frame = pdfLinkRE.ReplaceAllString(frame, "")
	code := "<script>\n" + s.index() + strings.ReplaceAll(string(files["reader.js"]), "</script", `<\/script`) + "</script>\n"
	return []byte(frame + "<main id=\"" + mainID + "\">\n" + body.String() + "</main>" + strings.Replace(s.rewrite(tail, "", false), "</body>", code+"</body>", 1))
}

// single is a site on its way into one file.
type single struct {
	files map[string][]byte
	pages map[string]string // the prefix of ids by page
}

// cut is strings.Cut for what is there.
func cut(s, at string) (before, behind string) {
	before, behind, _ = strings.Cut(s, at)
	return before, behind
}

var (
	pdfLinkRE = regexp.MustCompile(`<a class="ib pdf"[^>]*>PDF</a>\n`)
	besideRE  = regexp.MustCompile(`(?s)<nav class="pn".*?</nav>\n`)
	defsRE    = regexp.MustCompile(`(?s)<svg width="0" height="0" style="position:absolute".*?</svg>`)
)

// page is the text of a page with its glyphs.
func (s *single) page(name string) string {
	return s.rewrite(besideRE.ReplaceAllString(body(s.files[name]), ""), name, true)
}

// body is what stands in <main> of a page, behind the glyphs that it uses.
func body(page []byte) string {
	text := string(page)
	_, main := cut(text, "<main")
	_, main = cut(main, ">")
	main, _ = cut(main, "</main>")
	return defsRE.FindString(text) + main
}

// Page is a page of a site without what surrounds its text.
type Page struct {
	Name, Title, Lang string
	Body              string // HTML
}

// Pages are the pages of a site in reading order, the title page first.
func Pages(book *doc.Book, files map[string][]byte) []Page {
	out := []Page{{"index", book.Title, book.Lang, body(files["index.html"])}}
	for _, ch := range book.All() {
		title := strings.TrimSpace(ch.Number + " " + doc.Spoken(ch.Title, ch.Lang))
		out = append(out, Page{ch.Name, title, ch.Lang, body(files[file(ch)])})
	}
	return out
}

// referring are the attributes that hold an id or a list of them.
var referring = map[string]bool{"id": true, "for": true, "aria-labelledby": true, "aria-describedby": true, "aria-controls": true}

// rewrite leads all links of a page to their places in the one file.
func (s *single) rewrite(text, page string, ids bool) string {
	var out strings.Builder
	for z := nethtml.NewTokenizer(strings.NewReader(text)); ; {
		kind := z.Next()
		if kind == nethtml.ErrorToken {
			return out.String()
		}
		raw := string(z.Raw())
		if kind != nethtml.StartTagToken && kind != nethtml.SelfClosingTagToken {
			out.WriteString(raw)
			continue
		}
		t := z.Token()
		for _, a := range t.Attr {
			now := a.Val
			switch {
			case referring[a.Key] && ids:
				now = s.place(page, a.Val)
			case a.Key == "href" || a.Key == "data-href":
				now = s.target(page, a.Val)
			case a.Key == "src":
				now = s.data(a.Val)
			}
			if now != a.Val {
				raw = strings.Replace(raw, " "+a.Key+`="`+nethtml.EscapeString(a.Val)+`"`, " "+a.Key+`="`+nethtml.EscapeString(now)+`"`, 1)
			}
		}
		out.WriteString(raw)
	}
}

// place is an id of a page in the one file; the script's own keep theirs.
func (s *single) place(page, id string) string {
	if s.pages[page] == "" || strings.HasPrefix(id, "_i-") {
		return id
	}
	return s.pages[page] + "--" + id
}

// target is where a link of a page leads in the one file.
func (s *single) target(page, href string) string {
	name, hash, hashed := strings.Cut(href, "#")
	name, err := url.PathUnescape(name)
	if err != nil || strings.Contains(name, ":") {
		return href
	}
	if name == "" {
		name = page
	}
	switch prefix, ok := s.pages[name]; {
	case !ok:
		return href
	case hashed:
		return "#" + s.place(name, hash)
	case prefix == "":
		return "#" + mainID
	default:
		return "#" + prefix
	}
}

// data is a file of the site as a data URI.
func (s *single) data(name string) string {
	name, err := url.PathUnescape(name)
	if content, ok := s.files[name]; ok && err == nil {
		return "data:" + mime.TypeByExtension(path.Ext(name)) + ";base64," + base64.StdEncoding.EncodeToString(content)
	}
	return name
}

var indexURLRE = regexp.MustCompile(`"url":"([^"]*)"`)

// index is the search index with links into the one file.
func (s *single) index() string {
	return string(bytes.ReplaceAll(indexURLRE.ReplaceAllFunc(s.files["search-index.js"], func(m []byte) []byte {
		return []byte(`"url":"` + s.target("index.html", string(m[len(`"url":"`):len(m)-1])) + `"`)
	}), []byte("</script"), []byte(`<\/script`)))
}
