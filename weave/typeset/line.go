package typeset

import (
	"math"

	"weave/weave/draw"
	"weave/weave/font"
)

// line is a line of a paragraph, ready to be stacked.
type line struct {
	frame *draw.Frame
	notes []*footnote // first referred to here
	over  float64     // pt by which it is too long
	used  float64     // width of what stands in it
}

// strut is a line's least height above and below its baseline.
type strut struct{ above, below float64 }

func strutOf(lead float64) strut { return strut{0.72 * lead, 0.28 * lead} }

// setting is one line's items with their places being worked out.
type setting struct {
	m     measure
	items []item
	hyph  *item // the hyphen at its end
	inner bool  // it ends inside a word
	last  bool

	stretch float64 // of glyphs, 1 is none
	space   float64 // added to each glue: ratio of its stretch or shrink
	x       float64
	used    float64
	frame   *draw.Frame
	notes   []*footnote
}

// setLines turns items into lines.
func setLines(items []item, m measure, s strut) []line {
	items = finish(items)
	var out []line
	from := 0
	for _, at := range breakLines(items, m) {
		start := from
		for start < at && items[start].kind != boxItem {
			start++
		}
		set := setting{m: m, items: items[start:at], last: at == len(items)-1 || items[at].penalty <= -infinite}
		if it := &items[at]; it.kind == penaltyItem {
			set.inner = it.flagged
			if it.glyphs != nil {
				set.hyph = it
			}
		}
		out = append(out, set.line(s))
		from = at
	}
	return out
}

// line works out the spaces and places everything.
func (s *setting) line(st strut) line {
	for len(s.items) > 0 && s.items[len(s.items)-1].kind != boxItem {
		s.items = s.items[:len(s.items)-1]
	}
	natural, stretch, shrink := s.totals()
	over := s.justify(natural, stretch, shrink)
	above, below := st.above, st.below
	for _, it := range s.items {
		if it.frame != nil {
			above = max(above, it.frame.Baseline-it.style.rise+1)
			below = max(below, it.frame.Height-it.frame.Baseline+it.style.rise+1)
		}
	}
	s.frame = &draw.Frame{Width: s.m.width, Height: above + below, Baseline: above}
	s.place()
	return line{s.frame, s.notes, over, s.used}
}

func (s *setting) totals() (natural, stretch, shrink float64) {
	for _, it := range s.items {
		if it.kind != penaltyItem {
			natural, stretch, shrink = natural+it.width, stretch+it.stretch, shrink+it.shrink
		}
	}
	if s.hyph != nil {
		natural += s.hyph.width
	}
	if n := len(s.items); n > 0 && !s.m.ragged {
		right := s.items[n-1].right
		if s.hyph != nil {
			right = s.hyph.right
		}
		s.x = -s.items[0].left
		natural -= s.items[0].left + right
	}
	return natural, stretch, shrink
}

// justify shares the difference to the measure among glyphs and spaces.
func (s *setting) justify(natural, stretch, shrink float64) (over float64) {
	s.stretch = 1
	diff := s.m.width - natural
	if s.m.ragged || s.last && diff > 0 {
		return max(0, -diff)
	}
	glue := stretch
	if diff < 0 {
		glue = shrink
	}
	if ex := natural * s.m.expansion; ex > 0 {
		part := max(-ex, min(ex, diff*ex/(glue+ex)))
		s.stretch = 1 + part/natural
		diff -= part
	}
	if glue > 0 {
		s.space = diff / glue
		if s.space < -1.001 {
			over, s.space = -diff-shrink, -1
		}
		return over
	}
	return max(0, -diff)
}

