package doc

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Index lists the terms of a book with their places.
type Index struct {
	Place
	Groups []IndexGroup
}

// IndexGroup is the entries under one letter. Symbols, entries that are formulas, have
// a group of their own before the letters.
type IndexGroup struct {
	Title   string
	Entries []*IndexEntry
}

// IndexEntry is a term with its places, and the entries below it.
type IndexEntry struct {
	Name   []Inline
	Places []IndexPlace
	Below  []*IndexEntry
	key    string // of sorting
}

// IndexPlace is where a term stands; Section is the number of the section there, or
// of the chapter.
type IndexPlace struct {
	*Term
	Section string
}

func (*Index) block() {}

// index collects the terms of all chapters. There is none without terms.
func (b *Book) index() *Index {
	root := &IndexEntry{}
	symbols := &IndexEntry{}
	for _, ch := range b.Chapters {
		section := ch.Number
		Walk(ch.Blocks, func(b Block, in Inline) {
			if h, ok := b.(*Heading); ok && h.Number != "" {
				section = h.Number
			}
			t, ok := in.(*Term)
			if !ok || t.Entry == "" {
				return
			}
			if isSymbol(t) {
				symbols.add([]string{t.Entry}, IndexPlace{t, section})
			} else {
				root.add(strings.Split(t.Entry, "!"), IndexPlace{t, section})
			}
		})
	}
	out := &Index{}
	if len(symbols.Below) > 0 {
		out.Groups = append(out.Groups, IndexGroup{Words(b.Lang).Symbols, symbols.Below})
	}
	root.sort()
	for _, e := range root.Below {
		letter := initial(e.key)
		if n := len(out.Groups); n == 0 || out.Groups[n-1].Title != letter {
			out.Groups = append(out.Groups, IndexGroup{Title: letter})
		}
		g := &out.Groups[len(out.Groups)-1]
		g.Entries = append(g.Entries, e)
	}
	if len(out.Groups) == 0 {
		return nil
	}
	return out
}

// isSymbol tells whether a term is a formula, which no letter sorts.
func isSymbol(t *Term) bool {
	if len(t.Content) != 1 {
		return false
	}
	_, ok := t.Content[0].(*Math)
	return ok && t.Entry == PlainText(t.Content)
}

// add puts a place under the names that lead to it.
func (e *IndexEntry) add(path []string, t IndexPlace) {
	name := strings.TrimSpace(path[0])
	i := slices.IndexFunc(e.Below, func(b *IndexEntry) bool { return b.key == sortKey(name) })
	if i < 0 {
		i = len(e.Below)
		content := []Inline{&Text{Text: name}}
		if isSymbol(t.Term) {
			content = t.Content
		}
		e.Below = append(e.Below, &IndexEntry{Name: content, key: sortKey(name)})
	}
	if len(path) > 1 {
		e.Below[i].add(path[1:], t)
		return
	}
	e.Below[i].Places = append(e.Below[i].Places, t)
}

func (e *IndexEntry) sort() {
	slices.SortStableFunc(e.Below, func(a, b *IndexEntry) int { return strings.Compare(a.key, b.key) })
	for _, b := range e.Below {
		b.sort()
	}
}

// sortKey orders as dictionaries do: case and marks on letters do not count (DIN 5007-1).
func sortKey(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(strings.ReplaceAll(name, "ß", "ss"))) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == ' ' {
			b.WriteRune(r)
		}
	}
	if b.Len() == 0 {
		return name
	}
	return b.String()
}

// initial is the letter of a group; digits and signs share one.
func initial(key string) string {
	if r, _ := utf8.DecodeRuneInString(key); unicode.IsLetter(r) {
		return string(unicode.ToUpper(r))
	}
	return "#"
}
