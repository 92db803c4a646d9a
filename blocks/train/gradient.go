package train

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"weave/blocks"
	"weave/blocks/layers"
)

// Example are inputs and the outputs that are wanted for them.
type Example struct{ X, T []float64 }

// Error of one example: with Softmax the cross-entropy, else half the sum of
// the squared differences.
func (n *Net) Error(e Example) (sum float64) {
	for i, a := range n.Forward(e.X) {
		switch {
		case !n.softmax():
			sum += 0.5 * (a - e.T[i]) * (a - e.T[i])
		case e.T[i] > 0:
			sum -= e.T[i] * math.Log(a)
		}
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

// Gradient adds up the derivatives of the errors of examples, by
// backpropagation: a net of the same form.
func (n *Net) Gradient(examples []Example) layers.Net {
	var g layers.Net
	for _, l := range n.Net {
		rows, cols := l.W.Dims()
		g = append(g, layers.Layer{W: mat.NewDense(rows, cols, nil), B: mat.NewVecDense(rows, nil)})
	}
	for _, e := range examples {
		n.backward(e, g)
	}
	return g
}

// backward adds the derivatives for one example.
func (n *Net) backward(e Example, g layers.Net) {
	all := layers.Forward(n.Net, mat.NewVecDense(len(e.X), e.X))
	delta := n.outputDelta(all[len(all)-1], mat.NewVecDense(len(e.T), e.T))
	for l := len(n.Net) - 1; ; l-- {
		g[l].W.RankOne(g[l].W, 1, delta, all[l])
		g[l].B.AddVec(g[l].B, delta)
		if l == 0 {
			return
		}
		var before mat.VecDense
		before.MulVec(n.Net[l].W.T(), delta)
		before.MulElemVec(&before, n.Net[l-1].F.Slopes(all[l]))
		delta = &before
	}
}

// outputDelta is the derivative of the error by the sums of the last layer: for
// Softmax with the cross-entropy simply the outputs minus the targets.
func (n *Net) outputDelta(a, t *mat.VecDense) *mat.VecDense {
	var delta mat.VecDense
	delta.SubVec(a, t)
	if !n.softmax() {
		delta.MulElemVec(&delta, n.Net[len(n.Net)-1].F.Slopes(a))
	}
	return &delta
}

var (
	_ = blocks.Register("train/error", (*Net).Error)
	_ = blocks.Register("train/mean-error", (*Net).MeanError)
	_ = blocks.Register("train/gradient", (*Net).Gradient)
)
