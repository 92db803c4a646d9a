package typeset

import (
	"weave/weave/doc"
	"weave/weave/draw"
)

// vitem is a box, glue or penalty of the list that pages are broken from. A
// page may end at a penalty below infinite or at a glue behind a box, and
// swallows the glue that follows.
type vitem struct {
	kind    itemKind
	height  float64 // of a box or glue
	stretch float64
	shrink  float64
	penalty float64

	frame    *draw.Frame
	x        float64
	tag      *draw.Element
	notes    []*footnote
	decor    []*decor // what is painted behind it, the outermost first
	head     *vitem   // a table's head, repeated where a page begins here
	floating bool     // a figure that may wait for the top of the next page
	marks    []mark
	// begins and ends are the decorations whose first or last box this is.
	begins, ends []*decor
}

// decor is painted behind all boxes of a run on a page: a tint, a bar at the
// left, a hairline below.
type decor struct {
	x, width float64
	tint     draw.Color
	bar      draw.Color
	closing  bool // a hairline at its very end
}

// mark is something to know about the page on which a box stands.
type mark struct {
	anchor  string
	heading *heading    // of the running heads, contents and outline
	figure  *figureMark // of the list of figures
}

// heading is what contents, outline and running heads show.
type heading struct {
	level         int // 1: a chapter
	number, title string
	anchor        string
	chapter       string // the words above a chapter's title, only of level 1
}

// figureMark is what the list of figures shows.
type figureMark struct {
	number, anchor string
	chapter        *doc.Chapter
	of             doc.Block // whose caption it is
}

// vlist collects vertical material.
type vlist struct {
	items   []vitem
	pending float64 // glue to come before the next box
	joined  float64 // penalty to come before the next box; 0: none
	marks   []mark
	decor   []*decor
	x       float64
	width   float64
}

// stretchOf is how far glue may grow and shrink on a page, in parts.
const (
	glueStretch = 0.55
	glueShrink  = 0.12
)

// skip asks for at least so much space before the next box.
func (v *vlist) skip(h float64) { v.pending = max(v.pending, h) }

// keep forbids a page break before the next box, makes it dear, or, if it is
// negative, welcome; what forbids more wins.
func (v *vlist) keep(penalty float64) {
	if v.joined == 0 || penalty > v.joined {
		v.joined = penalty
	}
}

// force begins a new page.
func (v *vlist) force() {
	if len(v.items) > 0 {
		v.items = append(v.items, vitem{kind: penaltyItem, penalty: -infinite})
	}
	v.pending, v.joined = 0, 0
}

// box appends a frame. Space and penalties asked for come before it.
func (v *vlist) box(f *draw.Frame, tag *draw.Element) *vitem {
	v.gap()
	v.items = append(v.items, vitem{kind: boxItem, height: f.Height, frame: f, x: v.x, tag: tag, decor: v.decor, marks: v.marks})
	v.marks = nil
	return &v.items[len(v.items)-1]
}

func (v *vlist) gap() {
	if len(v.items) == 0 || v.items[len(v.items)-1].kind == penaltyItem && v.items[len(v.items)-1].penalty <= -infinite {
		v.pending, v.joined = 0, 0
		return
	}
	if v.joined != 0 {
		v.items = append(v.items, vitem{kind: penaltyItem, penalty: v.joined})
	}
	if v.pending > 0 {
		v.items = append(v.items, vitem{kind: glueItem, height: v.pending, stretch: glueStretch * v.pending, shrink: glueShrink * v.pending, decor: v.decor})
	} else if v.joined == 0 {
		v.items = append(v.items, vitem{kind: penaltyItem})
	}
	v.pending, v.joined = 0, 0
}

// append puts a list that was made apart behind this one.
func (v *vlist) append(more *vlist) {
	v.gap()
	v.items = append(v.items, more.items...)
	v.pending, v.joined = more.pending, more.joined
}

// pad is space that does not vanish at a page's edge: inside a tint.
func (v *vlist) pad(h float64) {
	v.box(&draw.Frame{Width: v.width, Height: h}, nil)
}

// keepLines are the fewest lines of a paragraph on either side of a page break.
const keepLines = 2

// lines stacks the lines of a paragraph; least are kept together at each side.
func (v *vlist) lines(ls []line, tag *draw.Element, least int) {
	for i, l := range ls {
		if i > 0 && (i < least || i > len(ls)-least) {
			v.keep(infinite)
		}
		b := v.box(l.frame, tag)
		b.notes = l.notes
	}
}

// within runs f in a narrower column, behind a decoration if d is not nil.
func (v *vlist) within(left, right float64, d *decor, f func()) {
	x, w, dec := v.x, v.width, v.decor
	v.x, v.width = x+left, w-left-right
	if d != nil {
		v.decor = append(append([]*decor(nil), dec...), d)
	}
	from := len(v.items)
	f()
	if d != nil {
		v.pending, v.joined = 0, 0 // its padding is all the space there is
		v.bound(d, from)
	}
	v.x, v.width, v.decor = x, w, dec
}

// bound tells the first and the last box behind an index that a decoration
// begins and ends with them.
func (v *vlist) bound(d *decor, from int) {
	last := -1
	for i := from; i < len(v.items); i++ {
		if v.items[i].kind != boxItem {
			continue
		}
		if last < 0 {
			v.items[i].begins = append(v.items[i].begins, d)
		}
		last = i
	}
	if last >= 0 {
		v.items[last].ends = append(v.items[last].ends, d)
	}
}

// together makes every page break behind an index as dear as the penalty.
func (v *vlist) together(from int, penalty float64) {
	var items []vitem
	for _, it := range v.items[from:] {
		if n := len(items); it.kind == glueItem && n > 0 && items[n-1].kind == boxItem {
			items = append(items, vitem{kind: penaltyItem, penalty: penalty})
		}
		items = append(items, it)
	}
	v.items = append(v.items[:from], items...)
}

// heightOf is how high items are with their natural glue.
func heightOf(items []vitem) (h float64) {
	for i := range items {
		h += items[i].height
	}
	return h
}
