package weave

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"weave/weave/doc"
	"weave/weave/prog"
)

// Format writes the Go blocks of all chapters as gofmt does; what does not parse
// and all else stays as it is. With check it only says which chapters would
// change. It returns their names.
func Format(dir string, check bool) ([]string, *Report, error) {
	course, list, err := Load(dir)
	if err != nil || course == nil {
		return nil, newReport(nil, list), err
	}
	var changed []string
	for _, ch := range course.Book.Chapters {
		text := formatted(ch)
		if text == string(ch.File.Text) {
			continue
		}
		changed = append(changed, ch.File.Name)
		if check {
			continue
		}
		if err := rewrite(filepath.Join(course.Dir, filepath.FromSlash(ch.File.Name)), text); err != nil {
			return changed, newReport(nil, list), err
		}
	}
	return changed, newReport(nil, nil), nil
}

// rewrite gives a chapter another text, and leaves its lines to end as they do.
func rewrite(path, text string) error {
	path, err := filepath.EvalSymlinks(path) // the link itself stays
	if err != nil {
		return err
	}
	old, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if bytes.Contains(old, []byte("\r\n")) {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	temp, err := stage(path, []byte(text))
	if err != nil {
		return err
	}
	return os.Rename(temp, path)
}

// formatted is a chapter's text with its Go blocks formatted, from the last to
// the first, so that places stay right.
func formatted(ch *doc.Chapter) string {
	text := string(ch.File.Text)
	for _, c := range slices.Backward(ch.Code) {
		if c.Lang != "go" || len(c.Lines) == 0 {
			continue
		}
		code, ok := prog.Format(c)
		if !ok || code == c.Text() {
			continue
		}
		first, last := c.Lines[0], c.Lines[len(c.Lines)-1]
		begin := strings.LastIndexByte(text[:first.Offset], '\n') + 1
		indent := text[begin:first.Offset] // of a list or a quotation
		var b strings.Builder
		for line := range strings.Lines(code) {
			if strings.TrimSpace(line) != "" {
				b.WriteString(indent + line)
			} else {
				b.WriteString(strings.TrimRight(indent, " \t") + line)
			}
		}
		end := last.Offset + len(last.Text)
		text = text[:begin] + strings.TrimSuffix(b.String(), "\n") + text[end:]
	}
	return text
}
