package draw

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"

	"gonum.org/v1/plot/palette"
	gonum "gonum.org/v1/plot/plotter"

	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"

	"weave/blocks"
)

// grid is a function's values over a rectangle, as gonum/plot wants them.
type gridValues struct {
	x0, y0, x1, y1 float64
	z              []blocks.Floats
}

func (g gridValues) Dims() (c, r int)   { return len(g.z[0]), len(g.z) }
func (g gridValues) Z(c, r int) float64 { return g.z[r][c] }
func (g gridValues) X(c int) float64    { return along(g.x0, g.x1, c, len(g.z[0])) }
func (g gridValues) Y(r int) float64    { return along(g.y0, g.y1, r, len(g.z)) }

// along is value i of n equally far apart.
func along(a, b float64, i, n int) float64 {
	if n < 2 {
		return a
	}
	return a + (b-a)*float64(i)/float64(n-1)
}

// valueRange is the smallest and the largest number of a grid.
func valueRange(z []blocks.Floats) span {
	var s span
	for _, row := range z {
		s.add(row...)
	}
	return s
}

// heatMap paints a grid as one picture in the colours of ramp.
func (pl *plotter) heatMap(m blocks.HeatMap) {
	if len(m.Z) == 0 || len(m.Z[0]) == 0 {
		return
	}
	pl.field(m)
	s := valueRange(m.Z)
	if m.Low != m.High {
		s.lo, s.hi = m.Low, m.High
	}
	img := image.NewPaletted(image.Rect(0, 0, len(m.Z[0]), len(m.Z)), ramp)
	for r, row := range m.Z {
		for c, v := range row {
			img.SetColorIndex(c, len(m.Z)-1-r, onRamp((v-s.lo)/(s.hi-s.lo)))
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic("draw: " + err.Error())
	}
	pl.marks = append(pl.marks, func(a *area) {
		lo, hi := a.at(m.X0, m.Y0), a.at(m.X1, m.Y1)
		m := Image{X: lo.X, Y: hi.Y, W: hi.X - lo.X, H: lo.Y - hi.Y, Format: "png", Data: b.Bytes()}
		a.canvas.add(m)
		a.maps = append(a.maps, m)
	})
}

// ramp are the colours of a heat map, from a light orange (low) over grey to
// blue (high): each darker than the one before, so that they can be told apart
// in grey print and by colour-blind readers too (as in the map cividis; Nuñez,
// Anderton, Renslow 2018). The last paints nothing and stands for values that
// are no numbers.
var ramp = func() color.Palette {
	out := make(color.Palette, 256)
	for i := range out {
		out[i] = shade(float64(i) / 254)
	}
	out[255] = color.NRGBA{}
	return out
}()

// onRamp is the index of the colour of t.
func onRamp(t float64) uint8 {
	if math.IsNaN(t) {
		return 255
	}
	return uint8(math.Round(254 * math.Min(1, math.Max(0, t))))
}

// low, middle and high are the colours that a heat map goes through: their
// lightness L* is 89, 68 and 40.
var low, middle, high = [3]float64{0xff, 0xdc, 0xae}, [3]float64{0xa4, 0xa6, 0xab}, [3]float64{0x1f, 0x5f, 0xa8}

// shade is the colour of t from 0 to 1.
func shade(t float64) color.NRGBA {
	from, to, part := low, middle, 2*t
	if t > 0.5 {
		from, to, part = middle, high, 2*t-1
	}
	mix := func(i int) uint8 { return uint8(math.Round(from[i] + (to[i]-from[i])*part)) }
	return color.NRGBA{mix(0), mix(1), mix(2), 255}
}

// contours paints lines of equal value through gonum/plot.
func (pl *plotter) contours(m blocks.Contours) {
	if len(m.Z) < 2 || len(m.Z[0]) < 2 {
		return
	}
	levels := []float64(m.Levels)
	if levels == nil {
		s := valueRange(m.Z)
		for i := 1; i <= 8; i++ {
			levels = append(levels, s.lo+(s.hi-s.lo)*float64(i)/9)
		}
	}
	c := gonum.NewContour(gridValues{m.X0, m.Y0, m.X1, m.Y1, m.Z}, levels, contourColors{})
	c.LineStyles = []vgdraw.LineStyle{{Width: vg.Length(thinWidth)}}
	pl.marks = append(pl.marks, func(a *area) {
		c.Plot(vgdraw.Canvas{Canvas: a.canvas, Rectangle: vg.Rectangle{
			Min: vg.Point{X: vg.Length(a.x0), Y: vg.Length(a.height - a.y1)}, Max: vg.Point{X: vg.Length(a.x1), Y: vg.Length(a.height - a.y0)},
		}}, pl.plot)
	})
}

// contourColors is a palette of one colour.
type contourColors struct{}

func (contourColors) Colors() []color.Color { return []color.Color{F1.Faint(0.6)} }

var _ palette.Palette = contourColors{}
