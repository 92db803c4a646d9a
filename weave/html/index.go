package html

// index is the title page: what the book is and what is in it.
func (s *site) index() {
	book := s.Book
	p := s.newPage(nil, book.Lang)
	p.raw("<article class=\"cover\">\n<header class=\"open\">\n")
	if book.Author != "" {
		p.raw("<p class=\"eyebrow\">%s</p>\n", attr(book.Author))
	}
	p.raw("<h1>%s</h1>\n", attr(book.Title))
	if book.Subtitle != "" {
		p.raw("<p class=\"lead\">%s</p>\n", attr(book.Subtitle))
	}
	p.raw("</header>\n<section aria-labelledby=\"_chapters\">\n<h2 id=\"_chapters\">%s</h2>\n<ol class=\"chapters\">\n", attr(p.words.Contents))
	for _, ch := range book.All() {
		p.raw("<li><a href=\"%s\"><b>%s</b>%s</a>", attr(address(ch)), attr(ch.Number), p.title(ch.Title))
		if text := p.title(opening(ch)); text != "" {
			p.raw("<p>%s</p>", text)
		}
		p.raw("</li>\n")
	}
	p.raw("</ol>\n</section>\n</article>\n")
	s.files["index.html"] = p.wrap(shell{lang: book.Lang, file: "index.html", title: book.Title, description: book.Subtitle, class: "cover-page"})
}
