package blocks

import (
	"encoding/json"
	"fmt"
	"math"
	"testing"
)

func curveOf(n int) any {
	return Plot{Marks: []Mark{Function("", func(x float64) float64 { return math.Max(x, 0) }, -1, 1, n)}}
}

func TestSliderValues(t *testing.T) {
	s := Slider("n", 70, 1000, 1, curveOf)
	if len(s.Values) != 931 || len(s.Frames) != 931 || s.Values[930] != 1000 {
		t.Errorf("70 to 1000 are %d values up to %v", len(s.Values), s.Values[len(s.Values)-1])
	}
	if got := fmt.Sprint(s.Printed, s.Start(100.4).First, s.Print(70, 71, 5000).Printed); got != "[0 310 620 930] 30 [0 1 930]" {
		t.Errorf("printed, first, asked to print: %s", got)
	}
	a := Slider("a", 0.1, 1.1, 0.1, func(a float64) any { return a })
	if got := fmt.Sprint(a.Values); got != "[0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1 1.1]" {
		t.Errorf("values %s", got)
	}
}

// A curve keeps its corners and what a smooth one needs, and nothing more.
func TestSliderThins(t *testing.T) {
	corner := Slider("n", 70, 70, 1, curveOf).Frames[0].Plot.Marks[0].(Line)
	if got := fmt.Sprint(corner.X, corner.Y); got != "[-1 0 1] [0 0 1]" {
		t.Errorf("a ramp of 71 points is %s", got)
	}
	sine := Function("", math.Sin, 0, 7, 2000)
	x, y := thinLine(sine.X, sine.Y)
	if len(x) > 80 {
		t.Errorf("a sine keeps %d points", len(x))
	}
	at := 1
	for i, v := range sine.X {
		for x[at] < v {
			at++
		}
		between := y[at-1] + (y[at]-y[at-1])*(v-x[at-1])/(x[at]-x[at-1])
		// visible is across the curve; its steepest piece climbs 3.5 heights in a width
		if math.Abs(between-sine.Y[i]) > 3.7*visible*2 {
			t.Fatalf("at %v the thinned curve is off by %v", v, between-sine.Y[i])
		}
	}
	gap, _ := thinLine(Floats{0, 1, 2, 3, 4, 5, 6}, Floats{0, 1, 2, math.NaN(), 4, 5, 6})
	if got := fmt.Sprint(gap); got != "[0 2 3 4 6]" {
		t.Errorf("a gap leaves %s", got)
	}
}

func TestSliderMisuse(t *testing.T) {
	for name, f := range map[string]func(){
		"backwards": func() { Slider("n", 5, 1, 1, curveOf) },
		"no step":   func() { Slider("n", 1, 5, 0, curveOf) },
		"too many":  func() { Slider("n", 1, 1_000_000, 1, curveOf) },
		"two kinds": func() {
			Slider("n", 1, 2, 1, func(n int) any {
				if n == 1 {
					return n
				}
				return curveOf(n)
			})
		},
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			f()
		}()
	}
}

func TestSliderWire(t *testing.T) {
	data, err := json.Marshal(OutputOf(Slider("n", 2, 4, 1, curveOf)))
	if err != nil {
		t.Fatal(err)
	}
	var back Output
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	if back.Kind != SliderOutput || len(back.Slider.Frames) != 3 || len(back.Slider.Frames[2].Plot.Marks[0].(Line).X) != 3 {
		t.Errorf("came back as %+v", back)
	}
}
