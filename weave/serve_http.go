package weave

import (
	"bytes"
	_ "embed" // for the script
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"path"
	"path/filepath"
	"strings"
)

// liveScript runs in every served page: it loads the page again when there is a
// newer one, at the place where the reader was, and shows what is wrong.
//
//go:embed live.js
var liveScript []byte

// ServeHTTP answers requests that name this machine; others may come from a
// page elsewhere by way of a name that leads here.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !loopback(r.Host) {
		http.Error(w, "weave serves this machine only", http.StatusForbidden)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	switch name := strings.TrimPrefix(path.Clean(r.URL.Path), "/"); name {
	case "-/events":
		s.events(w, r)
	case "-/live.js":
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		w.Write(liveScript)
	case "reader.pdf":
		http.ServeFile(w, r, filepath.Join(s.dir, "out", "reader.pdf"))
	case "":
		s.page(w, "index.html")
	default:
		s.page(w, name)
	}
}

func loopback(host string) bool {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// page answers with a file of the site; pages get the script.
func (s *server) page(w http.ResponseWriter, name string) {
	s.mu.Lock()
	data, ok := s.site["html/"+name]
	version := s.shown(name)
	s.mu.Unlock()
	if !ok {
		w.WriteHeader(http.StatusNotFound)
		data = []byte("<!doctype html><title>404</title><body><p>There is no such page.</p></body>")
		name = "404.html"
	}
	if strings.HasSuffix(name, ".html") {
		script := fmt.Sprintf("<script src=\"/-/live.js\" data-version=\"%d\" defer></script>\n</body>", version)
		data = bytes.Replace(data, []byte("</body>"), []byte(script), 1)
	}
	if t := mime.TypeByExtension(path.Ext(name)); t != "" {
		w.Header().Set("Content-Type", t)
	}
	w.Write(data)
}

// state is what a browser is told.
type state struct {
	Version  int    `json:"version"`
	Findings string `json:"findings"`
}

// send writes the state as an event.
func (s state) send(w io.Writer) error {
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "id: %d\ndata: %s\n\n", s.Version, data)
	return err
}

// shown is the version of a page; of one that is not there, that of the site.
// The caller holds mu.
func (s *server) shown(page string) int {
	if v, ok := s.versions["html/"+page]; ok {
		return v
	}
	return s.version
}

// events streams the state of a page whenever it changes (server-sent events).
func (s *server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	changed := make(chan struct{}, 1)
	s.mu.Lock()
	s.clients[changed] = true
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		delete(s.clients, changed)
		s.mu.Unlock()
	}()
	flush := http.NewResponseController(w)
	page := strings.TrimPrefix(path.Clean("/"+r.URL.Query().Get("page")), "/")
	if page == "" {
		page = "index.html"
	}
	for told := (state{}); ; {
		s.mu.Lock()
		now := state{s.shown(page), s.findings}
		s.mu.Unlock()
		if now != told && (now.send(w) != nil || flush.Flush() != nil) {
			return
		}
		told = now
		select {
		case <-changed:
		case <-r.Context().Done():
			return
		}
	}
}
