package typeset

import (
	"fmt"
	"slices"
	"strings"

	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/memo"
)

// composed is a finished page with what the rest of the book needs to know of it.
type composed struct {
	body     *draw.Frame
	headings []*heading // that begin here
	figures  []*figureMark
	opening  bool // of a chapter: no running head
	blank    bool // before a chapter on a right page: nothing at all
}

// composer paints pages.
type composer struct {
	paper    Paper
	fonts    *font.Families
	twoSided bool
	memo     *memo.Memo
}

// innerPart is the inner margin's part of both in a two-sided book: two pages
// side by side share the middle, so that their three margins look alike.
const innerPart = 0.42

// right tells whether a page, counted from 0, lies at the right.
func (c *composer) right(page int) bool { return c.twoSided && page%2 == 0 }

// left is where the text of a page begins.
func (c *composer) left(page int) float64 {
	if !c.twoSided {
		return c.paper.Left
	}
	margins := c.paper.Width - c.paper.TextWidth
	if c.right(page) {
		return innerPart * margins
	}
	return (1 - innerPart) * margins
}

// rectos puts empty pages before chapters, so that they open at the right of a
// two-sided book.
func (c *composer) rectos(pages []composed) []composed {
	if !c.twoSided {
		return pages
	}
	var out []composed
	for _, p := range pages {
		if p.opening && !c.right(len(out)) {
			out = append(out, composed{blank: true})
		}
		out = append(out, p)
	}
	return out
}

// sheet is a page of paper with a running head, if there is one, and its folio.
func (c *composer) sheet(page int, label string, p composed, head draw.Item) draw.Page {
	if p.blank {
		return draw.Page{Frame: &draw.Frame{Width: c.paper.Width, Height: c.paper.Height}, Label: label}
	}
	f := c.bare(page, p)
	if head != nil {
		f.Items = append(f.Items, head)
	}
	f.Items = append(f.Items, c.folio(page, label))
	return draw.Page{Frame: f, Label: label}
}

// bare is a page without head and folio.
func (c *composer) bare(page int, p composed) *draw.Frame {
	body := draw.Group{X: c.left(page), Y: c.paper.Top, Frame: p.body, Apart: true}
	return &draw.Frame{Width: c.paper.Width, Height: c.paper.Height, Items: []draw.Item{body}}
}

// pages breaks a list and paints its pages without heads and folios.
func (c *composer) pages(items []vitem) []composed {
	var out []composed
	l := newPageList(items)
	for _, r := range breakPages(l, c.paper.TextHigh, c.twoSided) {
		out = append(out, c.same(c.page(l, r)))
	}
	return out
}

// same is the page that an earlier layout has composed of the same boxes at the
// same places, if there is one: what is known of its frame holds.
func (c *composer) same(p composed) composed {
	if c.memo == nil {
		return p
	}
	type key string
	return memo.Of(c.memo, key(shallow(p.body)), func() composed { return p })
}

// shallow tells a frame from others that hold other frames or have them
// elsewhere, as long as these are in use.
func shallow(f *draw.Frame) string {
	var b strings.Builder
	for _, it := range f.Items {
		if g, ok := it.(draw.Group); ok {
			fmt.Fprintf(&b, "%p %p %v %v %v %t\n", g.Frame, g.Tag, g.X, g.Y, g.Scale, g.Clip)
		} else {
			fmt.Fprintf(&b, "%T%+v\n", it, it)
		}
	}
	return b.String()
}

// placed is a box with its place on the page.
type placed struct {
	it *vitem
	y  float64
}

func (c *composer) page(l pageList, r pageRange) composed {
	ratio := c.ratio(l, r)
	var boxes []placed
	y := 0.0
	for _, f := range r.top {
		boxes = append(boxes, placed{&l.items[f], y})
		y += l.items[f].height + floatSkip
	}
	if r.from < r.to && l.items[r.from].head != nil {
		boxes = append(boxes, placed{l.items[r.from].head, y})
		y += l.items[r.from].head.height
	}
	waits := false // the figure before, and with it the glue here
	for i := r.from; i < r.to; i++ {
		it := &l.items[i]
		switch {
		case it.kind == boxItem:
			if waits = slices.Contains(r.later, i); !waits {
				boxes = append(boxes, placed{it, y})
				y += it.height
			}
		case it.kind == glueItem && !waits:
			y += it.height + max(0, ratio)*it.stretch + min(0, ratio)*it.shrink
		}
	}
	return c.paint(boxes, r.notes)
}

// ratio is how much of its stretch (positive) or shrink a page's glue needs. A
// page that would have to stretch far too much, or need not be full, stays
// short.
func (c *composer) ratio(l pageList, r pageRange) float64 {
	h := l.measure(&r)
	for _, n := range r.notes {
		h.natural += n.height()
	}
	if len(r.notes) > 0 {
		h.natural += noteSkip
	}
	left := c.paper.TextHigh - h.natural
	switch {
	case left < 0 && h.shrink > 0:
		return max(-1, left/h.shrink)
	case left > 0 && h.stretch > 0 && left < 1.6*h.stretch && !r.forced:
		return min(1, left/h.stretch)
	}
	return 0
}

