package blocks

import (
	"math"
	"slices"
)

// visible is the smallest deviation that a curve of a slider keeps, as a part
// of the curve's extent: a tenth of a millimetre of a figure as wide as a hand.
const visible = 1.0 / 1500

// thinned is the output with the curves of its plots reduced to the points that
// change what is seen.
func thinned(o Output) Output {
	switch o.Kind {
	case PlotOutput:
		p := thinPlot(*o.Plot)
		o.Plot = &p
	case GridOutput:
		g := *o.Grid
		g.Plots = slices.Clone(g.Plots)
		for i := range g.Plots {
			g.Plots[i] = thinPlot(g.Plots[i])
		}
		o.Grid = &g
	}
	return o
}

func thinPlot(p Plot) Plot {
	p.Marks = slices.Clone(p.Marks)
	for i, m := range p.Marks {
		if l, ok := deref(m).(Line); ok && !p.X.Log && !p.Y.Log {
			l.X, l.Y = thinLine(l.X, l.Y)
			p.Marks[i] = l
		}
	}
	return p
}

// thinLine leaves out the points of a curve that lie on the straight line
// between those kept, within what is visible (Ramer, 1972; Douglas and
// Peucker, 1973). Points that are no numbers interrupt the curve and stay.
func thinLine(x, y Floats) (Floats, Floats) {
	n := min(len(x), len(y))
	scaleX, scaleY := extent(x[:n]), extent(y[:n])
	keep := make([]bool, n)
	for from := 0; from < n; {
		to := from
		for to < n && finiteAt(x, y, to) {
			to++
		}
		if to > from {
			keep[from], keep[to-1] = true, true
			keepBends(x, y, keep, from, to-1, scaleX, scaleY)
		} else {
			keep[from] = true
			to++
		}
		from = to
	}
	outX, outY := Floats{}, Floats{}
	for i := range n {
		if keep[i] {
			outX, outY = append(outX, x[i]), append(outY, y[i])
		}
	}
	return outX, outY
}

// keepBends keeps the point farthest from the chord, if that can be seen, and
// looks at both sides of it; open stretches wait on a stack.
func keepBends(x, y Floats, keep []bool, from, to int, scaleX, scaleY float64) {
	stretches := [][2]int{{from, to}}
	for len(stretches) > 0 {
		a, b := stretches[len(stretches)-1][0], stretches[len(stretches)-1][1]
		stretches = stretches[:len(stretches)-1]
		dx, dy := (x[b]-x[a])/scaleX, (y[b]-y[a])/scaleY
		length := math.Hypot(dx, dy)
		far, at := visible, -1
		for i := a + 1; i < b; i++ {
			px, py := (x[i]-x[a])/scaleX, (y[i]-y[a])/scaleY
			d := math.Hypot(px, py)
			if length > 0 {
				d = math.Abs(dx*py-dy*px) / length
			}
			if d > far {
				far, at = d, i
			}
		}
		if at >= 0 {
			keep[at] = true
			stretches = append(stretches, [2]int{a, at}, [2]int{at, b})
		}
	}
}

func finiteAt(x, y Floats, i int) bool {
	return !math.IsNaN(x[i]-x[i]) && !math.IsNaN(y[i]-y[i])
}

// extent is how far apart the numbers lie, 1 where they do not.
func extent(v Floats) float64 {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, f := range v {
		if !math.IsNaN(f - f) {
			lo, hi = math.Min(lo, f), math.Max(hi, f)
		}
	}
	if !(hi > lo) {
		return 1
	}
	return hi - lo
}
