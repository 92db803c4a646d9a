package doc

import (
	"fmt"
	"strings"

	"weave/weave/source"
)

// numberer gives numbers to what has a label or a caption, chapter by chapter.
type numberer struct {
	book     *Book
	ch       *Chapter
	list     *source.List
	counters map[string]int
}

// number numbers all chapters and fills in Book.Targets.
func (b *Book) number(list *source.List) {
	b.Targets = map[string]*Target{}
	for _, ch := range b.Chapters {
		n := &numberer{book: b, ch: ch, list: list, counters: map[string]int{}}
		n.target(&Target{Label: "ch-" + ch.Name, Kind: ChapterTarget, Number: ch.Number, Title: ch.Title}, ch.File.At(0, 0))
		Walk(ch.Blocks, func(block Block, _ Inline) {
			if block != nil {
				n.block(block)
			}
		})
	}
}

func (n *numberer) next(kind string) string {
	n.counters[kind]++
	return fmt.Sprintf("%s.%d", n.ch.Number, n.counters[kind])
}

func (n *numberer) block(b Block) {
	switch b := b.(type) {
	case *Heading:
		if b.Level == 2 {
			b.Number = n.next("sec")
		}
		n.target(&Target{Label: b.Label, Kind: SectionTarget, Number: b.Number, Title: b.Content, Node: b}, b.Span)
	case *Display:
		n.display(b)
	case *Table:
		if b.Caption != nil {
			b.Number = n.next("tbl")
		}
		n.target(&Target{Label: b.Label, Kind: TableTarget, Number: b.Number, Title: b.Caption, Node: b}, b.Span)
	case *Figure:
		if b.Caption != nil {
			b.Number = n.next("fig")
		}
		n.target(&Target{Label: b.Label, Kind: FigureTarget, Number: b.Number, Title: b.Caption, Node: b}, b.Span)
	case *Box:
		kind := BoxTarget
		switch {
		case b.Kind == Slides && b.Title != nil:
			kind = FigureTarget
			b.Number = n.next("fig")
		case b.Kind == Glossary:
			n.glossary(b)
		case b.Kind.Numbered():
			b.Number = n.next(string(b.Kind))
		}
		n.target(&Target{Label: b.Label, Kind: kind, Number: b.Number, Title: b.Title, Node: b}, b.Span)
	case *Code:
		n.code(b)
	}
}

// display numbers the lines of a formula, or with a label behind it the formula
// as a whole; its lines then have a number only by \tag or \label. One that has
// mistakes keeps its number, so that references to it are none.
func (n *numberer) display(d *Display) {
	d.Lines, d.Number, d.Check = nil, "", nil
	if d.Math.Formula == nil {
		return
	}
	whole := "" // \tag of the whole formula
	for _, l := range d.Math.Formula.Lines() {
		line := EquationLine{Label: l.Label}
		switch {
		case l.Tag != nil:
			line.Number = l.Tag.Name
			if l.Row < 0 {
				whole = line.Number
			}
		case l.Label != "" || d.Label == "":
			line.Number = n.next("eq")
		}
		d.Lines = append(d.Lines, line)
		n.target(&Target{Label: l.Label, Kind: EquationTarget, Number: line.Number, Node: d}, d.Span)
	}
	switch {
	case d.Label == "":
	case whole != "":
		n.target(&Target{Label: d.Label, Kind: EquationTarget, Number: whole, Node: d}, d.Span)
	default:
		d.Number = n.next("eq")
		n.target(&Target{Label: d.Label, Kind: EquationTarget, Number: d.Number, Node: d}, d.Span)
	}
}

// Numbered tells whether boxes of this kind are counted.
func (k BoxKind) Numbered() bool {
	return k == Exercise || k == DefinitionBox || k == Theorem || k == Example
}

func (n *numberer) code(b *Code) {
	if b.Caption != nil {
		b.Number = n.next(string(b.Kind))
	}
	t := &Target{Label: b.Label, Kind: b.Kind, Number: b.Number, Title: b.Caption, Node: b, Chapter: n.ch}
	if b.Caption == nil {
		t.Kind = ListingTarget
	}
	if b.Label == "" {
		return
	}
	n.book.Targets[n.ch.Name+"/"+b.Label] = t
	if b.Caption != nil {
		n.target(t, b.Span)
	} else if n.book.Targets[b.Label] == nil {
		n.book.Targets[b.Label] = t // names of blocks may repeat in other chapters
	}
}

// target registers a label. Those that weave made of headings may repeat in
// other chapters; a label that an author gave may not.
func (n *numberer) target(t *Target, at source.Span) {
	if t.Label == "" {
		return
	}
	t.Chapter = n.ch
	n.book.Targets[n.ch.Name+"/"+t.Label] = t
	old := n.book.Targets[t.Label]
	switch {
	case old == nil || old == t:
		n.book.Targets[t.Label] = t
	case t.Kind == SectionTarget && !strings.HasPrefix(t.Label, "sec-"):
	case old.Kind == SectionTarget && !strings.HasPrefix(old.Label, "sec-"), old.Kind == ListingTarget && old.Number == "":
		n.book.Targets[t.Label] = t
	default:
		e := n.list.Errorf("reference", at, "the label “%s” is used twice", t.Label)
		if old.Node != nil {
			e.Note(old.Node.At(), "first used here")
		}
	}
}
