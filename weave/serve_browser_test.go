package weave

import (
	"strings"
	"testing"
)

// TestServeInBrowser edits a chapter while a real browser shows it: the page
// follows, at the place where the reader was, and says what is wrong.
func TestServeInBrowser(t *testing.T) {
	long := strings.Repeat("Ein Absatz, der den Ort nach unten schiebt.\n\n", 60)
	s := serve(t, "# A\n\n"+long+"## Hier {#sec-hier}\n\nAlt.\n\n"+long)
	b := openBrowser(t, strings.TrimSuffix(s.url, "/"))
	b.open("a.html", 1000)
	b.text(`(document.querySelector('#sec-hier').scrollIntoView({behavior: 'instant'}), 0)`)
	before := b.text(`String(Math.round(document.querySelector('#sec-hier').getBoundingClientRect().top))`)

	s.write("# A\n\nEin neuer Anfang.\n\n" + long + "## Hier {#sec-hier}\n\nNeu.\n\n" + long)
	b.is(`document.querySelector('main').textContent.includes('Neu.') ? 'new' : 'old'`, "new")
	b.is(`String(Math.round(document.querySelector('#sec-hier').getBoundingClientRect().top))`, before)

	s.write("# A\n\n$\\alhpa$\n")
	b.is(`(document.querySelector('#weave-findings') || {textContent: ''}).textContent.includes('a.md:3:2: error: unknown command') ? 'shown' : 'not yet'`, "shown")
	s.write("# A\n\nGut.\n")
	b.is(`document.querySelector('#weave-findings') || !document.querySelector('main').textContent.includes('Gut.') ? 'not yet' : 'gone'`, "gone")
}
