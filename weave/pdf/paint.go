package pdf

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strings"

	"weave/weave/draw"
)

// painter turns the frame of a page into its content.
type painter struct {
	painted
	tree *tree // only for which elements there are

	height float64
	marked int // marked-content identifiers used so far
	open   bool
	mark   *draw.Element // of the open marked content, nil for an artifact
	state  graphics
	saved  []graphics
}

// graphics is what has been set in the content stream.
type graphics struct {
	font         int // of the page's, -1: none
	size         float64
	fill, stroke draw.Color
	alpha        uint8
}

// annotation is a link with its rectangle in PDF coordinates.
type annotation struct {
	page   int
	rect   [4]float64
	target string
	label  string
	node   *node
}

// paint makes the content of a page.
func paint(f *draw.Frame, t *tree) *painted {
	p := newPainter(f.Height, t)
	p.frame(f, place{scale: 1})
	p.endMark()
	return &p.painted
}

func newPainter(height float64, t *tree) *painter {
	state := graphics{font: -1, alpha: 255, fill: draw.Black, stroke: draw.Black} // as a page begins, and as fpdf sets it
	p := &painter{tree: t, height: height, state: state}
	p.out.Grow(pageRoom)
	p.codes = make([]codeAt, 0, pageGlyphs)
	return p
}

// pageRoom is about what a page of text takes in bytes, pageGlyphs how many
// glyphs it has.
const (
	pageRoom   = 1 << 15
	pageGlyphs = 2000
)

// goOn is the content of a page of which p has painted the first item. p stays
// as it is: what is added has fonts of its own.
func (p *painter) goOn(items []draw.Item) *painted {
	q := *p
	q.out = *bytes.NewBuffer(append(make([]byte, 0, p.out.Len()+1000), p.out.Bytes()...))
	q.fonts, q.codes, q.images = slices.Clip(p.fonts), slices.Clip(p.codes), slices.Clip(p.images)
	q.alphas, q.anchors = slices.Clip(p.alphas), slices.Clip(p.anchors)
	q.links, q.events = slices.Clip(p.links), slices.Clip(p.events)
	q.before = len(p.fonts)
	q.frame(&draw.Frame{Items: items}, place{scale: 1})
	q.endMark()
	return &q.painted
}

// place is where a frame is painted: its corner, from the page's top left, its
// scale, and the element that its content belongs to.
type place struct {
	x, y, scale float64
	tag         *draw.Element // nil: none
}

// at converts a point of the frame to PDF coordinates.
func (p *painter) at(pl place, x, y float64) (float64, float64) {
	return pl.x + x*pl.scale, p.height - pl.y - y*pl.scale
}

func (p *painter) frame(f *draw.Frame, pl place) {
	for _, it := range f.Items {
		switch it := it.(type) {
		case draw.Glyphs:
			p.glyphs(it, pl)
		case draw.Path:
			p.path(it, pl)
		case draw.Image:
			p.image(it, pl)
		case draw.Group:
			p.group(it, pl)
		case draw.Link:
			p.link(it, pl)
		case draw.Anchor:
			p.anchor(it, pl)
		default:
			panic(fmt.Sprintf("pdf: unknown item %T", it))
		}
	}
}

func (p *painter) group(g draw.Group, pl place) {
	in := place{pl.x + g.X*pl.scale, pl.y + g.Y*pl.scale, pl.scale, pl.tag}
	if g.Scale != 0 {
		in.scale *= g.Scale
	}
	switch {
	case g.Tag == draw.Artifact:
		in.tag = nil
	case g.Tag != nil:
		in.tag = p.known(g.Tag)
	}
	x0, y1 := p.at(in, 0, 0)
	x1, y0 := p.at(in, g.Frame.Width, g.Frame.Height)
	if g.Tag != nil && in.tag != nil {
		p.events = append(p.events, event{element: in.tag, kind: covers, box: [4]float64{x0, y0, x1, y1}})
	}
	if !g.Clip {
		p.frame(g.Frame, in)
		return
	}
	p.save()
	fmt.Fprintf(&p.out, "%s re W n\n", nums(x0, y0, x1-x0, y1-y0))
	p.frame(g.Frame, in)
	p.restore()
}

// save and restore enclose a change of the graphics state; marked content
// never crosses them.
func (p *painter) save() {
	p.endMark()
	p.saved = append(p.saved, p.state)
	p.out.WriteString("q\n")
}

func (p *painter) restore() {
	p.endMark()
	p.state = p.saved[len(p.saved)-1]
	p.saved = p.saved[:len(p.saved)-1]
	p.out.WriteString("Q\n")
}

// beginMark opens marked content for an element, or an artifact, unless it is
// open already.
func (p *painter) beginMark(e *draw.Element) {
	if p.open && p.mark == e {
		return
	}
	p.endMark()
	p.open, p.mark = true, e
	if e == nil {
		p.out.WriteString("/Artifact BMC\n")
		return
	}
	fmt.Fprintf(&p.out, "%s<</MCID %d>>BDC\n", name(e.Type), p.marked)
	p.events = append(p.events, event{element: e, kind: marks, number: p.marked})
	p.marked++
}

