package weave

import (
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// figures asks a plot for its values, by pointer and by keyboard, opens the
// table behind it, and enlarges it.
func figures(b *browser) {
	b.open("01-neuron.html", 1440)
	b.text(`document.querySelector('#fig-kurve').scrollIntoView({block: 'center'})`)
	tip := `document.querySelector('#fig-kurve .plot.broad .tip').textContent`
	b.do(chromedp.Focus("#fig-kurve .plot.broad"), chromedp.KeyEvent(kb.ArrowRight))
	b.is(tip, "Parabel: x = −2, y = 4")
	b.do(chromedp.KeyEvent(kb.ArrowRight))
	b.is(tip, "Parabel: x = −1,98, y = 3,92")
	b.do(chromedp.KeyEvent(kb.ArrowDown))
	b.is(tip, "Punkte: x = 0, y = 0")
	b.do(chromedp.KeyEvent(kb.ArrowRight))
	b.is(tip, "Punkte: x = 1,5, y = 2,25")
	b.is(`document.querySelector('[role=status]').textContent`, "Punkte: x = 1,5, y = 2,25")
	b.do(chromedp.KeyEvent(kb.Escape))
	b.is(`document.querySelector('#fig-kurve .plot.broad .tip').hidden`, "true")
	b.text(`(r => document.querySelector('#fig-kurve .plot.broad').dispatchEvent(new PointerEvent('pointermove', {clientX: r.left + r.width / 2, clientY: r.top + r.height / 2})))(document.querySelector('#fig-kurve .plot.broad .tip').parentNode.querySelector('circle:nth-of-type(2)').getBoundingClientRect())`)
	b.is(tip, "Punkte: x = 0, y = 0")

	b.do(chromedp.Click("#fig-kurve .data summary"))
	b.is(`document.querySelectorAll('#fig-kurve .data tbody tr').length`, "28")
	b.is(`document.querySelector('#fig-kurve .data').textContent.includes('28 von 204')`, "true")

	b.do(chromedp.Focus("#fig-kurve .zoom"), chromedp.KeyEvent(kb.Enter))
	b.is(`document.querySelector('.large .plot svg').getBoundingClientRect().width > 900`, "true")
	b.do(chromedp.KeyEvent(kb.Escape))
	b.is(`document.querySelector('.large')`, "null")
	b.is(`document.activeElement.className`, "zoom")

	b.open("01-neuron.html", 390) // on a phone the broad drawing, which scrolls
	b.text(`document.querySelector('#fig-kurve .zoom').click()`)
	b.is(`document.querySelector('.large .plot svg').getBoundingClientRect().width > 500`, "true")
	b.is(`document.querySelector('.large').scrollWidth > innerWidth`, "true")
}
