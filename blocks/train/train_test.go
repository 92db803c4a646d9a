package train

import (
	"math"
	"math/rand/v2"
	"testing"

	"weave/blocks/datasets"
	"weave/blocks/diffquot"
)

// Backpropagation agrees with central differences for every parameter, for both
// kinds of error.
func TestGradient(t *testing.T) {
	for name, n := range map[string]*Net{
		"squares": New(1, Tanh, Sigmoid, 2, 3, 2),
		"softmax": New(2, Tanh, Softmax, 2, 4, 3),
		"linear":  New(3, Sigmoid, Linear, 2, 2, 1),
	} {
		e := Example{X: []float64{0.3, -0.8}, T: make([]float64, len(n.Layers[1].B))}
		e.T[0] = 1
		g := n.Gradient([]Example{e})
		for k, l := range n.Layers {
			for i := range l.W {
				for j := range l.W[i] {
					compare(t, name, n, e, &l.W[i][j], g.Layers[k].W[i][j])
				}
				compare(t, name, n, e, &l.B[i], g.Layers[k].B[i])
			}
		}
	}
}

func compare(t *testing.T, name string, n *Net, e Example, p *float64, got float64) {
	t.Helper()
	at := *p
	want := diffquot.Central(func(v float64) float64 {
		*p = v
		return n.Error(e)
	}, at, 1e-5)
	*p = at
	if math.Abs(got-want) > 1e-9 {
		t.Errorf("%s: derivative %g, by differences %g", name, got, want)
	}
}

func TestXOR(t *testing.T) {
	n := New(3, Tanh, Sigmoid, 2, 2, 1)
	examples := Binary(datasets.XOR())
	for range 3000 {
		n.Step(examples, 2)
	}
	if n.Accuracy(datasets.XOR()) != 1 || n.MeanError(examples) > 0.01 {
		t.Errorf("error %g", n.MeanError(examples))
	}
}

// Every example is in exactly one batch, and no batch is larger than asked.
func TestBatches(t *testing.T) {
	examples := OneHot(datasets.Moons(23, 0.1, 1), 2)
	seen := map[*float64]int{}
	for _, b := range Batches(examples, 5, rand.New(rand.NewPCG(1, 1))) {
		if len(b) == 0 || len(b) > 5 {
			t.Errorf("a batch of %d", len(b))
		}
		for _, e := range b {
			seen[&e.X[0]]++
		}
	}
	if len(seen) != 23 {
		t.Errorf("%d of 23 examples", len(seen))
	}
}
