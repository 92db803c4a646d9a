package nets

import (
	"fmt"
	"strconv"

	"weave/blocks"
	"weave/blocks/wording"
)

// Forward draws step n, from 1, of computing the sums of a layer by hand: first
// the inputs, then for each neuron a product at a time and its bias, at last
// all sums. Row i of W holds the weights of neuron i.
func Forward(W [][]float64, x, b []float64, n int) blocks.Diagram {
	f := &forward{W: W, x: x, b: b, step: n - 2, states: map[Link]blocks.State{}}
	return f.net().Diagram()
}

// ForwardSteps is how many steps Forward has.
func ForwardSteps(inputs, neurons int) int { return 2 + neurons*(inputs+1) }

// forward is one step: step counts the additions from 0; −1 is before the
// first, one more than there are is after the last.
type forward struct {
	W      [][]float64
	x, b   []float64
	step   int
	states map[Link]blocks.State
}

func (f *forward) net() Net {
	labels := map[Link]string{}
	inputs, neurons := make([]Node, len(f.x)), make([]Node, len(f.b))
	for i, v := range f.x {
		inputs[i] = Node{Label: Number(v), Below: fmt.Sprintf("$x_%d$", i+1)}
		if f.step < 0 {
			inputs[i].State = blocks.Active
		}
	}
	title := wording.Of("Die Eingaben liegen an", "The inputs are there")
	for i := range neurons {
		for j := range f.x {
			labels[Link{0, j, i}] = Number(f.W[i][j])
		}
		if t := f.neuron(&neurons[i], i, inputs); t != "" {
			title = t
		}
	}
	if f.step >= len(f.b)*(len(f.x)+1) {
		title = wording.Of("Alle Summen stehen fest", "All sums are known")
		if len(f.b) == 2 {
			title = wording.Of("Beide Summen stehen fest", "Both sums are known")
		}
	}
	return Net{
		Layers: []Layer{{Nodes: inputs}, {Nodes: neurons}},
		Labels: labels, States: f.states, DX: 3.5, DY: 1.9, Title: fmt.Sprintf("%d. %s", f.step+2, title),
	}
}

// neuron sets what is known of one neuron at this step. It returns the step's
// title where the step is this neuron's.
func (f *forward) neuron(node *Node, i int, inputs []Node) (title string) {
	terms := len(f.x) + 1
	done := f.step - i*terms + 1 // additions of this neuron, with the current one
	node.Label, node.Below, node.Bias = "$z_"+strconv.Itoa(i+1)+"$", "", Number(f.b[i])
	for j := range f.x {
		f.states[Link{0, j, i}] = stateOf(j, done, terms)
	}
	if done <= 0 {
		return ""
	}
	sum := 0.0
	for j := range min(done, len(f.x)) {
		sum += f.W[i][j] * f.x[j]
	}
	switch {
	case done > terms:
		node.State, node.BiasState = blocks.Done, blocks.Done
		node.Label = Number(sum + f.b[i])
		return ""
	case done == terms:
		title = fmt.Sprintf(wording.Of("Bias", "bias")+": $%s %s = %s$", TeX(sum), signed(f.b[i]), TeX(sum+f.b[i]))
		sum += f.b[i]
		node.BiasState = blocks.Active
	default:
		j := done - 1
		inputs[j].State = blocks.Active
		product := f.W[i][j] * f.x[j]
		title = fmt.Sprintf(wording.Of("Produkt", "product")+": $%s \\cdot %s = %s$", TeX(f.W[i][j]), factor(f.x[j]), TeX(product))
		if j > 0 {
			title += fmt.Sprintf(wording.Of(", Summe", ", sum")+": $%s %s = %s$", TeX(sum-product), signed(product), TeX(sum))
		}
	}
	node.Label, node.State = Number(sum), blocks.Active
	return title
}

// stateOf is how an edge looks when done additions of its neuron's terms are
// under way.
func stateOf(edge, done, terms int) blocks.State {
	switch {
	case done <= 0:
		return blocks.Dimmed
	case edge == done-1:
		return blocks.Active
	case edge < done || done > terms:
		return blocks.Done
	}
	return blocks.Dimmed
}

// TeX is a number as it stands in a formula.
func TeX(v float64) string {
	return wording.TeX(strconv.FormatFloat(v, 'g', -1, 64))
}

// Number is a number as a label.
func Number(v float64) string { return "$" + TeX(v) + "$" }

// signed is a number behind a sum.
func signed(v float64) string {
	if v < 0 {
		return "- " + TeX(-v)
	}
	return "+ " + TeX(v)
}

// factor is a number behind a product.
func factor(v float64) string {
	if v < 0 {
		return "(" + TeX(v) + ")"
	}
	return TeX(v)
}

var (
	_ = blocks.Register("nets/forward", Forward)
	_ = blocks.Register("nets/forward-steps", ForwardSteps)
)
