package prog

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"weave/weave/doc"
	"weave/weave/source"
)

// checked is the result of a check without places in files: prose may move,
// and it still holds. Units are given by their index.
type checked struct {
	Packages string // fingerprint of what is imported
	Source   string
	Imports  []string
	Left     map[int]cachedReason
	Uses     map[int][]int
	Findings []cachedFinding
}

type cachedReason struct {
	Needs    int // -1: none
	Message  string
	Off      int
	Expected bool
}

type cachedFinding struct {
	Severity         source.Severity
	Unit, Start, End int
	Message          string
	Hint, Note       string
	NoteUnit         int // -1: none
	NoteOff          int
}

// link checks a chapter, or finds that it has been checked as it is.
func link(ch *doc.Chapter, pkg string, units []*unit, env Env, failed []string, list *source.List) (*Chapter, error) {
	s := newState(ch, pkg, units, env, failed)
	key := s.key(failed)
	c, ok := s.load(key)
	if !ok {
		gen, imports, err := s.check()
		if err != nil {
			return nil, err
		}
		c = s.checked(gen, imports)
		if env.Load != nil {
			c.Packages = env.Fingerprint(c.Imports)
			data, err := json.Marshal(c)
			if err != nil {
				panic("prog: " + err.Error())
			}
			env.Store(key, data)
		}
	}
	for _, f := range c.Findings {
		s.report(f, list)
	}
	return s.chapterOf(c, units), nil
}

// key is a description of all that a check depends on but the content of the
// packages it imports.
func (s *state) key(failed []string) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n%q\n%q\n", s.env.Key, s.env.Runtime, s.pkg, failed)
	if s.env.Variables {
		fmt.Fprintf(h, "%q\n", sortedKeys(beforeFormulas(s)))
	}
	for _, u := range s.units {
		fmt.Fprintf(h, "%q %d %t %q %q\n", u.name, u.kind, u.broken, u.text, u.reason)
		for _, l := range u.lines {
			fmt.Fprintf(h, "%q %d ", l.block, l.n)
		}
		if u.isValue() {
			fmt.Fprintf(h, "%q\n", u.value.Format)
			continue
		}
		o := u.code.Options
		fmt.Fprintf(h, "%t %t %t\n", o.Panics, o.NoCompile, o.Scope)
		if u.call != nil {
			fmt.Fprintf(h, "%+v %q\n", *u.call.computation, u.call.args)
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

func (s *state) load(key string) (*checked, bool) {
	if s.env.Load == nil {
		return nil, false
	}
	data, ok := s.env.Load(key)
	c := new(checked)
	if !ok || json.Unmarshal(data, c) != nil || c.Packages != s.env.Fingerprint(c.Imports) {
		return nil, false
	}
	return c, true
}

func (s *state) number(u *unit) int {
	if u == nil {
		return -1
	}
	return s.index[u]
}

func (s *state) checked(gen *generated, imports []string) *checked {
	slices.Sort(imports)
	c := &checked{Source: string(gen.text), Imports: slices.Compact(imports), Left: map[int]cachedReason{}, Uses: map[int][]int{}}
	for i, u := range s.units {
		if l := s.left[u]; l != nil {
			c.Left[i] = cachedReason{s.number(l.needs), l.message, l.off, l.expected}
		}
		for j, on := range s.units {
			if s.uses[u][on] {
				c.Uses[i] = append(c.Uses[i], j)
			}
		}
	}
	for _, f := range s.findings {
		c.Findings = append(c.Findings, cachedFinding{f.severity, s.index[f.unit], f.start, f.end, f.message, f.hint, f.note, s.number(f.noteUnit), f.noteOff})
	}
	return c
}

// report gives a finding its place.
func (s *state) report(f cachedFinding, list *source.List) {
	u := s.units[f.Unit]
	add := list.Errorf
	if f.Severity == source.Warning {
		add = list.Warnf
	}
	d := add("go", u.span(f.Start, f.End), "%s", f.Message)
	if f.Hint != "" {
		d.Hint("%s", f.Hint)
	}
	if f.NoteUnit >= 0 {
		o := s.units[f.NoteUnit]
		d.Note(o.span(f.NoteOff, f.NoteOff+wordAt(o.text, f.NoteOff)), "%s", f.Note)
	}
}

func (s *state) chapterOf(c *checked, units []*unit) *Chapter {
	out := &Chapter{Doc: s.chapter, Name: s.chapter.Name, Package: s.pkg, Source: []byte(c.Source), Imports: c.Imports,
		Left: map[string]LeftOut{}, Lost: map[string]bool{}, Uses: map[string][]string{}, units: units, without: slices.Sorted(maps.Keys(s.failed))}
	for i, u := range s.units {
		left, isOut := c.Left[i]
		switch {
		case u.isValue() && isOut:
			out.Lost[u.name] = true
		case u.isValue():
		case isOut:
			l := LeftOut{Message: left.Message, Expected: left.Expected, Line: u.span(left.Off, left.Off).Position().Line}
			if u.broken {
				l.Line = u.place.Position().Line
			}
			if left.Needs >= 0 {
				l.Needs = s.units[left.Needs].name
			}
			out.Left[u.name] = l
		default:
			out.Blocks = append(out.Blocks, u.name)
		}
		for _, j := range c.Uses[i] {
			if !u.isValue() && !s.units[j].isValue() {
				out.Uses[u.name] = append(out.Uses[u.name], s.units[j].name)
			}
		}
		slices.Sort(out.Uses[u.name])
	}
	return out
}

// Block is the block of that name, nil if there is none.
func (c *Chapter) Block(name string) *doc.Code {
	for _, u := range c.units {
		if !u.isValue() && u.name == name {
			return u.code
		}
	}
	return nil
}

// Span is the place of line n (from 1) of a block, as //line directives count.
func (c *Chapter) Span(block string, n int) source.Span {
	for _, u := range c.units {
		if u.isValue() && u.name == block {
			return u.value.Span
		}
		if !u.isValue() && u.name == block {
			if n < 1 || n > len(u.code.Lines) {
				return fence(u.code)
			}
			span := u.code.LineSpan(n - 1)
			text := u.code.Lines[n-1].Text
			span.Start += len(text) - len(strings.TrimLeft(text, " \t"))
			return span
		}
	}
	return source.Span{File: c.Doc.File}
}

// Tangle writes a block with its chunks put in, for people to read.
func (c *Chapter) Tangle(w io.Writer, block string) error {
	for _, u := range c.units {
		if !u.isValue() && u.name == block {
			_, err := io.WriteString(w, u.text)
			return err
		}
	}
	return fmt.Errorf("no block is named %q", block)
}
