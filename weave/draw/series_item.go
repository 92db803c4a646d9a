package draw

import (
	"fmt"
	"image/color"
	"math"
)

// seriesState is one state of a series being told.
type seriesState struct {
	numbers        []int
	x1, y1, x2, y2 int // of the two stamps before
}

func (st *seriesState) add(n ...int) { st.numbers = append(st.numbers, n...) }

// item tells one item.
func (s *Series) item(st *seriesState, it Item) {
	if p, ok := it.(Path); ok && straight(p) {
		paint := p
		paint.Segments = nil
		st.add(s.kind(SeriesKind{Form: LineKind, Item: paint}))
		st.lines(p.Segments)
		return
	}
	if im, ok := it.(Image); ok {
		s.pixels(st, im)
		return
	}
	at, stamp := origin(it)
	st.add(s.kind(SeriesKind{Form: StampKind, Item: stamp}))
	x, y := unit(at.X), unit(at.Y)
	st.add(x-2*st.x1+st.x2, y-2*st.y1+st.y2)
	st.x2, st.y2, st.x1, st.y1 = st.x1, st.y1, x, y
}

// kind is the index of a kind, a new one if it was not seen before.
func (s *Series) kind(k SeriesKind) int {
	key := fmt.Sprintf("%c %d %s", k.Form, k.Wide, sameAs(k.Item))
	n, ok := s.kinds[key]
	if !ok {
		n = len(s.Kinds)
		s.kinds[key] = n
		s.Kinds = append(s.Kinds, k)
	}
	return n
}

// straight tells whether a path has no curves and more than one point.
func straight(p Path) bool {
	for _, s := range p.Segments {
		if s.Verb == Curve {
			return false
		}
	}
	return len(p.Segments) > 1
}

// lines tells the lines of a path.
func (st *seriesState) lines(segments []Segment) {
	var lines [][]Point
	var closed []bool
	for _, s := range segments {
		switch s.Verb {
		case Move:
			lines, closed = append(lines, nil), append(closed, false)
			fallthrough
		case To:
			lines[len(lines)-1] = append(lines[len(lines)-1], s.P[0])
		case Close:
			closed[len(closed)-1] = true
		}
	}
	st.add(len(lines))
	x, y := 0, 0
	for k, line := range lines {
		head := 2 * len(line)
		if closed[k] {
			head++
		}
		st.add(head)
		for _, p := range line {
			px, py := unit(p.X), unit(p.Y)
			st.add(px-x, py-y)
			x, y = px, py
		}
	}
}

// pixels tells an image by the colours of its pixels.
func (s *Series) pixels(st *seriesState, im Image) {
	index := make(map[color.NRGBA]int, len(s.Palette))
	for n, c := range s.Palette {
		index[c] = n
	}
	var told []int
	last := 0
	wide := each(im, func(c color.NRGBA) {
		told = append(told, index[c]-last)
		last = index[c]
	})
	im.Data = nil
	st.add(s.kind(SeriesKind{Form: PixelKind, Item: im, Wide: wide}), len(told))
	st.add(told...)
}

func unit(v float64) int { return int(math.Round(v * SeriesUnits)) }
