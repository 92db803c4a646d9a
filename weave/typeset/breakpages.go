package typeset

import (
	"math"
	"slices"
)

// pageRange is what stands on a page.
type pageRange struct {
	from, to int         // items of the list
	top      []int       // figures from the page before, above the text
	later    []int       // figures of the range that stand on the next page
	notes    []notePiece // at its foot
	forced   bool        // the page need not be full
}

// pageBreak is a place where a page may end, with the cheapest way to it.
type pageBreak struct {
	pageRange
	at    int         // item; the next page begins behind it
	side  int         // pages so far behind a forced break
	empty float64     // part of the page that stays empty
	rest  []notePiece // of a note, for the next page
	cost  float64
	prev  *pageBreak
}

// Costs of a page. Like demerits they are squares of how bad it looks.
const (
	looseCost    = 30.0   // its glue stretched to the full
	emptyCost    = 9000.0 // nothing on it
	overfullCost = 1e7    // more than fits, as a last resort
	aloneCost    = 400.0  // the last page has only a few lines
	aloneHeight  = 5 * bodyLead
	laterCost    = 130.0  // a figure on the page behind its place
	passedCost   = 400.0  // and behind the heading of another section
	cutCost      = 300.0  // a note that goes on on the next page
	unequalCost  = 6000.0 // two facing pages, one full and one empty
	mostLater    = 2      // figures that wait for the next page
)

// floatSkip parts figures at the top of a page from what follows.
const floatSkip = 1.3 * bodyLead

// pageBreaker finds the breaks of a list at which the sum of the pages' costs
// is least, as total fit does for lines (Plass, "Optimal Pagination Techniques",
// 1981). A figure may wait for the top of the next page, a note may go on there.
type pageBreaker struct {
	pageList
	high     float64
	twoSided bool
	active   []*pageBreak
}

// breakPages returns for each page what stands on it.
func breakPages(l pageList, high float64, twoSided bool) []pageRange {
	b := &pageBreaker{pageList: l, high: high, twoSided: twoSided, active: []*pageBreak{{at: -1}}}
	for i := range l.items {
		if legalPageBreak(l.items, i) {
			b.try(i)
		}
	}
	best := b.active[0]
	for _, a := range b.active {
		if a.cost < best.cost {
			best = a
		}
	}
	var out []pageRange
	for ; best.prev != nil; best = best.prev {
		out = append(out, best.pageRange)
	}
	slices.Reverse(out)
	return out
}

func legalPageBreak(items []vitem, i int) bool {
	switch it := &items[i]; it.kind {
	case penaltyItem:
		return it.penalty < infinite
	case glueItem:
		return i > 0 && items[i-1].kind == boxItem
	}
	return false
}

// try looks at all pages that could end at item i, and keeps the cheapest for
// each state in which the next page can begin.
func (b *pageBreaker) try(i int) {
	forced := b.items[i].kind == penaltyItem && b.items[i].penalty <= -infinite
	found := map[[3]int]*pageBreak{}
	var order [][3]int
	keep := b.active[:0:0]
	for k, a := range b.active {
		fits := false
		for later := range mostLater + 1 {
			p, ok := b.page(a, i, later, forced)
			fits = fits || ok
			last := k == len(b.active)-1 && later == 0 && len(found) == 0 && len(keep) == 0
			if p == nil || !ok && !last {
				continue
			}
			key := p.state(b.twoSided)
			if old := found[key]; old == nil {
				order = append(order, key)
			} else if old.cost <= p.cost {
				continue
			}
			found[key] = p
		}
		if fits && !forced {
			keep = append(keep, a)
		}
	}
	for _, key := range order {
		keep = append(keep, found[key])
	}
	b.active = keep
}

// state is all that the pages behind a break depend on, but for its place.
func (p *pageBreak) state(twoSided bool) [3]int {
	side := 0
	if twoSided {
		side = p.side % 2
	}
	return [3]int{len(p.later), len(p.rest), side}
}

// page is the page from break a to item i whose last figures wait for the next
// page; nil where there are not so many. It does not fit if it is too full.
func (b *pageBreaker) page(a *pageBreak, i, later int, forced bool) (p *pageBreak, fits bool) {
	from, to := b.nextBox[a.at+1], b.lastBox[i]
	floats := b.floats[b.floatsBefore[min(from, to)]:b.floatsBefore[to]]
	if later > 0 && (forced || len(floats) < later) {
		return nil, false
	}
	p = &pageBreak{at: i, side: a.side + 1, prev: a, pageRange: pageRange{from: from, to: to, top: a.later, forced: forced}}
	p.later = floats[len(floats)-later:]
	h := b.measure(&p.pageRange)
	h.natural += b.footnotes(p, a.rest, b.high+h.shrink-h.natural, forced)
	left := b.high - h.natural
	p.cost = a.cost + b.cost(p, h, left)
	if forced {
		p.side = 0
	}
	return p, left >= -h.shrink-0.01
}

// cost is how bad a page is.
func (b *pageBreaker) cost(p *pageBreak, h pageHeights, left float64) (cost float64) {
	if it := &b.items[p.at]; it.kind == penaltyItem && !p.forced {
		cost += it.penalty * math.Abs(it.penalty) / 100
	}
	for _, f := range p.later {
		cost += laterCost
		if b.passesHeading(f, p.to) {
			cost += passedCost
		}
	}
	if len(p.rest) > 0 {
		cost += cutCost
	}
	switch {
	case left < -h.shrink-0.01:
		return cost + overfullCost - left
	case left < 0:
		return cost + looseCost*math.Pow(-left/h.shrink, 2)
	case p.forced && h.natural < aloneHeight && p.side > 1:
		return cost + aloneCost
	case p.forced:
		return cost
	}
	ratio := 0.0
	if h.stretch > 0 {
		ratio = min(1, left/h.stretch)
	}
	p.empty = max(0, left-h.stretch) / b.high
	if b.twoSided && p.side > 1 && p.side%2 == 1 { // a right page, and the left one beside it
		d := p.empty - p.prev.empty
		cost += unequalCost * d * d
	}
	return cost + looseCost*ratio*ratio + emptyCost*p.empty*p.empty
}

// passesHeading tells whether a section begins between a figure and the end of
// its page.
func (b *pageBreaker) passesHeading(f, to int) bool {
	for i := to - 1; i > f; i-- {
		for _, m := range b.items[i].marks {
			if m.heading != nil && m.heading.level <= 2 {
				return true
			}
		}
	}
	return false
}
