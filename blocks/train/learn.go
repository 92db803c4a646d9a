package train

import (
	"math"
	"math/rand/v2"

	"weave/blocks"
)

// Example are inputs and the outputs that are wanted for them.
type Example struct{ X, T []float64 }

// Error of one example: with Softmax the cross-entropy, else half the sum of
// the squared differences.
func (n *Net) Error(e Example) (sum float64) {
	softmax := n.Layers[len(n.Layers)-1].Activation == Softmax
	for i, a := range n.Forward(e.X) {
		if softmax {
			if e.T[i] > 0 {
				sum -= e.T[i] * math.Log(a)
			}
			continue
		}
		sum += 0.5 * (a - e.T[i]) * (a - e.T[i])
	}
	return sum
}

// MeanError is the mean over the examples.
func (n *Net) MeanError(examples []Example) (sum float64) {
	for _, e := range examples {
		sum += n.Error(e)
	}
	return sum / float64(len(examples))
}

// Gradient adds up the derivatives of the errors of examples, in a net of the
// same form.
func (n *Net) Gradient(examples []Example) *Net {
	g := n.empty()
	for _, e := range examples {
		n.backward(e, g)
	}
	return g
}

func (n *Net) empty() *Net {
	g := &Net{}
	for _, l := range n.Layers {
		k := Layer{B: make([]float64, len(l.B))}
		for range l.W {
			k.W = append(k.W, make([]float64, len(l.W[0])))
		}
		g.Layers = append(g.Layers, k)
	}
	return g
}

// backward adds the derivatives for one example.
func (n *Net) backward(e Example, g *Net) {
	all := n.forward(e.X)
	delta := n.outputDelta(all[len(all)-1], e.T)
	for k := len(n.Layers) - 1; k >= 0; k-- {
		in := all[k]
		before := make([]float64, len(in))
		for i, d := range delta {
			g.Layers[k].B[i] += d
			for j, a := range in {
				g.Layers[k].W[i][j] += d * a
				before[j] += d * n.Layers[k].W[i][j]
			}
		}
		if k > 0 {
			for j, a := range in {
				before[j] *= n.Layers[k-1].Activation.slope(a)
			}
		}
		delta = before
	}
}

// outputDelta is the derivative of the error by the sums of the last layer: for
// Softmax with the cross-entropy simply the outputs minus the targets.
func (n *Net) outputDelta(a, t []float64) []float64 {
	last := n.Layers[len(n.Layers)-1].Activation
	delta := make([]float64, len(a))
	for i := range a {
		delta[i] = a[i] - t[i]
		if last != Softmax {
			delta[i] *= last.slope(a[i])
		}
	}
	return delta
}

// Step goes one step of the given length against the mean gradient of examples.
func (n *Net) Step(examples []Example, rate float64) {
	g := n.Gradient(examples)
	rate /= float64(len(examples))
	for k, l := range n.Layers {
		for i, row := range l.W {
			l.B[i] -= rate * g.Layers[k].B[i]
			for j := range row {
				row[j] -= rate * g.Layers[k].W[i][j]
			}
		}
	}
}

// Batches parts examples into mini-batches of a size, in a new order each time.
func Batches(examples []Example, size int, r *rand.Rand) (out [][]Example) {
	mixed := append([]Example(nil), examples...)
	r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
	for len(mixed) > size {
		out, mixed = append(out, mixed[:size]), mixed[size:]
	}
	return append(out, mixed)
}

// Epoch goes once through the examples in mini-batches.
func (n *Net) Epoch(examples []Example, size int, rate float64, r *rand.Rand) {
	for _, batch := range Batches(examples, size, r) {
		n.Step(batch, rate)
	}
}

var _ = blocks.Register("train/batches", Batches)
