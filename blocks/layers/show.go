package layers

import (
	"fmt"

	"weave/blocks"
	"weave/blocks/nets"
	"weave/blocks/wording"
)

// Shapes shows the shapes of all parts of a net, a row for each layer.
func Shapes(net Net) blocks.Table {
	t := blocks.Table{Head: []string{
		wording.Of("Schicht", "layer"), wording.Of("Eingaben", "inputs"), wording.Of("Neuronen", "neurons"),
		"$W$", "$b$", "$a$", wording.Of("Parameter", "parameters"),
	}}
	for l, layer := range net {
		rows, cols := layer.W.Dims()
		column := shape(rows, 1)
		t.Rows = append(t.Rows, []any{
			l + 1, cols, rows, shape(rows, cols), column, column, rows*cols + rows,
		})
	}
	return t
}

func shape(rows, cols int) string { return fmt.Sprintf("$%d \\times %d$", rows, cols) }

// Diagram draws the net of the given sizes: inputs, hidden layers, outputs.
func Diagram(sizes []int) blocks.Diagram {
	last := len(sizes) - 1
	n := nets.Net{Outputs: true, DX: 2.4, DY: 1.2}
	for l, size := range sizes {
		layer := nets.Layer{Nodes: nets.Nodes("$x_%d$", size), Title: wording.Of("Eingaben", "inputs")}
		if l > 0 {
			layer = nets.Layer{Nodes: nets.Nodes("$%d$", size), Title: fmt.Sprintf(wording.Of("Schicht", "layer")+" %d", l)}
		}
		if l == last {
			layer.Title = wording.Of("Ausgabe", "output")
		}
		n.Layers = append(n.Layers, layer)
	}
	return n.Diagram()
}

// Histogram counts values in n bins of the same width from a to b and gives the
// density: the areas of all bars have the sum 1 where all values are inside.
func Histogram(values []float64, a, b float64, n int) blocks.Bars {
	width := (b - a) / float64(n)
	h := blocks.Bars{X: make(blocks.Floats, n), Y: make(blocks.Floats, n), Width: width}
	for i := range n {
		h.X[i] = a + (float64(i)+0.5)*width
	}
	for _, v := range values {
		if i := int((v - a) / width); v >= a && i < n {
			h.Y[i] += 1 / (width * float64(len(values)))
		}
	}
	return h
}

var (
	_ = blocks.Register("layers/shapes", Shapes)
	_ = blocks.Register("layers/diagram", Diagram)
	_ = blocks.Register("layers/histogram", Histogram)
)
