package weave

import (
	"bytes"
	_ "embed" // for the script
	"encoding/json"
	"fmt"
	"mime"
	"net"
	"net/http"
	"path"
	"path/filepath"
	"strconv"
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
	version := s.version
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

// events streams the state whenever it changes (server-sent events).
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
	for {
		s.mu.Lock()
		now := state{s.version, s.findings}
		s.mu.Unlock()
		data, err := json.Marshal(now)
		if err != nil {
			panic("weave: " + err.Error())
		}
		fmt.Fprintf(w, "id: %s\ndata: %s\n\n", strconv.Itoa(now.Version), data)
		if flush.Flush() != nil {
			return
		}
		select {
		case <-changed:
		case <-r.Context().Done():
			return
		}
	}
}
