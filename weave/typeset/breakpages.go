package typeset

import "math"

// pageBreak is a place where a page may end, with the cheapest way to it.
type pageBreak struct {
	at   int // item; the next page begins behind it
	cost float64
	prev *pageBreak
}

// Costs of a page. Like demerits they are squares of how bad it looks.
const (
	looseCost    = 30.0   // its glue stretched to the full
	emptyCost    = 9000.0 // nothing on it
	overfullCost = 1e7    // more than fits, as a last resort
	aloneCost    = 400.0  // the last page has only a few lines
	aloneHeight  = 5 * bodyLead
)

// breakPages finds the breaks of the list at which the sum of the pages' costs
// is least. It returns for each page the range of its items.
func breakPages(items []vitem, height float64) [][2]int {
	items = append(items[:len(items):len(items)], vitem{kind: penaltyItem, penalty: -infinite})
	active := []*pageBreak{{at: -1}}
	for i := range items {
		if !legalPageBreak(items, i) {
			continue
		}
		forced := items[i].kind == penaltyItem && items[i].penalty <= -infinite
		var best *pageBreak
		keep := active[:0:0]
		for k, a := range active {
			cost, fits := pageCost(items, a.at, i, height, forced)
			if fits && !forced {
				keep = append(keep, a)
			}
			if !fits && !(k == len(active)-1 && best == nil && len(keep) == 0) {
				continue
			}
			if best == nil || a.cost+cost < best.cost {
				best = &pageBreak{at: i, cost: a.cost + cost, prev: a}
			}
		}
		active = keep
		if best != nil {
			active = append(active, best)
		}
	}
	var out [][2]int
	for b := active[len(active)-1]; b.prev != nil; b = b.prev {
		out = append([][2]int{{pageStart(items, b.prev.at), b.at}}, out...)
	}
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

// pageStart is the first box behind a break.
func pageStart(items []vitem, at int) int {
	for at++; at < len(items) && items[at].kind != boxItem; at++ {
	}
	return at
}

// pageHeights is the natural height of a page and how far its glue goes.
type pageHeights struct{ natural, stretch, shrink float64 }

func measurePage(items []vitem, from, to int) (h pageHeights) {
	if from < to && items[from].head != nil {
		h.natural += items[from].head.height
	}
	for to > from && items[to-1].kind != boxItem {
		to--
	}
	notes := 0.0
	for i := from; i < to; i++ {
		it := &items[i]
		if it.kind == penaltyItem {
			continue
		}
		h.natural, h.stretch, h.shrink = h.natural+it.height, h.stretch+it.stretch, h.shrink+it.shrink
		for _, n := range it.notes {
			notes += n.height
		}
	}
	if notes > 0 {
		h.natural += notes + noteSkip
	}
	return h
}

// pageCost is how bad the page behind break a is if it ends at i.
func pageCost(items []vitem, a, i int, height float64, forced bool) (cost float64, fits bool) {
	h := measurePage(items, pageStart(items, a), i)
	left := height - h.natural
	if items[i].kind == penaltyItem && !forced {
		p := items[i].penalty
		cost += p * math.Abs(p) / 100
	}
	switch {
	case left < -h.shrink-0.01:
		return overfullCost + cost - left, false
	case left < 0:
		return cost + looseCost*math.Pow(-left/h.shrink, 2), true
	case forced && h.natural < aloneHeight && a >= 0:
		return cost + aloneCost, true
	case forced:
		return cost, true
	}
	ratio := 0.0
	if h.stretch > 0 {
		ratio = min(1, left/h.stretch)
	}
	empty := max(0, left-h.stretch) / height
	return cost + looseCost*ratio*ratio + emptyCost*empty*empty, true
}
