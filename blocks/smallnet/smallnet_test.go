package smallnet

import (
	"reflect"
	"testing"

	"weave/blocks"
)

func near(t *testing.T, name string, got, want float64) {
	t.Helper()
	if !blocks.Near(got, want, 1e-14) {
		t.Errorf("%s = %.17g, want %.17g", name, got, want)
	}
}

// The values that were worked out by hand for the chapter.
func TestForwardAndGradient(t *testing.T) {
	v, g := Start.Forward(Only), Start.Gradient(Only)
	near(t, "Z1", v.Z1, 1.1625)
	near(t, "Z2", v.Z2, 0.2175)
	near(t, "Z3", v.Z3, 0.2113875)
	near(t, "A3", v.A3, 0.5526509632585069)
	near(t, "Z4", v.Z4, 1.44475)
	near(t, "A4", v.A4, 0.8091891386246246)
	near(t, "E_1", 0.5*(v.A3-Only.T1)*(v.A3-Only.T1), 0.14723503396269272)
	near(t, "E_2", 0.5*(v.A4-Only.T2)*(v.A4-Only.T2), 0.016346283795652606)
	near(t, "dA3/dZ3", v.A3*(1-v.A3), 0.24722787606795135)
	near(t, "E", Start.Error(Only), 0.16358131775834533)
	near(t, "dE/dw5", g.W5, 0.15595919242018072)
	near(t, "dE/dw6", g.W6, 0.02917946180764671)
	near(t, "dE/dw7", g.W7, -0.032454177985143794)
	near(t, "dE/dw8", g.W8, -0.0060720720101236775)
	near(t, "dE/dA1", g.B1, -0.017022014336656507)
	near(t, "dE/dA2", g.B2, -0.02450931716093238)
	next := Start.Step(g, 0.5)
	near(t, "w5", next.W5, -0.027979596210090357)
	near(t, "w6", next.W6, 0.00041026909617664434)
	near(t, "w7", next.W7, 0.8662270889925718)
	near(t, "w8", next.W8, 0.9530360360050618)
	if next.Error(Only) >= Start.Error(Only) {
		t.Error("a step made the error larger")
	}
}

func TestGradientCheck(t *testing.T) {
	rows := Start.GradientCheck(Only, 1e-5)
	if len(rows) != 12 {
		t.Fatalf("%d parameters", len(rows))
	}
	for _, r := range rows {
		if !(r.Deviation() < 1e-8) {
			t.Errorf("%s: %g against %g", r.Symbol, r.Backward, r.Differences)
		}
	}
}

// A weight before the hidden layer reaches the error on two ways, one behind it
// on one.
func TestPath(t *testing.T) {
	for weight := 1; weight <= 8; weight++ {
		active := 0
		for _, e := range Path(weight, false).Edges {
			if e.State == blocks.Active {
				active++
			}
		}
		if want := map[bool]int{true: 5, false: 2}[weight <= 4]; active != want {
			t.Errorf("w_%d: %d edges are active, want %d", weight, active, want)
		}
	}
}

func TestCheckTable(t *testing.T) {
	table := CheckTable([]Checked{{"w_1", 0.5, 0.5}, {"w_2", -1, -1.001}})
	want := [][]any{
		{"$w_1$", "0.5000000000", "0.5000000000", "$< 10^{-8}$"},
		{"$w_2$", "−1.0000000000", "−1.0010000000", "$< 10^{-3}$"},
	}
	if !reflect.DeepEqual(table.Rows, want) {
		t.Errorf("%v, want %v", table.Rows, want)
	}
}
