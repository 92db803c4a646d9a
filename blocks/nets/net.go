// Package nets draws neurons and nets: nodes in layers, weights on the edges
// between them, values, biases and highlighted paths.
package nets

import (
	"fmt"

	"weave/blocks"
)

// Net is a net to be drawn, its layers from left to right.
type Net struct {
	Layers  []Layer
	Labels  map[Link]string // on the edges: weights, as a rule
	States  map[Link]blocks.State
	DX, DY  float64 // between layers and between nodes, in units; 0: 2.6 and 1.5
	Title   string
	Outputs bool // an arrow leaves each node of the last layer
}

// Layer is one column of nodes.
type Layer struct {
	Title string // above the column
	Nodes []Node // from the top
}

// Node is a neuron or an input.
type Node struct {
	Label string // inside: its name or value
	Below string // under it, such as its value
	State blocks.State

	Bias      string // in a small box above it, joined by an arrow; "": none
	BiasState blocks.State
}

// Link is the edge from node From of layer Layer to node To of the next layer,
// all counted from 0.
type Link struct{ Layer, From, To int }

// ID is the name of a node in the drawing, for edges of one's own.
func ID(layer, node int) string { return fmt.Sprintf("%d.%d", layer, node) }

// Nodes is n nodes labelled by a format with their numbers from 1, such as
// "$x_%d$".
func Nodes(format string, n int) []Node {
	out := make([]Node, n)
	for i := range out {
		out[i].Label = fmt.Sprintf(format, i+1)
	}
	return out
}

// Highlight makes the given links and the nodes at their ends active, all other
// links dimmed.
func (n *Net) Highlight(path ...Link) {
	n.States = map[Link]blocks.State{}
	for l := range len(n.Layers) - 1 {
		n.eachLink(l, func(k Link) { n.States[k] = blocks.Dimmed })
	}
	for _, k := range path {
		n.States[k] = blocks.Active
		n.Layers[k.Layer].Nodes[k.From].State = blocks.Active
		n.Layers[k.Layer+1].Nodes[k.To].State = blocks.Active
	}
}

// eachLink calls f for the links between a layer and the next.
func (n *Net) eachLink(layer int, f func(Link)) {
	for from := range n.Layers[layer].Nodes {
		for to := range n.Layers[layer+1].Nodes {
			f(Link{layer, from, to})
		}
	}
}

// Diagram draws the net. Layers are centred; each node is joined to each of the
// next layer.
func (n Net) Diagram() blocks.Diagram {
	d := blocks.Diagram{Title: n.Title}
	for l, layer := range n.Layers {
		for i, node := range layer.Nodes {
			x, y := n.at(l, i)
			d.Nodes = append(d.Nodes, blocks.Node{ID: ID(l, i), X: x, Y: y, Label: node.Label, Below: node.Below, State: node.State})
			if node.Bias != "" {
				bias(&d, ID(l, i), x, y, node)
			}
		}
		if layer.Title != "" {
			x, _ := n.at(l, 0)
			d.Texts = append(d.Texts, blocks.Note{X: x, Y: n.top() + 0.75, Text: layer.Title, Side: "above"})
		}
	}
	n.edges(&d)
	return d
}

// labelAt is where on an edge its label stands: nearer to its beginning, where
// edges that cross have not met yet.
const labelAt = 0.3

func (n Net) edges(d *blocks.Diagram) {
	for l := range len(n.Layers) - 1 {
		n.eachLink(l, func(k Link) {
			d.Edges = append(d.Edges, blocks.Edge{From: ID(l, k.From), To: ID(l+1, k.To), Label: n.Labels[k], At: labelAt, State: n.States[k]})
		})
	}
	if !n.Outputs {
		return
	}
	last := len(n.Layers) - 1
	for i, node := range n.Layers[last].Nodes {
		x, y := n.at(last, i)
		end := "out" + ID(last, i)
		d.Nodes = append(d.Nodes, blocks.Node{ID: end, X: x + 1.1, Y: y, Form: blocks.Bare})
		d.Edges = append(d.Edges, blocks.Edge{From: ID(last, i), To: end, State: node.State})
	}
}

// bias draws a node's bias in a box above and left of it.
func bias(d *blocks.Diagram, node string, x, y float64, n Node) {
	id := "bias" + node
	d.Nodes = append(d.Nodes, blocks.Node{ID: id, X: x - 0.1, Y: y + 0.95, Form: blocks.Box, R: 0.2, Label: n.Bias, State: n.BiasState})
	d.Edges = append(d.Edges, blocks.Edge{From: id, To: node, State: n.BiasState})
}

// at is where a node stands.
func (n Net) at(layer, node int) (x, y float64) {
	dx, dy := n.DX, n.DY
	if dx == 0 {
		dx = 2.6
	}
	if dy == 0 {
		dy = 1.5
	}
	count := len(n.Layers[layer].Nodes)
	return float64(layer) * dx, dy * (float64(count-1)/2 - float64(node))
}

// top is the height of the highest node.
func (n Net) top() float64 {
	top := 0.0
	for l := range n.Layers {
		_, y := n.at(l, 0)
		top = max(top, y)
	}
	return top
}

var (
	_ = blocks.Register("nets/nodes", Nodes)
	_ = blocks.Register("nets/highlight", (*Net).Highlight)
	_ = blocks.Register("nets/diagram", Net.Diagram)
)
