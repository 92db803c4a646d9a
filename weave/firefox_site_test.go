package weave

import (
	"encoding/base64"
	"testing"
)

// TestFirefox uses the built site from the file system in a real Firefox.
func TestFirefox(t *testing.T) {
	f := openFirefox(t, builtSite(t))
	for _, part := range []struct {
		name string
		run  func(f *firefox)
	}{
		{"pages", foxPages}, {"search", foxSearch}, {"theme", foxTheme}, {"sliders", foxSliders}, {"figures", foxFigures},
		{"slides", foxSlides}, {"keyboard", foxKeyboard}, {"print", foxPrint},
	} {
		t.Run(part.name, func(t *testing.T) {
			f.T = t
			part.run(f)
			for _, fault := range f.faults {
				t.Error(fault)
			}
			f.faults = nil
		})
	}
}

func foxPages(f *firefox) {
	for _, name := range []string{"index.html", "01-neuron.html", "02-mehr.html", "404.html"} {
		for _, width := range []int{1440, 820, 390} {
			f.open(name, width)
			if faults := f.text(faultsOf); faults != "" && name != "404.html" {
				f.Errorf("%s at %d: %s", name, width, faults)
			}
		}
	}
	f.open("01-neuron.html", 1440)
	f.is(`[...document.fonts].filter(f => f.status === 'loaded').length >= 5`, "true")
}

func foxSearch(f *firefox) {
	f.open("02-mehr.html", 1440)
	f.press("/")
	f.is(`document.querySelector('.search')?.matches(':popover-open')`, "true")
	f.press("gewichten")
	f.is(`document.querySelector('.search a mark')?.textContent`, "Gewichte")
	f.press(keyEnter)
	f.is(`location.pathname.split('/').pop() + location.hash`, "01-neuron.html#sec-gewichte")
}

func foxTheme(f *firefox) {
	f.open("index.html", 1440)
	f.click("button.theme")
	f.click("button.theme")
	f.is(`getComputedStyle(document.documentElement).backgroundColor`, "rgb(19, 22, 27)")
	f.click("button.theme")
	f.is(`document.documentElement.dataset.theme`, "undefined")
}

func foxSliders(f *firefox) {
	f.open("01-neuron.html", 1440)
	f.text(`document.querySelector('#fig-regler input').scrollIntoView({block: 'center', behavior: 'instant'})`)
	f.is(`document.querySelector('#fig-regler .slider').matches('.ready')`, "true")
	f.text(`document.querySelector('#fig-regler input').focus()`)
	f.press(keyRight)
	f.is(`document.querySelector('#fig-regler output').textContent`, "71")
	f.press(keyEnd)
	f.is(`document.querySelectorAll('#fig-regler .moves.broad .gap :is(path,circle)').length`, "101")
	f.text(`document.querySelector('#fig-feld input').scrollIntoView({block: 'center', behavior: 'instant'})`)
	f.is(`document.querySelector('#fig-feld canvas')?.width`, "8")
}

func foxFigures(f *firefox) {
	f.open("01-neuron.html", 1440)
	f.text(`document.querySelector('#fig-kurve .plot.broad').focus()`)
	f.press(keyRight)
	f.is(`document.querySelector('#fig-kurve .plot.broad .tip').textContent`, "Parabel: x = −2, y = 4")
	f.click("#fig-kurve .zoom")
	f.is(`document.querySelector('.large .plot svg').getBoundingClientRect().width > 900`, "true")
	f.press(keyEscape)
	f.is(`document.querySelector('.large')`, "null")
}

func foxSlides(f *firefox) {
	f.open("01-neuron.html", 820)
	f.click(".steps > button:nth-of-type(2)")
	f.is(`document.querySelector('.slides .pos').textContent`, "2 von 3")
	f.is(`Math.round(document.querySelector('.strip').scrollLeft / document.querySelector('.strip').clientWidth)`, "1")
}

// foxKeyboard walks through a page with the Tab key. A window that nobody sees
// is never active in Firefox, so the outlines are looked at in Chromium only.
func foxKeyboard(f *firefox) {
	f.open("01-neuron.html", 1440)
	seen := map[string]bool{}
	for range 45 {
		f.press(keyTab)
		seen[f.text(`document.activeElement.outerHTML.slice(0, 90)`)] = true
	}
	if len(seen) < 30 {
		f.Errorf("only %d stops", len(seen))
	}
}

func foxPrint(f *firefox) {
	f.open("01-neuron.html", 1440)
	var r struct{ Data string }
	f.read(f.call("browsingContext.print", map[string]any{"context": f.context}), &r)
	data, err := base64.StdEncoding.DecodeString(r.Data)
	if err != nil || len(data) < 20_000 {
		f.Errorf("the print has %d bytes: %v", len(data), err)
	}
}
