// Package matrices draws products of matrices: a matrix times a vector row by
// row, and which shapes fit together.
package matrices

import (
	"fmt"
	"strings"

	"weave/blocks"
	"weave/blocks/nets"
	"weave/blocks/wording"
)

// MulVec draws step n, from 1, of a matrix times a vector: row n of the matrix
// and the entry of the result that it gives are highlighted, the entries above
// are known already.
func MulVec(A [][]float64, x []float64, n int) blocks.Diagram {
	d := blocks.Diagram{}
	cols := len(x)
	right := float64(cols)*colWidth + 0.75
	result := right + 1.9
	for i, row := range A {
		state := stateOf(i, n-1)
		cells(&d, fmt.Sprintf("a%d.", i), 0, height(len(A), i), row, state)
		if state != blocks.Dimmed {
			entry(&d, fmt.Sprintf("z%d", i), result, height(len(A), i), nets.Number(dot(row, x)), state)
		}
	}
	for j, v := range x {
		entry(&d, fmt.Sprintf("x%d", j), right, height(cols, j), nets.Number(v), blocks.Active)
	}
	brackets(&d, 0, float64(cols-1)*colWidth, len(A))
	brackets(&d, right, right, cols)
	brackets(&d, result, result, len(A))
	d.Texts = append(d.Texts, blocks.Note{X: right + 0.95, Y: 0, Text: "$=$"})
	d.Title = title(A[n-1], x, n)
	return d
}

var _ = blocks.Register("matrices/mulvec", MulVec)

func stateOf(row, current int) blocks.State {
	switch {
	case row == current:
		return blocks.Active
	case row < current:
		return blocks.Done
	}
	return blocks.Dimmed
}

// title is the sum of step n, such as "Zeile 1: 1·1 + 2·2 = 5".
func title(row, x []float64, n int) string {
	terms := make([]string, len(row))
	for j, v := range row {
		terms[j] = bare(v) + `\cdot ` + bare(x[j])
	}
	return fmt.Sprintf(wording.Of("Zeile", "row")+" %d: $%s = %s$", n, strings.Join(terms, "+"), nets.TeX(dot(row, x)))
}

// bare is a number in a formula, in brackets where it is negative.
func bare(v float64) string {
	text := nets.TeX(v)
	if v < 0 {
		return "(" + text + ")"
	}
	return text
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i, v := range a {
		sum += v * b[i]
	}
	return sum
}

// rowHeight and colWidth are the distances of two rows and columns in units.
const rowHeight, colWidth = 0.72, 0.76

// height is where row i of rows stands.
func height(rows, i int) float64 { return rowHeight * (float64(rows-1)/2 - float64(i)) }

func cells(d *blocks.Diagram, id string, x, y float64, row []float64, state blocks.State) {
	for j, v := range row {
		entry(d, fmt.Sprint(id, j), x+float64(j)*colWidth, y, nets.Number(v), state)
	}
}

func entry(d *blocks.Diagram, id string, x, y float64, label string, state blocks.State) {
	d.Nodes = append(d.Nodes, blocks.Node{ID: id, X: x, Y: y, Label: label, R: 0.3, W: 0.34, Form: blocks.Box, State: state})
}

// brackets are the square brackets around columns whose centres are at x0 to x1.
func brackets(d *blocks.Diagram, x0, x1 float64, rows int) {
	const gap, lip = 0.47, 0.12
	top := rowHeight*float64(rows)/2 + 0.05
	for _, side := range []struct{ x, in float64 }{{x0 - gap, lip}, {x1 + gap, -lip}} {
		d.Shapes = append(d.Shapes, blocks.Shape{
			X: blocks.Floats{side.x + side.in, side.x, side.x, side.x + side.in},
			Y: blocks.Floats{top, top, -top, -top},
		})
	}
}
