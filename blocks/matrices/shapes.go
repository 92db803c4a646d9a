package matrices

import (
	"fmt"

	"weave/blocks"
)

// Rule draws which shapes fit: an m×n matrix times an n×p matrix is m×p. The
// sides are in proportion; those that must agree are highlighted.
func Rule(m, n, p int) blocks.Diagram {
	const unit = 0.45
	d := blocks.Diagram{}
	a := rectangle(&d, 0, float64(m)*unit, float64(n)*unit, "$A$", 1)
	b := rectangle(&d, a+1.4, float64(n)*unit, float64(p)*unit, "$B$", 1)
	c := rectangle(&d, b+1.6, float64(m)*unit, float64(p)*unit, "$AB$", 3)
	sign := func(x float64, text string) {
		d.Texts = append(d.Texts, blocks.Note{X: x, Y: 0, Text: text})
	}
	sign(a+0.5, "$\\cdot$")
	sign(b+0.6, "$=$")
	below := -unit*float64(max(m, n))/2 - 0.35
	for _, t := range []struct {
		x          float64
		rows, cols int
	}{{a / 2, m, n}, {(a + 1.4 + b) / 2, n, p}, {(b + 1.6 + c) / 2, m, p}} {
		d.Texts = append(d.Texts, blocks.Note{X: t.x, Y: below, Text: fmt.Sprintf("$%d \\times %d$", t.rows, t.cols), Side: "below"})
	}
	inner(&d, 0, float64(m)*unit/2, a, float64(m)*unit/2)
	inner(&d, a+1.4, -float64(n)*unit/2, a+1.4, float64(n)*unit/2)
	return d
}

var _ = blocks.Register("matrices/rule", Rule)

// rectangle draws a matrix of the given height and width from x on, centred at
// height 0, and returns its right side.
func rectangle(d *blocks.Diagram, x, height, width float64, label string, color int) float64 {
	h := height / 2
	d.Shapes = append(d.Shapes, blocks.Shape{
		X: blocks.Floats{x, x + width, x + width, x}, Y: blocks.Floats{h, h, -h, -h},
		Closed: true, Filled: true, Color: color,
	})
	d.Texts = append(d.Texts, blocks.Note{X: x + width/2, Y: 0, Text: label})
	return x + width
}

// inner marks a side that must be as long as another.
func inner(d *blocks.Diagram, x0, y0, x1, y1 float64) {
	d.Shapes = append(d.Shapes, blocks.Shape{
		X: blocks.Floats{x0, x1}, Y: blocks.Floats{y0, y1}, Line: 3, Color: 2,
	})
}
