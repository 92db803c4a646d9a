package typeset

import "slices"

// pageList is a vertical list with what its measuring needs, so that a page is
// measured in constant time.
type pageList struct {
	items        []vitem
	nextBox      []int // the first box at or behind an item
	lastBox      []int // behind the last box before an item
	heights      []pageHeights
	notes        []float64 // heights before an item
	floats       []int     // the items that are figures which may wait
	floatsBefore []int
}

// pageHeights is the natural height of a page and how far its glue goes.
type pageHeights struct{ natural, stretch, shrink float64 }

func (h *pageHeights) add(it *vitem, sign float64) {
	h.natural += sign * it.height
	h.stretch += sign * it.stretch
	h.shrink += sign * it.shrink
}

func newPageList(items []vitem) pageList {
	items = append(items[:len(items):len(items)], vitem{kind: penaltyItem, penalty: -infinite})
	n := len(items)
	l := pageList{
		items: items, nextBox: make([]int, n+1), lastBox: make([]int, n+1),
		heights: make([]pageHeights, n+1), notes: make([]float64, n+1), floatsBefore: make([]int, n+1),
	}
	for i := range items {
		it := &items[i]
		l.heights[i+1], l.notes[i+1], l.lastBox[i+1] = l.heights[i], l.notes[i], l.lastBox[i]
		if it.kind == boxItem {
			l.lastBox[i+1] = i + 1
		}
		if it.kind != penaltyItem {
			l.heights[i+1].add(it, 1)
		}
		for _, n := range it.notes {
			l.notes[i+1] += n.height
		}
		if it.floating {
			l.floats = append(l.floats, i)
		}
		l.floatsBefore[i+1] = len(l.floats)
	}
	l.nextBox[n] = n
	for i := n - 1; i >= 0; i-- {
		l.nextBox[i] = l.nextBox[i+1]
		if items[i].kind == boxItem {
			l.nextBox[i] = i
		}
	}
	return l
}

// measure adds up a page, without notes; figures that wait do not count, nor
// does the glue behind them.
func (l *pageList) measure(p *pageRange) (h pageHeights) {
	for p.to > p.from && slices.Contains(p.later, p.to-1) {
		p.to = l.lastBox[p.to-1]
	}
	if p.from < p.to {
		a, b := l.heights[p.from], l.heights[p.to]
		h = pageHeights{b.natural - a.natural, b.stretch - a.stretch, b.shrink - a.shrink}
		if head := l.items[p.from].head; head != nil {
			h.natural += head.height
		}
		for _, f := range p.later {
			l.without(&h, f, p.to)
		}
	}
	for _, f := range p.top {
		h.natural += l.items[f].height + floatSkip
	}
	return h
}

// without takes a figure and the glue behind it off a page that ends before to.
func (l *pageList) without(h *pageHeights, figure, to int) {
	if figure >= to {
		return
	}
	h.add(&l.items[figure], -1)
	for i := figure + 1; i < to && l.items[i].kind != boxItem; i++ {
		if l.items[i].kind == glueItem {
			h.add(&l.items[i], -1)
		}
	}
}
