package draw_test

import (
	"testing"

	"weave/blocks"
	"weave/blocks/nerve"
	"weave/blocks/nets"
	"weave/blocks/timeline"
	"weave/weave/draw"
)

// box is where a label stands.
type box struct {
	text           string
	x0, y0, x1, y1 float64
}

// labels are the frames of a drawing that hold text, with their places.
func labels(f *draw.Frame, dx, dy, scale float64) (out []box) {
	for _, it := range f.Items {
		switch it := it.(type) {
		case draw.Group:
			inner := scale
			if it.Scale != 0 {
				inner *= it.Scale
			}
			out = append(out, labels(it.Frame, dx+it.X*scale, dy+it.Y*scale, inner)...)
		case draw.Glyphs:
			b := box{x0: dx, y0: dy, x1: dx + f.Width*scale, y1: dy + f.Height*scale}
			for _, g := range it.Run {
				b.text += g.Text
			}
			out = append(out, b)
		}
	}
	return out
}

// The drawings of the course keep their labels apart, at full width and in a
// column of slides, and lose none of them over the edge.
func TestDiagramLabelsDoNotOverlap(t *testing.T) {
	W, x, b := [][]float64{{6, 4}, {5, 3}}, []float64{5, 7}, []float64{3, -5}
	net := nets.Net{
		Layers:  []nets.Layer{{Title: "in", Nodes: nets.Nodes("x%d", 2)}, {Title: "h", Nodes: nets.Nodes("h%d", 2)}, {Nodes: nets.Nodes("y%d", 2)}},
		Labels:  map[nets.Link]string{},
		Outputs: true,
	}
	for l := range 2 {
		for i := range 4 {
			net.Labels[nets.Link{Layer: l, From: i / 2, To: i % 2}] = "w1"
		}
	}
	drawings := map[string]blocks.Diagram{
		"cell": nerve.Cell(), "perceptron": nets.Perceptron(), "net": net.Diagram(),
		"timeline": timeline.Of(timeline.Event{Year: 1943, Lines: []string{"McCulloch, Pitts:"}}, timeline.Event{Year: 1958, Lines: []string{"Rosenblatt:"}}),
	}
	for step := range nets.ForwardSteps(2, 2) {
		drawings["step "+string(rune('1'+step))] = nets.Forward(W, x, b, step+1)
	}
	for name, d := range drawings {
		for _, width := range []float64{413, 200} {
			f := draw.Diagram(&d, style(width))
			all := labels(f, 0, 0, 1)
			for i, a := range all {
				if a.x0 < -0.01 || a.y0 < -0.01 || a.x1 > f.Width+0.01 || a.y1 > f.Height+0.01 {
					t.Errorf("%s, %g pt: %q leaves the drawing", name, width, a.text)
				}
				for _, b := range all[:i] {
					if a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1 {
						t.Errorf("%s, %g pt: %q and %q overlap", name, width, b.text, a.text)
					}
				}
			}
		}
	}
}
