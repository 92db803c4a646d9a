package typeset

import (
	"fmt"
	"math"
	"testing"

	"weave/weave/draw"
)

// boxesOf is a list of boxes 10 points high, the n-th with a note of as many
// lines of 10 points as notes says.
func boxesOf(n int, notes map[int]int) []vitem {
	v := &vlist{width: 100}
	for i := range n {
		box := v.box(&draw.Frame{Height: 10}, nil)
		if lines := notes[i]; lines > 0 {
			note := &footnote{height: 10 * float64(lines), anchor: fmt.Sprint(i)}
			for range lines {
				note.frames = append(note.frames, &draw.Frame{Height: 10})
			}
			box.notes = []*footnote{note}
		}
	}
	return v.items
}

// A note that does not fit goes on on the next page, at least two lines on each;
// none of its lines is lost or set twice, and no page is too full.
func TestNotesAreSplit(t *testing.T) {
	for name, c := range map[string]struct {
		boxes int
		notes map[int]int
		want  string // boxes and lines of notes on each page
	}{
		"fits":           {6, map[int]int{0: 2}, "[6+2]"},
		"split":          {12, map[int]int{5: 6}, "[6+2 4+4 2+0]"},
		"over two pages": {14, map[int]int{5: 11}, ""},
		"two notes":      {16, map[int]int{2: 3, 6: 5}, ""},
	} {
		l := newPageList(boxesOf(c.boxes, c.notes))
		var got []string
		boxes, lines := 0, 0
		for _, r := range breakPages(l, 100, false) {
			h := l.measure(&r).natural
			on := 0
			for k, n := range r.notes {
				on += n.to - n.from
				h += n.height()
				whole := n.from == 0 && n.to == len(n.note.frames)
				if !whole && (n.to-n.from < keepNoteLines || n.from == 0 && k < len(r.notes)-1) {
					t.Errorf("%s: lines %d to %d of a note stand alone", name, n.from, n.to)
				}
			}
			if on > 0 {
				h += noteSkip
			}
			if h > 100.01 {
				t.Errorf("%s: a page of %.0f points", name, h)
			}
			n := 0
			for _, it := range l.items[r.from:r.to] {
				if it.kind == boxItem {
					n++
				}
			}
			boxes, lines = boxes+n, lines+on
			got = append(got, fmt.Sprintf("%d+%d", n, on))
		}
		sum := 0
		for _, n := range c.notes {
			sum += n
		}
		if boxes != c.boxes || lines != sum || c.want != "" && fmt.Sprint(got) != c.want {
			t.Errorf("%s: pages %v (%d boxes, %d lines of notes), want %s", name, got, boxes, lines, c.want)
		}
	}
}

// Of two facing pages, one is not full while the other is half empty: what
// cannot be parted moves so that both have a little room.
func TestFacingPages(t *testing.T) {
	v := &vlist{width: 100}
	part := func(lines int) {
		for i := range lines {
			if i > 0 {
				v.keep(infinite)
			}
			v.box(&draw.Frame{Height: 10}, nil)
		}
	}
	for _, lines := range []int{6, 5, 2, 8, 5, 7, 2, 5, 2} {
		part(lines)
	}
	empty := func(twoSided bool) (out []float64) {
		l := newPageList(v.items)
		for _, r := range breakPages(l, 100, twoSided) {
			out = append(out, 100-l.measure(&r).natural)
		}
		return out
	}
	one, two := empty(false), empty(true)
	// pages 3 and 4 (counted from 0) face each other
	if a, b := math.Abs(one[3]-one[4]), math.Abs(two[3]-two[4]); a != 40 || b != 20 {
		t.Errorf("facing pages differ by %.0f points, without regard to it by %.0f: %v %v", b, a, two, one)
	}
}
