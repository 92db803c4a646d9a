package draw_test

import (
	"fmt"
	"strings"
	"testing"

	"weave/weave/draw"
)

// rect is a filled box as straight lines.
func rect(x, y, w, h float64) draw.Path {
	p := draw.Path{Fill: draw.F1}
	for i, q := range []draw.Point{{X: x, Y: y}, {X: x + w, Y: y}, {X: x + w, Y: y + h}, {X: x, Y: y + h}} {
		verb := draw.To
		if i == 0 {
			verb = draw.Move
		}
		p.Segments = append(p.Segments, draw.Segment{Verb: verb, P: [3]draw.Point{q}})
	}
	p.Segments = append(p.Segments, draw.Segment{Verb: draw.Close})
	return p
}

// dot is a shape with a curve, so that it is a stamp.
func dot(x, y float64) draw.Path {
	return draw.Path{Stroke: draw.F2, Line: draw.Line{Width: 1}, Segments: []draw.Segment{
		{Verb: draw.Move, P: [3]draw.Point{{X: x, Y: y}}},
		{Verb: draw.Curve, P: [3]draw.Point{{X: x + 1, Y: y}, {X: x + 1, Y: y + 1}, {X: x, Y: y + 1}}},
	}}
}

// What all states share is there once, in its place; the rest is numbers.
func TestSeries(t *testing.T) {
	var frames []*draw.Frame
	for i := range 3 {
		inner := &draw.Frame{Width: 9, Height: 9, Items: []draw.Item{dot(1, 1), dot(2+float64(i), 1), dot(3+2*float64(i), 1)}}
		frames = append(frames, &draw.Frame{Width: 50, Height: 20 + float64(i), Items: []draw.Item{
			rect(0, 0, 50, 20), rect(5, 5, 10, 1+float64(i)), rect(30, 30, 1, 1), draw.Group{X: 10, Y: 10, Scale: 2, Frame: inner},
		}})
	}
	s := draw.NewSeries(frames, 1)
	if s.Width != 50 || s.Height != 22 {
		t.Errorf("size %v × %v", s.Width, s.Height)
	}
	var forms []string
	for _, k := range s.Kinds {
		forms = append(forms, string(k.Form))
	}
	// a box of one line with four points, closed; then two stamps behind the one that stands still
	want := "[l s] [" + // forms, then states
		"[1 0 1 9 50 50 100 0 0 10 -100 0 2 1 140 120 1 -120 -120] " +
		"[1 0 1 9 50 50 100 0 0 20 -100 0 2 1 160 120 1 -120 -120] " +
		"[1 0 1 9 50 50 100 0 0 30 -100 0 2 1 180 120 1 -120 -120]]"
	if got := fmt.Sprint(forms) + " " + fmt.Sprint(s.States); got != want {
		t.Errorf("told as\n%s, want\n%s", got, want)
	}
	var sheet draw.SVGSheet
	svg := sheet.Series(s, draw.SVGAttr{})
	if n := strings.Count(svg, `<g class="gap">`); n != 2 {
		t.Errorf("%d gaps in %s", n, svg)
	}
	if !strings.Contains(svg, `<g class="gap"><path d="M500 500h1000v200h-1000z"`) {
		t.Errorf("the first state is not there: %s", svg)
	}
}

// Whole numbers hold a place to a twentieth of a point.
func TestSeriesPlaces(t *testing.T) {
	f := func(x float64) *draw.Frame {
		return &draw.Frame{Width: 9, Height: 9, Items: []draw.Item{dot(x, 0)}}
	}
	s := draw.NewSeries([]*draw.Frame{f(1.26), f(1.34)}, 0)
	if got := fmt.Sprint(s.States); got != "[[1 0 13 0] [1 0 13 0]]" {
		t.Errorf("states %s", got)
	}
}
