package draw

import (
	"math"
	"slices"
)

// legend says which curve is which, outside of the data: names at the curves'
// right ends where they can be told apart there, else a list beside or below.
type legend struct {
	names  []curveName
	frames []*Frame
	kind   legendKind
	width  float64 // of the widest name
	rows   [][]int // of a list below
	room   float64 // width available below
}

type legendKind int

const (
	noLegend legendKind = iota
	directLegend
	besideLegend
	belowLegend
)

const (
	keyWidth   = 16.0 // of the piece of line before a name
	legendLine = 12.0
)

// legend decides the kind. Direct names need a curve that reaches the right
// edge; a narrow figure has its list below.
func (pl *plotter) legend() *legend {
	l := &legend{names: pl.names, room: pl.width}
	if len(l.names) == 0 || pl.spec.Legend == "none" {
		return &legend{}
	}
	l.kind = directLegend
	for _, n := range l.names {
		if math.IsNaN(n.at) {
			l.kind = besideLegend
		}
	}
	if pl.spec.Legend == "beside" {
		l.kind = besideLegend
	}
	for _, n := range l.names {
		color := Ink
		if l.kind == directLegend {
			color = n.color
		}
		f := pl.style.Label(n.name, Label{Size: labelSize, Color: color})
		l.frames = append(l.frames, f)
		l.width = math.Max(l.width, f.Width)
	}
	if l.beside() > 0.34*pl.width {
		l.kind = belowLegend
		l.wrap()
	}
	return l
}

// wrap distributes the names to rows.
func (l *legend) wrap() {
	x := math.Inf(1)
	for i, f := range l.frames {
		w := keyWidth + 5 + f.Width + 14
		if x+w > l.room+14 {
			l.rows = append(l.rows, nil)
			x = 0
		}
		l.rows[len(l.rows)-1] = append(l.rows[len(l.rows)-1], i)
		x += w
	}
}

// beside is the width that the legend needs at the right.
func (l *legend) beside() float64 {
	switch l.kind {
	case directLegend:
		return l.width + 6
	case besideLegend:
		return keyWidth + 5 + l.width + 10
	}
	return 0
}

// below is the height that it needs below.
func (l *legend) below() float64 {
	if l.kind != belowLegend {
		return 0
	}
	return 5 + legendLine*float64(len(l.rows))
}

func (l *legend) draw(c *canvas, a *area, below float64) {
	switch l.kind {
	case directLegend:
		for i, y := range l.spread(a) {
			c.add(Group{X: a.x1 + 5, Y: y - l.frames[i].Height/2, Frame: l.frames[i]})
		}
	case besideLegend:
		for i := range l.names {
			l.entry(c, i, a.x1+10, a.y0+legendLine*(float64(i)+0.5))
		}
	case belowLegend:
		for r, row := range l.rows {
			x := 0.0
			for _, i := range row {
				l.entry(c, i, x, below+5+legendLine*(float64(r)+0.5))
				x += keyWidth + 5 + l.frames[i].Width + 14
			}
		}
	}
}

// entry paints a key and its name, centred at y.
func (l *legend) entry(c *canvas, i int, x, y float64) {
	n := l.names[i]
	if n.fill {
		c.add(Path{Segments: polyline([]Point{{x, y - 4}, {x + keyWidth, y - 4}, {x + keyWidth, y + 4}, {x, y + 4}}, true), Fill: n.color})
	} else {
		c.add(Path{Segments: polyline([]Point{{x, y}, {x + keyWidth, y}}, false), Stroke: n.color, Line: Line{Width: curveWidth, Dash: n.dash, Round: true}})
	}
	c.add(Group{X: x + keyWidth + 5, Y: y - l.frames[i].Height/2, Frame: l.frames[i]})
}

// spread keeps direct names apart: each as near to its curve's end as the
// others allow.
func (l *legend) spread(a *area) []float64 {
	y := make([]float64, len(l.names))
	order := make([]int, len(l.names))
	for i, n := range l.names {
		y[i] = a.at(a.plot.plot.X.Max, n.at).Y
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		switch {
		case y[i] < y[j]:
			return -1
		case y[i] > y[j]:
			return 1
		}
		return 0
	})
	for k := 1; k < len(order); k++ {
		y[order[k]] = math.Max(y[order[k]], y[order[k-1]]+legendLine-1)
	}
	limit := a.y1
	for k := len(order) - 1; k >= 0; k-- {
		y[order[k]] = math.Min(y[order[k]], limit)
		limit = y[order[k]] - legendLine + 1
	}
	return y
}
