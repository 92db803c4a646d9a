// Package source holds the texts an author wrote, places in them, and what
// there is to say about those places.
package source

import (
	"bytes"
	"sort"
	"unicode/utf8"
)

// File is one source text. Name is relative to the course's directory, with
// slashes, as it is printed in messages: "chapters/02-forward.md".
type File struct {
	Name  string
	Text  []byte
	lines []int // offset of the first byte of each line
}

// NewFile indexes the lines of text. Those that end as on Windows are read as
// those that do not: places are given by lines.
func NewFile(name string, text []byte) *File {
	if bytes.Contains(text, []byte("\r\n")) {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	}
	f := &File{Name: name, Text: text, lines: []int{0}}
	for i, b := range text {
		if b == '\n' {
			f.lines = append(f.lines, i+1)
		}
	}
	return f
}

// Position is a place as an editor shows it; both count from 1, columns count
// characters.
type Position struct {
	Line, Column int
}

// Position converts a byte offset; offsets outside of the text are clamped.
func (f *File) Position(offset int) Position {
	offset = max(0, min(offset, len(f.Text)))
	line := sort.SearchInts(f.lines, offset+1) - 1
	return Position{line + 1, utf8.RuneCount(f.Text[f.lines[line]:offset]) + 1}
}

// Offset is the byte offset of a position, the inverse of Position.
func (f *File) Offset(p Position) int {
	if p.Line < 1 {
		return 0
	}
	if p.Line > len(f.lines) {
		return len(f.Text)
	}
	off := f.lines[p.Line-1]
	for c := 1; c < p.Column && off < len(f.Text) && f.Text[off] != '\n'; c++ {
		_, n := utf8.DecodeRune(f.Text[off:])
		off += n
	}
	return off
}

// Line is the text of a line, counted from 1, without its end.
func (f *File) Line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	end := len(f.Text)
	if n < len(f.lines) {
		end = f.lines[n] - 1
	}
	return string(f.Text[f.lines[n-1]:end])
}

// Span is a range of bytes in a file. The zero Span is nowhere; a Span with a
// File and no extent is the file as a whole at that offset.
type Span struct {
	File       *File
	Start, End int
}

// At is the span of the bytes from start to end.
func (f *File) At(start, end int) Span { return Span{f, start, end} }

// Position is where the span begins; the zero Position if it is nowhere.
func (s Span) Position() Position {
	if s.File == nil {
		return Position{}
	}
	return s.File.Position(s.Start)
}

// Text is what the span covers.
func (s Span) Text() string {
	if s.File == nil {
		return ""
	}
	n := len(s.File.Text)
	start := max(0, min(s.Start, n))
	return string(s.File.Text[start:max(start, min(s.End, n))])
}
