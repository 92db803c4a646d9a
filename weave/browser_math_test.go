package weave

import (
	"strconv"
	"strings"

	"github.com/chromedp/cdproto/emulation"
)

// misplaced is JavaScript that lists formulas whose baseline or size is not that
// of the text around them: a probe without height stands on the baseline. A
// browser lays out in 64ths of a pixel.
const misplaced = `(() => {
  const out = [];
  for (const m of document.querySelectorAll('main p .f > svg.m')) {
    if (!m.checkVisibility()) continue;
    const probe = document.createElement('span');
    probe.style.cssText = 'display:inline-block;width:0;height:0';
    m.parentNode.insertBefore(probe, m);
    const style = getComputedStyle(m), size = parseFloat(style.fontSize);
    const baseline = m.getBoundingClientRect().bottom + parseFloat(style.verticalAlign);
    const off = Math.abs(baseline - probe.getBoundingClientRect().bottom);
    const scale = m.getBoundingClientRect().width / m.viewBox.baseVal.width * 1000;
    probe.remove();
    if (off > 1/32) out.push('baseline off by ' + off + ' px');
    if (Math.abs(scale / size - 1) > .01 && m.viewBox.baseVal.width > 500) out.push('size ' + scale + ' in text of ' + size);
  }
  return out.join('\n');
})()`

// formulas looks at formulas in running text at several zooms, copies them, and
// narrows the window.
func formulas(b *browser) {
	b.open("01-neuron.html", 1440)
	if b.text(`document.querySelectorAll('main p .f > svg.m').length >= 3`) != "true" {
		b.Error("no formulas to look at")
	}
	for _, zoom := range []float64{.5, 1.25, 1.5, 3, 8, 1} { // zooming is fewer, larger pixels
		call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: int64(1440 / zoom), Height: int64(900 / zoom), DeviceScaleFactor: zoom})
		b.is(`devicePixelRatio`, strconv.FormatFloat(zoom, 'g', -1, 64))
		if faults := b.text(misplaced); faults != "" {
			b.Errorf("at %v: %s", zoom, faults)
		}
	}
	copied := func(selector, kind string) string {
		return b.text(`(() => {
			getSelection().selectAllChildren(document.querySelector(` + strconv.Quote(selector) + `));
			const data = new DataTransfer();
			document.dispatchEvent(new ClipboardEvent('copy', {clipboardData: data, cancelable: true, bubbles: true}));
			return data.getData('` + kind + `');
		})()`)
	}
	if got := copied("main p:has(.f)", "text/plain"); !strings.Contains(got, "$") || strings.Contains(got, "\n\n") {
		b.Errorf("copied as text: %q", got)
	}
	if got := copied(".eb", "text/plain"); !strings.HasPrefix(got, "$$") || !strings.HasSuffix(got, "$$") {
		b.Errorf("a display is copied as %q", got)
	}
	if got := copied(".eb", "text/html"); !strings.HasPrefix(got, "<math") || strings.Contains(got, "<svg") {
		b.Errorf("a display is copied as %q", got)
	}
}
