package typeset

import (
	"weave/weave/draw"
	"weave/weave/font"
)

// path is a box of one glyph or one outline as closed contours, moved to x, y.
func (b *mathBox) path(x, y float64) []draw.Segment {
	if b.ink.path != nil {
		return shiftedPath(b.ink.path, x, y)
	}
	var out []draw.Segment
	for _, g := range b.ink.run {
		out = appendOutline(out, b.ink.face.Outline(g.ID), x/b.ink.size, y/b.ink.size, b.ink.size)
	}
	return out
}

func shiftedPath(path []draw.Segment, x, y float64) []draw.Segment {
	out := make([]draw.Segment, len(path))
	for i, s := range path {
		out[i].Verb = s.Verb
		for k, p := range s.P {
			out[i].P[k] = draw.Point{X: p.X + x, Y: p.Y + y}
		}
	}
	return out
}

// extended is a box with a bar that goes on at its right, to the given place:
// the bar of a radical at the top of its sign.
func (s *mathSetter) extended(b *mathBox, bottom, top, right float64, r rune, c mathContext) *mathBox {
	cut := mathCut * c.em
	bar := mathRectangle(b.w-4*cut, bottom, right-b.w+4*cut, top-bottom)
	shapes := []mathShape{{b.path(0, 0), mathNone, b.w - 2*cut}, {bar, b.w - cut, -mathNone}}
	out := &mathBox{w: right, h: b.h, d: b.d}
	path, _ := joined(shapes, false)
	out.ink = s.outlined(path, r, c)
	return out
}

// lengthened is a box whose glyph is pulled apart in its straight part until it
// is want points wide: for arrows that the font cannot lengthen.
func (s *mathSetter) lengthened(b *mathBox, want float64, r rune, c mathContext) *mathBox {
	shape, cut := b.path(0, 0), mathCut*c.em
	for _, part := range [...]float64{.5, .4, .6, .3, .7, .2, .8} {
		u := part * b.w
		if !level(shape, u-cut, u+cut) {
			continue
		}
		shapes := []mathShape{{shape, mathNone, u - cut}, {shiftedPath(shape, want-b.w, 0), want - b.w + u + cut, -mathNone}}
		out := &mathBox{w: want, h: b.h, d: b.d}
		path, _ := joined(shapes, false)
		out.ink = s.outlined(path, r, c)
		return out
	}
	return b
}

// level tells whether everything between two places is horizontal lines.
func level(path []draw.Segment, from, to float64) bool {
	found := false
	for _, contour := range contours(path) {
		for _, e := range contour {
			lo, hi := e.p[0].X, e.p[0].X
			for _, p := range e.points() {
				lo, hi = min(lo, p.X), max(hi, p.X)
			}
			if hi < from || lo > to {
				continue
			}
			if e.curve || !nearly(e.p[0].Y, e.p[1].Y) || lo > from || hi < to {
				return false
			}
			found = true
		}
	}
	return found
}

// appendOutline adds a glyph's contours at x, y (em) to a path in points.
func appendOutline(path []draw.Segment, outline []font.Segment, x, y, em float64) []draw.Segment {
	at := func(p font.Point) draw.Point { return draw.Point{X: (p.X + x) * em, Y: (p.Y + y) * em} }
	var pen font.Point
	open := false
	for _, o := range outline {
		switch o.Verb {
		case font.MoveTo:
			if open {
				path = append(path, draw.Segment{Verb: draw.Close})
			}
			open = true
			path = append(path, draw.Segment{Verb: draw.Move, P: [3]draw.Point{at(o.P[0])}})
			pen = o.P[0]
		case font.LineTo:
			path = append(path, draw.Segment{Verb: draw.To, P: [3]draw.Point{at(o.P[0])}})
			pen = o.P[0]
		case font.QuadTo:
			c, q := o.P[0], o.P[1]
			c1 := font.Point{X: pen.X + 2./3*(c.X-pen.X), Y: pen.Y + 2./3*(c.Y-pen.Y)}
			c2 := font.Point{X: q.X + 2./3*(c.X-q.X), Y: q.Y + 2./3*(c.Y-q.Y)}
			path = append(path, draw.Segment{Verb: draw.Curve, P: [3]draw.Point{at(c1), at(c2), at(q)}})
			pen = q
		case font.CubicTo:
			path = append(path, draw.Segment{Verb: draw.Curve, P: [3]draw.Point{at(o.P[0]), at(o.P[1]), at(o.P[2])}})
			pen = o.P[2]
		}
	}
	if open {
		path = append(path, draw.Segment{Verb: draw.Close})
	}
	return path
}
