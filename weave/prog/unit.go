package prog

import (
	"sort"
	"strings"

	"weave/weave/doc"
	"weave/weave/source"
)

// unit is a block with its chunks put in, or a value in the text behind a
// block: a piece of Go that stands or falls as a whole.
type unit struct {
	name   string // of the block; of a value, its ID
	code   *doc.Code
	value  *doc.Value // of a value; code is then the block before it or nil
	lines  []line
	starts []int // offset in text of each line
	text   string
	kind   kind
	items  []item
	broken bool        // it does not parse
	reason string      // the first message, where broken
	place  source.Span // of that message
	syntax *anatomy    // nil where broken
	call   *use        // of a block with use=
	main   bool        // it is a program of its own without its package clause: its main is called
	whole  *unit       // of a block that is such a program: how it runs
}

// kind of a unit.
type kind int

const (
	statements   kind = iota // with lifted functions and types among them
	declarations             // nothing else
	valueKind                // an expression in the text
	program                  // begins with a package clause: no part of the chapter's program
	inert                    // of no effect in the program: no name, a chunk, eval=false
)

// line of a unit: where it comes from.
type line struct {
	text   string
	file   *source.File
	offset int // of text[0] in file
	block  string
	n      int // in that block, from 1
}

func (u *unit) runs() bool {
	return u.kind == statements || u.kind == declarations || u.kind == valueKind
}

// isValue tells a value in the text from a block.
func (u *unit) isValue() bool { return u.value != nil }

// join makes the text of the lines.
func (u *unit) join() {
	var b strings.Builder
	for _, l := range u.lines {
		u.starts = append(u.starts, b.Len())
		b.WriteString(l.text)
		b.WriteByte('\n')
	}
	u.text = b.String()
}

// lineAt is the line that holds an offset of the text, and the column in bytes
// from 0.
func (u *unit) lineAt(off int) (int, int) {
	i := max(0, sort.SearchInts(u.starts, off+1)-1)
	if i >= len(u.lines) {
		return -1, 0
	}
	return i, min(max(0, off-u.starts[i]), len(u.lines[i].text))
}

// span maps a range of the text to its place in the chapter, no further than
// to the end of its first line.
func (u *unit) span(start, end int) source.Span {
	i, col := u.lineAt(start)
	if i < 0 {
		return u.at()
	}
	l := u.lines[i]
	stop := min(max(end-u.starts[i], col), len(l.text))
	return l.file.At(l.offset+col, l.offset+stop)
}

// at is the place of the unit as a whole: its first line.
func (u *unit) at() source.Span {
	switch {
	case u.value != nil:
		return u.value.Span
	case len(u.lines) > 0:
		return u.lines[0].file.At(u.lines[0].offset, u.lines[0].offset+len(u.lines[0].text))
	}
	return u.code.At()
}

// fence is the place where the block begins.
func fence(c *doc.Code) source.Span {
	return c.Chapter.File.At(c.Span.Start, c.Span.Start)
}

// valueUnit reads an expression of the text.
func valueUnit(v *doc.Value) *unit {
	u := &unit{name: v.ID, code: v.After, value: v, kind: valueKind}
	text := v.Span.Text()
	at := v.Span.Start + max(0, strings.LastIndex(text, v.Expr))
	for n, l := range strings.Split(v.Expr, "\n") {
		u.lines = append(u.lines, line{text: l, file: v.Span.File, offset: at, block: v.ID, n: n + 1})
		at += len(l) + 1
	}
	u.join()
	u.text = strings.TrimSuffix(u.text, "\n")
	return u
}
