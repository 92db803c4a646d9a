package doc

import (
	"fmt"
	"slices"
	"strings"

	"weave/weave/bib"
	"weave/weave/source"
)

// CiteStyle is how citations read.
type CiteStyle string

const (
	AuthorYear CiteStyle = "author-year" // (Rosenblatt 1958)
	Numeric    CiteStyle = "numeric"     // [3], in the order of citing
)

// References is the bibliography: the works that are cited.
type References struct {
	Place
	Entries []*Reference
}

// Reference is an entry of the bibliography.
type Reference struct {
	Work    *bib.Entry
	Label   string
	Mark    string // "[3]" of the numeric style
	Content []Inline
	names   string // as they are cited: "Minsky und Papert"
	year    string // with a letter where two works would read alike
}

func (*References) block() {}

// citations knows the works of a book that are cited.
type citations struct {
	book    *Book
	chapter *Chapter // that holds the bibliography
	cited   map[string]*Reference
	order   []*Reference
}

// citations finds all works that are cited, in the order of citing.
func (b *Book) citations() *citations {
	c := &citations{book: b, cited: map[string]*Reference{}}
	for _, ch := range b.Chapters {
		Walk(ch.Blocks, func(_ Block, in Inline) {
			switch in := in.(type) {
			case *Cite:
				for _, w := range in.Works {
					c.cite(w.Key)
				}
			case *Ref:
				c.cite(in.Label)
			}
		})
	}
	if len(c.order) == 0 {
		return c
	}
	w := Words(b.Lang)
	c.chapter = &Chapter{Name: w.ReferencesFile, Title: []Inline{&Text{Text: w.References}}, Lang: b.Lang, File: source.NewFile("", nil), Back: true}
	c.mark(w)
	list := &References{Entries: c.order}
	if b.CiteStyle != Numeric {
		list.Entries = slices.Clone(c.order)
		slices.SortStableFunc(list.Entries, func(x, y *Reference) int { return strings.Compare(x.key(), y.key()) })
	}
	for _, r := range list.Entries {
		r.Content = r.describe(w)
		t := &Target{Label: r.Label, Kind: WorkTarget, Chapter: c.chapter, Title: r.Content, Node: list}
		b.Targets[c.chapter.Name+"/"+r.Label] = t
	}
	c.chapter.Blocks = []Block{list}
	b.Back = append(b.Back, c.chapter)
	return c
}

// cite notes that a work is cited; a key that is a label of the book is none.
func (c *citations) cite(key string) {
	work := bib.Find(c.book.Works, key)
	if work == nil || c.cited[key] != nil || c.book.Targets[key] != nil {
		return
	}
	r := &Reference{Work: work, Label: "ref-" + slug(key)}
	c.cited[key] = r
	c.order = append(c.order, r)
}

// mark decides what each work is cited as.
func (c *citations) mark(w *Wording) {
	same := map[string][]*Reference{}
	for i, r := range c.order {
		if c.book.CiteStyle == Numeric {
			r.Mark = fmt.Sprintf("[%d]", i+1)
		}
		r.names, r.year = citedNames(r.Work, w), r.Work.Year()
		if r.year == "" {
			r.year = w.NoYear
		}
		key := r.names + " " + r.year
		same[key] = append(same[key], r)
	}
	for _, rs := range same {
		if len(rs) == 1 {
			continue
		}
		slices.SortStableFunc(rs, func(x, y *Reference) int { return strings.Compare(x.Work.Fields["title"], y.Work.Fields["title"]) })
		for i, r := range rs {
			r.year += string(rune('a' + i%26))
		}
	}
}

// key sorts a bibliography: by names, then by year.
func (r *Reference) key() string {
	var names []string
	people, _ := r.Work.People()
	for _, n := range people {
		names = append(names, sortKey(n.Family+" "+n.Given))
	}
	return strings.Join(names, " ") + " " + r.year + " " + sortKey(r.Work.Fields["title"])
}