// place puts the items side by side, runs of one style as one run of glyphs.
func (s *setting) place() {
	var run draw.Glyphs
	var of *style
	from := s.x
	flush := func() {
		if of != nil && len(run.Run) > 0 {
			s.emit(run, of, from)
		}
		run, of = draw.Glyphs{}, nil
	}
	add := func(gs []font.Glyph, st *style, w float64) {
		if of != st {
			flush()
			of, from = st, s.x
			run.Run = make([]font.Glyph, 0, s.runLength(st))
		}
		run.Run = append(run.Run, gs...)
		s.x += w
	}
	for i := range s.items {
		it := &s.items[i]
		if it.note != nil {
			s.notes = append(s.notes, it.note)
			flush()
			s.frame.Items = append(s.frame.Items, draw.Anchor{Name: it.note.anchor + backSuffix, X: s.x})
		}
		if it.anchor != "" {
			flush()
			s.frame.Items = append(s.frame.Items, draw.Anchor{Name: it.anchor, X: s.x})
		}
		switch {
		case it.kind == penaltyItem:
		case it.frame != nil:
			flush()
			s.inline(it)
		case it.kind == glueItem:
			w := it.width + s.space*it.stretch
			if s.space < 0 {
				w = it.width + s.space*it.shrink
			}
			if len(it.glyphs) == 0 {
				flush()
				s.x += w
				continue
			}
			g := it.glyphs[0]
			g.Advance = w / it.style.size / s.stretch
			add([]font.Glyph{g}, it.style, w)
		default:
			add(it.glyphs, it.style, it.width*s.stretch)
		}
	}
	if s.hyph != nil {
		add(s.hyph.glyphs, s.hyph.style, s.hyph.width*s.stretch)
	} else if of != nil && !s.last && !s.inner {
		// a space that is not seen parts the words when they are copied
		run.Run = append(run.Run, of.face.Shape(" ", font.ShapeOptions{})...)
	}
	flush()
	s.used = s.x
}

// runLength counts the glyphs of a style in the line, with a space at its end:
// as much room as a run can need.
func (s *setting) runLength(st *style) int {
	n := 1
	for i := range s.items {
		if it := &s.items[i]; it.style == st && it.kind != penaltyItem {
			n += len(it.glyphs)
		}
	}
	return n
}

// emit adds a run to the frame, in its element and with its link.
func (s *setting) emit(run draw.Glyphs, st *style, from float64) {
	run.Face, run.Size, run.Color, run.Stretch = st.face, st.size, st.color, s.stretch
	y := s.frame.Baseline - st.rise
	w := s.x - from
	if st.tag == nil {
		run.X, run.Y = from, y
		s.frame.Items = append(s.frame.Items, run)
	} else {
		run.Y = y
		s.frame.Items = append(s.frame.Items, draw.Group{X: from, Tag: st.tag, Frame: &draw.Frame{Width: w, Height: s.frame.Height, Baseline: s.frame.Baseline, Items: []draw.Item{run}}})
	}
	if st.struck {
		s.frame.Items = append(s.frame.Items, hline(from, y-0.27*st.size, w, 0.06*st.size, st.color))
	}
	s.link(st, from, w)
}

func (s *setting) link(st *style, from, w float64) {
	if st.link == "" {
		return
	}
	n := len(s.frame.Items) - 2 // before the run just added
	if n >= 0 && st.tag != nil {
		// pieces of one link are one annotation
		if l, ok := s.frame.Items[n].(draw.Link); ok && l.Tag == st.tag && from-(l.X+l.W) < 1 {
			l.W = from + w - l.X
			s.frame.Items[n] = l
			return
		}
	}
	s.frame.Items = append(s.frame.Items, draw.Link{X: from, Y: max(0, s.frame.Baseline-0.9*st.size), W: w, H: 1.2 * st.size, Target: st.link, Label: st.label, Tag: st.tag})
}

// inline adds a frame that stands in the line.
func (s *setting) inline(it *item) {
	s.frame.Items = append(s.frame.Items, draw.Group{X: s.x, Y: s.frame.Baseline - it.style.rise - it.frame.Baseline, Frame: it.frame, Tag: it.style.tag})
	s.link(it.style, s.x, it.width)
	s.x += it.width
}

// hline is a horizontal rule.
func hline(x, y, w, thick float64, c draw.Color) draw.Path {
	return rect(x, y-thick/2, w, thick, c)
}

func rect(x, y, w, h float64, c draw.Color) draw.Path {
	p := func(x, y float64) [3]draw.Point { return [3]draw.Point{{X: x, Y: y}} }
	return draw.Path{Fill: c, Segments: []draw.Segment{
		{Verb: draw.Move, P: p(x, y)}, {Verb: draw.To, P: p(x+w, y)}, {Verb: draw.To, P: p(x+w, y+h)}, {Verb: draw.To, P: p(x, y+h)}, {Verb: draw.Close},
	}}
}

// naturalWidth is the width of items set in one line, and of the widest piece
// that cannot be broken.
func naturalWidth(items []item) (whole, piece float64) {
	cur := 0.0
	for i, it := range items {
		switch {
		case it.kind == boxItem:
			whole, cur = whole+it.width, cur+it.width
		case it.kind == glueItem:
			whole += it.width
			if i > 0 && items[i-1].kind == boxItem {
				cur = 0
			}
		case it.penalty < infinite:
			cur = 0
		}
		piece = math.Max(piece, cur)
	}
	return whole, piece
}
