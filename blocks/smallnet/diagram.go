package smallnet

import (
	"fmt"

	"weave/blocks"
	"weave/blocks/nets"
	"weave/blocks/wording"
)

// links are the edges of the weights w_1 to w_8, in their order.
var links = []nets.Link{
	{Layer: 0, From: 0, To: 0}, {Layer: 0, From: 1, To: 0}, {Layer: 0, From: 0, To: 1}, {Layer: 0, From: 1, To: 1},
	{Layer: 1, From: 0, To: 0}, {Layer: 1, From: 1, To: 0}, {Layer: 1, From: 0, To: 1}, {Layer: 1, From: 1, To: 1},
}

// Diagram is the net with its symbols and the errors behind its outputs.
func Diagram() blocks.Diagram { return draw(nil, "") }

// Path is the net with the way from a weight, 1 to 8, to the error
// highlighted: through one output, or through both for the weights before
// the hidden layer. Among others it needs a title that says which weight it is.
func Path(weight int, titled bool) blocks.Diagram {
	if weight < 1 || weight > len(links) {
		panic(fmt.Sprintf("smallnet.Path: there is no weight %d", weight))
	}
	l := links[weight-1]
	path := []nets.Link{l}
	if l.Layer == 0 {
		path = append(path, nets.Link{Layer: 1, From: l.To, To: 0}, nets.Link{Layer: 1, From: l.To, To: 1})
	}
	title := ""
	if titled {
		title = fmt.Sprintf(wording.Of("Der Weg von $w_%d$ zum Fehler", "The path from $w_%d$ to the error"), weight)
	}
	return draw(path, title)
}

var (
	_ = blocks.Register("smallnet/net", Diagram)
	_ = blocks.Register("smallnet/path", Path)
)

func draw(path []nets.Link, title string) blocks.Diagram {
	n := nets.Net{
		Layers: []nets.Layer{
			{Nodes: []nets.Node{{Label: "$X_1$"}, {Label: "$X_2$"}}},
			{Nodes: []nets.Node{{Label: "$1$", Bias: "$b_1$"}, {Label: "$2$", Bias: "$b_2$"}}},
			{Nodes: []nets.Node{{Label: "$3$", Bias: "$b_3$"}, {Label: "$4$", Bias: "$b_4$"}}},
		},
		Labels: map[nets.Link]string{}, DX: 2.9, DY: 2.1, Title: title,
	}
	for i, l := range links {
		n.Labels[l] = fmt.Sprintf("$w_%d$", i+1)
	}
	if path != nil {
		n.Highlight(path...)
	}
	d := n.Diagram()
	for i := range 2 {
		state := n.Layers[2].Nodes[i].State
		if path != nil && state != blocks.Active {
			state = blocks.Dimmed
		}
		end := fmt.Sprintf("E%d", i+1)
		y := 1.05 - 2.1*float64(i)
		d.Nodes = append(d.Nodes, blocks.Node{ID: end, X: 7.9, Y: y, Form: blocks.Box, Label: fmt.Sprintf("$E_%d$", i+1), R: 0.32, State: state})
		d.Edges = append(d.Edges, blocks.Edge{From: nets.ID(2, i), To: end, State: state})
	}
	return d
}
