package layers

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"

	"weave/blocks"
	"weave/blocks/diffquot"
)

func TestNewHasTheShapesAndTheSeed(t *testing.T) {
	net := New(1, Uniform, 3, 3, 4, 2)
	for l, want := range [][2]int{{3, 3}, {4, 3}, {2, 4}} {
		rows, cols := net[l].W.Dims()
		if rows != want[0] || cols != want[1] || net[l].B.Len() != rows {
			t.Errorf("layer %d: W is %d × %d, b has %d entries", l+1, rows, cols, net[l].B.Len())
		}
	}
	if n := net.Parameters(); n != 12+16+10 {
		t.Errorf("%d parameters", n)
	}
	if same := New(1, Uniform, 3, 3, 4, 2); !mat.Equal(same[2].W, net[2].W) {
		t.Error("the same seed gave another net")
	}
	if other := New(2, Uniform, 3, 3, 4, 2); mat.Equal(other[2].W, net[2].W) {
		t.Error("another seed gave the same net")
	}
}

func TestForward(t *testing.T) {
	net := Net{
		{W: mat.NewDense(2, 2, []float64{6, 4, 5, 3}), B: mat.NewVecDense(2, []float64{3, -50})},
		{W: mat.NewDense(1, 2, []float64{1, 1}), B: mat.NewVecDense(1, nil)},
	}.With(ReLU, Linear)
	all := Forward(net, mat.NewVecDense(2, []float64{5, 7}))
	if len(all) != 3 || all[1].AtVec(0) != 61 || all[1].AtVec(1) != 0 || all[2].AtVec(0) != 61 {
		t.Errorf("got %v", all)
	}
}

// The slopes of each activation are its derivatives.
func TestSlopes(t *testing.T) {
	z := mat.NewVecDense(4, []float64{-2, -0.3, 0.4, 1.5})
	for name, f := range map[string]Activation{
		"linear": Linear, "sigmoid": Sigmoid, "tanh": Tanh, "ReLU": ReLU, "leaky ReLU": LeakyReLU,
	} {
		slopes := f.Slopes(f.Of(z))
		for i := range z.Len() {
			at := func(v float64) float64 { return f.Of(mat.NewVecDense(1, []float64{v})).AtVec(0) }
			want := diffquot.Central(at, z.AtVec(i), 1e-5)
			if got := slopes.AtVec(i); math.Abs(got-want) > 1e-9 {
				t.Errorf("%s at %g: slope %g, by differences %g", name, z.AtVec(i), got, want)
			}
		}
	}
}

func TestWithPanicsOnTooFewActivations(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("one activation for two layers was taken")
		}
	}()
	New(1, Uniform, 1, 1, 1).With(ReLU)
}

func TestDistributions(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 0))
	inside, middle := 0, 0
	for range 10000 {
		if v := Uniform(rng); v < -0.5 || v >= 0.5 {
			t.Fatalf("%g is outside of [−0.5, 0.5)", v)
		} else if v >= -0.25 && v < 0.25 {
			middle++
		}
		if v := Normal(2)(rng); v >= -2 && v < 2 {
			inside++
		}
	}
	if middle < 4800 || middle > 5200 {
		t.Errorf("%d of 10000 uniform numbers in the middle half", middle)
	}
	if inside < 6680 || inside > 6970 {
		t.Errorf("%d of 10000 normal numbers within one standard deviation", inside)
	}
}

func TestHistogram(t *testing.T) {
	h := Histogram([]float64{0, 0.1, 0.6, 1, -1}, 0, 1, 2)
	if h.Y[0] != 0.8 || h.Y[1] != 0.4 || h.X[0] != 0.25 {
		t.Errorf("got %v at %v", h.Y, h.X)
	}
}

func TestShapes(t *testing.T) {
	rows := Shapes(New(1, Uniform, 3, 4)).Rows
	if len(rows) != 1 || rows[0][3] != `$4 \times 3$` || rows[0][4] != `$4 \times 1$` || rows[0][6] != 16 {
		t.Errorf("got %v", rows)
	}
}

func TestDiagram(t *testing.T) {
	arrows := 0
	d := Diagram([]int{3, 3, 4, 2})
	for _, e := range d.Edges {
		if e.State == blocks.Normal {
			arrows++
		}
	}
	if arrows != 9+12+8+2 {
		t.Errorf("%d arrows", arrows)
	}
}
