package run

import (
	"io"
	"os"
	"slices"
	"strings"

	"weave/blocks/rt"
)

// read is a file or variable that a program looked at, and what was there.
type read struct {
	Env     bool
	Name    string
	Content string // hash
}

// reads are what the program looked at, each once, as it is now; with names of
// blocks, what these did.
func (e *ending) reads(blocks []string) []read {
	seen := map[read]bool{}
	for _, r := range e.records {
		if blocks != nil && r.Block != "" && !slices.Contains(blocks, r.Block) || strings.HasPrefix(r.ID, e.dir) {
			continue
		}
		if r.Kind == rt.OpenRecord || r.Kind == rt.GetenvRecord {
			seen[read{Env: r.Kind == rt.GetenvRecord, Name: r.ID}] = true
		}
	}
	var out []read
	for r := range seen {
		r.Content = r.now()
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b read) int { return strings.Compare(a.Name, b.Name) })
	return out
}

func unchanged(rs []read) bool {
	return !slices.ContainsFunc(rs, func(r read) bool { return r.now() != r.Content })
}

// now is what stands there: a file's content, a directory's names. Devices and
// pipes have no content that could be compared.
func (r read) now() string {
	if r.Env {
		value, set := os.LookupEnv(r.Name)
		if !set {
			return "unset"
		}
		return hash(value)
	}
	st, err := os.Stat(r.Name)
	switch {
	case err != nil:
		return "missing"
	case st.IsDir():
		entries, err := os.ReadDir(r.Name)
		if err != nil {
			return "unreadable"
		}
		var names []string
		for _, e := range entries {
			names = append(names, e.Name())
		}
		return hash(names...)
	case !st.Mode().IsRegular():
		return "special"
	}
	return contentOf(r.Name)
}

func contentOf(name string) string {
	f, err := os.Open(name)
	if err != nil {
		return "unreadable"
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		return "unreadable"
	}
	return hash(data)
}
