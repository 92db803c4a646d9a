package draw_test

import (
	"math"
	"strings"
	"testing"

	"weave/blocks"
	"weave/weave/draw"
	"weave/weave/font"
)

// plain sets labels without formulas, which draw does not know.
func plain(text string, l draw.Label) *draw.Frame {
	f := font.Sans()
	text = strings.ReplaceAll(text, "$", "")
	g := draw.Glyphs{Y: l.Size, Face: f, Size: l.Size, Color: l.Color}
	w := 0.0
	for _, r := range text {
		id := f.GlyphIndex(r)
		g.Run = append(g.Run, font.Glyph{ID: id, Advance: f.Advance(id), Text: string(r)})
		w += f.Advance(id) * l.Size
	}
	return &draw.Frame{Width: w, Height: 1.2 * l.Size, Baseline: l.Size, Items: []draw.Item{g}}
}

func style(width float64) draw.FigureStyle {
	return draw.FigureStyle{Width: width, Lang: "de", Label: plain}
}

// dots are the centres of the discs and rings of a drawing, found by their size.
func dots(f *draw.Frame, r, dx, dy float64) (out []draw.Point) {
	for _, it := range f.Items {
		switch it := it.(type) {
		case draw.Group:
			out = append(out, dots(it.Frame, r, dx+it.X, dy+it.Y)...)
		case draw.Path:
			s := it.Segments
			if len(s) == 6 && s[1].Verb == draw.Curve && math.Abs(math.Abs(s[0].P[0].X-s[2].P[2].X)-2*r) < 1e-6 {
				out = append(out, draw.Point{X: dx + s[0].P[0].X - r, Y: dy + s[0].P[0].Y})
			}
		}
	}
	return out
}

func square(r float64, names ...string) blocks.Plot {
	p := blocks.Plot{
		X: blocks.Axis{Min: -0.5, Max: 1.5, Label: "x"}, Y: blocks.Axis{Min: -0.5, Max: 1.5, Label: "y"}, Equal: true,
		Marks: []blocks.Mark{blocks.Points{X: blocks.Floats{0, 1, 0}, Y: blocks.Floats{0, 0, 1}, R: r}},
	}
	for i, n := range names {
		p.Marks = append(p.Marks, blocks.Line{Name: n, X: blocks.Floats{-0.5, 1.5}, Y: blocks.Floats{float64(i), float64(i)}})
	}
	return p
}

// With Equal, one unit is as long on both axes, whatever the axes take.
func TestEqualUnits(t *testing.T) {
	p := square(4)
	d := dots(draw.Plot(&p, style(200)), 4, 0, 0)
	if len(d) != 3 {
		t.Fatalf("%d dots", len(d))
	}
	right, up := d[1].X-d[0].X, d[0].Y-d[2].Y
	if math.Abs(right-up) > 0.01 || right < 40 {
		t.Errorf("a unit is %.2f pt to the right and %.2f up", right, up)
	}
}

// Plots side by side have axes of the same length although the names beside
// their curves are not equally long.
func TestTilesAlign(t *testing.T) {
	g := blocks.Grid{Plots: []blocks.Plot{square(4, "a"), square(4, "a long name")}}
	d := dots(draw.Tiles(&g, style(400)), 4, 0, 0)
	if len(d) != 6 {
		t.Fatalf("%d dots", len(d))
	}
	for i := range 3 {
		if math.Abs(d[i].Y-d[i+3].Y) > 0.01 {
			t.Errorf("dot %d is at %.2f and %.2f", i, d[i].Y, d[i+3].Y)
		}
	}
}

// A heat map has the same colours in dark mode, so what stands on it keeps those
// of the book, darker ones than the map's; what stands beside it follows the page.
func TestColoursOnHeatMap(t *testing.T) {
	p := square(4)
	p.Marks = append([]blocks.Mark{blocks.HeatMap{X0: -0.5, X1: 0.5, Y0: -0.5, Y1: 0.5, Z: []blocks.Floats{{0, 1}, {1, 0}}}}, p.Marks...)
	var s draw.SVGSheet
	svg := s.Figure(draw.Plot(&p, style(200)), draw.SVGAttr{})
	for _, want := range []string{`fill="#0f2f54" stroke="#ffffff"`, `fill="var(--f1)" stroke="var(--paper)"`} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in %s", want, svg)
		}
	}
}
