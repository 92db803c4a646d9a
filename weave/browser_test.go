package weave

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/tools/txtar"
)

// browser is a page in a real Chromium that notes what went wrong in it.
type browser struct {
	*testing.T
	ctx  context.Context
	site string // file:// address of the site

	mu     sync.Mutex
	faults []string
}

// openBrowser skips the test where there is no browser; in CI there has to be one.
func openBrowser(t *testing.T, site string) *browser {
	t.Helper()
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil && program == "" {
			program = path
		}
	}
	if program == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("no Chromium")
		}
		t.Skip("no Chromium")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1440, 900))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	b := &browser{T: t, ctx: ctx, site: site}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	call(b, network.Enable, network.EnableParams{})
	call(b, log.Enable, cdp.Empty{})
	call(b, emulation.SetEmulatedMedia, still(""))
	return b
}

// listen notes errors and every request that leaves the site.
func (b *browser) listen(event any) {
	fault := ""
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, b.site) && !strings.HasPrefix(e.Request.URL, "data:") {
			fault = "request to " + e.Request.URL
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			fault = e.Entry.Text
		}
	case *runtime.EventExceptionThrown:
		fault = e.ExceptionDetails.Text
	case *runtime.EventConsoleAPICalled:
		fault = fmt.Sprint("console: ", e.Type)
	}
	if fault != "" {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.faults = append(b.faults, fault)
	}
}

// still is a medium in which nothing moves, so that clicks hit.
func still(medium string) emulation.SetEmulatedMediaParams {
	return emulation.SetEmulatedMediaParams{Media: medium, Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}}
}

func (b *browser) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	ctx, stop := context.WithTimeout(b.ctx, 20*time.Second)
	defer stop()
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// call sends a command of the browser's protocol.
func call[P, R any](b *browser, c cdp.Command[P, R], params P) R {
	b.Helper()
	r, err := chromedp.Call(b.ctx, c, params)
	if err != nil {
		b.Fatal(err)
	}
	return r
}

