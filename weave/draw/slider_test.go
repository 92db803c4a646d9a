package draw_test

import (
	"testing"

	"weave/blocks"
	"weave/weave/draw"
)

// All frames have the axes that the largest needs.
func TestSteadyAxes(t *testing.T) {
	s := blocks.Slider("n", 1, 3, 1, func(n int) any {
		return blocks.Plot{Marks: []blocks.Mark{blocks.Line{X: blocks.Floats{0, float64(n)}, Y: blocks.Floats{0, float64(10 * n)}}}}
	})
	for i, f := range draw.Steady(s.Frames) {
		if f.Plot.X.Min != 0 || f.Plot.X.Max != 3 || f.Plot.Y.Max < 30 {
			t.Errorf("frame %d: x to %v, y to %v", i, f.Plot.X.Max, f.Plot.Y.Max)
		}
	}
	if s.Frames[0].Plot.X.Max != 0 {
		t.Error("the frames themselves were changed")
	}
}

func TestSliderLabel(t *testing.T) {
	s := blocks.Slider("$\\alpha$", -0.5, 1, 0.25, func(a float64) any { return a })
	if got := draw.SliderLabel(&s, 0, "de"); got != "$\\alpha = -0,50$" {
		t.Errorf("label %q", got)
	}
	s.Name = "Schritte"
	if got := draw.SliderLabel(&s, 0, "de"); got != "Schritte = −0,50" {
		t.Errorf("label %q", got)
	}
}
