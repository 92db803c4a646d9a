package typeset

import (
	"weave/weave/draw"
	"weave/weave/tex"
)

// node sets one part.
func (s *mathSetter) node(n tex.Node, c mathContext) *mathBox {
	switch n := n.(type) {
	case *tex.Row:
		return s.list(n, c)
	case *tex.Symbol:
		return s.symbol(n, c)
	case *tex.Number:
		return s.number(n, c)
	case *tex.Operator:
		if n.Kid != nil {
			return s.list(n.Kid, c)
		}
		return s.words(n.Name, s.face, c)
	case *tex.Text:
		return s.textNode(n, c)
	case *tex.TextRun:
		return s.textRun(n, c)
	case *tex.Space:
		return &mathBox{w: n.Width * c.em, space: true}
	case *tex.Fraction:
		return s.fraction(n, c)
	case *tex.Root:
		return s.root(n, c)
	case *tex.Scripts:
		return s.scripts(n, c)
	case *tex.Accent:
		return s.accent(n, c)
	case *tex.Line:
		return s.line(n, c)
	case *tex.Brace:
		return s.brace(n, c)
	case *tex.Stack:
		return s.limits(s.node(n.Base, c), n.Above, n.Below, c)
	case *tex.Arrow:
		return s.arrow(n, c)
	case *tex.Fenced:
		return s.fenced(n, c)
	case *tex.Big:
		return s.big(n, c)
	case *tex.Array:
		return s.array(n, c)
	}
	return s.wrapper(n, c)
}

// wrapper sets the parts that change how their kid is set.
func (s *mathSetter) wrapper(n tex.Node, c mathContext) *mathBox {
	switch n := n.(type) {
	case *tex.Styled:
		return s.list(n, c)
	case *tex.Reclassed:
		return s.list(n.Kid, c)
	case *tex.Phantom:
		return s.phantom(n, c)
	case *tex.Enclosed:
		return s.enclosed(n, c)
	case *tex.Rule:
		return s.rule(n.Width*c.em, n.Height*c.em, c).shifted(n.Rise * c.em)
	case *tex.Choice:
		return s.list(n.Kids[c.style-tex.StyleDisplay], c)
	case *tex.Link:
		b := mathBeside(s.list(n.Kid, c))
		b.ink.link = n.Target
		return b
	case *tex.GoValue:
		if n.Kid != nil {
			return s.list(n.Kid, c)
		}
		return s.words(n.Expr, s.text.face(tex.TextMono), c)
	case *tex.Unknown:
		c.color = draw.Error
		return s.words(n.Text, s.text.face(tex.TextMono), c)
	}
	panic("typeset: unknown kind of formula node")
}

// symbol sets a character; a large operator is taken in its larger size in
// display style and centred on the axis (appendix G, rule 13).
func (s *mathSetter) symbol(n *tex.Symbol, c mathContext) *mathBox {
	r := n.Glyph()
	if n.Large {
		b := s.char(r, c)
		if c.display() {
			b = s.grown(r, s.m.DisplayOperatorMinHeight*c.em, true, c)
		}
		out := s.onAxis(b, c)
		out.large, out.glyph, out.italic = true, b.glyph, b.italic
		return out
	}
	b := s.char(r, c)
	if n.Alphabet == tex.Script && b.glyph != 0 {
		b = s.glyph(s.m.Roundhand(b.glyph), r, c)
	}
	if n.Negated {
		return s.negated(b, c)
	}
	return b
}

// negated strikes a sign through.
func (s *mathSetter) negated(b *mathBox, c mathContext) *mathBox {
	slash := s.onAxis(s.char('/', c), c)
	out := mathEmpty(2)
	out.w, out.italic, out.over = b.w, b.italic, b.over
	out.put(b, 0, 0)
	out.put(slash, (b.w-slash.w)/2, 0)
	return out
}

func (s *mathSetter) number(n *tex.Number, c mathContext) *mathBox {
	if len(n.Text) == 1 {
		return s.char(n.Alphabet.Styled(rune(n.Text[0])), c)
	}
	out := mathEmpty(len(n.Text))
	for _, r := range n.Text {
		b := s.char(n.Alphabet.Styled(r), c)
		out.put(b, out.w, 0)
		out.w += b.w
	}
	return out
}

// line is \overline and \underline (rules 9 and 10).
func (s *mathSetter) line(n *tex.Line, c mathContext) *mathBox {
	m := s.m
	if n.Under {
		in := s.list(n.Kid, c).closed()
		t := m.UnderbarRuleThickness * c.em
		out := mathEmpty(2)
		out.w = in.w
		out.put(in, 0, 0)
		out.put(s.rule(in.w, t, c), 0, -in.d-m.UnderbarVerticalGap*c.em-t)
		out.d = max(out.d, in.d+(m.UnderbarVerticalGap+m.UnderbarExtraDescender)*c.em+t)
		return out
	}
	in := s.list(n.Kid, s.crampedIn(c, c.style)).closed()
	t := m.OverbarRuleThickness * c.em
	out := mathEmpty(2)
	out.w = in.w
	out.put(in, 0, 0)
	out.put(s.rule(in.w, t, c), 0, in.h+m.OverbarVerticalGap*c.em)
	out.h = max(out.h, in.h+(m.OverbarVerticalGap+m.OverbarExtraAscender)*c.em+t)
	return out
}

// mathBraceGap is the space between a brace and what it embraces, in em.
const mathBraceGap = .12

func (s *mathSetter) brace(n *tex.Brace, c mathContext) *mathBox {
	in := s.list(n.Kid, c)
	br := s.stretched(n.Char, in.w, c)
	out := mathEmpty(2)
	out.w = max(in.w, br.w)
	out.put(in, (out.w-in.w)/2, 0)
	y := in.h + mathBraceGap*c.em + br.d
	if n.Under {
		y = -in.d - mathBraceGap*c.em - br.h
	}
	out.put(br, (out.w-br.w)/2, y)
	return out
}

func (s *mathSetter) phantom(n *tex.Phantom, c mathContext) *mathBox {
	in := s.list(n.Kid, c)
	out := &mathBox{w: in.w, h: in.h, d: in.d}
	switch n.Kind {
	case tex.PhantomAll:
	case tex.PhantomHorizontal:
		out.h, out.d = 0, 0
	case tex.PhantomVertical:
		out.w = 0
	case tex.Raise:
		return in.shifted(n.Rise * c.em)
	case tex.CenterOnAxis:
		return s.onAxis(in, c)
	default:
		x := map[tex.PhantomKind]float64{tex.LapLeft: -in.w, tex.LapBoth: -in.w / 2}[n.Kind]
		out.put(in, x, 0)
		switch n.Kind {
		case tex.Smash:
			out.h, out.d = 0, 0
		case tex.SmashTop:
			out.h = 0
		case tex.SmashBottom:
			out.d = 0
		default:
			out.w = 0
		}
	}
	return out
}
