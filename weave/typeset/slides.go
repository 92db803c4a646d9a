package typeset

import (
	"slices"

	"weave/weave/doc"
	"weave/weave/draw"
)

// slideCell is one picture of a series, and the text below it.
type slideCell struct {
	set   func(in *setter)
	text  []*doc.Paragraph
	fixed bool // its labels shrink with it: a diagram or an image
}

// slides are set as a grid: what would be shown one after the other stands
// side by side, with the series' caption below.
func (s *setter) slides(b *doc.Box) {
	var cells []slideCell
	for _, k := range b.Blocks {
		switch k := k.(type) {
		case *doc.Code:
			cells = append(cells, s.codeCells(k)...)
		case *doc.Figure:
			cells = append(cells, slideCell{set: func(in *setter) { in.block(k) }, fixed: true})
		case *doc.Paragraph:
			if len(cells) == 0 {
				s.block(k)
				continue
			}
			last := &cells[len(cells)-1]
			last.text = append(last.text, k)
		default:
			s.block(k)
		}
	}
	if b.Label != "" {
		s.marks = append(s.marks, mark{anchor: s.ch.Name + "/" + b.Label})
	}
	s.markFigure(b.Number, b)
	in := s.nested(s.parent, s.width)
	in.cellRows(cells)
	if b.Title != nil {
		in.keep(infinite)
		in.skip(7)
		in.caption(doc.Words(s.ch.Lang).Figure, b.Number, b.Title, s.parent, b)
	}
	s.list = append(s.list, in.list...)
	s.skip(0.6 * s.lead)
	f, notes := stack(in.items, s.width)
	if b.Title != nil && f.Height <= wholeSlides*s.lay.in.Paper.TextHigh {
		s.float(f, notes)
	} else {
		s.rows(in.items)
	}
	s.skip(0.9 * s.lead)
}

// wholeSlides is how much of the page a series may take that waits for the top
// of the next one, like a figure; a taller one breaks between its rows.
const wholeSlides = 0.5

// rows appends what was set with the same width on its own.
func (s *setter) rows(items []vitem) {
	s.gap()
	for i := range items {
		it := &items[i]
		if it.kind == boxItem {
			it.x, it.decor = it.x+s.x, s.decor
			it.marks = append(s.marks, it.marks...)
			s.marks = nil
		}
	}
	s.items = append(s.items, items...)
}

// codeCells are the drawings of a block, each a cell; its program and what it
// printed stand before the grid.
func (s *setter) codeCells(c *doc.Code) (out []slideCell) {
	s.codeMark(c)
	if c.Options.Echo == nil || *c.Options.Echo {
		s.source(c)
	}
	r := s.result(c)
	if r == nil {
		return nil
	}
	for i := range r.Outputs {
		o := &r.Outputs[i]
		if isDrawing(o) {
			out = append(out, slideCell{set: func(in *setter) { in.output(c, o) }, fixed: o.Plot == nil && o.Grid == nil})
		} else {
			s.output(c, o)
		}
	}
	if r.Failure != nil {
		s.failure(r.Failure)
	}
	return out
}

// slideGutter is between the columns of a grid of slides, in pt.
const slideGutter = 14

func (s *setter) cellRows(cells []slideCell) {
	columns := columnsOf(cells)
	width := (s.width - slideGutter*float64(columns-1)) / float64(columns)
	for from := 0; from < len(cells); from += columns {
		row := &draw.Frame{Width: s.width}
		var notes []*footnote
		for i, c := range cells[from:min(from+columns, len(cells))] {
			f, n := s.cell(c, width)
			row.Items = append(row.Items, draw.Group{X: float64(i) * (width + slideGutter), Frame: f})
			row.Height = max(row.Height, f.Height)
			notes = append(notes, n...)
		}
		s.skip(0.6 * s.lead)
		s.box(row, nil).notes = notes
	}
}

// columnsOf is three where rows are full then and all labels keep their size,
// else two.
func columnsOf(cells []slideCell) int {
	fixed := slices.ContainsFunc(cells, func(c slideCell) bool { return c.fixed })
	if fixed || len(cells)%3 != 0 && (len(cells)%2 == 0 || len(cells) < 4) {
		return 2
	}
	return 3
}

// cell sets a slide in a narrow column and stacks it to one frame.
func (s *setter) cell(c slideCell, width float64) (*draw.Frame, []*footnote) {
	in := s.nested(s.parent, width)
	c.set(in)
	for _, t := range c.text {
		in.block(t)
	}
	s.list = append(s.list, in.list...)
	return stack(in.items, width)
}
