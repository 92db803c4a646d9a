package prog

import (
	"go/format"
	"strings"
	"sync"

	"weave/weave/doc"
	"weave/weave/memo"
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

// reading is the units of a chapter with what was found in them.
type reading struct {
	units []*unit
	found source.List
}

// readAll reads chapters side by side, each once.
func readAll(chapters []*doc.Chapter, env Env) map[*doc.Chapter]reading {
	readings := make([]reading, len(chapters))
	var all sync.WaitGroup
	for i, ch := range chapters {
		all.Go(func() { readings[i] = known(ch, env) })
	}
	all.Wait()
	out := map[*doc.Chapter]reading{}
	for i, ch := range chapters {
		out[ch] = readings[i]
	}
	return out
}

func known(ch *doc.Chapter, env Env) reading {
	type key struct {
		*doc.Chapter
		*Registry
	}
	return memo.Of(env.Memo, key{ch, env.Registry}, func() (r reading) {
		r.units = read(ch, env, &r.found)
		return r
	})
}

// read makes the units of a chapter, blocks and values in document order.
func read(ch *doc.Chapter, env Env, list *source.List) []*unit {
	r := &reader{ch, env, list, map[string]*doc.Code{}, map[string]bool{}}
	after := map[*doc.Code][]*doc.Value{}
	for _, v := range ch.Values {
		after[v.After] = append(after[v.After], v)
	}
	unique := r.names()
	var units []*unit
	for _, c := range append([]*doc.Code{nil}, ch.Code...) {
		if c != nil && unique[c] {
			units = append(units, r.block(c))
		}
		for _, v := range after[c] {
			u := valueUnit(v)
			r.expression(u)
			units = append(units, u)
		}
	}
	return units
}

// names are the Go blocks of the chapter; a name may be given once.
func (r *reader) names() map[*doc.Code]bool {
	out := map[*doc.Code]bool{}
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
		out[c] = true
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
		switch {
		case !c.Runs() && u.kind != program:
			u.kind = inert
		case c.Runs() && u.kind == program:
			u.whole = r.whole(u)
		}
	}
	if len(*r.list) > problems {
		first := (*r.list)[problems]
		u.broken, u.reason, u.place = true, first.Message, first.Span
		if u.whole != nil {
			u.whole.broken, u.whole.reason, u.whole.place = true, first.Message, first.Span
		}
	}
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
// or what a block with a name may hold.
func (r *reader) shown(u *unit) {
	if _, err := format.Source([]byte(u.text)); err == nil {
		return
	}
	var found source.List
	parts := &unit{code: u.code, lines: u.lines, starts: u.starts, text: u.text}
	(&reader{r.chapter, r.env, &found, r.named, r.chunks}).classify(parts)
	if parts.kind == program || len(found) == 0 {
		return // go/format has no position to give for a file with a mistake
	}
	r.list.Errorf("go", found[0].Span, "%s", found[0].Message).
		Hint("write ```go {nocompile} to show Go that is not complete, ```text for anything else")
}

// cleanSyntax takes the parser's own words out of its messages.
func cleanSyntax(msg string) string {
	msg = strings.ReplaceAll(msg, "'", "")
	msg = strings.ReplaceAll(msg, "found }", "found the end of the block or }")
	return strings.ReplaceAll(msg, "found newline", "found the end of the line")
}
