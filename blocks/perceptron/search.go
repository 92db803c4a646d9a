package perceptron

import (
	"weave/blocks"
	"weave/blocks/wording"
)

// Found is what a search over many neurons gives for one truth function.
type Found struct {
	Tried  int        // neurons
	Right  int        // of them right at all four corners
	Most   int        // corners that the best of them has right
	Best   Perceptron // the first of those
	Wanted [4]float64
}

// Search tries all neurons with two inputs whose weights and bias are multiples
// of step from −limit to limit, against the wanted outputs at Corners.
func Search(wanted [4]float64, limit, step float64) Found {
	f := Found{Wanted: wanted}
	n := int(2*limit/step + 0.5)
	value := func(i int) float64 { return -limit + float64(i)*step }
	for i := range n + 1 {
		for j := range n + 1 {
			for k := range n + 1 {
				f.try(value(i), value(j), value(k))
			}
		}
	}
	return f
}

// try counts the corners at which one neuron is right. It is written without
// slices: a search calls it some hundred thousand times.
func (f *Found) try(w1, w2, b float64) {
	hits := 0
	for i, c := range Corners {
		if Heaviside(w1*c[0]+w2*c[1]+b) == f.Wanted[i] {
			hits++
		}
	}
	f.Tried++
	if hits == len(Corners) {
		f.Right++
	}
	if hits > f.Most {
		f.Most, f.Best = hits, Perceptron{[]float64{w1, w2}, b}
	}
}

// Lines searches neurons for AND, OR and XOR, with weights and biases from
// −limit to limit in steps of step.
func Lines(limit, step float64) blocks.Table {
	functions := []struct {
		name   string
		wanted [4]float64
	}{
		{wording.Of("UND", "AND"), [4]float64{0, 0, 0, 1}},
		{wording.Of("ODER", "OR"), [4]float64{0, 1, 1, 1}},
		{"XOR", [4]float64{0, 1, 1, 0}},
	}
	t := blocks.Table{Head: []string{
		wording.Of("Funktion", "function"),
		wording.Of("geprüft", "tried"),
		wording.Of("alle vier Ecken richtig", "all four corners right"),
		wording.Of("höchstens richtig", "right at most"),
	}}
	for _, f := range functions {
		r := Search(f.wanted, limit, step)
		t.Rows = append(t.Rows, []any{f.name, r.Tried, r.Right, r.Most})
	}
	return t
}

var (
	_ = blocks.Register("perceptron/lines", Lines)
	_ = blocks.Register("perceptron/search", Search)
)
