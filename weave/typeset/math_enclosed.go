package typeset

import (
	"weave/weave/draw"
	"weave/weave/tex"
)

// Measures of a frame: \fboxsep and \fboxrule of LaTeX at 10 pt, in em.
const (
	mathBoxSep  = .3
	mathBoxRule = .04
)

func (s *mathSetter) enclosed(n *tex.Enclosed, c mathContext) *mathBox {
	in := s.list(n.Kid, c).closed()
	t := mathBoxRule * c.em
	switch n.Kind {
	case tex.CancelUp, tex.CancelDown, tex.CancelBoth, tex.Strike:
		return s.struck(n.Kind, in, t, c)
	case tex.Angle, tex.Phase:
		return s.cornered(n.Kind, in, t, c)
	}
	pad := mathBoxSep*c.em + t
	out := mathEmpty(6)
	out.w = in.w + 2*pad
	h, d := in.h+pad, in.d+pad
	if n.Kind == tex.Background {
		fill := c
		fill.color = mathColor(n.Color, draw.Color{})
		out.put(&mathBox{w: out.w, h: h, d: d, ink: mathInk{rule: true, color: fill.color}}, 0, 0)
	}
	out.put(in, pad, 0)
	out.h, out.d = h, d
	if n.Kind == tex.Boxed || n.Border != "" {
		c.color = mathColor(n.Border, c.color)
		l, r, b, o := t/2, out.w-t/2, t/2-d, h-t/2
		frame := s.stroke(t, c, l, b, r, b, r, o, l, o)
		frame.ink.path = append(frame.ink.path, draw.Segment{Verb: draw.Close})
		out.put(frame, 0, 0)
	}
	return out
}

// struck draws lines across, a little beyond the corners.
func (s *mathSetter) struck(kind tex.EncloseKind, in *mathBox, t float64, c mathContext) *mathBox {
	over := .1 * c.em
	out := mathEmpty(3)
	out.w = in.w
	out.put(in, 0, 0)
	if kind == tex.Strike {
		out.put(s.rule(in.w, t, c), 0, (in.h-in.d)/2-t/2)
		return out
	}
	if kind != tex.CancelDown {
		out.put(s.stroke(t*1.5, c, 0, -in.d-over, in.w, in.h+over), 0, 0)
	}
	if kind != tex.CancelUp {
		out.put(s.stroke(t*1.5, c, 0, in.h+over, in.w, -in.d-over), 0, 0)
	}
	return out
}

// stroke is a polyline through points x, y.
func (s *mathSetter) stroke(width float64, c mathContext, xy ...float64) *mathBox {
	b := &mathBox{ink: mathInk{line: width, color: c.color}, h: mathNone, d: mathNone}
	for i := 0; i < len(xy); i += 2 {
		verb := draw.To
		if i == 0 {
			verb = draw.Move
		}
		b.ink.path = append(b.ink.path, draw.Segment{Verb: verb, P: [3]draw.Point{{X: xy[i], Y: xy[i+1]}}})
		b.w = max(b.w, xy[i])
		b.h, b.d = max(b.h, xy[i+1]), max(b.d, -xy[i+1])
	}
	return b
}

// cornered is \angl, a roof with a wall at the right, and \phase, an angle below.
func (s *mathSetter) cornered(kind tex.EncloseKind, in *mathBox, t float64, c mathContext) *mathBox {
	pad := .15 * c.em
	out := mathEmpty(2)
	if kind == tex.Angle {
		out.w = in.w + 2*pad
		out.put(in, pad, 0)
		out.put(s.stroke(t, c, 0, in.h+pad, out.w, in.h+pad, out.w, -in.d), 0, 0)
		return out
	}
	slope := (in.h + in.d + pad) / 2
	out.w = in.w + slope + pad
	out.put(in, slope, 0)
	out.put(s.stroke(t, c, slope, in.h, 0, -in.d-pad, out.w, -in.d-pad), 0, 0)
	return out
}
