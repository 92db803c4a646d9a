package weave

import (
	"time"

	"github.com/chromedp/chromedp"
)

// looks rests on references and sees what they mean: a place on this page, one
// on another, a work, a term; and the note that has no margin.
func looks(b *browser) {
	card := `document.querySelector('.peek')?.textContent.replace(/\s+/g, ' ').trim()`
	rest := func(selector, want string) {
		b.text(`(document.querySelector('` + selector + `').scrollIntoView({block: 'center'}), document.querySelector('` + selector + `').dispatchEvent(new PointerEvent('pointerover', {pointerType: 'mouse', bubbles: true})))`)
		b.is(`(`+card+` || '').startsWith('`+want+`')`, "true")
		b.text(`dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))`)
		b.is(card, "undefined")
	}
	b.open("01-neuron.html", 1440)
	rest(`main a.ref[href="#sec-gewichte"]`, "1.1 Die Gewichte")
	rest(`main a.ref[href="#fig-bild"]`, "Abbildung 1.1")
	rest(`main a.ref[href="02-mehr.html#sec-ende"]`, "2.1 Das EndeZurück zu Abschnitt")
	b.open("02-mehr.html", 1440)
	rest(`main a.term`, "NeuronEine Zelle, die rechnet: ")
	rest(`main a.ref[href^="literatur.html"]`, "McCulloch, W. und Pitts, W. (1943). A logical calculus.")
	rest(`main a.ref[href$="#eq-breit"]`, "f")
	b.is(`[...document.querySelectorAll('.eyebrow a')].map(a => a.getAttribute('href')).join()`, "index.html")

	b.open("01-neuron.html", 390)
	note := `document.querySelector('#_fn-1').checkVisibility()`
	b.is(note, "false")
	b.do(chromedp.Click(`a.fn[href="#_fn-1"]`), chromedp.Sleep(100*time.Millisecond))
	b.is(note, "true")
	b.open("01-neuron.html", 1440)
	b.is(`document.querySelector('#_fn-1').getBoundingClientRect().left > document.querySelector('main').getBoundingClientRect().right`, "true")
}
