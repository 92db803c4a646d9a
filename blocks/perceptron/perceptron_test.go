package perceptron

import (
	"testing"

	"gonum.org/v1/gonum/mat"

	"weave/blocks"
)

func TestHeaviside(t *testing.T) {
	for x, want := range map[float64]float64{-1e-300: 0, 0: 1, 1e-300: 1, -5: 0, 5: 1} {
		if got := Heaviside(x); got != want {
			t.Errorf("H(%g) = %g, want %g", x, got, want)
		}
	}
}

func TestLogic(t *testing.T) {
	for _, c := range []struct {
		name   string
		p      Perceptron
		wanted [4]float64
	}{
		{"and", Perceptron{[]float64{1, 1}, -1.5}, [4]float64{0, 0, 0, 1}},
		{"or", Perceptron{[]float64{1, 1}, -0.5}, [4]float64{0, 1, 1, 1}},
		{"nand", Perceptron{[]float64{-1, -1}, 1.5}, [4]float64{1, 1, 1, 0}},
	} {
		for i, x := range Corners {
			if got := c.p.Output(x[0], x[1]); got != c.wanted[i] {
				t.Errorf("%s%v = %g", c.name, x, got)
			}
		}
	}
}

func TestSumPanicsOnTooFewInputs(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("one input for two weights was taken")
		}
	}()
	Perceptron{Weights: []float64{1, 2}}.Sum(1)
}

// A solution that the search names is one, and XOR has none.
func TestSearch(t *testing.T) {
	and := Search([4]float64{0, 0, 0, 1}, 2, 0.5)
	if and.Tried != 9*9*9 || and.Right == 0 || and.Most != 4 {
		t.Fatalf("and: %+v", and)
	}
	for i, x := range Corners {
		if and.Best.Output(x[0], x[1]) != and.Wanted[i] {
			t.Errorf("%+v is no and at %v", and.Best, x)
		}
	}
	if xor := Search([4]float64{0, 1, 1, 0}, 5, 0.5); xor.Right != 0 || xor.Most != 3 {
		t.Errorf("xor: %+v", xor)
	}
}

func TestLinesHasARowForEachFunction(t *testing.T) {
	table := Lines(2, 0.5)
	if len(table.Rows) != 3 {
		t.Fatal(len(table.Rows), "rows")
	}
	for _, row := range table.Rows {
		if len(row) != len(table.Head) {
			t.Errorf("%v has %d cells, the head %d", row, len(row), len(table.Head))
		}
		if none := row[2] == 0; none != (row[0] == "XOR") {
			t.Errorf("%v", row)
		}
	}
}

func TestLayer(t *testing.T) {
	z := Layer(mat.NewDense(2, 2, []float64{6, 4, 5, 3}), mat.NewVecDense(2, []float64{5, 7}), mat.NewVecDense(2, []float64{3, -5}))
	if z.AtVec(0) != 61 || z.AtVec(1) != 41 {
		t.Errorf("got %v", z.RawVector().Data)
	}
}

// The shaded side is the one where the neuron fires, and each corner has a dot.
func TestPlane(t *testing.T) {
	p := Perceptron{[]float64{2, -1}, 0.5}
	plot := Plane(p, [4]float64{1, 0, 1, 1})
	dots := 0
	for _, m := range plot.Marks {
		switch m := m.(type) {
		case blocks.HalfPlane:
			for _, x := range Corners {
				if (m.A*x[0]+m.B*x[1] >= m.C) != (p.Output(x[0], x[1]) == 1) {
					t.Errorf("%v is on the wrong side", x)
				}
			}
		case blocks.Points:
			dots += len(m.X)
		}
	}
	if dots != 4 {
		t.Errorf("%d dots", dots)
	}
}
