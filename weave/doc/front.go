package doc

import (
	"bytes"

	"weave/weave/source"
)

// frontMatter is what may stand between "---" lines at a chapter's beginning.
type frontMatter struct {
	Title  string            `yaml:"title"`
	Lang   string            `yaml:"lang"`
	Bind   map[string]string `yaml:"bind"`
	Uses   []string          `yaml:"uses"`
	Macros map[string]string `yaml:"macros"`
}

// readFrontMatter returns what the file begins with and where its text begins.
func readFrontMatter(f *source.File, list *source.List) (frontMatter, int) {
	var fm frontMatter
	begin := len(f.Text) - len(bytes.TrimPrefix(f.Text, []byte(source.ByteOrderMark)))
	first := bytes.IndexByte(f.Text, '\n')
	if first < 0 || string(bytes.TrimRight(f.Text[begin:first], " \t\r")) != "---" {
		return fm, begin
	}
	for at := first + 1; at < len(f.Text); {
		end := len(f.Text)
		if n := bytes.IndexByte(f.Text[at:], '\n'); n >= 0 {
			end = at + n + 1
		}
		if line := string(bytes.TrimRight(f.Text[at:end], " \t\r\n")); line == "---" || line == "..." {
			source.DecodeYAML(f, first+1, at, &fm, list)
			return fm, end
		}
		at = end
	}
	list.Errorf("yaml", f.At(begin, begin+3), "this front matter is never closed").Hint("end it with a line ---")
	return fm, len(f.Text)
}

// uses gives the names that the front matter lists their places in it.
func uses(f *source.File, names []string, end int) []Use {
	var out []Use
	at := max(0, bytes.Index(f.Text[:end], []byte("uses")))
	for _, name := range names {
		u := Use{name, f.At(at, at)}
		if i := bytes.Index(f.Text[at:end], []byte(name)); i >= 0 {
			u.Span = f.At(at+i, at+i+len(name))
			at += i + len(name)
		}
		out = append(out, u)
	}
	return out
}
