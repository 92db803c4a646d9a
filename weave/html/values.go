package html

import (
	"bytes"
	"math"
	"strconv"

	"weave/blocks"
	"weave/weave/draw"
)

// valueSteps is how finely the values under the pointer are kept: parts of an
// axis.
const valueSteps = 100_000

// A heat map gives the values of at most so many columns and rows; where it
// moves, of fewer.
const (
	stillCells  = 41
	movingCells = 21
)

// areas are where the axes of the plots in a frame are, for the script: in units
// of the picture.
func areas(f *draw.Frame) string {
	var b bytes.Buffer
	for i, d := range draw.DataOf(f) {
		if i > 0 {
			b.WriteByte(';')
		}
		for k, v := range []float64{d.X0, d.Y0, d.X1, d.Y1} {
			if k > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(strconv.Itoa(int(math.Round(v * draw.FigureUnits))))
		}
	}
	return b.String()
}

// axis is one of a plot's, for the script.
type axis struct {
	Name string  `json:"name"`
	Min  float64 `json:"min"`
	Max  float64 `json:"max"`
	Log  bool    `json:"log,omitempty"`
}

// plotData is what a plot shows, for the script. Data has, packed, the points of
// its curves as differences from the one before, in parts of the axes: curve by
// curve, of each all states. Heat maps have theirs.
type plotData struct {
	X      axis        `json:"x"`
	Y      axis        `json:"y"`
	Curves [][2]string `json:"curves"` // name and colour
	Data   string      `json:"data"`
	Fields []fieldData `json:"fields,omitempty"`
}

// fieldData is a heat map: the centres of its cells in parts of the axes, the
// range of its values, and for each state these in parts of that, row by row
// from the bottom, each as the difference from the one before; -1 for none.
type fieldData struct {
	X    []float64 `json:"x"`
	Y    []float64 `json:"y"`
	Low  float64   `json:"low"`
	High float64   `json:"high"`
	Data string    `json:"data"`
}

// values is what the plots of a drawing show, for the script: of each of its
// states; "" if there is nothing to be read, or if the axes move.
func (p *page) values(states [][]draw.Data) string {
	out := struct {
		Mark   string     `json:"mark"` // decimal
		Value  string     `json:"value"`
		Steps  int        `json:"steps"`
		States int        `json:"states"`
		Plots  []plotData `json:"plots"`
	}{Mark: p.words.Decimal, Value: p.words.Value, Steps: valueSteps, States: len(states)}
	something := false
	for k := range states[0] {
		plot := make([]draw.Data, len(states))
		for i, s := range states {
			if len(s) != len(states[0]) || s[k].X != states[0][k].X || s[k].Y != states[0][k].Y {
				return ""
			}
			plot[i] = s[k]
		}
		data := p.plotData(plot)
		something = something || len(data.Curves)+len(data.Fields) > 0
		out.Plots = append(out.Plots, data)
	}
	if !something {
		return ""
	}
	var b bytes.Buffer
	writeJSON(&b, out)
	return "<script type=\"application/json\" class=\"values\">" + b.String() + "</script>\n"
}

// plotData is one plot in all its states.
func (p *page) plotData(states []draw.Data) plotData {
	name := func(label, otherwise string) string {
		if label == "" {
			return otherwise
		}
		return p.spoken(label)
	}
	d := states[0]
	out := plotData{X: axis{name(d.X.Label, "x"), d.X.Min, d.X.Max, d.X.Log}, Y: axis{name(d.Y.Label, "y"), d.Y.Min, d.Y.Max, d.Y.Log}, Curves: [][2]string{}}
	most := 0
	for _, s := range states {
		most = max(most, len(s.Curves))
	}
	var points [][]int
	for c := range most {
		curves := make([]draw.DataCurve, len(states))
		var shown draw.DataCurve // the first there is
		for i, s := range states {
			if c < len(s.Curves) {
				if curves[i] = s.Curves[c]; shown.X == nil {
					shown = s.Curves[c]
				}
			}
		}
		if shown.Z != nil {
			out.Fields = append(out.Fields, field(d, curves))
			continue
		}
		out.Curves = append(out.Curves, [2]string{p.spoken(shown.Name), "var(--" + shown.Color.Name + ")"})
		for _, curve := range curves {
			points = append(points, steps(d, curve))
		}
	}
	out.Data = pack(points)
	return out
}

// steps are the points of a curve that lie on the axes, as differences.
func steps(d draw.Data, c draw.DataCurve) []int {
	out := []int{}
	if c.Z != nil {
		return out
	}
	x0, y0 := 0, 0
	for i := range c.X {
		px, py := d.X.Part(c.X[i]), d.Y.Part(c.Y[i])
		if !(px >= -1e-6 && px <= 1+1e-6 && py >= -1e-6 && py <= 1+1e-6) {
			continue
		}
		x, y := int(math.Round(px*valueSteps)), int(math.Round(py*valueSteps))
		out = append(out, x-x0, y-y0)
		x0, y0 = x, y
	}
	return out
}

// field is a heat map in all its states.
func field(d draw.Data, states []draw.DataCurve) fieldData {
	cells := stillCells
	if len(states) > 1 {
		cells = movingCells
	}
	var first draw.DataCurve
	low, high := math.Inf(1), math.Inf(-1)
	for _, s := range states {
		if first.Z == nil {
			first = s
		}
		for _, row := range s.Z {
			for _, z := range row {
				if !math.IsNaN(z) && !math.IsInf(z, 0) {
					low, high = min(low, z), max(high, z)
				}
			}
		}
	}
	columns, rows := spread(len(first.X), cells), spread(len(first.Y), cells)
	out := fieldData{X: parts(d.X, first.X, columns), Y: parts(d.Y, first.Y, rows)}
	if low <= high { // in so many digits that processors agree
		low, high = digits(low, 'g'), digits(high, 'g')
		out.Low, out.High = low, high
	}
	var data [][]int
	for _, s := range states {
		data = append(data, cellSteps(s.Z, columns, rows, low, high))
	}
	out.Data = pack(data)
	return out
}

// spread picks at most so many of n columns, equally far apart.
func spread(n, most int) (out []int) {
	step := max(1, (n+most-1)/most)
	for i := step / 2; i < n; i += step {
		out = append(out, i)
	}
	return out
}

// parts are the places of some columns in parts of an axis.
func parts(a draw.DataAxis, centres []float64, picked []int) (out []float64) {
	for _, i := range picked {
		out = append(out, digits(a.Part(centres[i]), 'f'))
	}
	return out
}

// digits is a number rounded to seven digits: behind the point with the format
// f, in all with g.
func digits(v float64, format byte) float64 {
	out, err := strconv.ParseFloat(strconv.FormatFloat(v, format, 7, 64), 64)
	if err != nil {
		panic("html: " + err.Error())
	}
	return out
}

// cellSteps are the values of some cells in steps of their range, as differences.
func cellSteps(z []blocks.Floats, columns, rows []int, low, high float64) []int {
	out := []int{}
	last := 0
	for _, r := range rows {
		for _, c := range columns {
			n := -1
			if r < len(z) && c < len(z[r]) && !math.IsNaN(z[r][c]) && !math.IsInf(z[r][c], 0) {
				n = 0
				if high > low {
					n = int(math.Round((z[r][c] - low) / (high - low) * valueSteps))
				}
			}
			out = append(out, n-last)
			last = n
		}
	}
	return out
}
