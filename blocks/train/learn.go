package train

import (
	"math/rand/v2"

	"weave/blocks"
)

// Step goes one step of the given length against the mean gradient of examples.
func (n *Net) Step(examples []Example, rate float64) {
	rate /= float64(len(examples))
	for l, g := range n.Gradient(examples) {
		g.W.Scale(rate, g.W)
		n.Net[l].W.Sub(n.Net[l].W, g.W)
		n.Net[l].B.AddScaledVec(n.Net[l].B, -rate, g.B)
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

var (
	_ = blocks.Register("train/step", (*Net).Step)
	_ = blocks.Register("train/batches", Batches)
	_ = blocks.Register("train/epoch", (*Net).Epoch)
)
