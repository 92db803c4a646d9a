package prog

import (
	"go/scanner"
	"go/token"
	"slices"
	"strings"

	"weave/weave/doc"
	"weave/weave/source"
)

// expand puts the chunks of a block into it. path is the names on the way.
// Chunks are not indented here: that would change the strings in them.
func (r *reader) expand(c *doc.Code, path []string) []line {
	var out []line
	inString := stringLines(c)
	for i, l := range c.Lines {
		own := line{l.Text, c.Chapter.File, l.Offset, c.Name, i + 1}
		name, ok := doc.ChunkReference(l.Text)
		if !ok {
			out = append(out, own)
			continue
		}
		at := c.LineSpan(i)
		chunk := r.named[name]
		switch {
		case inString[i]:
			r.list.Errorf("go", at, "a chunk cannot stand inside a string").Hint("join the parts with + instead")
		case chunk == nil:
			d := r.list.Errorf("go", at, "no block is named %q", name)
			if near := source.Nearest(name, sortedKeys(r.named)); near != "" {
				d.Hint("did you mean <<%s>>?", near).Note(fence(r.named[near]), "%q is here", near)
			}
		case slices.Contains(path, name):
			r.list.Errorf("go", at, "a chunk contains itself: %s", strings.Join(append(path, name), " → ")).
				Note(fence(chunk), "%q is here", name)
		default:
			out = append(out, r.expand(chunk, append(slices.Clip(path), name))...)
		}
	}
	return out
}

// stringLines are the lines of a block that begin within a raw string.
func stringLines(c *doc.Code) map[int]bool {
	text := c.Text()
	lines := map[int]bool{}
	fset := token.NewFileSet()
	f := fset.AddFile("", -1, len(text))
	var s scanner.Scanner
	s.Init(f, []byte(text), nil, scanner.ScanComments)
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			return lines
		}
		if tok == token.STRING && strings.HasPrefix(lit, "`") {
			first := f.Line(pos)
			for n := range strings.Count(lit, "\n") {
				lines[first+n] = true // line first+n+1, counted from 0
			}
		}
	}
}
