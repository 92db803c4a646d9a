package prog

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"weave/weave/doc"
	"weave/weave/memo"
	"weave/weave/source"
)

// checked is the result of a check without places in files: prose may move,
// and it still holds. Units are given by their index.
type checked struct {
	Packages string   // fingerprint of what is imported
	Imports  []string // of all parts
	Parts    []*checkedPart
	Exports  *checkedPart // nil: no other chapter uses this one
	Left     map[int]cachedReason
	Uses     map[int][]int
	Others   map[int][]string
	Findings []cachedFinding
}

// checkedPart is a Part.
type checkedPart struct {
	Package, Source string
	Imports         []string
	Units           []int // that run here
	Texts           []int // that it holds
	Keeps           []checkedKeep
}

type checkedKeep struct {
	Unit    int
	Key     string
	Imports []string
	Needs   []int
}

// without says what a chapter is linked without, and for whom.
type without struct {
	failed   []string // blocks, sorted; of other chapters "chapter/block"
	chapters []string // it uses, by the names they have in its Go, which cannot be used
	exported bool     // other chapters use it
	alone    string   // the only block, where it is a program of its own
}

type cachedReason struct {
	Needs    int // -1: none
	Foreign  string
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
func link(ch *doc.Chapter, pkg string, units []*unit, env Env, others map[string]*Chapter, w without, list *source.List) (*Chapter, error) {
	s := newState(ch, pkg, units, env, w.failed)
	s.others, s.exported, s.alone, s.missing = others, w.exported, w.alone, w.chapters
	key := s.key(w.failed)
	c, ok := s.load(key)
	if !ok {
		if env.Progress != nil {
			env.Progress(ch.Name)
		}
		imports, err := s.check()
		if err != nil {
			return nil, err
		}
		c = s.checked(imports, exportsPackage(pkg, w.failed))
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
	return s.chapterOf(c, units, w.failed), nil
}

// key is a description of all that a check depends on but the content of the
// packages it imports.
func (s *state) key(failed []string) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n%q\n%q\n%q\n%t\n", s.env.Key, s.env.Runtime, s.pkg, failed, s.missing, s.exported)
	for _, name := range sortedKeys(s.others) {
		for _, p := range s.others[name].exports.All() {
			fmt.Fprintf(h, "%q %q %q\n%s", name, p.Path, s.env.Fingerprint(p.Imports), p.Source)
		}
		fmt.Fprintf(h, "%v\n", s.others[name].Left)
	}
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
		fmt.Fprintf(h, "%t %t %t %t\n", o.Panics, o.NoCompile, o.Scope, o.Cache)
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
	if !ok {
		return nil, false
	}
	type checkedText string
	c, ok := memo.Try(s.env.Memo, checkedText(data), func() (*checked, bool) {
		c := new(checked)
		return c, json.Unmarshal(data, c) == nil
	})
	return c, ok && c.Packages == s.env.Fingerprint(c.Imports)
}

func (s *state) number(u *unit) int {
	if u == nil {
		return -1
	}
	return s.index[u]
}

func (s *state) checked(imports []string, exports string) *checked {
	slices.Sort(imports)
	c := &checked{Parts: s.parts(), Imports: slices.Compact(imports), Left: map[int]cachedReason{}, Uses: map[int][]int{}, Others: map[int][]string{}}
	if s.exported {
		c.Exports = s.exports(exports)
	}
	for i, u := range s.units {
		if l := s.left[u]; l != nil {
			c.Left[i] = cachedReason{s.number(l.needs), l.foreign, l.message, l.off, l.expected}
		}
		for j, on := range s.units {
			if s.uses[u][on] {
				c.Uses[i] = append(c.Uses[i], j)
			}
		}
		if o := sortedKeys(s.foreigns[u]); len(o) > 0 {
			c.Others[i] = o
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

func (s *state) chapterOf(c *checked, units []*unit, failed []string) *Chapter {
	out := &Chapter{Doc: s.chapter, Name: s.chapter.Name, pkg: s.pkg, alone: s.alone, others: s.others, missing: s.missing, env: s.env,
		Left: map[string]LeftOut{}, Lost: map[string]bool{}, Uses: map[string][]string{}, Others: map[string][]string{}, units: units, without: failed}
	for i, p := range c.Parts {
		out.Parts = append(out.Parts, s.partOf(p))
		switch {
		case s.alone != "":
			out.Parts[i].Name = s.chapter.Name + "#" + s.alone
		case i > 0:
			out.Parts[i].Name = fmt.Sprintf("%s#%d", s.chapter.Name, i+1)
		}
	}
	if c.Exports != nil {
		out.exports = s.partOf(c.Exports)
	}
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
			l.Needs = left.Foreign
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
		if !u.isValue() && c.Others[i] != nil {
			out.Others[u.name] = c.Others[i]
		}
	}
	return out
}

func (s *state) partOf(c *checkedPart) *Part {
	p := &Part{Name: s.chapter.Name, Package: c.Package, Path: s.env.Prefix + "/" + c.Package, Source: []byte(c.Source), Imports: c.Imports}
	for _, name := range sortedKeys(s.others) {
		if e := s.others[name].exports; slices.Contains(c.Imports, e.Path) {
			p.Needs = append(p.Needs, e)
		}
	}
	for _, i := range c.Units {
		p.Blocks = append(p.Blocks, s.units[i].name)
	}
	for _, i := range c.Texts {
		u := s.units[i]
		p.Texts = append(p.Texts, Text{u.name, fmt.Sprint(u.text, u.code.Options.Use, u.code.Options.Args)})
	}
	for _, k := range c.Keeps {
		out := Keep{Block: s.units[k.Unit].name, Key: k.Key, Imports: k.Imports}
		for _, i := range k.Needs {
			out.Needs = append(out.Needs, s.units[i].name)
		}
		p.Keeps = append(p.Keeps, out)
	}
	return p
}

// Foreign are the blocks of other chapters that some of this one's use, sorted.
func (c *Chapter) Foreign(blocks []string) []string {
	var out []string
	for _, b := range blocks {
		out = append(out, c.Others[b]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// owner is the other chapter that "chapter/block" belongs to, nil for a name
// of this one.
func (c *Chapter) owner(name string) (*Chapter, string) {
	chapter, block, foreign := strings.Cut(name, "/")
	if !foreign {
		return nil, name
	}
	return c.other(chapter), block
}

// Block is the block of that name, nil if there is none; "chapter/block" is one
// of a chapter that this one uses.
func (c *Chapter) Block(name string) *doc.Code {
	if c, name := c.owner(name); c != nil {
		return c.Block(name)
	}
	for _, u := range c.units {
		if !u.isValue() && u.name == name {
			return u.code
		}
	}
	return nil
}

// Span is the place of line n (from 1) of a block, as //line directives count.
func (c *Chapter) Span(block string, n int) source.Span {
	if c, name := c.owner(block); c != nil {
		return c.Span(name, n)
	}
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

// Block writes a block of a chapter with its chunks put in, also one that does
// not run.
func (p *Program) Block(w io.Writer, ch *doc.Chapter, block string) error {
	for _, c := range p.Chapters {
		if c.Doc != ch {
			continue
		}
		for _, u := range c.units {
			if !u.isValue() && u.name == block {
				_, err := io.WriteString(w, u.text)
				return err
			}
		}
	}
	return fmt.Errorf("no block is named %q", block)
}
