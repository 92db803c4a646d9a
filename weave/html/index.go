package html

import (
	"weave/weave/doc"
)

// index is the title page: what the book is and what is in it.
func (s *site) index() {
	w, words := &writer{}, doc.Words(s.Book.Lang)
	w.raw("<article class=\"cover\">\n<header class=\"open\">\n")
	if s.Book.Author != "" {
		w.raw("<p class=\"eyebrow\">%s</p>\n", attr(s.Book.Author))
	}
	w.raw("<h1>%s</h1>\n", attr(s.Book.Title))
	if s.Book.Subtitle != "" {
		w.raw("<p class=\"lead\">%s</p>\n", attr(s.Book.Subtitle))
	}
	w.raw("</header>\n<section aria-labelledby=\"chapters\">\n<h2 id=\"chapters\">%s</h2>\n<ol class=\"chapters\">\n", attr(words.Contents))
	for _, ch := range s.Book.Chapters {
		w.raw("<li><a href=\"%s\"><b>%d</b> %s</a><span>%s</span></li>\n", attr(address(ch)), ch.Number,
			attr(doc.PlainText(ch.Title)), attr(description(ch)))
	}
	w.raw("</ol>\n</section>\n</article>\n")
	s.files["index.html"] = s.shell(shell{lang: s.Book.Lang, title: s.Book.Title, description: s.Book.Subtitle, body: w.String()})
}
