// Package prog turns the Go blocks of a book into one type-checked program:
// for each chapter a generated package, a table of places, and a graph of what
// uses what. It runs nothing; what it needs to know about the surroundings it
// asks an Env.
package prog

import (
	"go/types"
	"slices"
	"strings"

	"weave/weave/doc"
	"weave/weave/memo"
	"weave/weave/source"
)

// Env is what surrounds the book. Functions may be called from one goroutine
// at a time.
type Env struct {
	Runtime   string                                       // import path of package blocks
	Prefix    string                                       // import path of the directory of the generated packages
	Packages  func(name string) []string                   // import paths of the packages of that name, best first
	Names     func() []string                              // of all packages, for hints
	Importer  func(paths []string) (types.Importer, error) // can import these and what they need
	Registry  *Registry                                    // registered computations; nil: none
	Workspace bool                                         // a file go.work lies above, which is not heeded

	Memo     *memo.Memo           // what this process has read before; nil: nothing
	Progress func(chapter string) // told which chapter is checked; nil: nobody is

	// Variables makes the program record the variables of numbers after each
	// block that a formula follows, for checking it.
	Variables bool

	// A check is repeated only if what it depends on has changed: Key says
	// what holds for all chapters (toolchain, module), Fingerprint the content
	// of the named packages. A nil Load caches nothing.
	Key         string
	Fingerprint func(paths []string) string
	Load        func(key string) ([]byte, bool)
	Store       func(key string, data []byte)
}

// Program is the checked Go of a book.
type Program struct {
	Chapters []*Chapter // those with at least one block or value to run
	Runtime  string
	env      Env
}

// Chapter is the checked Go of one chapter. It is immutable.
type Chapter struct {
	Doc     *doc.Chapter
	Name    string              // of the chapter: "02-forward"
	Parts   []*Part             // one for each scope
	Blocks  []string            // names of the blocks that run, in order
	Left    map[string]LeftOut  // by block: what does not run, and why
	Lost    map[string]bool     // IDs of values that have no meaning
	Uses    map[string][]string // by block: the blocks it depends on, sorted
	Others  map[string][]string // by block: what it uses of other chapters, "chapter/block", sorted
	pkg     string
	alone   string              // the block that it is: a program of its own, beside that of the chapter's other blocks
	exports *Part               // what other chapters can use; nil where none does
	others  map[string]*Chapter // that it uses, by the name they have here
	missing []string            // names of those that it would use
	types   *types.Package      // of exports, once they were asked for
	env     Env
	units   []*unit
	without []string // blocks left out on demand, sorted; of other chapters "chapter/block"
}

// Alone tells whether the chapter's program is that of one block, which is a
// program of its own and may end itself.
func (c *Chapter) Alone() bool { return c.alone != "" }

// LeftOut says why a block is not part of the program.
type LeftOut struct {
	Needs    string // the block it depends on and that is left out, of another chapter "chapter/block"; "" if the block is broken itself
	Message  string // what is wrong with it, "" if it failed when it ran
	Line     int    // in its chapter
	Expected bool   // it has the option nocompile
}

// Link checks the Go of a book. A block that is wrong is left out with all that
// depends on it; the list says in the author's terms what is wrong. The error
// is one of the surroundings: no Go toolchain, a package that is not there.
func Link(book *doc.Book, env Env) (*Program, source.List, error) {
	var list source.List
	l := &linker{Program: &Program{Runtime: env.Runtime, env: env}, book: book, list: &list, read: readAll(book.Chapters, env),
		taken: map[string]bool{}, done: map[*doc.Chapter]*Chapter{}, used: map[*doc.Chapter]bool{}, programs: map[*doc.Chapter][]*Chapter{}}
	for _, ch := range book.Chapters {
		for _, use := range ch.Uses {
			l.used[l.find(use.Name)] = true
		}
	}
	for _, ch := range book.Chapters {
		c, err := l.chapter(ch)
		if err != nil {
			return nil, list, err
		}
		if c != nil {
			l.Chapters = append(l.Chapters, c)
		}
		l.Chapters = append(l.Chapters, l.programs[ch]...)
	}
	return l.Program, list.Sorted(), nil
}

// Without is the chapter with some of its blocks and all that depends on them
// left out, because they failed when they ran.
func (p *Program) Without(c *Chapter, failed []string) (*Chapter, error) {
	var repeated source.List // the findings of Link again
	w := without{exported: c.exports != nil, alone: c.alone, chapters: c.missing, failed: slices.Concat(c.without, failed)}
	slices.Sort(w.failed)
	w.failed = slices.Compact(w.failed)
	others := map[string]*Chapter{}
	for name, other := range c.others {
		others[name] = other
		if there := other.failures(w.failed); len(there) > 0 {
			less, err := p.Without(other, there)
			if err != nil {
				return nil, err
			}
			others[name] = less
		}
	}
	return link(c.Doc, c.pkg, c.units, p.env, others, w, &repeated)
}

// failures are those of the named blocks that are the chapter's, or of one that
// it uses.
func (c *Chapter) failures(names []string) []string {
	var out []string
	for _, name := range names {
		if block, own := strings.CutPrefix(name, c.Name+"/"); own {
			out = append(out, block)
		} else if chapter, _, foreign := strings.Cut(name, "/"); foreign && c.other(chapter) != nil {
			out = append(out, name)
		}
	}
	return out
}

// other is a chapter of that name that this one uses, itself or through another.
func (c *Chapter) other(name string) *Chapter {
	for _, o := range c.others {
		if o.Name == name {
			return o
		}
		if found := o.other(name); found != nil {
			return found
		}
	}
	return nil
}

// Only is the program of one block and all that it depends on.
func (p *Program) Only(c *Chapter, block string) (*Program, error) {
	needed := map[string]bool{}
	var need func(name string)
	need = func(name string) {
		if !needed[name] {
			needed[name] = true
			for _, on := range c.Uses[name] {
				need(on)
			}
		}
	}
	need(block)
	others := slices.DeleteFunc(slices.Clone(c.Blocks), func(name string) bool { return needed[name] })
	only, err := p.Without(c, others)
	if err != nil {
		return nil, err
	}
	return &Program{Chapters: []*Chapter{only}, Runtime: p.Runtime, env: p.env}, nil
}

// packageName makes a Go name of a chapter's name.
func packageName(chapter string, taken map[string]bool) string {
	b := []byte("ch_")
	for _, r := range chapter {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			b = append(b, string(r)...)
		} else {
			b = append(b, '_')
		}
	}
	for taken[string(b)] {
		b = append(b, '_')
	}
	taken[string(b)] = true
	return string(b)
}
