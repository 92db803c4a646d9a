package typeset

import (
	"weave/weave/tex"
)

// mathArrayStyle is how an environment sets its rows. Lengths are in em.
type mathArrayStyle struct {
	style         tex.Style
	height, depth float64 // strut: 0.7 and 0.3 of the line distance
	jot           float64 // between lines of a display
	lineskip      float64 // least space between lines that are higher than their struts: 1 pt in LaTeX; its matrices have none, and fractions touch
	gap           float64 // between columns
	pairs         bool    // columns go in pairs: right, left
}

func mathArrayStyleOf(a *tex.Array, c mathContext) mathArrayStyle {
	st := mathArrayStyle{style: tex.StyleText, height: .84, depth: .36, lineskip: .12, gap: 1}
	switch a.Env {
	case "aligned", "align", "split", "alignat", "alignedat", "flalign", "gathered", "gather", "equation", "multline", "eqnarray", "displaymath":
		st.style, st.jot, st.lineskip = tex.StyleDisplay, .3, .1
		st.pairs = len(a.Columns) > 0 && a.Columns[0].Align == 'r' && a.Env != "eqnarray"
		if st.pairs {
			st.gap = 2
		}
		if a.Env == "eqnarray" {
			st.gap = tex.Thick
		}
	case "dcases", "drcases":
		st.style = tex.StyleDisplay
		st.height, st.depth = 1.2*.84, 1.2*.36
	case "cases", "rcases":
		st.height, st.depth = 1.2*.84, 1.2*.36
	case "darray":
		st.style = tex.StyleDisplay
	case "smallmatrix", "psmallmatrix", "bsmallmatrix", "vsmallmatrix", "Vsmallmatrix", "Bsmallmatrix":
		st.style, st.height, st.depth, st.lineskip, st.gap = tex.StyleScript, .42, .18, .15, tex.Thick
	case "substack", "subarray":
		st.style, st.height, st.depth, st.gap = tex.StyleScript, .55, .25, tex.Thick
	case "CD":
		st.style, st.gap = tex.StyleDisplay, mathDiagramSpace
	case "lines":
		st.lineskip = 0
		st.style, st.jot = c.style, .3
	}
	return st
}

// mathGrid is an array being set.
type mathGrid struct {
	array  *tex.Array
	style  mathArrayStyle
	em     float64
	cells  [][]*mathBox
	before []*mathBox // \intertext, nil where there is none
	width  []float64  // of columns
	left   []float64  // where columns begin
	rules  []float64  // where the rules before them begin, and those at the end
	height []float64  // of rows
	depth  []float64
	total  float64 // height of all
	top    float64
}

func (s *mathSetter) array(a *tex.Array, c mathContext) *mathBox {
	g := &mathGrid{array: a, style: mathArrayStyleOf(a, c), em: c.em}
	if a.Stretch > 0 {
		g.style.height *= a.Stretch
		g.style.depth *= a.Stretch
	}
	cell := c
	if c.script() && g.style.style != tex.StyleScript { // an array in a script is set in its size throughout
		cell.size = c.em
	}
	s.gridCells(g, s.in(cell, g.style.style), c)
	g.place(c, s.m.AxisHeight*c.em)
	out := s.gridBox(g, c)
	if a.Left == 0 && a.Right == 0 {
		return out
	}
	return s.fencedArray(a, g, out, c)
}

func (s *mathSetter) gridCells(g *mathGrid, cell, c mathContext) {
	st := g.style
	for _, r := range g.array.Rows {
		h, d := st.height*g.em, st.depth*g.em
		var row []*mathBox
		for j, n := range r.Cells {
			b := s.cell(n, st.pairs && j%2 == 1, cell)
			row = append(row, b)
			if j == len(g.width) {
				g.width = append(g.width, 0)
			}
			g.width[j] = max(g.width[j], b.w)
			h, d = max(h, b.h+st.lineskip/2*g.em), max(d, b.d+st.lineskip/2*g.em)
		}
		var before *mathBox
		if r.Before != nil {
			before = s.node(r.Before, s.in(c, tex.StyleText))
			g.total += before.h + before.d + mathIntertext*g.em
		}
		g.before = append(g.before, before)
		g.cells = append(g.cells, row)
		g.height = append(g.height, h+linesHeight(r.Lines)*g.em)
		g.depth = append(g.depth, d+(st.jot+r.Gap)*g.em)
	}
}

// cell sets a cell; in the left column of a pair an empty atom comes first, so
// that a relation has its space.
func (s *mathSetter) cell(n tex.Node, second bool, c mathContext) *mathBox {
	if row, ok := n.(*tex.Row); ok && second {
		empty := &tex.Row{Place: row.Place, Braced: true}
		n = &tex.Row{Place: row.Place, Kids: append([]tex.Node{empty}, row.Kids...)}
	}
	return s.list(n, c).closed()
}

// gapBefore is the space before a column, in em.
func (g *mathGrid) gapBefore(j int) float64 {
	env := g.array.Env
	switch {
	case j == 0:
		return 0
	case !g.style.pairs:
		return g.style.gap
	case j%2 == 0 && env != "alignat" && env != "alignedat":
		return g.style.gap
	}
	return 0
}

// mathIntertext is the room below words between lines, in em.
const mathIntertext = .6

