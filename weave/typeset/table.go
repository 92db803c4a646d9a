package typeset

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/source"
	"weave/weave/tex"
)

// grid is a table being laid out: a pipe table or one that code has made.
type grid struct {
	s       *setter
	tag     *draw.Element
	at      source.Span
	align   []doc.Align
	columns []column
	rows    [][]gridCell // the head is row 0
	gap     float64
}

// gridCell is a cell before its lines are broken.
type gridCell struct {
	items []item
	tag   *draw.Element
	whole float64 // width in one line
	mark  float64 // width up to the decimal mark, of a number; -1: no number
}

// column has what its cells need.
type column struct {
	whole, piece float64 // widest cell in one line; widest unbreakable piece
	least        float64 // what it must have
	before       float64 // widest part up to a decimal mark
	numbers      bool    // all cells below the head are numbers
	width        float64
}

const (
	tableSize = 10
	tableLead = 13
	tableGap  = 16
	rowPad    = 2.2
)

func (s *setter) table(t *doc.Table) {
	if t.Label != "" {
		s.marks = append(s.marks, mark{anchor: s.ch.Name + "/" + t.Label})
	}
	e := s.parent.Add("Table")
	s.skip(0.6 * s.lead)
	if t.Caption != nil {
		s.caption(doc.Words(s.ch.Lang).Table, t.Number, t.Caption, e, t)
		s.keep(infinite)
		s.skip(5)
	}
	g := grid{s: s, tag: e, at: t.Span, align: t.Align, gap: tableGap}
	g.row(t.Head, true)
	for _, r := range t.Rows {
		g.row(r, false)
	}
	g.set()
	s.skip(0.9 * s.lead)
}

// outputTable sets a table that code has shown.
func (s *setter) outputTable(c *doc.Code, t *blocks.TableOf) {
	e := s.parent.Add("Table")
	s.skip(0.5 * s.lead)
	if c.Caption != nil {
		s.caption(doc.Words(s.ch.Lang).Table, c.Number, c.Caption, e, c)
		s.keep(infinite)
		s.skip(5)
	}
	n := len(t.Head)
	for _, r := range t.Rows {
		n = max(n, len(r))
	}
	g := grid{s: s, tag: e, at: c.Span, align: make([]doc.Align, n), gap: tableGap}
	texts := func(cells []string) (out [][]doc.Inline) {
		for i := range n {
			cell := ""
			if i < len(cells) {
				cell = cells[i]
			}
			out = append(out, s.labelInlines(cell))
		}
		return out
	}
	g.row(texts(t.Head), true)
	for _, r := range t.Rows {
		cells := make([]string, len(r))
		for i, v := range r {
			cells[i] = s.lay.in.ValueText(&v, s.ch.Lang)
		}
		g.row(texts(cells), false)
	}
	g.set()
	s.skip(0.9 * s.lead)
}

// labelInlines reads a text that code gave, which may hold LaTeX between dollars.
func (s *setter) labelInlines(text string) (out []doc.Inline) {
	for i, part := range strings.Split(text, "$") {
		if i%2 == 0 {
			out = append(out, &doc.Text{Text: part})
			continue
		}
		f, problems := tex.Parse(part, tex.Options{Macros: s.ch.Macros, Lang: s.ch.Lang})
		out = append(out, &doc.Math{Source: part, Formula: f, Broken: len(problems) > 0})
	}
	return out
}

func (g *grid) row(cells [][]doc.Inline, head bool) {
	tr := g.tag.Add("TR")
	st := style{face: g.s.base.face, size: tableSize, color: draw.Black, features: "tnum,lnum"}
	if head {
		st = style{face: g.s.fonts.Sans.Medium, size: 8.6, color: draw.Ink}
	}
	var out []gridCell
	for _, in := range cells {
		c := gridCell{mark: -1}
		if head {
			c.tag = tr.Add("TH")
			c.tag.Attr = map[string]string{"Scope": "Column"}
		} else {
			c.tag = tr.Add("TD")
		}
		c.items = g.s.inlines(in, st, c.tag, g.at)
		c.whole, _ = naturalWidth(c.items)
		if m := numberRE.FindStringSubmatch(strings.TrimSpace(plainMath(in))); m != nil && !head {
			c.mark = min(c.whole, font.Width(st.face.Shape(m[1], font.ShapeOptions{Features: st.features}))*st.size)
		}
		out = append(out, c)
	}
	g.rows = append(g.rows, out)
}

