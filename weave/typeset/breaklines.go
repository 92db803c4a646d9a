package typeset

import "math"

// measure is what lines are broken to.
type measure struct {
	width     float64
	ragged    bool    // lines keep their spaces; the right edge is uneven
	expansion float64 // part by which glyphs may be widened or narrowed
}

// lineBreak is a feasible break with the best way to it.
type lineBreak struct {
	at, line, fitness      int
	width, stretch, shrink float64 // totals up to behind the break
	demerits               float64
	prev                   *lineBreak
}

// The numbers of TeX (TeXbook, chapter 14), and ours for short last lines.
const (
	tolerance       = 2.5 // of a line's stretch
	doubleHyphen    = 10000
	finalHyphen     = 5000
	mismatched      = 10000
	shortLast       = 8000
	shortLastPart   = 0.1
	linePenalty     = 10
	shrinkTolerance = 1.0001
	raggedHyphen    = 200 // added to a hyphen's penalty where lines may be short
)

// breakLines finds the breaks of a whole paragraph at which the sum of the
// demerits is least (Knuth and Plass, "Breaking Paragraphs into Lines"). The
// result are indices of items, the last one the paragraph's end; items must
// end with finish.
func breakLines(items []item, m measure) []int {
	extra := 0.0
	if m.ragged {
		extra = 0.25 * m.width
	}
	for _, pass := range []struct{ tolerance, extra float64 }{
		{tolerance, extra}, {10, extra + 0.08*m.width}, {1e6, m.width},
	} {
		b := breaker{items: items, measure: m, tolerance: pass.tolerance, extra: pass.extra}
		if best := b.run(); best != nil {
			var out []int
			for ; best.prev != nil; best = best.prev {
				out = append([]int{best.at}, out...)
			}
			return out
		}
	}
	b := breaker{items: items, measure: m, tolerance: 1e6, extra: m.width, overfull: true}
	var out []int
	for best := b.run(); best.prev != nil; best = best.prev {
		out = append([]int{best.at}, out...)
	}
	return out
}

// finish ends a paragraph: the last line is filled with space.
func finish(items []item) []item {
	for len(items) > 0 && items[len(items)-1].kind == glueItem {
		items = items[:len(items)-1]
	}
	return append(items,
		item{kind: penaltyItem, penalty: infinite},
		item{kind: glueItem, stretch: 1e5},
		item{kind: penaltyItem, penalty: -infinite})
}

type breaker struct {
	items     []item
	measure   measure
	tolerance float64
	extra     float64 // stretch that every line has besides its glue
	overfull  bool    // take a line that is too long rather than none

	active                 []*lineBreak
	width, stretch, shrink float64
}

func (b *breaker) run() *lineBreak {
	b.active = []*lineBreak{{at: -1, fitness: 1}}
	for i := range b.items {
		it := &b.items[i]
		if b.legal(i) {
			b.try(i)
			if len(b.active) == 0 {
				return nil
			}
		}
		if it.kind != penaltyItem {
			b.width, b.stretch, b.shrink = b.width+it.width, b.stretch+it.stretch, b.shrink+it.shrink
		}
	}
	var best *lineBreak
	for _, a := range b.active {
		if a.at == len(b.items)-1 && (best == nil || a.demerits < best.demerits) {
			best = a
		}
	}
	return best
}

func (b *breaker) legal(i int) bool {
	switch it := b.items[i]; it.kind {
	case penaltyItem:
		return it.penalty < infinite
	case glueItem:
		return i > 0 && b.items[i-1].kind == boxItem
	}
	return false
}

