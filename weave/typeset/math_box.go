package typeset

import (
	"weave/weave/draw"
	"weave/weave/font"
)

// mathBox is a set part of a formula, y upward from its baseline. It holds
// either ink or kids.
type mathBox struct {
	w, h, d float64 // pt; d is positive below the baseline
	kids    []mathKid
	ink     mathInk

	glyph     font.GID // of a box that is one glyph, 0 otherwise
	italic    float64  // pt, italic correction
	over      float64  // pt, how far the ink of a slanted letter leans over its width
	accent    float64  // pt, where an accent is centred; only if hasAccent
	hasAccent bool
	large     bool // a large operator
	space     bool // nothing but space
}

type mathKid struct {
	x, y float64
	box  *mathBox
}

// mathInk is what a box paints itself.
type mathInk struct {
	face  *font.Face
	run   []font.Glyph // glyphs at size; beside a path, what copying it gives
	size  float64
	rise  float64 // of the run beside a path, upward
	rule  bool    // the whole box is filled
	path  []draw.Segment
	line  float64 // width of a stroked path; 0 fills it
	color draw.Color
	link  string
}

// put places a kid and lets the height and depth grow with it.
func (b *mathBox) put(k *mathBox, x, y float64) {
	b.kids = append(b.kids, mathKid{x, y, k})
	b.h = max(b.h, k.h+y)
	b.d = max(b.d, k.d-y)
}

// emptyAt is a box to put kids into whose extent is theirs alone.
func mathEmpty(kids int) *mathBox {
	return &mathBox{h: mathNone, d: mathNone, kids: make([]mathKid, 0, kids)}
}

// mathNone is the height and depth of nothing: less than any.
const mathNone = -1e9

// settled replaces the extent of nothing by zero.
func (b *mathBox) settled() *mathBox {
	if b.h <= mathNone/2 {
		b.h = 0
	}
	if b.d <= mathNone/2 {
		b.d = 0
	}
	return b
}

// shifted is the box moved up.
func (b *mathBox) shifted(up float64) *mathBox {
	out := mathEmpty(1)
	out.put(b, 0, up)
	out.w, out.italic, out.over, out.large, out.glyph = b.w, b.italic, b.over, b.large, b.glyph
	return out
}

// mathBeside sets boxes side by side.
func mathBeside(boxes ...*mathBox) *mathBox {
	out := mathEmpty(len(boxes))
	for _, b := range boxes {
		out.put(b, out.w, 0)
		out.w += b.w
	}
	return out.settled()
}

// closed is the box with the overhang of its last slanted letter in its width,
// for what stands in a frame of its own (rule 17).
func (b *mathBox) closed() *mathBox {
	if b.over <= 0 {
		return b
	}
	out := *b
	out.w, out.italic, out.over = b.w+b.over, 0, 0
	return &out
}

// whole is the frame of a formula: it ends behind the overhang of a slanted
// letter, so that what follows keeps off it.
func (b *mathBox) whole() *draw.Frame {
	f := b.frame()
	f.Width += b.over
	return f
}

// frame turns the tree of boxes into a flat frame.
func (b *mathBox) frame() *draw.Frame {
	b.settled()
	f := &draw.Frame{Width: b.w, Height: b.h + b.d, Baseline: b.h}
	w := mathPainter{frame: f, base: b.h}
	w.paint(b, 0, 0)
	return f
}

// mathPainter collects the items of a frame and joins neighbouring glyphs of
// one line to a run, so that text copies out as it is read.
type mathPainter struct {
	frame *draw.Frame
	base  float64
	end   float64 // pen behind the last run
}

func (p *mathPainter) paint(b *mathBox, x, y float64) {
	ink := &b.ink
	switch {
	case ink.path != nil:
		p.path(ink, x, y)
		if ink.run != nil {
			p.add(draw.Glyphs{X: x, Y: p.base - y - ink.rise, Face: ink.face, Size: ink.size, Run: ink.run, Color: ink.color, Hidden: true})
		}
	case ink.run != nil:
		p.glyphs(ink, x, y)
	case ink.rule:
		p.add(draw.Path{Segments: mathRectangle(x, p.base-y-b.h, b.w, b.h+b.d), Fill: ink.color})
	}
	for _, k := range b.kids {
		p.paint(k.box, x+k.x, y+k.y)
	}
	if ink.link != "" {
		p.add(draw.Link{X: x, Y: p.base - y - b.h, W: b.w, H: b.h + b.d, Target: ink.link})
	}
}

func (p *mathPainter) add(it draw.Item) { p.frame.Items = append(p.frame.Items, it) }

func (p *mathPainter) glyphs(ink *mathInk, x, y float64) {
	width := font.Width(ink.run) * ink.size
	if n := len(p.frame.Items); n > 0 {
		last, ok := p.frame.Items[n-1].(draw.Glyphs)
		if ok && !last.Hidden && last.Face == ink.face && last.Size == ink.size && last.Color == ink.color && near(last.Y, p.base-y) && x >= p.end-mathJoinBack*ink.size {
			last.Run[len(last.Run)-1].Advance += (x - p.end) / ink.size
			last.Run = append(last.Run, ink.run...)
			p.frame.Items[n-1] = last
			p.end = x + width
			return
		}
	}
	run := append(make([]font.Glyph, 0, max(4, len(ink.run))), ink.run...)
	p.add(draw.Glyphs{X: x, Y: p.base - y, Face: ink.face, Size: ink.size, Run: run, Color: ink.color})
	p.end = x + width
}

// mathJoinBack is how far, in em, a glyph may step back and still belong to the run.
const mathJoinBack = .2

func near(a, b float64) bool { return a-b < 1e-6 && b-a < 1e-6 }

func (p *mathPainter) path(ink *mathInk, x, y float64) {
	out := make([]draw.Segment, len(ink.path))
	for i, s := range ink.path {
		out[i].Verb = s.Verb
		for j, q := range s.P {
			out[i].P[j] = draw.Point{X: x + q.X, Y: p.base - y - q.Y}
		}
	}
	path := draw.Path{Segments: out}
	if ink.line > 0 {
		path.Stroke, path.Line = ink.color, draw.Line{Width: ink.line}
	} else {
		path.Fill = ink.color
	}
	p.add(path)
}

func mathRectangle(x, y, w, h float64) []draw.Segment {
	at := func(v draw.Verb, x, y float64) draw.Segment {
		return draw.Segment{Verb: v, P: [3]draw.Point{{X: x, Y: y}}}
	}
	return []draw.Segment{at(draw.Move, x, y), at(draw.To, x+w, y), at(draw.To, x+w, y+h), at(draw.To, x, y+h), {Verb: draw.Close}}
}
