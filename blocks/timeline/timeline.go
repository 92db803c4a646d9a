// Package timeline draws events in their order, evenly spaced: a picture of a
// sequence, not of its dates.
package timeline

import (
	"strconv"

	"weave/blocks"
)

// Event is a year and what happened, in a few short lines.
type Event struct {
	Year  int
	Lines []string
}

// step is the distance between two events, in units.
const step = 2.3

// Of draws events from left to right: the year above a dot, the text below it.
func Of(events ...Event) blocks.Diagram {
	var d blocks.Diagram
	end := step * float64(len(events)-1)
	d.Shapes = append(d.Shapes, blocks.Shape{
		X: blocks.Floats{-0.6, end + 0.9}, Y: blocks.Floats{0, 0}, Line: 1, Arrow: true, State: blocks.Dimmed,
	})
	for i, e := range events {
		x := step * float64(i)
		d.Nodes = append(d.Nodes, blocks.Node{
			ID: strconv.Itoa(i), X: x, R: 0.1, Above: strconv.Itoa(e.Year), State: blocks.Done,
		})
		for k, text := range e.Lines {
			d.Texts = append(d.Texts, blocks.Note{X: x, Y: -0.15 - 0.3*float64(k), Text: text, Side: "below"})
		}
	}
	return d
}

var _ = blocks.Register("timeline/of", Of)
