package weave

import (
	"strconv"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
)

// faultsOf is JavaScript that lists what is wrong on the page, whatever it shows.
const faultsOf = `(() => {
  const out = [], all = s => [...document.querySelectorAll(s)];
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) out.push('wider than the window: ' + root.scrollWidth);
  const ids = new Set();
  for (const e of all('[id]')) { if (ids.has(e.id)) out.push('twice: #' + e.id); ids.add(e.id); }
  for (const a of all('a[href^="#"]')) if (!ids.has(decodeURIComponent(a.hash.slice(1)))) out.push('leads nowhere: ' + a.hash);
  for (const e of all('[aria-labelledby], [aria-controls], [popovertarget]'))
    for (const n of ['aria-labelledby', 'aria-controls', 'popovertarget'])
      if (e.hasAttribute(n) && !ids.has(e.getAttribute(n))) out.push(n + ' of nothing: ' + e.getAttribute(n));
  for (const u of all('use')) if (!ids.has(u.getAttribute('href').slice(1))) out.push('no glyph ' + u.getAttribute('href'));
  for (const i of all('img')) {
    if (!i.complete || !i.naturalWidth) out.push('image not loaded: ' + i.src);
    if (!i.hasAttribute('alt')) out.push('no alt: ' + i.src);
  }
  for (const f of document.fonts) if (f.status === 'error') out.push('font not loaded: ' + f.family);
  if (all('h1').length !== 1) out.push('h1: ' + all('h1').length);
  let level = 1;
  for (const h of all('h1, h2, h3, h4, h5, h6')) {
    if (+h.tagName[1] > level + 1) out.push('heading level left out: ' + h.textContent);
    level = +h.tagName[1];
  }
  const names = new Set();
  for (const n of all('nav')) { if (names.has(n.ariaLabel)) out.push('two landmarks ' + n.ariaLabel); names.add(n.ariaLabel); }
  if (document.readyState !== 'complete') out.push('not complete');
  return out.join('\n');
})()`

// pages looks over every page at three widths.
func pages(b *browser) {
	for _, name := range []string{"index.html", "01-neuron.html", "02-mehr.html"} {
		for _, width := range []int64{1440, 820, 390} {
			b.open(name, width)
			if faults := b.text(faultsOf); faults != "" {
				b.Errorf("%s at %d: %s", name, width, faults)
			}
		}
	}
	b.open("01-neuron.html", 1440)
	for _, font := range []string{"1em STIX Two Text", "italic 1em STIX Two Text", "600 1em STIX Two Text", "1em Go Sans", "500 1em Go Sans", "1em Go Mono"} {
		b.is(`document.fonts.load(`+strconv.Quote(font)+`, "Aöß–").then(l => l.length)`, "1")
	}
	b.is(`[...document.fonts].filter(f => f.status === 'loaded').length >= 5`, "true")
	b.is(`getComputedStyle(document.querySelector('.eb')).overflowX`, "auto")
	b.is(`[...document.querySelectorAll('.tbl tbody td.r')].map(e => e.textContent).join()`, "1,50,10,25")
}

// printed looks at the page as a printer gets it: nothing is cut or hidden.
func printed(b *browser) {
	b.open("01-neuron.html", 665) // the width of A4 between its margins
	call(b, emulation.SetEmulatedMedia, still("print"))
	b.is(`[...document.querySelectorAll('main *')].filter(e => !e.closest('.mm, svg, .plot') && e.getBoundingClientRect().right > innerWidth + 1 && e.checkVisibility()).map(e => e.outerHTML.slice(0, 80)).join('\n')`, "")
	b.is(`[...document.querySelectorAll('.strip > li')].filter(e => e.getBoundingClientRect().width > 0).length`, "3")
	b.is(`document.querySelectorAll('.sn').length`, "2")
	b.is(`document.querySelector('.sol p').checkVisibility()`, "true")
	b.is(`[...document.querySelectorAll('.ck p')].map(e => e.checkVisibility()).join()`, "false") // it would cover the text
	b.is(`document.querySelector('.plot.broad').checkVisibility()`, "true")
	b.is(`document.querySelector('header.bar').checkVisibility()`, "false")
	pdf := call(b, page.PrintToPDF, page.PrintToPDFParams{}).Data
	if len(pdf) < 20_000 {
		b.Errorf("the print has %d bytes", len(pdf))
	}
	call(b, emulation.SetEmulatedMedia, still(""))
}
