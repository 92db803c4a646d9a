package train

import (
	"math"
	"math/rand/v2"
	"testing"

	"weave/blocks"
	"weave/blocks/datasets"
	"weave/blocks/diffquot"
	"weave/blocks/layers"
)

// Backpropagation agrees with central differences for every parameter, for both
// kinds of error.
func TestGradient(t *testing.T) {
	for name, n := range map[string]*Net{
		"squares": New(1, layers.Tanh, layers.Sigmoid, 2, 3, 2),
		"softmax": New(2, layers.Tanh, layers.Softmax, 2, 4, 3),
		"relu":    New(4, layers.ReLU, layers.LeakyReLU, 2, 3, 2),
		"linear":  New(3, layers.Sigmoid, layers.Linear, 2, 2, 1),
	} {
		e := Example{X: []float64{0.3, -0.8}, T: make([]float64, n.Net[1].B.Len())}
		e.T[0] = 1
		for l, g := range n.Gradient([]Example{e}) {
			compare(t, name, n, e, n.Net[l].W.RawMatrix().Data, g.W.RawMatrix().Data)
			compare(t, name, n, e, n.Net[l].B.RawVector().Data, g.B.RawVector().Data)
		}
	}
}

// compare compares the derivatives by some parameters with quotients.
func compare(t *testing.T, name string, n *Net, e Example, params, got []float64) {
	t.Helper()
	for i, at := range params {
		want := diffquot.Central(func(v float64) float64 {
			params[i] = v
			return n.Error(e)
		}, at, 1e-5)
		params[i] = at
		if math.Abs(got[i]-want) > 1e-9 {
			t.Errorf("%s: derivative %g, by differences %g", name, got[i], want)
		}
	}
}

func TestXOR(t *testing.T) {
	n := New(3, layers.Tanh, layers.Sigmoid, 2, 2, 1)
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

// A trained net separates moons without noise, and its surface shows it: the
// dots of class 1 lie where the net says class 1.
func TestClassesAndSurface(t *testing.T) {
	set := datasets.Moons(60, 0, 1)
	n := New(1, layers.Tanh, layers.Softmax, 2, 8, 2)
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		n.Epoch(OneHot(set, 2), 10, 0.5, r)
	}
	if got := n.Accuracy(set); got != 1 {
		t.Errorf("accuracy %g", got)
	}
	p := n.Surface(set, -2, -1.5, 3, 2, 15)
	m := p.Marks[0].(blocks.HeatMap)
	if len(m.Z) != 15 || len(m.Z[0]) != 15 {
		t.Fatalf("a surface of %d × %d", len(m.Z), len(m.Z[0]))
	}
	if want := n.Forward([]float64{-2 + 5*2.0/14, -1.5 + 3.5*9.0/14})[1]; math.Abs(m.Z[9][2]-want) > 1e-12 {
		t.Errorf("row 9, column 2 is %g, want %g", m.Z[9][2], want)
	}
	filled, open := p.Marks[1].(blocks.Points), p.Marks[2].(blocks.Points)
	if len(filled.X) != 30 || len(open.X) != 30 || filled.Y[0] != set.X[1][1] {
		t.Errorf("%d filled and %d open dots", len(filled.X), len(open.X))
	}
}