// numberRE matches a number; the group is what stands before its decimal mark.
var numberRE = regexp.MustCompile(`^([−+-]?[\d\x{202f}\x{00a0} ]*\d)(?:[.,]\d+)?(?:[eE][−+-]?\d+)?\s*%?$`)

// plainMath is a cell's text; a formula's minus is a true one.
func plainMath(in []doc.Inline) string {
	return strings.ReplaceAll(strings.ReplaceAll(doc.PlainText(in), "{,}", ","), "-", "−")
}

// measure works out what the columns need and gives them their widths.
func (g *grid) measure() {
	g.columns = make([]column, len(g.align))
	for j := range g.columns {
		c := &g.columns[j]
		c.numbers = g.align[j] == doc.AlignDefault && len(g.rows) > 1
		for i, row := range g.rows {
			cell := row[j]
			_, piece := naturalWidth(cell.items)
			c.whole, c.piece = max(c.whole, cell.whole), max(c.piece, piece)
			if i > 0 && cell.mark < 0 && cell.whole > 0 {
				c.numbers = false
			}
			c.before = max(c.before, cell.mark)
		}
		if c.numbers {
			for _, row := range g.rows[1:] {
				c.whole = max(c.whole, c.before+row[j].whole-max(0, row[j].mark))
			}
		}
	}
	g.share(g.s.width - g.gap*float64(len(g.columns)-1) - 8)
}

// shortColumn is which part of the room a column may take to be set without
// breaks even where others must be broken.
const shortColumn = 0.22

// share gives every column its natural width if there is room. Otherwise short
// columns keep theirs, if that leaves the others their widest pieces; what is
// left is shared by how much each column wants.
func (g *grid) share(room float64) {
	var whole float64
	for j := range g.columns {
		c := &g.columns[j]
		whole += c.whole
		c.least = min(c.piece, c.whole)
	}
	if whole > room {
		g.keepShort(room)
	}
	var least float64
	for _, c := range g.columns {
		least += c.least
	}
	for j := range g.columns {
		c := &g.columns[j]
		switch {
		case whole <= room:
			c.width = c.whole
		case least >= room:
			c.width = c.least // and the table is made smaller
		default:
			c.width = c.least + (room-least)*(c.whole-c.least)/(whole-least)
		}
		c.width += 0.1 // rounding must not break a line
	}
}

// keepShort lets short columns unbroken, the shortest first.
func (g *grid) keepShort(room float64) {
	order := make([]int, len(g.columns))
	var least float64
	for j := range order {
		order[j] = j
		least += g.columns[j].least
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(g.columns[i].whole, g.columns[j].whole) })
	for _, j := range order {
		c := &g.columns[j]
		if more := c.whole - c.least; c.whole <= shortColumn*room && least+more <= 0.8*room {
			c.least, least = c.whole, least+more
		}
	}
}

