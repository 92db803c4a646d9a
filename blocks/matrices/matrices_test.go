package matrices

import (
	"testing"

	"weave/blocks"
)

func label(d blocks.Diagram, id string) (string, blocks.State) {
	for _, n := range d.Nodes {
		if n.ID == id {
			return n.Label, n.State
		}
	}
	return "", ""
}

func TestMulVecGivesARowAtATime(t *testing.T) {
	A, x := [][]float64{{1, 2}, {-3, 4}}, []float64{5, -6}
	first, second := MulVec(A, x, 1), MulVec(A, x, 2)
	if want := `row 1: $1\cdot 5+2\cdot (-6) = -7$`; first.Title != want {
		t.Errorf("step 1 says %s", first.Title)
	}
	if l, _ := label(first, "z1"); l != "" {
		t.Errorf("step 1 knows the second entry, %s", l)
	}
	if l, s := label(second, "z0"); l != "$-7$" || s != blocks.Done {
		t.Errorf("step 2 has %s (%s) in the first row", l, s)
	}
	if l, s := label(second, "z1"); l != "$-39$" || s != blocks.Active {
		t.Errorf("step 2 gives %s (%s)", l, s)
	}
	if _, s := label(second, "a0.1"); s != blocks.Done {
		t.Errorf("the first row is %q in step 2", s)
	}
}

// The two highlighted sides are equally long, whatever the shapes.
func TestRuleMarksEqualSides(t *testing.T) {
	var lengths []float64
	for _, s := range Rule(2, 5, 3).Shapes {
		if s.Line == 3 {
			lengths = append(lengths, s.X[1]-s.X[0]+s.Y[1]-s.Y[0])
		}
	}
	if len(lengths) != 2 || !blocks.Near(lengths[0], lengths[1], 1e-12) {
		t.Errorf("the sides are %v long", lengths)
	}
}