func (p *painter) endMark() {
	if p.open {
		p.out.WriteString("EMC\n")
	}
	p.open, p.mark = false, nil
}

func (p *painter) path(it draw.Path, pl place) {
	fill, stroke := it.Fill.Visible(), it.Stroke.Visible() && it.Line.Width > 0
	if !fill && !stroke {
		return
	}
	p.beginMark(pl.tag)
	if fill && stroke && it.Fill.Alpha != it.Stroke.Alpha {
		p.outline(draw.Path{Segments: it.Segments, Fill: it.Fill, EvenOdd: it.EvenOdd}, pl, true, false)
		fill = false
	}
	p.outline(it, pl, fill, stroke)
}

func (p *painter) outline(it draw.Path, pl place, fill, stroke bool) {
	if fill {
		p.setFill(it.Fill)
	}
	if stroke {
		p.setStroke(it.Stroke)
		p.line(it.Line, pl.scale)
	}
	for _, s := range it.Segments {
		p.segment(s, pl)
	}
	op := map[[2]bool]string{{true, false}: "f", {false, true}: "S", {true, true}: "B"}[[2]bool{fill, stroke}]
	if fill && it.EvenOdd {
		op += "*"
	}
	p.out.WriteString(op + "\n")
}

func (p *painter) segment(s draw.Segment, pl place) {
	n, op := 1, "l"
	switch s.Verb {
	case draw.Move:
		op = "m"
	case draw.Curve:
		n, op = 3, "c"
	case draw.Close:
		p.out.WriteString("h ")
		return
	}
	for _, q := range s.P[:n] {
		x, y := p.at(pl, q.X, q.Y)
		p.out.WriteString(nums(x, y) + " ")
	}
	p.out.WriteString(op + " ")
}

func (p *painter) line(l draw.Line, scale float64) {
	style, dash := 0, make([]float64, len(l.Dash))
	if l.Round {
		style = 1
	}
	for i, d := range l.Dash {
		dash[i] = d * scale
	}
	fmt.Fprintf(&p.out, "%s w %d J %d j [%s] 0 d ", number(l.Width*scale, 3), style, style, nums(dash...))
}

func (p *painter) setFill(c draw.Color) {
	p.setAlpha(c.Alpha)
	if !sameInk(c, p.state.fill) {
		p.state.fill = c
		p.out.WriteString(rgb(c) + " rg ")
	}
}

func (p *painter) setStroke(c draw.Color) {
	p.setAlpha(c.Alpha)
	if !sameInk(c, p.state.stroke) {
		p.state.stroke = c
		p.out.WriteString(rgb(c) + " RG ")
	}
}

func (p *painter) setAlpha(a uint8) {
	if a != p.state.alpha {
		p.state.alpha, p.alphas = a, append(p.alphas, a)
		fmt.Fprintf(&p.out, "/A%d gs ", a)
	}
}

// sameInk compares colours without their opacity.
func sameInk(a, b draw.Color) bool { return a.R == b.R && a.G == b.G && a.B == b.B }

func rgb(c draw.Color) string {
	return number(float64(c.R)/255, 3) + " " + number(float64(c.G)/255, 3) + " " + number(float64(c.B)/255, 3)
}

func (p *painter) image(it draw.Image, pl place) {
	p.beginMark(pl.tag)
	x, y := p.at(pl, it.X, it.Y+it.H)
	p.out.WriteString("q " + nums(it.W*pl.scale, 0, 0, it.H*pl.scale, x, y) + " cm\n")
	fmt.Fprintf(&p.out, "%s%d%s\nQ\n", imageMark, len(p.images), imageMark)
	p.images = append(p.images, it)
}

func (p *painter) link(it draw.Link, pl place) {
	x0, y1 := p.at(pl, it.X, it.Y)
	x1, y0 := p.at(pl, it.X+it.W, it.Y+it.H)
	p.links = append(p.links, annotation{rect: [4]float64{x0, y0, x1, y1}, target: it.Target, label: it.Label})
	e := event{kind: links, number: len(p.links) - 1}
	if it.Tag != nil {
		e.element = p.known(it.Tag)
	}
	p.events = append(p.events, e)
}

// known is an element, nil if the document's tree has it not.
func (p *painter) known(e *draw.Element) *draw.Element {
	if p.tree.of[e] == nil {
		return nil
	}
	return e
}

func (p *painter) anchor(it draw.Anchor, pl place) {
	x, y := p.at(pl, it.X, it.Y)
	p.anchors = append(p.anchors, anchor{it.Name, math.Max(0, x), y})
}

// nums writes lengths with a hundredth of a point.
func nums(xs ...float64) string {
	s := make([]string, len(xs))
	for i, x := range xs {
		s[i] = number(x, 2)
	}
	return strings.Join(s, " ")
}
