package timeline

import "testing"

func TestEventsStandInOrder(t *testing.T) {
	d := Of(Event{1943, []string{"a", "b"}}, Event{1958, []string{"c"}})
	if len(d.Nodes) != 2 || len(d.Texts) != 3 {
		t.Fatalf("%d nodes, %d texts", len(d.Nodes), len(d.Texts))
	}
	if d.Nodes[0].Above != "1943" || d.Nodes[1].Above != "1958" || d.Nodes[0].X >= d.Nodes[1].X {
		t.Errorf("%+v", d.Nodes)
	}
}
