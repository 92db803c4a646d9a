package prog

import (
	"crypto/sha256"
	"fmt"
	"go/ast"
	"go/types"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"weave/weave/doc"
	"weave/weave/source"
)

// linker links the chapters of a book, each after those whose declarations it
// uses.
type linker struct {
	*Program
	book  *doc.Book
	list  *source.List
	read  map[*doc.Chapter]reading
	taken map[string]bool
	done  map[*doc.Chapter]*Chapter
	on    []*doc.Chapter // the chapters on the way
	used  map[*doc.Chapter]bool

	programs map[*doc.Chapter][]*Chapter // blocks that are programs of their own
}

// chapter links a chapter; nil if it has no Go.
func (l *linker) chapter(ch *doc.Chapter) (*Chapter, error) {
	if c, done := l.done[ch]; done {
		return c, nil
	}
	l.on = append(l.on, ch)
	others, missing, err := l.others(ch)
	l.on = l.on[:len(l.on)-1]
	if err != nil {
		return nil, err
	}
	units := l.read[ch].units
	*l.list = append(*l.list, l.read[ch].found...)
	var c *Chapter
	if slices.ContainsFunc(units, (*unit).runs) {
		pkg := packageName(ch.Name, l.taken)
		if c, err = link(ch, pkg, units, l.env, others, without{exported: l.used[ch], chapters: missing}, l.list); err != nil {
			return nil, err
		}
	}
	if err := l.wholes(ch, units); err != nil {
		return nil, err
	}
	l.done[ch] = c
	return c, nil
}

// others are the chapters that a chapter's front matter names under uses, by
// the name that they have in its Go, and the names of those that cannot be used.
func (l *linker) others(ch *doc.Chapter) (found map[string]*Chapter, missing []string, err error) {
	found = map[string]*Chapter{}
	for _, use := range ch.Uses {
		c, err := l.usable(use)
		if err != nil {
			return nil, nil, err
		}
		if c == nil {
			missing = append(missing, ChapterName(use.Name))
			continue
		}
		found[ChapterName(c.Name)] = c
	}
	return found, missing, nil
}

// usable is the chapter that another uses, nil where there is none.
func (l *linker) usable(use doc.Use) (*Chapter, error) {
	other := l.find(use.Name)
	if other == nil {
		l.unknown(use)
		return nil, nil
	}
	if i := slices.Index(l.on, other); i >= 0 {
		names := ""
		for _, c := range l.on[i:] {
			names += c.Name + " → "
		}
		l.list.Errorf("go", use.Span, "chapters use each other: %s%s", names, other.Name).
			Hint("put what both need into a third chapter, or into a package of the course")
		return nil, nil
	}
	c, err := l.chapter(other)
	if err == nil && c == nil {
		l.list.Errorf("go", use.Span, "chapter %s has no Go that could be used", other.Name)
	}
	return c, err
}

func (l *linker) unknown(use doc.Use) {
	d := l.list.Errorf("go", use.Span, "there is no chapter %s", use.Name)
	var names []string
	for _, ch := range l.book.Chapters {
		names = append(names, ch.Name)
	}
	if near := source.Nearest(use.Name, names); near != "" {
		d.Hint("did you mean %s?", near)
	}
}

// find is the chapter of that name, with or without the digits before it.
func (l *linker) find(name string) *doc.Chapter {
	for _, ch := range l.book.Chapters {
		if ch.Name == name || withoutNumber(ch.Name) == name {
			return ch
		}
	}
	return nil
}

func withoutNumber(chapter string) string { return strings.TrimLeft(chapter, "0123456789-_") }

// ChapterName is what a chapter is called in the Go of another: its name
// without the digits before it, made of letters, digits and underscores.
func ChapterName(chapter string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '_'
	}, withoutNumber(chapter))
	if name == "" || unicode.IsDigit([]rune(name)[0]) {
		name = "chapter_" + name
	}
	return name
}

// foreignMark stands between chapter and block in the names of //line
// directives.
const foreignMark = "!"

func foreignName(chapter, block string) string {
	return url.PathEscape(chapter) + foreignMark + block
}

