package draw

import (
	"math"

	"weave/blocks"
)

// Data is what the plot of a frame shows, so that a page can give the values
// under the pointer. X0 to X1 and Y0 (top) to Y1 are its axes in the frame.
type Data struct {
	X0, Y0, X1, Y1 float64
	X, Y           DataAxis
	Curves         []DataCurve
}

// DataAxis is the range of an axis.
type DataAxis struct {
	Label    string
	Min, Max float64
	Log      bool
}

// DataCurve is a curve or a set of points; the NaN of a gap is left out. Of a heat
// map it is the centres of the columns and of the rows, from the bottom, and in Z
// its values, row by row.
type DataCurve struct {
	Name  string
	Color Color
	X, Y  []float64
	Z     []blocks.Floats
}

// DataOf are the plots in a frame, with their axes in its own points.
func DataOf(f *Frame) []Data { return dataOf(nil, f, 0, 0, 1) }

func dataOf(out []Data, f *Frame, x, y, scale float64) []Data {
	if f.Data != nil {
		d := *f.Data
		d.X0, d.X1, d.Y0, d.Y1 = x+d.X0*scale, x+d.X1*scale, y+d.Y0*scale, y+d.Y1*scale
		out = append(out, d)
	}
	for _, it := range f.Items {
		if g, ok := it.(Group); ok {
			inner := scale
			if g.Scale != 0 {
				inner *= g.Scale
			}
			out = dataOf(out, g.Frame, x+g.X*scale, y+g.Y*scale, inner)
		}
	}
	return out
}

// Part is where v lies on the axis, from 0 to 1.
func (a DataAxis) Part(v float64) float64 {
	if a.Log {
		return math.Log(v/a.Min) / math.Log(a.Max/a.Min)
	}
	return (v - a.Min) / (a.Max - a.Min)
}

// data is what the plot shows on the area.
func (pl *plotter) data(a *area) *Data {
	d := &Data{
		X0: a.x0, Y0: a.y0, X1: a.x1, Y1: a.y1, Curves: pl.curves,
		X: DataAxis{pl.spec.X.Label, pl.plot.X.Min, pl.plot.X.Max, pl.spec.X.Log},
		Y: DataAxis{pl.spec.Y.Label, pl.plot.Y.Min, pl.plot.Y.Max, pl.spec.Y.Log},
	}
	return d
}

// curve notes what a mark shows.
func (pl *plotter) curve(name string, color Color, x, y blocks.Floats) {
	c := DataCurve{Name: name, Color: color}
	for i := range min(len(x), len(y)) {
		if finite(Point{x[i], y[i]}) {
			c.X, c.Y = append(c.X, x[i]), append(c.Y, y[i])
		}
	}
	if len(c.X) > 0 {
		pl.curves = append(pl.curves, c)
	}
}

// field notes what a heat map shows.
func (pl *plotter) field(m blocks.HeatMap) {
	centres := func(from, to float64, n int) []float64 {
		out := make([]float64, n)
		for i := range out {
			out[i] = from + (to-from)*(float64(i)+.5)/float64(n)
		}
		return out
	}
	pl.curves = append(pl.curves, DataCurve{Color: Ink, X: centres(m.X0, m.X1, len(m.Z[0])), Y: centres(m.Y0, m.Y1, len(m.Z)), Z: m.Z})
}
