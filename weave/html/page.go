package html

import (
	"fmt"
	"strings"

	"weave/weave/doc"
	"weave/weave/draw"
)

// page is one file of the site while it is written.
type page struct {
	writer
	site    *site
	ch      *doc.Chapter
	words   *doc.Wording
	sheet   *draw.SVGSheet
	section section
}

// section is the part of the page being written, for the search index.
type section struct {
	open  bool
	title string
	id    string
	text  strings.Builder
}

const themeScript = `(function(d){d.classList.add('js');try{var t=localStorage.getItem('weave-theme');if(t)d.dataset.theme=t}catch(e){}})(document.documentElement)`

// shell is what surrounds the body of a page.
type shell struct {
	lang, title, description string
	current                  *doc.Chapter // nil for the title page
	toc                      []*doc.Heading
	body                     string
	defs                     string
}

// shell writes a whole page around its body.
func (s *site) shell(sh shell) []byte {
	w, words := &writer{}, doc.Words(sh.lang)
	w.raw("<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", attr(sh.lang))
	w.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n", attr(sh.title))
	if sh.description != "" {
		w.raw("<meta name=\"description\" content=\"%s\">\n", attr(sh.description))
	}
	w.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"weave\">\n")
	w.raw("<script>%s</script>\n<link rel=\"stylesheet\" href=\"style.css\">\n<script src=\"reader.js\" defer></script>\n</head>\n<body>\n", themeScript)
	w.raw("<a class=\"skip\" href=\"#main\">%s</a>\n%s%s\n", attr(words.Skip), sh.defs, icons)
	s.bar(w, sh, words)
	w.raw("<div class=\"frame\">\n")
	s.contents(w, sh, words)
	w.raw("<main id=\"main\">\n%s</main>\n", sh.body)
	onThisPage(w, sh.toc, words)
	w.raw("</div>\n<footer class=\"foot\"><p>%s</p></footer>\n", attr(words.Generated))
	w.raw("<script type=\"application/json\" id=\"words\">%s</script>\n</body>\n</html>\n", scriptWords(sh.lang, words))
	return []byte(w.String())
}

// bar is the header that stays at the top.
func (s *site) bar(w *writer, sh shell, words *doc.Wording) {
	w.raw("<header class=\"bar\">\n<button class=\"ib menu\" type=\"button\" popovertarget=\"contents\" aria-label=\"%s\"><svg class=\"ic\" aria-hidden=\"true\"><use href=\"#i-menu\"/></svg></button>\n", attr(words.Menu))
	w.raw("<a class=\"book\" href=\"index.html\">%s", attr(s.Book.Title))
	if s.Book.Subtitle != "" {
		w.raw(" <span>%s</span>", attr(s.Book.Subtitle))
	}
	w.raw("</a>")
	if sh.current != nil {
		w.raw("<a class=\"run\" href=\"#main\" tabindex=\"-1\" aria-hidden=\"true\"><b>%d</b> %s</a>", sh.current.Number, attr(doc.PlainText(sh.current.Title)))
	}
	w.raw("\n<button class=\"find\" type=\"button\" data-open-search aria-label=\"%[1]s\" aria-keyshortcuts=\"/\"><svg class=\"ic\" aria-hidden=\"true\"><use href=\"#i-find\"/></svg><span>%[1]s</span><kbd>/</kbd></button>\n", attr(words.Search))
	if s.PDF != "" {
		w.raw("<a class=\"ib pdf\" href=\"%s\">PDF</a>\n", attr(s.PDF))
	}
	w.raw("<button class=\"ib theme\" type=\"button\" data-theme-switch aria-label=\"%s\"><svg class=\"ic\" aria-hidden=\"true\"><use href=\"#i-auto\"/></svg></button>\n</header>\n", attr(words.Theme))
}

// contents lists all chapters; on the current one's page its sections too.
func (s *site) contents(w *writer, sh shell, words *doc.Wording) {
	w.raw("<nav class=\"contents\" id=\"contents\" popover aria-label=\"%s\">\n<ol>\n", attr(words.Contents))
	for _, ch := range s.Book.Chapters {
		current := ""
		if ch == sh.current {
			current = ` aria-current="page"`
		}
		w.raw("<li><a href=\"%s\"%s><b>%d</b>%s</a>", attr(address(ch)), current, ch.Number, attr(doc.PlainText(ch.Title)))
		if ch == sh.current && len(sh.toc) > 0 {
			w.raw("\n<ol class=\"sub\">")
			tocItems(w, sh.toc, false)
			w.raw("</ol>")
		}
		w.raw("</li>\n")
	}
	w.raw("</ol>\n</nav>\n")
}

func onThisPage(w *writer, toc []*doc.Heading, words *doc.Wording) {
	if len(toc) == 0 {
		return
	}
	w.raw("<nav class=\"toc\" aria-label=\"%[1]s\"><p>%[1]s</p>\n<ol>", attr(words.OnThisPage))
	tocItems(w, toc, false)
	w.raw("</ol></nav>\n")
}

// tocItems writes the sections of a page as list items.
func tocItems(w *writer, toc []*doc.Heading, numbered bool) {
	for _, h := range toc {
		number := ""
		if numbered && h.Number != "" {
			number = h.Number + " "
		}
		w.raw("<li><a href=\"#%s\"><span>%s%s</span></a></li>", attr(h.Label), number, attr(doc.PlainText(h.Content)))
	}
}

// chapter writes the page of the chapter with this index.
func (s *site) chapter(index int) {
	ch := s.Book.Chapters[index]
	p := &page{site: s, ch: ch, words: doc.Words(ch.Lang), sheet: &draw.SVGSheet{}}
	p.article(index)
	title := fmt.Sprintf("%d %s · %s", ch.Number, doc.PlainText(ch.Title), s.Book.Title)
	s.files[address(ch)] = s.shell(shell{
		lang: ch.Lang, title: title, description: description(ch), current: ch,
		toc: sections(ch), body: p.String(), defs: p.sheet.Defs(),
	})
}

// sections are the headings of level 2, wherever they stand.
func sections(ch *doc.Chapter) []*doc.Heading {
	var out []*doc.Heading
	for _, b := range ch.Blocks {
		if h, ok := b.(*doc.Heading); ok && h.Level == 2 {
			out = append(out, h)
		}
	}
	return out
}

// description is the chapter's first paragraph, cut at a word.
func description(ch *doc.Chapter) string {
	text := ""
	doc.Walk(ch.Blocks, func(b doc.Block, _ doc.Inline) {
		if p, ok := b.(*doc.Paragraph); ok && text == "" {
			text = strings.TrimSpace(doc.PlainText(p.Content))
		}
	})
	return clip(text, 160)
}

// clip cuts a text at a word.
func clip(text string, n int) string {
	r := []rune(text)
	if len(r) <= n {
		return text
	}
	cut := string(r[:n])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + " …"
}
