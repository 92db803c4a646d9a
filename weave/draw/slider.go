package draw

import (
	"slices"
	"strconv"
	"strings"

	"weave/blocks"
)

// multiplesWidth is the least width in points of a frame of a slider in print.
const multiplesWidth = 150

// Multiples draws the frames of a slider that the book prints, two in a row,
// each with its value below: small multiples instead of what moves.
func Multiples(s *blocks.SliderOf, st FigureStyle) *Frame {
	frames := Steady(s.Frames)
	grid := &blocks.Grid{Columns: 2}
	var drawn []*Frame
	for _, i := range s.Printed {
		grid.Titles = append(grid.Titles, SliderLabel(s, i, st.Lang))
		if frames[i].Kind == blocks.PlotOutput {
			grid.Plots = append(grid.Plots, *frames[i].Plot)
		}
	}
	if len(grid.Plots) == len(s.Printed) {
		return Tiles(grid, st)
	}
	n := max(1, min(2, int(st.Width/multiplesWidth)))
	tile := st
	tile.Width = (st.Width - tileGapX*float64(n-1)) / float64(n)
	for _, i := range s.Printed {
		f := Output(&frames[i], tile)
		if f == nil {
			return nil
		}
		drawn = append(drawn, f)
	}
	return tiled(drawn, grid.Titles, n, tile.Width, st)
}

// SliderLabel is "n = 70" for one value of a slider, as a figure's label.
func SliderLabel(s *blocks.SliderOf, i int, lang string) string {
	value := SliderValue(s, i, lang)
	if inner, ok := strings.CutPrefix(s.Name, "$"); ok && strings.HasSuffix(inner, "$") {
		return "$" + strings.TrimSuffix(inner, "$") + " = " + strings.Replace(value, "−", "-", 1) + "$"
	}
	return s.Name + " = " + value
}

// SliderValue is one value of a slider, with as many digits behind the decimal
// mark as any of them needs.
func SliderValue(s *blocks.SliderOf, i int, lang string) string {
	digits := 0
	for _, v := range s.Values {
		if _, after, ok := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), "."); ok {
			digits = max(digits, len(after))
		}
	}
	return formatNumber(s.Values[i], min(digits, 6), lang)
}

// Steady gives the plots of all frames the same axes, wide enough for the data
// of every frame, so that only the data moves.
func Steady(frames []blocks.Output) []blocks.Output {
	out := slices.Clone(frames)
	plots := make([][]blocks.Plot, len(out))
	most := 0
	for i, o := range out {
		switch o.Kind {
		case blocks.PlotOutput:
			plots[i] = []blocks.Plot{*o.Plot}
		case blocks.GridOutput:
			plots[i] = slices.Clone(o.Grid.Plots)
		}
		most = max(most, len(plots[i]))
	}
	for k := range most {
		steadyAxes(plots, k)
	}
	for i, o := range out {
		switch o.Kind {
		case blocks.PlotOutput:
			out[i].Plot = &plots[i][0]
		case blocks.GridOutput:
			g := *o.Grid
			g.Plots = plots[i]
			out[i].Grid = &g
		}
	}
	return out
}

// steadyAxes fixes the axes of the k-th plot of every frame.
func steadyAxes(plots [][]blocks.Plot, k int) {
	var x, y span
	for _, ps := range plots {
		if k >= len(ps) {
			continue
		}
		px, py := dataRange(&ps[k])
		x.log, y.log = px.log, py.log
		if px.set {
			x.add(px.lo, px.hi)
		}
		if py.set {
			y.add(py.lo, py.hi)
		}
	}
	for _, ps := range plots {
		if k < len(ps) {
			ps[k].X.Min, ps[k].X.Max = axisRange(ps[k].X, x, airBeside)
			ps[k].Y.Min, ps[k].Y.Max = axisRange(ps[k].Y, y, airAbove)
		}
	}
}