// BlockOf reads the name of a block in a //line directive: of another chapter's
// it is "chapter/block".
func BlockOf(name string) string {
	chapter, block, foreign := strings.Cut(name, foreignMark)
	plain, err := url.PathUnescape(chapter)
	if !foreign || err != nil {
		return name
	}
	return plain + "/" + block
}

// foreignImporter knows the declarations of other chapters.
type foreignImporter struct {
	types.Importer
	byPath map[string]*Chapter
}

func (i *foreignImporter) Import(path string) (*types.Package, error) {
	if c := i.byPath[path]; c != nil {
		return c.declared()
	}
	return i.Importer.Import(path)
}

// importer can import packages and what other chapters declare.
func (s *state) importer(paths []string) (types.Importer, error) {
	byPath := map[string]*Chapter{}
	for _, c := range s.others {
		byPath[c.exports.Path] = c
	}
	var real []string
	for _, p := range paths {
		if byPath[p] == nil {
			real = append(real, p)
		}
	}
	imp, err := s.env.Importer(real)
	return &foreignImporter{imp, byPath}, err
}

// declared are the types of what a chapter declares, checked when they are
// first asked for.
func (c *Chapter) declared() (*types.Package, error) {
	if c.types != nil {
		return c.types, nil
	}
	s := &state{env: c.env, others: c.others}
	imp, err := s.importer(c.exports.Imports)
	if err != nil {
		return nil, err
	}
	fset, file := parseGenerated(c.exports.Source)
	conf := types.Config{Importer: imp, IgnoreFuncBodies: true, Error: func(error) {}}
	c.types, _ = conf.Check(c.exports.Path, fset, []*ast.File{file}, nil) // it was checked with the chapter
	return c.types, nil
}

// foreign is the block of another chapter that would declare a name but is left
// out, as "chapter/block".
func (s *state) foreign(pkg, name string) string {
	c := s.others[pkg]
	if c == nil {
		return ""
	}
	for _, u := range c.units {
		if _, out := c.Left[u.name]; !u.isValue() && out && definition(name).MatchString(u.text) {
			return c.Name + "/" + u.name
		}
	}
	return ""
}

// hintForeign says why another chapter's name cannot be used.
func (r *round) hintForeign(pkg, name string) string {
	c := r.others[pkg]
	if c == nil {
		return ""
	}
	for _, u := range c.units {
		if u.kind == statements && u.defines(name) {
			return fmt.Sprintf("%s is a variable of the statements of block %q; other chapters see what is declared: functions, types, constants, and variables of blocks that hold only declarations", name, c.Name+"/"+u.name)
		}
	}
	var names []string
	if p, err := c.declared(); err == nil {
		for _, n := range p.Scope().Names() {
			if ast.IsExported(n) && n != variablesName {
				names = append(names, n)
			}
		}
	}
	if near := source.Nearest(name, names); near != "" {
		return fmt.Sprintf("did you mean %s.%s?", pkg, near)
	}
	return fmt.Sprintf("chapter %s declares: %s", c.Name, strings.Join(names, ", "))
}

// exportsPackage names the package of a chapter's declarations: without some
// blocks it is another one.
func exportsPackage(pkg string, failed []string) string {
	if len(failed) == 0 {
		return pkg + "_exports"
	}
	return fmt.Sprintf("%s_exports_%x", pkg, sha256.Sum256([]byte(strings.Join(failed, " "))))[:len(pkg)+17]
}

// usedChapters notes which blocks of other chapters each unit names.
func (r *round) usedChapters() {
	for id, o := range r.info.Uses {
		u := r.unitAt(id.Pos())
		if u == nil || o.Pkg() == nil {
			continue
		}
		for _, c := range r.others {
			if c.types != o.Pkg() {
				continue
			}
			for _, d := range c.units {
				if !d.isValue() && definition(id.Name).MatchString(d.text) {
					if r.foreigns[u] == nil {
						r.foreigns[u] = map[string]bool{}
					}
					r.foreigns[u][c.Name+"/"+d.name] = true
				}
			}
		}
	}
}
