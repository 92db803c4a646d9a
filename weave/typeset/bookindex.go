package typeset

import (
	"fmt"

	"weave/weave/doc"
	"weave/weave/draw"
)

// The index, in points.
const (
	indexSize   = 9.5
	indexLead   = 12.5
	indexGutter = 22
	indexIndent = 12 // of entries below others, and of an entry's further lines
)

// index sets the index in two columns; the pages before it are known.
func (l *layout) index(ch *doc.Chapter, pages map[string]int, root *draw.Element) *setter {
	s := l.setter(ch, root.Add("Sect"))
	s.chapterOpening("", ch.Title, ch.Name+"/ch-"+ch.Name)
	column := s.nested(s.parent, (s.width-indexGutter)/2)
	column.base = style{face: s.fonts.Text.Regular, size: indexSize, color: draw.Black}
	for _, b := range ch.Blocks {
		if index, ok := b.(*doc.Index); ok {
			for _, g := range index.Groups {
				column.indexGroup(g, pages)
			}
		}
	}
	s.list = append(s.list, column.list...)
	s.unset.report(&s.list)
	used := 0.0
	for _, it := range s.items {
		used += it.height
	}
	s.columns(column.items, s.lay.in.Paper.TextHigh-used-s.pending)
	return s
}

func (s *setter) indexGroup(g doc.IndexGroup, pages map[string]int) {
	s.skip(0.7 * indexLead)
	st := style{face: s.fonts.Sans.Medium, size: indexSize, color: draw.Accent, noHyphen: true}
	s.raggedText([]doc.Inline{&doc.Text{Text: g.Title}}, st, indexLead, s.parent.Add("H2"), s.ch.File.At(0, 0))
	s.keep(infinite)
	s.skip(1)
	s.indexEntries(g.Entries, s.parent.Add("L"), pages, 0)
}

func (s *setter) indexEntries(entries []*doc.IndexEntry, list *draw.Element, pages map[string]int, depth float64) {
	for _, e := range entries {
		li := list.Add("LI")
		tag := li.Add("LBody").Add("P")
		st := s.base
		t := inliner{s: s, p: &paragraph{fonts: s.fonts, lang: s.ch.Lang}, parent: tag}
		t.p.items = append(t.p.items, item{kind: boxItem, width: -indexIndent, style: &st})
		t.all(e.Name, st)
		t.indexPages(e.Places, pages, st)
		s.within(indexIndent*(depth+1), 0, nil, func() {
			s.setItems(t.p.items, measure{width: s.width, ragged: true}, indexLead, tag, s.ch.File.At(0, 0))
		})
		if len(e.Below) > 0 {
			s.keep(infinite)
			s.indexEntries(e.Below, li.Add("L"), pages, depth+1)
		}
	}
}

// indexPages are the numbers of the pages where a term stands, each once, with
// links to the places.
func (t *inliner) indexPages(places []doc.IndexPlace, pages map[string]int, st style) {
	last := -1
	for _, p := range places {
		anchor := termAnchor(p.Term)
		page, ok := pages[anchor]
		if !ok || page == last {
			continue
		}
		last = page
		t.p.text(",", &st)
		t.p.space(' ', &st)
		link := st
		link.link, link.label = "#"+anchor, fmt.Sprint(page+1)
		link.tag = t.element("Link")
		t.p.text(fmt.Sprint(page+1), &link)
	}
}

// columns sets a list in two columns, page for page; those of the last page are
// equally high.
func (s *setter) columns(items []vitem, first float64) {
	high := first
	for len(items) > 0 {
		left, rest := cutColumn(items, high)
		right, rest := cutColumn(rest, high)
		if len(rest) == 0 {
			left, right = balanced(items, high)
		}
		a, _ := stack(left, s.width)
		b, _ := stack(right, s.width)
		s.box(&draw.Frame{Width: s.width, Height: max(a.Height, b.Height), Items: []draw.Item{
			draw.Group{Frame: a}, draw.Group{X: (s.width + indexGutter) / 2, Frame: b},
		}}, nil)
		items, high = rest, s.lay.in.Paper.TextHigh
	}
}

// cutColumn takes as much of a list as fits, up to a place where it may end.
func cutColumn(items []vitem, high float64) (column, rest []vitem) {
	items = fromBox(items)
	h, end := 0.0, 0
	for i := range items {
		if h > high+0.01 {
			break
		}
		if i > 0 && legalPageBreak(items, i) {
			end = i
		}
		h += items[i].height
	}
	if h <= high+0.01 || end == 0 {
		return items, nil
	}
	return items[:end], items[end:]
}

// balanced finds the lowest columns that hold the list.
func balanced(items []vitem, high float64) (left, right []vitem) {
	total := 0.0
	for _, it := range items {
		total += it.height
	}
	for h := total / 2; ; h += indexLead / 2 {
		left, right = cutColumn(items, min(h, high))
		if rest := right; h >= high || fitsColumn(rest, h) {
			return left, fromBox(rest)
		}
	}
}

func fitsColumn(items []vitem, high float64) bool {
	_, rest := cutColumn(items, high)
	return len(rest) == 0
}

// fromBox drops what vanishes at the top of a column.
func fromBox(items []vitem) []vitem {
	for len(items) > 0 && items[0].kind != boxItem {
		items = items[1:]
	}
	return items
}