// set breaks the cells and stacks the rows between their rules.
func (g *grid) set() {
	g.measure()
	width := g.gap*float64(len(g.columns)-1) + 8
	for _, c := range g.columns {
		width += c.width
	}
	s := g.s
	scale := 1.0
	if width > s.width+0.5 {
		scale = s.width / width
		s.list.Warnf("layout", g.at, "this table is made smaller to fit the page (%.0f %%)", 100*scale).
			Hint("give it fewer columns, or shorter words")
	}
	width *= scale
	s.within((s.width-width)/2, 0, nil, func() {
		s.width = width
		head := g.frame(0, scale)
		s.rowRule(width, 0.8)
		s.keep(infinite)
		first := *s.box(head, nil)
		s.keep(infinite)
		s.rowRule(width, 0.5)
		for i := 1; i < len(g.rows); i++ {
			switch {
			case i == 1:
				s.keep(infinite)
			case i == 2 || i == len(g.rows)-1:
				s.keep(max(300, splitPenalty+2*splitShort/float64(len(g.rows))))
			default:
				s.keep(splitPenalty + 2*splitShort/float64(len(g.rows)))
			}
			b := s.box(g.frame(i, scale), nil)
			if i > 1 {
				b.head = &vitem{kind: boxItem, x: s.x, frame: headAgain(first.frame, width), height: first.height + 1}
			}
		}
		s.keep(infinite)
		s.rowRule(width, 0.8)
	})
}

// headAgain is a table's head for its later pages, an artifact there.
func headAgain(head *draw.Frame, width float64) *draw.Frame {
	return &draw.Frame{Width: width, Height: head.Height + 1, Items: []draw.Item{
		draw.Group{Frame: untagged(head), Tag: draw.Artifact}, hline(0, head.Height+0.3, width, 0.5, draw.Ink), hline(0, 0, width, 0.8, draw.Ink),
	}}
}

// untagged is a frame whose groups belong to no element.
func untagged(f *draw.Frame) *draw.Frame {
	out := *f
	out.Items = nil
	for _, it := range f.Items {
		switch it := it.(type) {
		case draw.Group:
			it.Frame, it.Tag = untagged(it.Frame), nil
			out.Items = append(out.Items, it)
		case draw.Link, draw.Anchor:
		default:
			out.Items = append(out.Items, it)
		}
	}
	return &out
}

func (s *setter) rowRule(width, thick float64) {
	s.box(&draw.Frame{Width: width, Height: 1, Items: []draw.Item{hline(0, 0.5, width, thick, draw.Ink)}}, nil)
}

// frame is one row, made smaller where the table is too wide.
func (g *grid) frame(i int, scale float64) *draw.Frame {
	f := g.natural(i)
	if scale == 1 {
		return f
	}
	return &draw.Frame{Width: f.Width * scale, Height: f.Height * scale, Items: []draw.Item{draw.Group{Frame: f, Scale: scale}}}
}

// natural is one row in its own size.
func (g *grid) natural(i int) *draw.Frame {
	f := &draw.Frame{}
	x := 4.0
	for j, c := range g.rows[i] {
		col := &g.columns[j]
		ls := setLines(c.items, measure{width: col.width + 0.05, ragged: true}, strutOf(tableLead))
		y := rowPad
		cell := &draw.Frame{Width: col.width}
		for _, l := range ls {
			cell.Items = append(cell.Items, draw.Group{X: g.shift(i, j, l.used), Y: y, Frame: l.frame})
			y += l.frame.Height
		}
		cell.Height = y + rowPad
		f.Height = max(f.Height, cell.Height)
		f.Items = append(f.Items, draw.Group{X: x, Frame: cell, Tag: c.tag})
		x += col.width + g.gap
	}
	f.Width = x - g.gap + 4
	return f
}

// shift is how far a line moves to the right to be aligned.
func (g *grid) shift(i, j int, used float64) float64 {
	col, cell := &g.columns[j], g.rows[i][j]
	room := max(0, col.width-used)
	switch {
	case g.align[j] == doc.AlignCenter:
		return room / 2
	case g.align[j] == doc.AlignRight:
		return room
	case col.numbers && i == 0:
		return room
	case col.numbers && cell.mark >= 0:
		// the column of numbers stands at the right of its width, marks aligned
		widest := 0.0
		for _, row := range g.rows[1:] {
			widest = max(widest, row[j].whole-max(0, row[j].mark))
		}
		return max(0, col.width-widest-cell.mark)
	}
	return 0
}
