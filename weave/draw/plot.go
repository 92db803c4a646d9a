package draw

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"

	"weave/blocks"
)

// plotAspect is height over width of the data's rectangle where nothing else
// is asked for.
const plotAspect = 0.44

// Plot draws a plot in the style of the book. The frame is st.Width wide.
func Plot(p *blocks.Plot, st FigureStyle) *Frame {
	return newPlotter(p, &st).draw()
}

func newPlotter(p *blocks.Plot, st *FigureStyle) *plotter {
	w := st.Width
	if p.Width > 0 {
		w *= p.Width
	}
	pl := &plotter{spec: p, style: st, width: w}
	pl.prepare()
	return pl
}

// plotter lays one plot out: title, the name of the y axis above it, the data's
// rectangle with ticks, the name of the x axis below, names of curves beside.
type plotter struct {
	spec   *blocks.Plot
	style  *FigureStyle
	plot   *plot.Plot
	width  float64
	marks  []painter
	names  []curveName
	curves []DataCurve
	used   int     // colours given out so far
	side   float64 // at least this much room at the right, for plots side by side
}

// painter paints one mark on the data's rectangle.
type painter func(a *area)

// curveName is an entry of the legend or a direct label.
type curveName struct {
	name  string
	color Color
	at    float64 // y of the curve's right end in data units, NaN: none
	fill  bool    // a patch instead of a line
	dash  []float64
}

// How much wider than the data the axes are, as a part of its extent.
const airBeside, airAbove = 0, 0.06

func (pl *plotter) prepare() {
	pl.plot = plot.New()
	pl.plot.BackgroundColor = nil
	x, y := dataRange(pl.spec)
	pl.axis(&pl.plot.X, pl.spec.X, x, airBeside)
	pl.axis(&pl.plot.Y, pl.spec.Y, y, airAbove)
	for _, m := range pl.spec.Marks {
		pl.mark(m)
	}
}

func (pl *plotter) axis(a *plot.Axis, spec blocks.Axis, data span, air float64) {
	a.Min, a.Max = axisRange(spec, data, air)
	a.LineStyle = vgdraw.LineStyle{Color: Axis, Width: axisWidth}
	a.Tick.LineStyle = a.LineStyle
	a.Tick.Length = tickLength
	l := labeler{pl.style}
	a.Tick.Label = l.text(tickSize)
	a.Label.TextStyle = l.text(labelSize)
	a.Padding = 0
	a.Tick.Marker = ticker{lang: pl.style.Lang, at: spec.Ticks, most: 7}
	if spec.Log {
		a.Scale = logScale{}
		a.Tick.Marker = logTicker{}
	}
	if spec.Hidden {
		a.LineStyle.Width, a.Tick.Length = 0, 0
		a.Tick.Marker = plot.ConstantTicks(nil)
	}
	alignTicks(a, a == &pl.plot.X)
}

// alignTicks centres labels below ticks, or sets them right of the axis.
func alignTicks(a *plot.Axis, horizontal bool) {
	if horizontal {
		a.Tick.Label.XAlign, a.Tick.Label.YAlign = vgdraw.XCenter, vgdraw.YTop
		return
	}
	a.Tick.Label.XAlign, a.Tick.Label.YAlign = vgdraw.XRight, vgdraw.YCenter
}

// color is the colour asked for, or the next one.
func (pl *plotter) color(asked int) (Color, []float64) {
	n := asked
	if n == 0 {
		pl.used++
		n = pl.used
	}
	if pl.style.Print && n > 1 {
		return curveColor(n), dashes[(n-2)%len(dashes)]
	}
	return curveColor(n), nil
}

// dashes tell curves apart in print.
var dashes = [][]float64{{5, 2.2}, {1.6, 1.8}, {6, 2, 1.6, 2}, {9, 2.5}, {3, 3}}

// draw lays out and paints.
func (pl *plotter) draw() *Frame {
	title, yName, xName := pl.text(pl.spec.Title, titleSize, true), pl.text(pl.spec.Y.Label, labelSize, false), pl.text(pl.spec.X.Label, labelSize, false)
	top := stacked(title, 5) + stacked(yName, 5)
	if top == 0 {
		top = 5
	}
	side := pl.legend()
	bottom := stacked(xName, 4) + side.below()
	right := math.Max(math.Max(side.beside(), pl.side), 6)
	height := top + pl.height(right) + bottom
	c, rect := pl.canvas(right, top, bottom, height)
	if pl.spec.Equal {
		height += pl.missing(rect)
		c, rect = pl.canvas(right, top, bottom, height)
	}
	pl.plot.Add(gonumPlotter(func(da vgdraw.Canvas, p *plot.Plot) { pl.paint(da, c) }))
	pl.plot.Draw(rect)
	a := pl.area(pl.plot.DataCanvas(rect), c)
	y := 0.0
	if title != nil {
		c.add(Group{X: math.Max(0, (a.x0+a.x1-title.Width)/2), Y: y, Frame: title})
		y += title.Height + 5
	}
	if yName != nil {
		c.add(Group{X: math.Max(0, a.x0-yName.Width/2-4), Y: y, Frame: yName})
	}
	if xName != nil {
		c.add(Group{X: (a.x0 + a.x1 - xName.Width) / 2, Y: height - bottom + 4, Frame: xName})
	}
	side.draw(c, a, height-side.below())
	c.frame.Data = pl.data(a)
	return c.frame
}

// canvas is an empty frame with the rectangle in it that gonum/plot fills.
func (pl *plotter) canvas(right, top, bottom, height float64) (*canvas, vgdraw.Canvas) {
	c := newCanvas(pl.width, height)
	return c, vgdraw.Canvas{Canvas: c, Rectangle: vg.Rectangle{
		Min: vg.Point{X: 0, Y: vg.Length(bottom)}, Max: vg.Point{X: vg.Length(pl.width - right), Y: vg.Length(height - top)},
	}}
}

// missing is the height that a plot with equal units lacks in a rectangle:
// how much the axes take is known only once they are laid out.
func (pl *plotter) missing(rect vgdraw.Canvas) float64 {
	size := pl.plot.DataCanvas(rect).Size()
	x, y := pl.plot.X, pl.plot.Y
	return float64(size.X)*(y.Max-y.Min)/(x.Max-x.Min) - float64(size.Y)
}

// height is that of the rectangle that gonum/plot fills: axes with the data.
func (pl *plotter) height(right float64) float64 {
	const axes = 16.0 // ticks and their labels, roughly
	if pl.spec.Equal {
		scale := (pl.width - right - 24) / (pl.plot.X.Max - pl.plot.X.Min)
		return scale*(pl.plot.Y.Max-pl.plot.Y.Min) + axes
	}
	aspect := pl.spec.Aspect
	if aspect == 0 {
		aspect = plotAspect
		if pl.width < 260 {
			aspect = 0.7
		}
	}
	return (pl.width-right-24)*aspect + axes
}

func (pl *plotter) text(s string, size float64, bold bool) *Frame {
	if s == "" {
		return nil
	}
	return pl.style.Label(s, Label{Size: size, Color: Ink, Bold: bold})
}

func stacked(f *Frame, gap float64) float64 {
	if f == nil {
		return 0
	}
	return f.Height + gap
}

// gonumPlotter makes a function a plot.Plotter.
type gonumPlotter func(da vgdraw.Canvas, p *plot.Plot)

func (f gonumPlotter) Plot(da vgdraw.Canvas, p *plot.Plot) { f(da, p) }
