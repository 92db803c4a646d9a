package html_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"weave/blocks"
	"weave/weave/draw"
	"weave/weave/html"
	"weave/weave/source"
)

// noise is a slider whose every state is other numbers.
func noise(values, points int) blocks.SliderOf {
	r := rand.New(rand.NewPCG(1, 2))
	return blocks.Slider("$n$", 1, values, 1, func(int) any {
		l := blocks.Line{}
		for i := range points {
			l.X, l.Y = append(l.X, float64(i)), append(l.Y, r.Float64())
		}
		return blocks.Plot{Marks: []blocks.Mark{l}}
	})
}

// TestSliderBudget: what is too much is shown, and said with the numbers.
func TestSliderBudget(t *testing.T) {
	for _, c := range []struct {
		values, points int
		tooMuch        bool
	}{
		{20, 50, false},
		{400, 600, true},
	} {
		slider := noise(c.values, c.points)
		result := &blocks.Result{Outputs: []blocks.Output{{Kind: blocks.SliderOutput, Slider: &slider}}}
		files, list := written(t, "# A\n\n```go {#x echo=false}\nx\n```\n", func(in *html.Input) {
			in.Result = func(name string) *blocks.Result { return map[string]*blocks.Result{"01-a/x": result}[name] }
			in.Figure = func(o *blocks.Output, width float64) *draw.Frame {
				return draw.Output(o, draw.FigureStyle{Width: width, Lang: "de", Label: func(string, draw.Label) *draw.Frame { return &draw.Frame{Width: 5, Height: 8} }})
			}
		})
		page := string(files["01-a.html"])
		if !strings.Contains(page, `class="frames"`) || !strings.Contains(page, `type="range" min="0" max="`) {
			t.Errorf("%d values: no slider", c.values)
		}
		switch {
		case !c.tooMuch && len(list) > 0:
			t.Errorf("%d values: %v", c.values, list)
		case c.tooMuch && (len(list) != 1 || list[0].Severity != source.Warning || !strings.Contains(list[0].Message, "more than 150 kB")):
			t.Errorf("%d values: %v", c.values, list)
		}
	}
}
