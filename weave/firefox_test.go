package weave

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/websocket"
)

// firefox is a page in a real Firefox, driven by WebDriver BiDi.
type firefox struct {
	*testing.T
	conn    *websocket.Conn
	context string // the tab
	site    string
	last    int
	faults  []string
}

var listeningRE = regexp.MustCompile(`WebDriver BiDi listening on (ws://\S+)`)

// openFirefox skips the test where there is no Firefox.
func openFirefox(t *testing.T, site string) *firefox {
	t.Helper()
	program := ""
	for _, name := range []string{"firefox-esr", "firefox"} {
		if path, err := exec.LookPath(name); err == nil && program == "" {
			program = path
		}
	}
	if program == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("no Firefox")
		}
		t.Skip("no Firefox")
	}
	cmd := exec.CommandContext(t.Context(), program, "--headless", "--no-remote", "--profile", t.TempDir(), "--remote-debugging-port", "0", "--remote-allow-origins", "http://localhost", "about:blank")
	cmd.WaitDelay = 5 * time.Second
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	address := ""
	for lines := bufio.NewScanner(stderr); address == "" && lines.Scan(); {
		if m := listeningRE.FindStringSubmatch(lines.Text()); m != nil {
			address = m[1]
		}
	}
	go func() { // what it says later
		for lines := bufio.NewScanner(stderr); lines.Scan(); {
		}
	}()
	if address == "" {
		t.Fatal("Firefox does not listen")
	}
	conn, err := websocket.Dial(address+"/session", "", "http://localhost")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	f := &firefox{T: t, conn: conn, site: site}
	f.call("session.new", map[string]any{"capabilities": map[string]any{}})
	f.call("session.subscribe", map[string]any{"events": []string{"log.entryAdded", "network.beforeRequestSent"}})
	var tree struct{ Contexts []struct{ Context string } }
	f.read(f.call("browsingContext.getTree", map[string]any{}), &tree)
	f.context = tree.Contexts[0].Context
	return f
}

func (f *firefox) read(data json.RawMessage, v any) {
	f.Helper()
	if err := json.Unmarshal(data, v); err != nil {
		f.Fatal(err)
	}
}

// message is an answer or an event.
type message struct {
	ID      int
	Type    string
	Method  string
	Error   string
	Message string
	Result  json.RawMessage
	Params  struct {
		Level   string
		Text    string
		Request struct{ URL string }
	}
}

// call sends a command and waits for its answer; events in between are noted.
func (f *firefox) call(method string, params map[string]any) json.RawMessage {
	f.Helper()
	f.last++
	if err := websocket.JSON.Send(f.conn, map[string]any{"id": f.last, "method": method, "params": params}); err != nil {
		f.Fatal(err)
	}
	if err := f.conn.SetReadDeadline(time.Now().Add(60 * time.Second)); err != nil {
		f.Fatal(err)
	}
	for {
		var m message
		if err := websocket.JSON.Receive(f.conn, &m); err != nil {
			f.Fatal(method, ": ", err)
		}
		switch {
		case m.Type == "event":
			f.note(m)
		case m.Type == "error":
			f.Fatalf("%s: %s %s", method, m.Error, m.Message)
		case m.ID == f.last:
			return m.Result
		}
	}
}

// note keeps errors and requests that leave the site.
func (f *firefox) note(m message) {
	switch {
	case m.Method == "log.entryAdded" && (m.Params.Level == "error" || m.Params.Level == "warn"):
		f.faults = append(f.faults, m.Params.Text)
	case m.Method == "network.beforeRequestSent" && !strings.HasPrefix(m.Params.Request.URL, f.site) && !strings.HasPrefix(m.Params.Request.URL, "data:"):
		f.faults = append(f.faults, "request to "+m.Params.Request.URL)
	}
}

// open loads a page at a width, once its fonts are there.
func (f *firefox) open(page string, width int) {
	f.Helper()
	f.call("browsingContext.setViewport", map[string]any{"context": f.context, "viewport": map[string]any{"width": width, "height": 900}})
	f.call("browsingContext.navigate", map[string]any{"context": f.context, "url": f.site + "/" + page, "wait": "complete"})
	f.text(`document.fonts.ready.then(() => 0)`)
}

// text is the value of a JavaScript expression as text, once it is known.
func (f *firefox) text(expression string) string {
	f.Helper()
	var r struct {
		Type             string
		Result           struct{ Value string }
		ExceptionDetails struct{ Text string }
	}
	f.read(f.call("script.evaluate", map[string]any{
		"expression": "Promise.resolve(" + expression + ").then(String)", "target": map[string]any{"context": f.context}, "awaitPromise": true, "userActivation": true,
	}), &r)
	if r.Type == "exception" {
		return "exception: " + r.ExceptionDetails.Text
	}
	return r.Result.Value
}

// is waits until a JavaScript expression has this value.
func (f *firefox) is(expression, want string) {
	f.Helper()
	got := ""
	for range 100 {
		if got = f.text(expression); got == want {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	f.Errorf("%s\n is %q, want %q", expression, got, want)
}

// The keys that the tests press, as WebDriver names them.
const (
	keyEnter  = "\ue007"
	keyEscape = "\ue00c"
	keyTab    = "\ue004"
	keyRight  = "\ue014"
	keyEnd    = "\ue010"
)

// press types keys, one after the other.
func (f *firefox) press(keys string) {
	f.Helper()
	var actions []any
	for _, k := range keys {
		for _, kind := range []string{"keyDown", "keyUp"} {
			actions = append(actions, map[string]any{"type": kind, "value": string(k)})
		}
	}
	f.call("input.performActions", map[string]any{"context": f.context, "actions": []any{map[string]any{"type": "key", "id": "keys", "actions": actions}}})
}

// click clicks the middle of an element.
func (f *firefox) click(selector string) {
	f.Helper()
	var at struct{ X, Y int }
	f.read(json.RawMessage(f.text(fmt.Sprintf(`(e => { e.scrollIntoView({block: 'center', behavior: 'instant'}); const r = e.getBoundingClientRect(); return JSON.stringify({X: Math.round(r.left + r.width / 2), Y: Math.round(r.top + r.height / 2)}) })(document.querySelector(%q))`, selector))), &at)
	f.call("input.performActions", map[string]any{"context": f.context, "actions": []any{map[string]any{
		"type": "pointer", "id": "mouse", "actions": []any{
			map[string]any{"type": "pointerMove", "x": at.X, "y": at.Y},
			map[string]any{"type": "pointerDown", "button": 0},
			map[string]any{"type": "pointerUp", "button": 0},
		},
	}}})
}
