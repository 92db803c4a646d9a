package html

import (
	"weave/weave/doc"
)

// The ids of what every page has begin with "_": no label does.
const (
	mainID     = "_main"
	contentsID = "_contents"
	wordsID    = "_words"
	looksID    = "_looks"
)

// headScript runs before anything is painted: it chooses the colours, and has the
// fonts read that the style sheet before it holds, which browsers else begin
// with the first paint.
const headScript = `(function(d){d.classList.add('js');try{var t=localStorage.getItem('weave-theme');if(t)d.dataset.theme=t}catch(e){}})(document.documentElement);document.fonts.forEach(function(f){f.load()})`

// shell is what surrounds the body of a page.
type shell struct {
	lang, title, description string
	file                     string // name of the page; "" for one without an address
	base                     string // where its links start, "" for the page itself
	class                    string
	toc                      []*doc.Heading
}

// wrap makes a whole page of what p holds. It comes last, as the definitions
// of all glyphs stand before the text.
func (p *page) wrap(sh shell) []byte {
	around := p.part()
	around.bar()
	around.raw("<div class=\"frame %s\">\n", sh.class)
	around.contents(sh)
	around.raw("<main id=\"%s\">\n", mainID)
	around.WriteString(p.String())
	around.raw("</main>\n")
	around.onThisPage(sh.toc)
	around.raw("</div>\n<footer class=\"foot\"><p>%s</p></footer>\n", attr(p.words.Generated))

	w := &writer{}
	w.raw("<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", attr(sh.lang))
	w.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n", attr(sh.title))
	if sh.description != "" {
		w.raw("<meta name=\"description\" content=\"%s\">\n", attr(sh.description))
	}
	if sh.base != "" {
		w.raw("<base href=\"%s\">\n", attr(sh.base))
	}
	w.WriteString(p.about(sh))
	w.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"weave\">\n")
	w.raw("<link rel=\"stylesheet\" href=\"style.css\">\n<script>%s</script>\n<script src=\"reader.js\" defer></script>\n</head>\n<body>\n", headScript)
	w.raw("<a class=\"skip\" href=\"#%s\">%s</a>\n%s%s\n", mainID, attr(p.words.Skip), p.sheet.Defs(), icons)
	w.WriteString(around.String())
	w.WriteString(p.looks.template())
	w.raw("<script type=\"application/json\" id=\"%s\">%s</script>\n</body>\n</html>\n", wordsID, scriptWords(p.words))
	return []byte(w.String())
}

// bar is the header that stays at the top.
func (p *page) bar() {
	words, book := p.words, p.site.Book
	p.raw("<header class=\"bar\">\n<button class=\"ib menu\" type=\"button\" popovertarget=\"%s\" aria-label=\"%s\">%s</button>\n", contentsID, attr(words.Menu), icon("menu"))
	p.raw("<a class=\"book\" href=\"index.html\">%s", attr(book.Title))
	if book.Subtitle != "" {
		p.raw(" <span>%s</span>", attr(book.Subtitle))
	}
	p.raw("</a>")
	if p.ch != nil {
		p.raw("<a class=\"run\" href=\"#%s\" tabindex=\"-1\" aria-hidden=\"true\"><b>%s</b> %s</a>", mainID, attr(p.ch.Number), p.title(p.ch.Title))
	}
	p.raw("\n<button class=\"find\" type=\"button\" data-open-search aria-label=\"%[1]s\" aria-keyshortcuts=\"/\">%[2]s<span>%[1]s</span><kbd>/</kbd></button>\n", attr(words.Search), icon("find"))
	if p.site.PDF != "" {
		p.raw("<a class=\"ib pdf\" href=\"%s\">PDF</a>\n", attr(p.site.PDF))
	}
	p.raw("<button class=\"ib theme\" type=\"button\" data-theme-switch aria-label=\"%s\">%s</button>\n</header>\n", attr(words.Theme), icon("auto"))
}

// contents lists all chapters; on the current one's page its sections too.
func (p *page) contents(sh shell) {
	p.raw("<nav class=\"contents\" id=\"%s\" popover aria-label=\"%s\">\n<ol>\n", contentsID, attr(p.words.Contents))
	for _, ch := range p.site.Book.All() {
		current := ""
		if ch == p.ch {
			current = ` aria-current="page"`
		}
		p.raw("<li><a href=\"%s\"%s><b>%s</b>%s</a>", attr(address(ch)), current, attr(ch.Number), p.title(ch.Title))
		if ch == p.ch && len(sh.toc) > 0 {
			p.raw("\n<ol class=\"sub\">")
			p.tocItems(sh.toc, false)
			p.raw("</ol>")
		}
		p.raw("</li>\n")
	}
	p.raw("</ol>\n</nav>\n")
}

func (p *page) onThisPage(toc []*doc.Heading) {
	if len(toc) == 0 {
		return
	}
	p.raw("<nav class=\"toc\" aria-label=\"%[1]s\"><p>%[1]s</p>\n<ol>", attr(p.words.OnThisPage))
	p.tocItems(toc, false)
	p.raw("</ol></nav>\n")
}

// tocItems writes the sections of a page as list items.
func (p *page) tocItems(toc []*doc.Heading, numbered bool) {
	for _, h := range toc {
		number := ""
		if numbered && h.Number != "" {
			number = h.Number + " "
		}
		p.raw("<li><a href=\"#%s\"><span>%s%s</span></a></li>", attr(h.Label), number, p.title(h.Content))
	}
}
