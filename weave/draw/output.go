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
