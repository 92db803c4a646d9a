package weave

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// served is a course that is being served, and the stream of its states.
type served struct {
	t      *testing.T
	dir    string
	url    string
	events *bufio.Reader
	done   chan error
	stop   func()
}

func serve(t *testing.T, chapter string) *served {
	t.Helper()
	s := &served{t: t, dir: t.TempDir(), done: make(chan error, 1)}
	s.write(chapter)
	ctx, stop := context.WithCancel(context.Background())
	s.stop = stop
	ready := make(chan string, 1)
	go func() {
		s.done <- Serve(ctx, s.dir, "127.0.0.1:0", Options{}, func(url string) { ready <- url }, func(*Report, time.Duration, error) {})
		close(s.done)
	}()
	t.Cleanup(func() {
		stop()
		<-s.done // its last build may still write
	})
	select {
	case s.url = <-ready:
	case err := <-s.done:
		t.Fatal(err)
	}
	response, err := http.Get(s.url + "-/events?page=a.html")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { response.Body.Close() })
	s.events = bufio.NewReader(response.Body)
	return s
}

// write saves the chapter as many editors do: beside its place, then renamed.
func (s *served) write(chapter string) {
	s.t.Helper()
	path := filepath.Join(s.dir, "chapters", "a.md")
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(path+"~", []byte(chapter), 0o666); err != nil {
		s.t.Fatal(err)
	}
	if err := os.Rename(path+"~", path); err != nil {
		s.t.Fatal(err)
	}
}

// next is the next state that a browser is told.
func (s *served) next() state {
	s.t.Helper()
	for {
		line, err := s.events.ReadString('\n')
		if err != nil {
			s.t.Fatal(err)
		}
		if data, ok := strings.CutPrefix(line, "data: "); ok {
			var now state
			if err := json.Unmarshal([]byte(data), &now); err != nil {
				s.t.Fatal(err)
			}
			return now
		}
	}
}

