package html

import (
	"bytes"
	"encoding/json"

	"weave/weave/doc"
)

// entry is a section in the search index.
type entry struct {
	Chapter string `json:"chapter"`
	Title   string `json:"title"`
	URL     string `json:"url"`
	Text    string `json:"text"`
}

// searchIndex is a script, as pages from the file system may load scripts but
// not data.
func (s *site) searchIndex() {
	var b bytes.Buffer
	b.WriteString("window.weaveIndex=")
	writeJSON(&b, s.entries)
	b.WriteString(";\n")
	s.files["search-index.js"] = b.Bytes()
}

// scriptWords is what the script says, as JSON.
func scriptWords(w *doc.Wording) string {
	var b bytes.Buffer
	writeJSON(&b, map[string]string{
		"theme": w.Theme, "auto": w.Auto, "light": w.Light, "dark": w.Dark, "copy": w.Copy, "copied": w.Copied,
		"fold": w.Fold, "previous": w.Previous, "next": w.Next, "step": w.Step, "of": w.Of, "back": w.Back,
		"search": w.Search, "nothing": w.Nothing, "hits": w.Hits, "scroll": w.Scroll,
		"enlarge": w.Enlarge, "close": w.Close, "values": w.Values,
	})
	return b.String()
}

// writeJSON writes v so that it may stand in a script: < is escaped.
func writeJSON(b *bytes.Buffer, v any) {
	if err := json.NewEncoder(b).Encode(v); err != nil {
		panic("html: " + err.Error())
	}
	b.Truncate(b.Len() - 1)
}
