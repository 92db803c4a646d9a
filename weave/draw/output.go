package draw

import "weave/blocks"

// Output draws what a block showed, if it is a plot, a grid, a diagram or a slider over these;
// otherwise nil.
func Output(o *blocks.Output, st FigureStyle) *Frame {
	switch o.Kind {
	case blocks.PlotOutput:
		return Plot(o.Plot, st)
	case blocks.GridOutput:
		return Tiles(o.Grid, st)
	case blocks.DiagramOutput:
		return Diagram(o.Diagram, st)
	case blocks.SliderOutput:
		return Multiples(o.Slider, st)
	}
	return nil
}

// Identity tells drawings from each other that are decoded once and not
// changed.
type Identity struct {
	plot    *blocks.Plot
	grid    *blocks.Grid
	diagram *blocks.Diagram
	slider  *blocks.SliderOf
}

// IdentityOf is that of what a block showed.
func IdentityOf(o *blocks.Output) Identity {
	return Identity{o.Plot, o.Grid, o.Diagram, o.Slider}
}
