package nets

import (
	"testing"

	"weave/blocks"
	"weave/blocks/internal/sink"
)

func edge(d blocks.Diagram, from, to string) *blocks.Edge {
	for i := range d.Edges {
		if d.Edges[i].From == from && d.Edges[i].To == to {
			return &d.Edges[i]
		}
	}
	return nil
}

func node(d blocks.Diagram, id string) *blocks.Node {
	for i := range d.Nodes {
		if d.Nodes[i].ID == id {
			return &d.Nodes[i]
		}
	}
	return nil
}

func TestNetIsFullyConnected(t *testing.T) {
	n := Net{Layers: []Layer{{Nodes: Nodes("$x_%d$", 3)}, {Nodes: Nodes("%d", 4)}, {Nodes: Nodes("$y_%d$", 2)}}}
	d := n.Diagram()
	if len(d.Nodes) != 9 || len(d.Edges) != 3*4+4*2 {
		t.Errorf("%d nodes, %d edges", len(d.Nodes), len(d.Edges))
	}
	if got := node(d, ID(2, 1)).Label; got != "$y_2$" {
		t.Errorf("the last node is %s", got)
	}
	ends := map[string]bool{}
	for _, n := range d.Nodes {
		ends[n.ID] = true
	}
	for _, e := range d.Edges {
		if !ends[e.From] || !ends[e.To] {
			t.Errorf("%s to %s", e.From, e.To)
		}
	}
}

func TestHighlight(t *testing.T) {
	n := Net{
		Layers: []Layer{{Nodes: Nodes("%d", 2)}, {Nodes: Nodes("%d", 2)}, {Nodes: Nodes("%d", 1)}},
		Labels: map[Link]string{{0, 1, 0}: "$w_3$"},
	}
	n.Highlight(Link{0, 1, 0}, Link{1, 0, 0})
	d := n.Diagram()
	e := edge(d, ID(0, 1), ID(1, 0))
	if e.Label != "$w_3$" || e.State != blocks.Active {
		t.Errorf("%+v", e)
	}
	if s := edge(d, ID(0, 0), ID(1, 0)).State; s != blocks.Dimmed {
		t.Errorf("an edge beside the path is %q", s)
	}
	if node(d, ID(2, 0)).State != blocks.Active || node(d, ID(1, 1)).State == blocks.Active {
		t.Error("the wrong nodes are active")
	}
}

func TestForwardTellsTheWholeSum(t *testing.T) {
	sink.SetLang("de")
	defer sink.SetLang("en")
	W, x, b := [][]float64{{6, 4}, {5, 3}}, []float64{5, 7}, []float64{3, -5}
	want := []struct{ title, z1, z2 string }{
		{"1. Die Eingaben liegen an", "$z_1$", "$z_2$"},
		{`2. Produkt: $6 \cdot 5 = 30$`, "$30$", "$z_2$"},
		{`3. Produkt: $4 \cdot 7 = 28$, Summe: $30 + 28 = 58$`, "$58$", "$z_2$"},
		{"4. Bias: $58 + 3 = 61$", "$61$", "$z_2$"},
		{`5. Produkt: $5 \cdot 5 = 25$`, "$61$", "$25$"},
		{`6. Produkt: $3 \cdot 7 = 21$, Summe: $25 + 21 = 46$`, "$61$", "$46$"},
		{"7. Bias: $46 - 5 = 41$", "$61$", "$41$"},
		{"8. Beide Summen stehen fest", "$61$", "$41$"},
	}
	if n := ForwardSteps(2, 2); n != len(want) {
		t.Fatalf("%d steps", n)
	}
	for i, w := range want {
		d := Forward(W, x, b, i+1)
		if d.Title != w.title || node(d, ID(1, 0)).Label != w.z1 || node(d, ID(1, 1)).Label != w.z2 {
			t.Errorf("step %d: %q %s %s", i+1, d.Title, node(d, ID(1, 0)).Label, node(d, ID(1, 1)).Label)
		}
	}
}

// Exactly one edge is active in each step of a sum, the one that is added.
func TestForwardHighlightsTheProduct(t *testing.T) {
	W, x, b := [][]float64{{6, 4}, {5, 3}}, []float64{5, 7}, []float64{3, -5}
	for step, want := range map[int][2]string{
		2: {ID(0, 0), ID(1, 0)}, 3: {ID(0, 1), ID(1, 0)}, 4: {"bias" + ID(1, 0), ID(1, 0)},
		5: {ID(0, 0), ID(1, 1)}, 6: {ID(0, 1), ID(1, 1)}, 7: {"bias" + ID(1, 1), ID(1, 1)},
	} {
		for _, e := range Forward(W, x, b, step).Edges {
			is := e.From == want[0] && e.To == want[1]
			if (e.State == blocks.Active) != is {
				t.Errorf("step %d: %s to %s is %q", step, e.From, e.To, e.State)
			}
		}
	}
}

func TestNumbersInFormulas(t *testing.T) {
	sink.SetLang("de")
	defer sink.SetLang("en")
	d := Forward([][]float64{{-0.5, 2}}, []float64{1, -3}, []float64{0.25}, 3)
	if want := `3. Produkt: $2 \cdot (-3) = -6$, Summe: $-0{,}5 - 6 = -6{,}5$`; d.Title != want {
		t.Errorf("got %s", d.Title)
	}
}

func TestPerceptronEdgesHaveEnds(t *testing.T) {
	d := Perceptron()
	for _, e := range d.Edges {
		if node(d, e.From) == nil || node(d, e.To) == nil {
			t.Errorf("%s to %s", e.From, e.To)
		}
	}
}
