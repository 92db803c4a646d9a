package draw

import (
	"math"

	"weave/blocks"
)

// span is an interval that grows with the data; of a logarithmic axis, with the
// positive data.
type span struct {
	lo, hi float64
	set    bool
	log    bool
}

func (s *span) add(values ...float64) {
	for _, v := range values {
		if math.IsNaN(v) || math.IsInf(v, 0) || s.log && v <= 0 {
			continue
		}
		if !s.set {
			s.lo, s.hi, s.set = v, v, true
		}
		s.lo, s.hi = math.Min(s.lo, v), math.Max(s.hi, v)
	}
}

// dataRange is the rectangle that holds all data of a plot.
func dataRange(p *blocks.Plot) (x, y span) {
	x.log, y.log = p.X.Log, p.Y.Log
	for _, m := range p.Marks {
		switch m := m.(type) {
		case blocks.Line:
			x.add(m.X...)
			y.add(m.Y...)
		case blocks.Points:
			x.add(m.X...)
			y.add(m.Y...)
		case blocks.Steps:
			x.add(m.X...)
			y.add(m.Y...)
		case blocks.Arrow:
			x.add(m.X0, m.X1)
			y.add(m.Y0, m.Y1)
		case blocks.Band:
			x.add(m.X...)
			y.add(m.Low...)
			y.add(m.High...)
		case blocks.Note:
			x.add(m.X)
			y.add(m.Y)
		case blocks.Bars:
			w := barWidth(m) / 2
			for _, v := range m.X {
				x.add(v-w, v+w)
			}
			y.add(0)
			y.add(m.Y...)
		case blocks.HeatMap:
			x.add(m.X0, m.X1)
			y.add(m.Y0, m.Y1)
		case blocks.Contours:
			x.add(m.X0, m.X1)
			y.add(m.Y0, m.Y1)
		}
	}
	return x, y
}

// axisRange is what an axis shows: as asked, else the data with a little air.
func axisRange(a blocks.Axis, data span, air float64) (lo, hi float64) {
	if a.Log {
		return logRange(a, data)
	}
	if a.Min != a.Max && finite(Point{a.Min, a.Max}) {
		return math.Min(a.Min, a.Max), math.Max(a.Min, a.Max)
	}
	lo, hi = data.lo, data.hi
	if lo == hi {
		return lo - 0.5, hi + 0.5
	}
	pad := (hi - lo) * air
	return lo - pad, hi + pad
}

// logRange is what a logarithmic axis shows: a decade at least, above zero.
func logRange(a blocks.Axis, data span) (lo, hi float64) {
	lo, hi = data.lo, data.hi
	if a.Min > 0 {
		lo = a.Min
	}
	if a.Max > 0 {
		hi = a.Max
	}
	if !(lo > 0) || math.IsInf(lo, 0) {
		lo = 1
	}
	if !(hi > lo) || math.IsInf(hi, 0) {
		hi = 10 * lo
	}
	return lo, hi
}

// logScale is gonum/plot's, but what is not positive is no number instead of a
// panic.
type logScale struct{}

// Normalize implements plot.Normalizer.
func (logScale) Normalize(lo, hi, x float64) float64 {
	if x <= 0 {
		return math.NaN()
	}
	return math.Log(x/lo) / math.Log(hi/lo)
}

// barWidth is the given width, or nine tenths of the smallest distance.
func barWidth(b blocks.Bars) float64 {
	if b.Width > 0 {
		return b.Width
	}
	gap := math.Inf(1)
	for i := 1; i < len(b.X); i++ {
		gap = math.Min(gap, math.Abs(b.X[i]-b.X[i-1]))
	}
	if math.IsInf(gap, 1) {
		return 0.9
	}
	return 0.9 * gap
}
