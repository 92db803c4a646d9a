package weave

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"weave/weave/html"
)

// TestPolicy serves the site with its Content-Security-Policy: everything works,
// and nothing moves while it loads.
func TestPolicy(t *testing.T) {
	dir := strings.TrimPrefix(builtSite(t), "file://")
	files := http.FileServer(http.Dir(dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", html.Policy())
		w.Header().Set("Cache-Control", "no-store")
		if r.URL.Path == "/favicon.ico" { // browsers ask for it by themselves
			return
		}
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	b := openBrowser(t, server.URL)
	b.open("01-neuron.html", 1440)
	b.is(`new Promise(done => new PerformanceObserver(list => done(list.getEntries().reduce((sum, e) => sum + e.value, 0) < 0.02)).observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done(true), 500))`, "true")
	b.text(`document.querySelector('#fig-regler input').scrollIntoView({block: 'center'})`)
	b.is(`document.querySelector('#fig-regler .slider').matches('.ready')`, "true")
	b.do(chromedp.Focus("#fig-regler input"), chromedp.KeyEvent(kb.End))
	b.is(`document.querySelector('#fig-regler output').textContent`, "1000")
	b.do(chromedp.Click("button.theme"))
	b.is(`document.documentElement.dataset.theme`, "light")
	b.do(chromedp.Click("button.find"), chromedp.WaitVisible(".search input"), chromedp.KeyEvent("gewicht"))
	b.is(`document.querySelector('.search a mark')?.textContent`, "Gewichte")
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, f := range b.faults {
		t.Error(f)
	}
}