// multlineShift is by how much, in em, the lines of multline stand apart
// sideways where the page does not say how wide they may be.
const multlineShift = 3

func (g *mathGrid) framed() bool { return g.array.Env == "array" || g.array.Env == "darray" }

func (g *mathGrid) place(c mathContext, axis float64) {
	x := 0.
	if g.array.Env == "multline" && len(g.width) > 0 && len(g.cells) > 1 {
		g.width[0] += multlineShift * g.em
	}
	for j, w := range g.width {
		x += g.gapBefore(j) / 2 * g.em
		g.rules = append(g.rules, x)
		if j < len(g.array.Columns) {
			x += g.rulesWidth(g.array.Columns[j].Rules)
		}
		x += g.gapBefore(j) / 2 * g.em
		if j == 0 && g.framed() {
			x += g.style.gap / 2 * g.em
		}
		g.left = append(g.left, x)
		x += w
	}
	if g.framed() {
		x += g.style.gap / 2 * g.em
	}
	g.rules = append(g.rules, x)
	g.left = append(g.left, x+g.rulesWidth(g.array.EndRules))
	for i := range g.height {
		g.total += g.height[i] + g.depth[i]
	}
	g.total -= g.style.jot * g.em
	g.top = g.total/2 + axis
	if g.array.Env == "lines" {
		g.top = g.height[0]
	}
}

func (s *mathSetter) gridBox(g *mathGrid, c mathContext) *mathBox {
	out := mathEmpty(len(g.cells) * len(g.width))
	out.w = g.left[len(g.width)]
	y := g.top
	for i, row := range g.cells {
		s.gridLines(g, out, g.array.Rows[i].Lines, g.array.Rows[i].Dashed, y, c)
		if t := g.before[i]; t != nil {
			out.put(t, 0, y-t.h)
			out.w = max(out.w, t.w)
			y -= t.h + t.d + mathIntertext*g.em
		}
		y -= g.height[i]
		for j, b := range row {
			out.put(b, g.left[j]+g.slack(i, j, b), y)
		}
		if g.array == s.top {
			s.baselines = append(s.baselines, y)
		}
		y -= g.depth[i]
	}
	s.gridLines(g, out, g.array.LinesBelow, false, g.top-g.total, c)
	s.gridRules(g, out, c)
	out.h, out.d = g.top, g.total-g.top+linesHeight(g.array.LinesBelow)*g.em
	return out
}

// slack is how far a cell is moved in its column. The first line of multline
// stands at the left, the last at the right.
func (g *mathGrid) slack(i, j int, b *mathBox) float64 {
	align := byte('c')
	switch {
	case g.array.Env == "multline" && i == 0:
		align = 'l'
	case g.array.Env == "multline" && i == len(g.cells)-1:
		align = 'r'
	case j < len(g.array.Columns):
		align = g.array.Columns[j].Align
	}
	switch align {
	case 'r':
		return g.width[j] - b.w
	case 'c':
		return (g.width[j] - b.w) / 2
	}
	return 0
}

// Rules of arrays in em: \arrayrulewidth and \doublerulesep of LaTeX at 10 pt.
const (
	mathArrayRule = .04
	mathRuleSep   = .2
)

// rulesWidth is the room that n rules beside each other take.
func (g *mathGrid) rulesWidth(n int) float64 {
	if n == 0 {
		return 0
	}
	return (float64(n)*mathArrayRule + float64(n-1)*mathRuleSep) * g.em
}

// linesHeight is the room, in em, that lines take beyond the first.
func linesHeight(n int) float64 { return float64(max(0, n-1)) * (mathArrayRule + mathRuleSep) }

// gridLines puts \hline.
func (s *mathSetter) gridLines(g *mathGrid, out *mathBox, n int, dashed bool, y float64, c mathContext) {
	t := mathArrayRule * g.em
	for k := range n {
		at := y - t/2 - float64(k)*(mathArrayRule+mathRuleSep)*g.em
		if !dashed {
			out.put(s.rule(out.w, t, c), 0, at)
			continue
		}
		for x := 0.; x < out.w; x += .4 * g.em {
			out.put(s.rule(min(.2*g.em, out.w-x), t, c), x, at)
		}
	}
}

func (s *mathSetter) gridRules(g *mathGrid, out *mathBox, c mathContext) {
	put := func(n int, x float64) {
		for k := range n {
			at := x + float64(k)*(mathArrayRule+mathRuleSep)*g.em
			bottom := g.top - g.total - linesHeight(g.array.LinesBelow)*g.em
			out.put(s.rule(mathArrayRule*g.em, g.top-bottom, c), at, bottom)
		}
	}
	for j, col := range g.array.Columns {
		if j < len(g.width) {
			put(col.Rules, g.rules[j])
		}
	}
	put(g.array.EndRules, g.rules[len(g.width)])
}

// fencedArray puts delimiters around a matrix or cases; as in amsmath nothing
// parts them from the cells, and the delimiter that cases do not have takes room.
func (s *mathSetter) fencedArray(a *tex.Array, g *mathGrid, b *mathBox, c mathContext) *mathBox {
	want := max(g.total*.901, g.total-.5*c.em)
	cd := s.in(c, min(c.style, tex.StyleText))
	cd.size, cd.em = c.em, c.em
	return mathBeside(s.delimiter(a.Left, want, cd), b, s.delimiter(a.Right, want, cd))
}
