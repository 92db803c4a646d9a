package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"weave/weave/draw"
	"weave/weave/font"
)

// painter turns frames into page contents and notes what the rest of the file
// needs to know about them.
type painter struct {
	fonts   fontSet
	images  *images
	opacity map[uint8]bool
	tree    *tree
	anchors map[string]destination
	links   []annotation

	out    strings.Builder
	pageNo int
	height float64
	marked int // marked-content identifiers used on this page
	open   bool
	mark   *node // of the open marked content, nil for an artifact
	state  graphics
	saved  []graphics
}

// graphics is what has been set in the content stream.
type graphics struct {
	font         *usedFont
	size         float64
	fill, stroke draw.Color
	alpha        uint8
}

// destination is a place that can be jumped to: page from 0, PDF coordinates.
type destination struct {
	page int
	x, y float64
}

// annotation is a link with its rectangle in PDF coordinates.
type annotation struct {
	page   int
	rect   [4]float64
	target string
	label  string
	node   *node
}

func newPainter(root *draw.Element) *painter {
	return &painter{
		fonts: fontSet{of: map[*font.Face]*usedFont{}}, images: &images{},
		opacity: map[uint8]bool{}, tree: newTree(root), anchors: map[string]destination{},
	}
}

func (p *painter) page(n int, f *draw.Frame) string {
	p.out.Reset()
	p.pageNo, p.height, p.marked, p.open, p.saved = n, f.Height, 0, false, nil
	p.state = graphics{alpha: 255, fill: draw.Black, stroke: draw.Black} // as a page begins, and as fpdf sets it
	p.frame(f, place{scale: 1})
	p.endMark()
	return p.out.String()
}

// place is where a frame is painted: its corner, from the page's top left, its
// scale, and the element that its content belongs to.
type place struct {
	x, y, scale float64
	node        *node
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
	in := place{pl.x + g.X*pl.scale, pl.y + g.Y*pl.scale, pl.scale, pl.node}
	if g.Scale != 0 {
		in.scale *= g.Scale
	}
	switch {
	case g.Tag == draw.Artifact:
		in.node = nil
	case g.Tag != nil:
		in.node = p.tree.of[g.Tag]
	}
	x0, y1 := p.at(in, 0, 0)
	x1, y0 := p.at(in, g.Frame.Width, g.Frame.Height)
	if g.Tag != nil && in.node != nil {
		in.node.cover(p.pageNo, x0, y0, x1, y1)
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
func (p *painter) beginMark(n *node) {
	if p.open && p.mark == n {
		return
	}
	p.endMark()
	p.open, p.mark = true, n
	if n == nil {
		p.out.WriteString("/Artifact BMC\n")
		return
	}
	fmt.Fprintf(&p.out, "%s<</MCID %d>>BDC\n", name(n.element.Type), p.marked)
	p.tree.content(n, p.pageNo, p.marked)
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
	p.beginMark(pl.node)
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
	if rgb(c) != rgb(p.state.fill) {
		p.state.fill = c
		p.out.WriteString(rgb(c) + " rg ")
	}
}

func (p *painter) setStroke(c draw.Color) {
	p.setAlpha(c.Alpha)
	if rgb(c) != rgb(p.state.stroke) {
		p.state.stroke = c
		p.out.WriteString(rgb(c) + " RG ")
	}
}

func (p *painter) setAlpha(a uint8) {
	if a != p.state.alpha {
		p.state.alpha, p.opacity[a] = a, true
		fmt.Fprintf(&p.out, "/A%d gs ", a)
	}
}

// states are the graphics states for the opacities used.
func (p *painter) states() string {
	var b strings.Builder
	for a := range 256 {
		if p.opacity[uint8(a)] {
			fmt.Fprintf(&b, "/A%d<</ca %s/CA %[2]s>>", a, number(float64(a)/255, 3))
		}
	}
	return b.String()
}

func rgb(c draw.Color) string {
	return number(float64(c.R)/255, 3) + " " + number(float64(c.G)/255, 3) + " " + number(float64(c.B)/255, 3)
}

func (p *painter) image(it draw.Image, pl place) {
	p.beginMark(pl.node)
	x, y := p.at(pl, it.X, it.Y+it.H)
	p.out.WriteString("q " + nums(it.W*pl.scale, 0, 0, it.H*pl.scale, x, y) + " cm\n")
	fmt.Fprintf(&p.out, "%s%d%s\nQ\n", imageMark, p.images.number(it), imageMark)
}

func (p *painter) link(it draw.Link, pl place) {
	x0, y1 := p.at(pl, it.X, it.Y)
	x1, y0 := p.at(pl, it.X+it.W, it.Y+it.H)
	a := annotation{p.pageNo, [4]float64{x0, y0, x1, y1}, it.Target, it.Label, nil}
	if it.Tag != nil {
		a.node = p.tree.of[it.Tag]
	}
	p.links = append(p.links, a)
	if a.node != nil {
		p.tree.annotation(a.node, len(p.links)-1)
	}
}

func (p *painter) anchor(it draw.Anchor, pl place) {
	if _, again := p.anchors[it.Name]; !again {
		x, y := p.at(pl, it.X, it.Y)
		p.anchors[it.Name] = destination{p.pageNo, math.Max(0, x), y}
	}
}

// nums writes lengths with a hundredth of a point.
func nums(xs ...float64) string {
	s := make([]string, len(xs))
	for i, x := range xs {
		s[i] = number(x, 2)
	}
	return strings.Join(s, " ")
}

// anchorNames are the names in the order that a name tree demands.
func (p *painter) anchorNames() []string {
	names := make([]string, 0, len(p.anchors))
	for n := range p.anchors {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}
