package prog

import (
	"go/format"
	"go/scanner"
	"strings"

	"weave/weave/doc"
	"weave/weave/source"
)

// reader reads the blocks of one chapter.
type reader struct {
	chapter *doc.Chapter
	env     Env
	list    *source.List
	named   map[string]*doc.Code
	chunks  map[string]bool // names of blocks that others put into themselves
}

// read makes the units of a chapter, blocks and values in document order.
func read(ch *doc.Chapter, env Env, list *source.List) []*unit {
	r := &reader{ch, env, list, map[string]*doc.Code{}, map[string]bool{}}
	values := ch.Values
	var units []*unit
	until := func(offset int) {
		for len(values) > 0 && values[0].Span.Start < offset {
			u := valueUnit(values[0])
			r.expression(u)
			units, values = append(units, u), values[1:]
		}
	}
	for _, c := range r.names() {
		until(c.Span.Start)
		units = append(units, r.block(c))
	}
	until(len(ch.File.Text) + 1)
	return units
}

// names are the Go blocks of the chapter; a name may be given once.
func (r *reader) names() []*doc.Code {
	var out []*doc.Code
	for _, c := range r.chapter.Code {
		if c.Lang != "go" {
			continue
		}
		if first := r.named[c.Name]; c.Name != "" && first != nil {
			r.list.Errorf("go", fence(c), "two blocks are named %q", c.Name).
				Hint("give this one another name; the first of them is run").
				Note(fence(first), "the other one")
			continue
		}
		if c.Name != "" {
			r.named[c.Name] = c
		}
		out = append(out, c)
		for _, l := range c.Lines {
			if name, ok := doc.ChunkReference(l.Text); ok {
				r.chunks[name] = true
			}
		}
	}
	return out
}

// block reads one block: its chunks are put in, its parts found.
func (r *reader) block(c *doc.Code) *unit {
	u := &unit{name: c.Name, code: c}
	if c.Options.Use != "" {
		r.use(u)
		return u
	}
	problems := len(*r.list)
	u.lines = r.expand(c, []string{c.Name})
	u.join()
	switch {
	case c.Name == "":
		u.kind = inert
		r.shown(u)
	case r.chunks[c.Name]:
		u.kind = inert
	default:
		r.classify(u)
		if !c.Runs() && u.kind != program {
			u.kind = inert
		}
	}
	u.broken = u.broken || len(*r.list) > problems
	if u.broken && c.Options.NoCompile {
		*r.list = (*r.list)[:problems]
	}
	return u
}

// fail reports a problem at an offset of the unit.
func (r *reader) fail(u *unit, off int, format string, args ...any) *source.Diagnostic {
	d := r.list.Errorf("go", u.span(off, off+1), format, args...)
	if !u.broken {
		u.broken, u.reason = true, d.Message
	}
	return d
}

// shown parses a block without a name, which must be Go all the same: a file,
// declarations, statements, or lines with chunks in them.
func (r *reader) shown(u *unit) {
	_, err := format.Source([]byte(u.text))
	errs, ok := err.(scanner.ErrorList)
	if !ok {
		return
	}
	parts := &unit{code: u.code, lines: u.lines, starts: u.starts, text: u.text}
	var ignored source.List
	mixed := &reader{r.chapter, r.env, &ignored, r.named, r.chunks}
	mixed.classify(parts)
	if !parts.broken || parts.kind == program {
		return
	}
	r.list.Errorf("go", u.span(offsetOf(u, errs[0].Pos.Line, errs[0].Pos.Column), 0), "%s", cleanSyntax(errs[0].Msg)).
		Hint("a block that begins with ```go is Go; write ```text for anything else")
}

// offsetOf converts a line and column of the scanner.
func offsetOf(u *unit, line, column int) int {
	if line < 1 || line > len(u.starts) {
		return max(0, len(u.text)-1)
	}
	return u.starts[line-1] + column - 1
}

// cleanSyntax takes the parser's own words out of its messages.
func cleanSyntax(msg string) string {
	msg = strings.ReplaceAll(msg, "'", "")
	return strings.ReplaceAll(msg, "found newline", "found the end of the line")
}
