package weave

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"weave/weave/doc"
	"weave/weave/source"
)

// sources are the files in the directories of a course: the texts of chapters,
// and of others what tells whether they have changed.
type sources map[string]string

func sourcesIn(dirs []string) sources {
	out := sources{}
	seen := map[string]bool{} // one directory may lie in another
	for _, dir := range dirs {
		filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil // what is not there holds no code
			case d.IsDir() && (seen[path] || path != dir && unwatched(d.Name())):
				return fs.SkipDir
			case d.IsDir():
				seen[path] = true
			default:
				out.add(path, d)
			}
			return nil
		})
	}
	return out
}

func (s sources) add(path string, d fs.DirEntry) {
	if strings.HasSuffix(path, ".md") {
		if text, err := os.ReadFile(path); err == nil {
			s[path] = string(text)
		}
	} else if st, err := d.Info(); err == nil {
		s[path] = fmt.Sprint(st.Size(), st.ModTime().UnixNano())
	}
}

// sameCode tells whether the same would run. Prose does not count, so that
// typing it ends no program that takes its time.
func (s sources) sameCode(now sources) bool {
	if len(s) != len(now) {
		return false
	}
	for path, text := range s {
		is, there := now[path]
		if !there || text != is && (!strings.HasSuffix(path, ".md") || codeIn(text) != codeIn(is)) {
			return false
		}
	}
	return true
}

// codeIn is the code in a chapter's text.
func codeIn(text string) string {
	ch, _ := doc.Parse(source.NewFile("chapter.md", []byte(text)), doc.ParseOptions{Number: 1})
	var out []any
	for _, use := range ch.Uses {
		out = append(out, use.Name)
	}
	for _, v := range ch.Values {
		out = append(out, v.Expr, v.Format)
	}
	for _, c := range ch.Code {
		out = append(out, c.Lang, c.Name, c.Options)
		for _, l := range c.Lines {
			out = append(out, l.Text)
		}
	}
	data, err := json.Marshal(out)
	if err != nil {
		panic("weave: " + err.Error())
	}
	return string(data)
}