func (c *composer) paint(boxes []placed, notes []notePiece) composed {
	body := &draw.Frame{Width: c.paper.TextWidth, Height: c.paper.TextHigh}
	body.Items = append(body.Items, decorations(boxes)...)
	out := composed{body: body}
	for _, b := range boxes {
		for _, m := range b.it.marks {
			body.Items = append(body.Items, draw.Anchor{Name: m.anchor, X: b.it.x, Y: b.y})
			if m.heading != nil {
				out.headings = append(out.headings, m.heading)
				out.opening = out.opening || m.heading.level == 1
			}
			if m.figure != nil {
				out.figures = append(out.figures, m.figure)
			}
		}
		body.Items = append(body.Items, draw.Group{X: b.it.x, Y: b.y, Frame: b.it.frame, Tag: b.it.tag})
	}
	body.Items = append(body.Items, noteItems(notes, c.paper)...)
	return out
}

// noteItems stand at the foot of the text, under a short rule.
func noteItems(notes []notePiece, p Paper) (out []draw.Item) {
	if len(notes) == 0 {
		return nil
	}
	h := 0.0
	for _, n := range notes {
		h += n.height()
	}
	y := p.TextHigh - h
	out = append(out, hline(0, y-6, 60, 0.5, draw.Zero))
	for _, n := range notes {
		if n.from == 0 {
			out = append(out, draw.Anchor{Name: n.note.anchor, Y: y})
		}
		for _, f := range n.note.frames[n.from:n.to] {
			out = append(out, draw.Group{Y: y, Frame: f, Tag: n.note.tag})
			y += f.Height
		}
	}
	return out
}

const barWidth = 2

// decorations are painted once behind each run of boxes that share them.
func decorations(boxes []placed) (out []draw.Item) {
	for depth := 0; ; depth++ {
		found := false
		for i := 0; i < len(boxes); i++ {
			if depth >= len(boxes[i].it.decor) {
				continue
			}
			found = true
			d, j := boxes[i].it.decor[depth], i
			for j+1 < len(boxes) && depth < len(boxes[j+1].it.decor) && boxes[j+1].it.decor[depth] == d {
				j++
			}
			out = append(out, d.items(boxes[i], boxes[j])...)
			i = j
		}
		if !found {
			return out
		}
	}
}

// brokenPad is how far a tint reaches past the text where a page break parts it.
const brokenPad = 4

// items paints a decoration behind the boxes from first to last.
func (d *decor) items(first, last placed) (out []draw.Item) {
	top, bottom := first.y, last.y+last.it.height
	end := slices.Contains(last.it.ends, d)
	if d.tint.Visible() && !slices.Contains(first.it.begins, d) {
		top -= brokenPad
	}
	if d.tint.Visible() && !end {
		bottom += brokenPad
	}
	if d.tint.Visible() {
		out = append(out, rect(d.x, top, d.width, bottom-top, d.tint))
	}
	if d.bar.Visible() {
		out = append(out, rect(d.x, top, barWidth, bottom-top, d.bar))
	}
	if d.closing && end {
		out = append(out, hline(d.x, bottom, d.width, 0.5, hairline))
	}
	return out
}

// runningHead is the line above the text: chapter left, section right; of two
// pages side by side, each has what stands outside.
func (c *composer) runningHead(page int, left, right string) draw.Item {
	switch {
	case c.right(page):
		left = ""
	case c.twoSided:
		right = ""
	}
	p, x := c.paper, c.left(page)
	y := p.Top - 31
	l, end := textRuns(c.fonts, left, c.fonts.Sans.Regular, 8.5, x, y, draw.Muted)
	r, wide := textRuns(c.fonts, right, c.fonts.Sans.Regular, 8.5, 0, y, draw.Muted)
	f := &draw.Frame{Width: p.Width, Height: p.Top, Items: append(l, hline(x, y+6, p.TextWidth, 0.5, hairline))}
	if edge := x + p.TextWidth; end+wide+20 < edge {
		f.Items = append(f.Items, draw.Group{X: edge - wide, Frame: &draw.Frame{Width: wide, Height: p.Top, Items: r}})
	}
	return draw.Group{Frame: f}
}

// folio is the page number, centred below the text or, in a two-sided book,
// outside.
func (c *composer) folio(page int, label string) draw.Item {
	p := c.paper
	g := textRun(label, c.fonts.Sans.Regular, 9, 0, p.Height-17*mm, draw.Muted)
	room := p.TextWidth - widthOf(g)
	switch {
	case !c.twoSided:
		room /= 2
	case !c.right(page):
		room = 0
	}
	g.X = c.left(page) + room
	return g
}
