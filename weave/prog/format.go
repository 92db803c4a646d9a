package prog

import (
	"go/format"
	"regexp"
	"strings"

	"weave/weave/doc"
	"weave/weave/source"
)

var (
	chunkLine  = regexp.MustCompile(`(?m)^([ \t]*)<<(.+)>>[ \t]*$`)
	hiddenLine = regexp.MustCompile(`(?m)^([ \t]*)//weave:chunk (.+)$`)
)

// Format is the Go of a block as gofmt writes it; false where it does not parse.
func Format(c *doc.Code) (string, bool) {
	text := chunkLine.ReplaceAllString(c.Text(), "$1//weave:chunk $2")
	out, err := format.Source([]byte(text))
	if err != nil {
		if out, err = formatItems(c, text); err != nil {
			return "", false
		}
	}
	return hiddenLine.ReplaceAllString(strings.TrimRight(string(out), "\n")+"\n", "$1<<$2>>"), true
}

// formatItems formats declarations among statements and these by themselves, as
// no Go file can hold both.
func formatItems(c *doc.Code, text string) ([]byte, error) {
	u := &unit{code: c, name: c.Name}
	for i, l := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		u.lines = append(u.lines, line{text: l, file: c.Chapter.File, block: c.Name, n: i + 1})
	}
	u.join()
	s := &splitter{r: &reader{chapter: c.Chapter, list: new(source.List)}, u: u}
	s.scan()
	var out []byte
	for i := 0; i < len(u.items); {
		last := i
		for last+1 < len(u.items) && u.items[last+1].lifted == u.items[i].lifted {
			last++
		}
		end := u.items[last].end
		if last == len(u.items)-1 {
			end = len(u.text)
		}
		part, err := format.Source([]byte(strings.Trim(u.text[u.items[i].start:end], "\n")))
		if err != nil {
			return nil, err
		}
		if i > 0 {
			out = append(out, '\n')
			if strings.HasPrefix(strings.TrimLeft(u.text[u.items[i].start:], " \t"), "\n\n") {
				out = append(out, '\n')
			}
		}
		out = append(out, part...)
		i = last + 1
	}
	return out, nil
}
