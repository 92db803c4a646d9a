package tex

// Commutative diagrams: the arrows of a CD environment begin with @ (amscd).

// diagramArrows are the characters behind @, with what they draw; those at the
// side of an arrow are vertical.
var diagramArrows = map[string]struct {
	char     rune
	vertical bool
}{
	">": {'→', false}, "<": {'←', false}, "=": {'=', false}, "V": {'↓', true}, "A": {'↑', true}, "|": {'‖', true},
}

// diagram reads the rows of \begin{CD}: objects with arrows between them, and
// rows of vertical arrows. Objects stand in the columns 0, 2, 4, …
func (p *parser) diagram(name string, a *Array) {
	for {
		row := ArrayRow{}
		vertical := false
		for {
			start := p.peek()
			object := p.list()
			t := p.peek()
			if !t.is("@") {
				if len(object.Kids) > 0 || !vertical {
					row.Cells = append(row.Cells, object)
				}
				break
			}
			p.skip()
			arrow, kind := p.diagramArrow(t, vertical || len(row.Cells) == 0 && len(object.Kids) == 0)
			vertical = vertical || kind
			if kind && len(object.Kids) > 0 {
				p.problem(start.span(), "a formula in a row of vertical arrows").hint("objects of a diagram stand in rows of their own")
			}
			if vertical {
				if len(row.Cells) > 0 {
					row.Cells = append(row.Cells, &Row{Place: t.span()})
				}
				row.Cells = append(row.Cells, arrow)
				continue
			}
			row.Cells = append(row.Cells, object, arrow)
		}
		if t := p.peek(); isNewline(t) {
			a.Rows = append(a.Rows, row)
			p.skip()
			p.rowGap()
			continue
		}
		if len(row.Cells) > 1 || !emptyRow(row) {
			a.Rows = append(a.Rows, row)
		}
		break
	}
	p.endEnvironment(name, a, true)
}

// diagramArrow reads what follows @: @>above>below>, @<<<, @VleftVrightV, @AAA,
// @=, @| and @. for none, which is vertical where the row has no object before it.
func (p *parser) diagramArrow(at token, between bool) (n Node, vertical bool) {
	t := p.peek()
	if t.kind == tokEOF || t.kind == tokClose {
		p.problem(at.span(), "no arrow behind @")
		return &Row{Place: at.span()}, false
	}
	p.skip()
	if t.is(".") {
		return &Row{Place: at.span()}, between
	}
	arrow, ok := diagramArrows[t.text]
	if !ok {
		p.problem(Place{at.pos, max(at.end, t.end)}, "%q is no arrow of a diagram", "@"+t.text).hint("there are @>>>, @<<<, @VVV, @AAA, @=, @| and @.")
		return &Row{Place: at.span()}, false
	}
	out := &Arrow{Place: at.span(), Char: arrow.char, Diagram: true, Vertical: arrow.vertical}
	if t.is("=") || t.is("|") {
		return out, arrow.vertical
	}
	closes := func(u token) bool { return u.kind == tokChar && u.text == t.text }
	out.Above = p.diagramLabel(t, closes)
	out.Below = p.diagramLabel(t, closes)
	out.End = max(out.End, p.lastEnd())
	return out, arrow.vertical
}

func (p *parser) diagramLabel(t token, closes func(token) bool) Node {
	toks := p.balanced(t, closes, t.text)
	if text(toks) == "" {
		return nil
	}
	return p.sub(toks, t)
}
