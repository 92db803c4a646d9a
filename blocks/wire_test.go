package blocks

import (
	"encoding/json"
	"fmt"
	"math"
	"testing"
)

// Every kind of mark comes back as it was, also with numbers JSON does not have.
func TestPlotWire(t *testing.T) {
	xs := Floats{1, math.NaN(), math.Inf(1), math.Inf(-1)}
	p := Plot{Title: "T", X: Axis{Label: "x", Min: 1, Max: 2}, Marks: []Mark{
		Line{Name: "l", X: xs, Y: xs, Dashed: true}, &Points{X: xs, Labels: []string{"a"}}, Steps{X: xs, LeftClosed: true},
		Arrow{X1: 1}, Band{Low: xs}, Rule{A: 1}, HalfPlane{B: 2}, Note{Text: "n"}, Bars{Width: 0.5},
		HeatMap{Z: []Floats{xs}}, Contours{Levels: xs},
	}}
	data, err := json.Marshal(Output{Kind: PlotOutput, Plot: &p})
	if err != nil {
		t.Fatal(err)
	}
	var back Output
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	p.Marks[1] = *p.Marks[1].(*Points)
	if got, want := fmt.Sprintf("%+v", *back.Plot), fmt.Sprintf("%+v", p); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestUnknownMark(t *testing.T) {
	if err := json.Unmarshal([]byte(`{"Marks":[{"blob":{}}]}`), new(Plot)); err == nil {
		t.Error("a mark of unknown kind was read")
	}
	if _, err := json.Marshal(Plot{Marks: []Mark{nil}}); err == nil {
		t.Error("a nil mark was written")
	}
}

type loop struct{ Next *loop }

type rude struct{}

func (rude) Error() string { panic("rude") }

func TestValueOf(t *testing.T) {
	cyclic := &loop{}
	cyclic.Next = cyclic
	for _, c := range []struct {
		v    any
		kind ValueKind
		text string
	}{
		{cyclic, StructValue, ""},
		{rude{}, OtherValue, "panic while showing it: rude"},
		{(*loop)(nil), NilValue, "nil"},
		{math.NaN(), FloatValue, "NaN"},
		{uint8(3), IntValue, "3"},
		{[]byte{1}, VectorValue, ""},
		{func() {}, OtherValue, "func()"},
		{fmt.Errorf("e"), ErrorValue, "e"},
		{make([]int, maxElems+1), VectorValue, "the first 100000 of 100001"},
	} {
		if v := ValueOf(c.v); v.Kind != c.kind || v.Text != c.text {
			t.Errorf("%T: %s %q, want %s %q", c.v, v.Kind, v.Text, c.kind, c.text)
		}
	}
}