func (s *served) get(path string) (int, string) {
	s.t.Helper()
	response, err := http.Get(s.url + path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

func TestServe(t *testing.T) {
	s := serve(t, "# A\n\nText.\n\nEins.\n")
	first := s.next()
	if first.Findings != "" {
		t.Errorf("findings: %s", first.Findings)
	}
	if code, body := s.get("a.html"); code != 200 || !strings.Contains(body, "Eins.") || !strings.Contains(body, "/-/live.js") {
		t.Errorf("a.html: %d %s", code, body)
	}
	if code, _ := s.get("nowhere.html"); code != 404 {
		t.Errorf("a page that is not there: %d", code)
	}

	s.write("# A\n\nZwei $\\alhpa$.\n")
	broken := s.next()
	if broken.Version <= first.Version || !strings.Contains(broken.Findings, "chapters/a.md:3:7: error: unknown command \\alhpa") {
		t.Errorf("after a mistake: %+v", broken)
	}
	if _, body := s.get("a.html"); !strings.Contains(body, "Zwei") {
		t.Error("the page is not the new one")
	}

	s.write("# A\n\nDrei.\n")
	if mended := s.next(); mended.Findings != "" {
		t.Errorf("after mending: %+v", mended)
	}
	if err := os.WriteFile(filepath.Join(s.dir, "chapters", "b.md"), []byte("# Neu\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	s.next()
	if code, _ := s.get("b.html"); code != 200 {
		t.Errorf("a new chapter: %d", code)
	}
	if err := os.Remove(filepath.Join(s.dir, "chapters", "b.md")); err != nil {
		t.Fatal(err)
	}
	s.next()
	if code, _ := s.get("b.html"); code != 404 {
		t.Errorf("a chapter that was deleted: %d", code)
	}

	s.stop()
	if err := <-s.done; err != nil {
		t.Error(err)
	}
}

// A block that would run for an hour is mended in the time of an edit; prose that
// is typed meanwhile does not end it.
func TestServeMendsEndless(t *testing.T) {
	s := serve(t, "# A\n\nEins.\n")
	s.next()
	endless := "# A\n\nZwei.\n\n```go {#wait timeout=1h}\nos.WriteFile(\"run.txt\", nil, 0o666)\ntime.Sleep(time.Hour)\n```\n"
	s.write(endless)
	runs := filepath.Join(s.dir, "chapters", "run.txt")
	for {
		if _, err := os.Stat(runs); err == nil {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	s.write(strings.Replace(endless, "time.Hour)", "1)\nfmt.Println(\"ended\")", 1))
	if now := s.next(); now.Findings != "" {
		t.Errorf("findings: %s", now.Findings)
	}
	if _, body := s.get("a.html"); !strings.Contains(body, "ended") {
		t.Error("the page is not that of the mended block")
	}
}

// TestSameCode tells what ends a program that runs.
func TestSameCode(t *testing.T) {
	const chapter = "---\nuses: [b]\n---\n# A\n\nProse of `{go} x` here.\n\nMore.\n\n```go {#a}\nx := 1\n```\n"
	before := sources{"a.md": chapter, "data.txt": "1"}
	for _, edit := range []struct {
		old, new string
		same     bool
	}{{"More.", "One.\n\n---\n\nMore.", true}, {"More.", "More prose.\n\nAnd more.", true}, {"# A", "# Another", true}, {"x := 1", "x := 2", false}, {"{go} x", "{go} x+1", false}, {"[b]", "[c]", false}, {"{#a}", "{#b}", false}} {
		now := sources{"a.md": strings.Replace(chapter, edit.old, edit.new, 1), "data.txt": "1"}
		if same := before.sameCode(now); same != edit.same {
			t.Errorf("%q → %q: the same code is %v", edit.old, edit.new, same)
		}
	}
	if before.sameCode(sources{"a.md": chapter, "data.txt": "2"}) || before.sameCode(sources{"a.md": chapter}) {
		t.Error("another file may be read by the code")
	}
}

func TestServeRefusesOtherNames(t *testing.T) {
	s := serve(t, "# A\n")
	request, err := http.NewRequest("GET", s.url+"a.html", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Host = "evil.example"
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusForbidden {
		t.Errorf("status %d", response.StatusCode)
	}
}

// TestServeTellsOtherPages edits a title that another chapter names: who reads
// that chapter gets the new one too, and hears nothing of edits beside it.
func TestServeTellsOtherPages(t *testing.T) {
	s := serve(t, "# A\n\n## Alt {#sec-x}\n\nText.\n\nEins.\n")
	if err := os.WriteFile(filepath.Join(s.dir, "chapters", "b.md"), []byte("# B\n\nWie in [](a.md#sec-x).\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for code := 0; code != 200; code, _ = s.get("b.html") {
		s.next()
	}
	response, err := http.Get(s.url + "-/events?page=b.html")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { response.Body.Close() })
	s.events = bufio.NewReader(response.Body)
	s.next()
	s.write("# A\n\n## Alt {#sec-x}\n\nText.\n\nZwei.\n")
	for body := ""; !strings.Contains(body, "Zwei."); _, body = s.get("a.html") {
		time.Sleep(10 * time.Millisecond)
	}
	s.write("# A\n\n## Neu {#sec-x}\n\nText.\n\nZwei.\n")
	s.next()
	if _, body := s.get("b.html"); !strings.Contains(body, "Neu") {
		t.Error("the other chapter still names the old title")
	}
}

// A directory of chapters that goes away and comes back, as when another branch
// is checked out, and files that are symbolic links are followed.
func TestServeMoved(t *testing.T) {
	s := serve(t, "# A\n\nEins.\n")
	s.next()
	chapters, away := filepath.Join(s.dir, "chapters"), filepath.Join(s.dir, "away")
	if err := os.Rename(chapters, away); err != nil {
		t.Fatal(err)
	}
	if gone := s.next(); !strings.Contains(gone.Findings, "there is no directory chapters/") {
		t.Errorf("without chapters: %+v", gone)
	}
	if err := os.Rename(away, chapters); err != nil {
		t.Fatal(err)
	}
	if back := s.next(); back.Findings != "" {
		t.Errorf("with chapters again: %+v", back)
	}
	s.write("# A\n\nZwei.\n")
	s.next()
	if _, body := s.get("a.html"); !strings.Contains(body, "Zwei.") {
		t.Error("an edit after that is not seen")
	}
	elsewhere := filepath.Join(t.TempDir(), "x.md")
	if err := os.WriteFile(elsewhere, []byte("# B\n\nDrei.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, filepath.Join(chapters, "b.md")); err != nil {
		t.Skip(err)
	}
	s.next()
	if err := os.WriteFile(elsewhere, []byte("# B\n\nVier.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for start := time.Now(); ; time.Sleep(10 * time.Millisecond) {
		if _, body := s.get("b.html"); strings.Contains(body, "Vier.") {
			return
		}
		if time.Since(start) > 10*time.Second {
			t.Fatal("an edit of what a link leads to is not seen")
		}
	}
}
