package html

import (
	"crypto/sha256"
	"encoding/base64"
	"net/url"
	"strings"

	"weave/weave/doc"
)

// Policy is a Content-Security-Policy that the site keeps: scripts and styles
// are files of its own, but for the one that runs before anything is painted,
// which is named by its hash. Formulas and drawings carry their
// sizes in style attributes, the style sheet its fonts.
func Policy() string {
	hash := sha256.Sum256([]byte(headScript))
	return "default-src 'none'; script-src 'self' 'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'; " +
		"style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src data:; base-uri 'self'; form-action 'none'"
}

// published writes what only a site with an address has: a map of its pages for
// search engines, cards for link previews, and headers in the form that static
// hosts read.
func (s *site) published() {
	if s.Base == "" {
		return
	}
	var w writer
	w.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
	w.raw("<url><loc>%s</loc></url>\n", attr(s.Base))
	for _, ch := range s.Book.All() {
		w.raw("<url><loc>%s</loc></url>\n", attr(s.Base+address(ch)))
	}
	w.raw("</urlset>\n")
	s.files["sitemap.xml"] = []byte(w.String())
	s.cards()
	s.files["_headers"] = []byte("/*\n  Content-Security-Policy: " + Policy() + "\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n")
}

// about writes what link previews and search engines read of a page.
func (p *page) about(sh shell) string {
	var w writer
	property := func(name, content string) {
		if content != "" {
			w.raw("<meta property=\"og:%s\" content=\"%s\">\n", name, attr(content))
		}
	}
	kind, title := "book", p.site.Book.Title
	if p.ch != nil {
		kind, title = "article", doc.Spoken(p.ch.Title, p.ch.Lang)
	}
	property("type", kind)
	property("title", title)
	property("site_name", p.site.Book.Title)
	property("description", sh.description)
	property("locale", map[string]string{"de": "de_DE", "en": "en_GB"}[sh.lang])
	if p.site.Base != "" && sh.file != "" {
		address := p.site.Base
		if p.ch != nil {
			address += url.PathEscape(sh.file)
		}
		property("url", address)
		property("image", p.site.Base+cardPath(p.ch))
		property("image:width", itoa(cardWidth*cardScale))
		property("image:height", itoa(cardHeight*cardScale))
		property("image:alt", title)
		w.raw("<meta name=\"twitter:card\" content=\"summary_large_image\">\n")
		w.raw("<link rel=\"canonical\" href=\"%s\">\n", attr(address))
	}
	return w.String()
}

// notFound is the page for addresses that do not exist. It is shown at any
// depth, so its links start at the site's address.
func (s *site) notFound() {
	p := s.newPage(nil, s.Book.Lang)
	p.raw("<article>\n<header class=\"open\">\n<p class=\"eyebrow\">404</p>\n<h1>%s</h1>\n<p class=\"lead\">%s</p>\n<p><a href=\"index.html\">%s</a></p>\n</header>\n</article>\n",
		attr(p.words.NotFound), attr(p.words.NotFoundText), attr(p.words.Contents))
	s.files["404.html"] = p.wrap(shell{lang: s.Book.Lang, title: p.words.NotFound + " · " + s.Book.Title, base: s.Base})
}

// markup is raw HTML of a chapter; that of strangers is cleaned: what a comment
// may hold stays, no script, style or form does.
func (s *site) markup(raw string) string {
	if !s.Sanitize {
		return raw
	}
	return s.clean.Sanitize(raw)
}

// safe tells whether a link of a text may stand: none runs a script.
func safe(link string) bool {
	scheme, _, ok := strings.Cut(strings.ToLower(strings.TrimSpace(link)), ":")
	return !ok || scheme != "javascript" && scheme != "vbscript" && scheme != "data"
}