// try looks at all lines that could end at item i.
func (b *breaker) try(i int) {
	it := &b.items[i]
	forced := it.kind == penaltyItem && it.penalty <= -infinite
	var found [4]*lineBreak // the best for each class of fitness
	keep := b.active[:0:0]
	for k, a := range b.active {
		r, w := b.ratio(a, i)
		fits := r >= -shrinkTolerance
		if b.overfull && !fits && k == len(b.active)-1 && len(keep) == 0 && found == [4]*lineBreak{} {
			fits, r = true, -1
		} else if fits && !forced {
			keep = append(keep, a)
		}
		if !fits || r > b.tolerance && !forced {
			continue
		}
		if forced && r > b.tolerance {
			r = b.tolerance
		}
		fit := fitness(r)
		d := a.demerits + b.demerits(a, i, r, fit)
		if forced && w < shortLastPart*b.measure.width && a.prev != nil {
			d += shortLast
		}
		if found[fit] == nil || d < found[fit].demerits {
			found[fit] = &lineBreak{at: i, line: a.line + 1, fitness: fit, demerits: d, prev: a}
		}
	}
	w, st, sh := b.afterBreak(i)
	for _, n := range found {
		if n != nil {
			n.width, n.stretch, n.shrink = w, st, sh
			keep = append(keep, n)
		}
	}
	b.active = keep
}

// ratio is how much of its stretch (positive) or shrink the line from a to i
// needs, and its natural width.
func (b *breaker) ratio(a *lineBreak, i int) (r, width float64) {
	it := &b.items[i]
	w := b.width - a.width
	if it.kind == penaltyItem {
		w += it.width
	}
	w -= b.protrusion(a.at, i)
	stretch, shrink := b.stretch-a.stretch+b.extra, b.shrink-a.shrink
	if !b.measure.ragged {
		stretch, shrink = stretch+w*b.measure.expansion, shrink+w*b.measure.expansion
	}
	diff := b.measure.width - w
	switch {
	case diff > 0 && stretch > 0:
		return diff / stretch, w
	case diff > 0:
		return math.Inf(1), w
	case diff < -1e-6 && shrink > 0 && !b.measure.ragged:
		return diff / shrink, w
	case diff < -1e-6:
		return math.Inf(-1), w
	}
	return 0, w
}

// protrusion is how far the line's ends may stand out together.
func (b *breaker) protrusion(from, to int) float64 {
	if b.measure.ragged {
		return 0
	}
	out := 0.0
	for k := from + 1; k < to; k++ {
		if b.items[k].kind == boxItem {
			out += b.items[k].left
			break
		}
	}
	if b.items[to].kind == penaltyItem && b.items[to].glyphs != nil {
		return out + b.items[to].right
	}
	for k := to - 1; k > from; k-- {
		if b.items[k].kind == boxItem {
			return out + b.items[k].right
		}
	}
	return out
}

// demerits of a line from a to i (TeXbook, p. 98).
func (b *breaker) demerits(a *lineBreak, i int, r float64, fit int) float64 {
	it := &b.items[i]
	badness := min(100*math.Pow(math.Abs(r), 3), infinite)
	penalty := it.penalty
	if b.measure.ragged && it.glyphs != nil {
		penalty += raggedHyphen
	}
	d := (linePenalty + badness) * (linePenalty + badness)
	if it.kind == penaltyItem && penalty >= 0 {
		d = (linePenalty + badness + penalty) * (linePenalty + badness + penalty)
	} else if it.kind == penaltyItem && penalty > -infinite {
		d -= penalty * penalty
	}
	afterHyphen := a.at >= 0 && b.items[a.at].flagged
	if it.flagged && afterHyphen {
		d += doubleHyphen
	}
	if afterHyphen && i == len(b.items)-1 {
		d += finalHyphen
	}
	if fit-a.fitness > 1 || a.fitness-fit > 1 {
		d += mismatched
	}
	return d
}

// fitness classes: tight, decent, loose, very loose.
func fitness(r float64) int {
	switch {
	case r < -0.5:
		return 0
	case r <= 0.5:
		return 1
	case r <= 1:
		return 2
	}
	return 3
}

// afterBreak is the totals behind the glue and penalties that vanish at a break.
func (b *breaker) afterBreak(i int) (w, st, sh float64) {
	w, st, sh = b.width, b.stretch, b.shrink
	for k := i; k < len(b.items); k++ {
		it := &b.items[k]
		if it.kind == boxItem || it.kind == penaltyItem && it.penalty <= -infinite && k > i {
			break
		}
		if it.kind == glueItem {
			w, st, sh = w+it.width, st+it.stretch, sh+it.shrink
		}
	}
	return w, st, sh
}