// text is the value of a JavaScript expression as text, once it is known.
func (b *browser) text(expression string) string {
	b.Helper()
	s, err := b.value(expression)
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func (b *browser) value(expression string) (string, error) {
	return chromedp.Run(b.ctx, chromedp.Evaluate[string]("Promise.resolve("+expression+").then(String)", chromedp.EvalAwaitPromise))
}

// open loads a page at a width, once its fonts are there.
func (b *browser) open(page string, width int64) {
	b.Helper()
	b.do(chromedp.EmulateViewport(width, 900), chromedp.Navigate(b.site+"/"+page))
	b.text(`document.fonts.ready.then(() => 0)`)
}

// is waits until a JavaScript expression has this value.
func (b *browser) is(expression, want string) {
	b.Helper()
	var got string
	var err error
	for range 100 {
		if got, err = b.value(expression); err == nil && got == want { // an error while a page goes is none
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.Errorf("%s\n is %q (%v), want %q", expression, got, err, want)
}

// builtSite builds the course of testdata/site.txt.
func builtSite(t *testing.T) (address string) {
	t.Helper()
	ar, err := txtar.ParseFile("testdata/site.txt")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, f := range ar.Files {
		path := filepath.Join(dir, "chapters", f.Name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	report, err := Build(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if report.Failed() {
		report.Print(os.Stderr)
		t.Fatal("the course has mistakes")
	}
	return "file://" + filepath.ToSlash(filepath.Join(dir, "out", "html"))
}

// TestSite opens the built site from the file system in a real browser.
func TestSite(t *testing.T) {
	b := openBrowser(t, builtSite(t))
	for _, part := range []struct {
		name string
		run  func(b *browser)
	}{
		{"search", search}, {"theme", theme}, {"slides", slides}, {"sliders", sliders}, {"figures", figures}, {"looks", looks}, {"copy and fold", copyAndFold},
		{"formulas", formulas},
		{"keyboard", keyboard}, {"without script", withoutScript}, {"pages", pages}, {"print", printed},
	} {
		t.Run(part.name, func(t *testing.T) {
			b.T = t
			part.run(b)
			b.mu.Lock()
			defer b.mu.Unlock()
			for _, f := range b.faults {
				t.Error(f)
			}
			b.faults = nil
		})
	}
}

func search(b *browser) {
	b.open("02-mehr.html", 1440)
	b.do(chromedp.KeyEvent("/"), chromedp.WaitVisible(".search input"))
	b.text(`document.querySelector('.search input').value = ''`) // the protocol's "/" is typed even so
	b.do(chromedp.KeyEvent("gewicht"))
	b.is(`document.querySelector('.search a[aria-selected=true]')?.firstChild.textContent`, "Die ")
	b.is(`document.querySelector('.search a mark')?.textContent`, "Gewichte")
	ask := func(words, want string) {
		b.text(`((i, w) => { i.value = w; i.dispatchEvent(new Event('input')) })(document.querySelector('.search input'), ` + strconv.Quote(words) + `)`)
		b.is(`[...document.querySelectorAll('.search mark')].map(m => m.textContent).slice(0, 3).join()`, want)
	}
	ask("wertes lernen", "lernt,Wert,Werte") // both words, in any case
	ask("absätze", "Absatz")                 // an umlaut of the plural
	ask("niemals", "")
	b.is(`document.querySelector('.search .none').textContent`, "Nichts gefunden.")
	b.do(chromedp.KeyEvent(kb.Tab)) // stays in the window
	b.is(`document.activeElement.type`, "search")
	b.do(chromedp.KeyEvent(kb.Escape)) // at once, though the field is not empty
	b.is(`document.querySelector('.search').matches(':popover-open')`, "false")
	b.do(chromedp.KeyEvent("/"))
	ask("gewichtes", "Gewichte,Gewichte,Gewichte")
	b.do(chromedp.KeyEvent(kb.Enter))
	b.is(`location.pathname.split('/').pop() + location.hash`, "01-neuron.html#sec-gewichte")
	b.do(chromedp.Sleep(300 * time.Millisecond))
	b.is(`document.getElementById('sec-gewichte').getBoundingClientRect().top < innerHeight`, "true")
}

func theme(b *browser) {
	b.open("index.html", 1440)
	b.do(chromedp.Click("button.theme"))
	b.is(`document.documentElement.dataset.theme`, "light")
	b.do(chromedp.KeyEvent(kb.Enter))
	b.is(`document.documentElement.dataset.theme`, "dark")
	dark := `getComputedStyle(document.body.parentNode).backgroundColor`
	b.is(dark, "rgb(19, 22, 27)")
	for range 20 { // the browser stores what was chosen a little later
		b.do(chromedp.Sleep(500 * time.Millisecond))
		b.open("02-mehr.html", 1440)
		if b.text(`String(document.documentElement.dataset.theme)`) == "dark" {
			break
		}
	}
	b.is(dark, "rgb(19, 22, 27)")
	b.do(chromedp.Focus(".theme"), chromedp.KeyEvent(kb.Enter))
	b.is(`document.documentElement.dataset.theme`, "undefined")
}

func slides(b *browser) {
	b.open("01-neuron.html", 820)
	b.is(`document.querySelector('.slides .pos').textContent`, "1 von 3")
	b.do(chromedp.Click(".steps > button:nth-of-type(2)"))
	b.is(`document.querySelector('.slides .pos').textContent`, "2 von 3")
	b.do(chromedp.Focus(".strip"), chromedp.KeyEvent(kb.ArrowRight))
	b.is(`document.querySelector('.slides .pos').textContent`, "3 von 3")
	b.is(`Math.round(document.querySelector('.strip').scrollLeft / document.querySelector('.strip').clientWidth)`, "2")
	b.do(chromedp.KeyEvent(kb.ArrowLeft))
	b.is(`document.querySelector('.slides .pos').textContent`, "2 von 3")
}

func copyAndFold(b *browser) {
	b.open("01-neuron.html", 1440)
	b.text(`(Object.defineProperty(navigator, 'clipboard', {value: {writeText: async t => { window.copied = t }}}), 0)`)
	b.do(chromedp.Click(`[id="_lst-ganz"] .cb button:last-child`))
	b.is(`window.copied`, "for range 2 {\n\t<<teil>>\n}")
	b.do(chromedp.Click(`[id="_lst-ganz"] .fold`))
	b.is(`document.querySelector('[id="_lst-ganz"] pre').checkVisibility()`, "false")
	b.is(`document.querySelector('[id="_lst-falte"] pre.go').checkVisibility()`, "false")
	b.do(chromedp.Click(`[id="_lst-falte"] summary`))
	b.is(`document.querySelector('[id="_lst-falte"] pre.go').checkVisibility()`, "true")
}

// keyboard walks through a page with the Tab key: every stop has to be seen.
func keyboard(b *browser) {
	b.open("01-neuron.html", 1440)
	seen := map[string]bool{}
	for range 60 {
		b.do(chromedp.KeyEvent(kb.Tab))
		stop := b.text(`(e => e === document.body ? '' : e.outerHTML.slice(0, 90) + (getComputedStyle(e).outlineStyle === 'none' ? ' NOT SEEN' : ''))(document.activeElement)`)
		if strings.HasSuffix(stop, "NOT SEEN") {
			b.Error(stop)
		}
		seen[stop] = true
	}
	if len(seen) < 25 {
		b.Errorf("only %d stops", len(seen))
	}
}

func withoutScript(b *browser) {
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	b.open("01-neuron.html", 390)
	b.is(`document.documentElement.scrollWidth <= innerWidth`, "true")
	b.is(`document.documentElement.classList.contains('js')`, "false")
	b.is(`document.querySelectorAll('.find, .theme').length - [...document.querySelectorAll('.find, .theme')].filter(e => !e.checkVisibility()).length`, "0")
	b.do(chromedp.Click(".menu"), chromedp.WaitVisible(".contents"), chromedp.Sleep(400*time.Millisecond), chromedp.Click(`.contents a[href="02-mehr.html"]`))
	b.is(`document.querySelector('h1')?.textContent`, "Mehr")
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{})
}
