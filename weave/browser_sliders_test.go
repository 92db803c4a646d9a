package weave

import (
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// sliders moves numbers by keyboard and looks at what follows them: curves and
// points, a field of colours, a value.
func sliders(b *browser) {
	b.open("01-neuron.html", 1440)
	b.is(`document.querySelectorAll('.slider').length`, "3")
	see := func(fig string) {
		b.text(`document.querySelector('` + fig + ` input').scrollIntoView({block: 'center'})`)
		b.is(`document.querySelector('`+fig+` .slider').matches('.ready')`, "true")
		b.do(chromedp.Focus(fig + " input"))
	}
	see("#fig-regler")
	flank := `document.querySelectorAll('#fig-regler .moves.broad .gap :is(path,circle)').length + ' ' + document.querySelector('#fig-regler .moves.broad .gap path').getAttribute('d').split(/[ML]/).map(p => p.split(' ')[1]).filter(Boolean).length`
	b.is(flank, "7 4") // a line of four points, and six dots
	b.do(chromedp.KeyEvent(kb.ArrowRight))
	b.is(`document.querySelector('#fig-regler output').textContent`, "71")
	b.is(`document.querySelector('#fig-regler input').getAttribute('aria-valuetext')`, "n gleich 71")
	b.do(chromedp.KeyEvent(kb.End))
	b.is(`document.querySelector('#fig-regler output').textContent`, "1000")
	b.is(`document.querySelectorAll('#fig-regler .moves.broad .gap :is(path,circle)').length`, "101")
	tip := func(fig string) string {
		return `document.querySelector('` + fig + ` .plot:not(.narrow) .tip').textContent`
	}
	b.do(chromedp.Focus("#fig-regler .plot.broad"), chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowRight))
	b.is(tip("#fig-regler"), "z = −0,485, y = 0")
	b.do(chromedp.Focus("#fig-regler input"), chromedp.KeyEvent(kb.Home))
	b.is(`document.querySelector('#fig-regler .plot.broad .tip').hidden`, "true") // what it said has moved
	b.do(chromedp.Focus("#fig-regler .plot.broad"), chromedp.KeyEvent(kb.ArrowRight))
	b.is(tip("#fig-regler"), "z = −0,072, y = 0")
	see("#fig-feld")
	corner := `document.querySelector("#fig-feld canvas").toDataURL()`
	b.do(chromedp.KeyEvent(kb.Home))
	before := b.text(corner)
	b.do(chromedp.KeyEvent(kb.End))
	b.is(corner+" !== '"+before+"'", "true")
	b.do(chromedp.Focus("#fig-feld .plot"), chromedp.KeyEvent(kb.ArrowRight))
	b.is(tip("#fig-feld"), "x = 0,063, y = 0,063: Wert 0")
	b.do(chromedp.KeyEvent(kb.ArrowUp))
	b.is(tip("#fig-feld"), "x = 0,063, y = 0,188: Wert 0,125")
	see("#fig-zahl")
	b.do(chromedp.KeyEvent(kb.ArrowRight))
	b.is(`document.querySelector('#fig-zahl output').textContent`, "2")
	b.is(`document.querySelector('#fig-zahl .multiples').checkVisibility()`, "false")

	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	b.open("01-neuron.html", 820)
	b.is(`document.querySelector('#fig-regler input').checkVisibility()`, "false")
	b.is(`document.querySelector('#fig-regler .multiples svg').checkVisibility()`, "true")
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{})
}
