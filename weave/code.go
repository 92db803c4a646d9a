package weave

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// codeIn tells what runs in directories from what would run after a change:
// lines of chapters that are or may be Go, and all other files. Prose does not
// count, so that typing it ends no program that takes its time.
func codeIn(dirs []string) [sha256.Size]byte {
	h := sha256.New()
	for _, dir := range dirs {
		filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil // what is not there holds no code
			}
			if text, err := os.ReadFile(path); err == nil && strings.HasSuffix(path, ".md") {
				fmt.Fprintf(h, "%q %q\n", path, codeLines(text))
			} else if st, err := d.Info(); err == nil {
				fmt.Fprintf(h, "%q %d %d\n", path, st.Size(), st.ModTime().UnixNano())
			}
			return nil
		})
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// codeLines are the lines of a chapter in its front matter and in blocks of
// code, and those with values.
func codeLines(text []byte) (out []byte) {
	fence := ""
	for line := range bytes.Lines(text) {
		trimmed := string(bytes.TrimSpace(line))
		mark := fenceOf(trimmed)
		switch {
		case fence == "" && mark != "":
			fence = mark
		case fence != "" && strings.HasPrefix(trimmed, fence):
			fence = ""
		case fence == "" && !strings.Contains(trimmed, "{go") && !strings.Contains(trimmed, `\go`):
			continue
		}
		out = append(out, line...)
	}
	return out
}

// fenceOf is what a block that begins with a line ends with; "" for none.
func fenceOf(line string) string {
	for _, mark := range []string{"```", "~~~", "---"} {
		if strings.HasPrefix(line, mark) {
			return mark
		}
	}
	return ""
}
