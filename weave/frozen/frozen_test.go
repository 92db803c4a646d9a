package frozen

import (
	"bytes"
	"math"
	"reflect"
	"testing"
)

type shape interface{ area() float64 }

type square struct{ side float64 }

func (s square) area() float64 { return s.side * s.side }

type ring struct{ outer, inner *ring }

func (r *ring) area() float64 { return 0 }

type tree struct {
	name   string
	kids   []*tree
	shapes []shape
	by     map[string]*tree
	data   []byte
	wide   [2]uint16
	small  int8
	bits   uint64
	on     bool
	value  float64
	face   *face
}

// face stays outside: it could not be written.
type face struct{ draw func() }

func sample(f *face) *tree {
	leaf := &tree{name: "Blatt", data: []byte{}, wide: [2]uint16{1, 65535}, small: -128, bits: math.MaxUint64, on: true, value: math.Inf(-1), face: f}
	r := &ring{}
	r.outer, r.inner = r, &ring{outer: r}
	root := &tree{name: "Blatt", kids: []*tree{leaf, leaf, nil}, shapes: []shape{square{2}, r, nil}, value: math.Copysign(0, -1)}
	root.by = map[string]*tree{"self": root, "none": nil}
	return root
}

var scheme = NewScheme(square{}, (*ring)(nil))

// What is thawed is what was frozen: fields that are not exported, cycles, what
// is shared, what is outside.
func TestRoundTrip(t *testing.T) {
	there, here := &face{func() {}}, &face{}
	in := sample(there)
	data, err := scheme.Freeze(&in, []any{there})
	if err != nil {
		t.Fatal(err)
	}
	var out *tree
	if err := scheme.Thaw(data, []any{here}, &out); err != nil {
		t.Fatal(err)
	}
	if want := sample(here); !reflect.DeepEqual(out, want) {
		t.Errorf("%+v, want %+v", out, want)
	}
	r := out.shapes[1].(*ring)
	if out.kids[0] != out.kids[1] || out.by["self"] != out || r.outer != r || r.inner.outer != r || out.kids[0].face != here || !math.Signbit(out.value) {
		t.Errorf("what was one thing is two: %+v", out)
	}
}

func TestSpecialNumbers(t *testing.T) {
	in := []float64{math.NaN(), 1.5, math.Inf(1), 1.5, math.SmallestNonzeroFloat64, 0}
	data, err := scheme.Freeze(&in, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []float64
	if err := scheme.Thaw(data, nil, &out); err != nil {
		t.Fatal(err)
	}
	for i := range in {
		if math.Float64bits(in[i]) != math.Float64bits(out[i]) {
			t.Errorf("%v became %v", in[i], out[i])
		}
	}
}

// What cannot be read back is not written.
func TestRefused(t *testing.T) {
	for want, v := range map[string]any{
		"frozen: a func() cannot be kept":         &face{func() {}},
		"frozen: the scheme has no frozen.circle": &[]shape{circle{}},
	} {
		if _, err := scheme.Freeze(v, nil); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

type circle struct{}

func (circle) area() float64 { return 0 }

// Damaged bytes are an error, and cost no more memory than there are bytes.
func FuzzThaw(f *testing.F) {
	fc := &face{}
	in := sample(fc)
	data, err := scheme.Freeze(&in, []any{fc})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	for i := range data {
		f.Add(data[:i])
		f.Add(bytes.Replace(data, data[i:i+1], []byte{255}, 1))
		f.Add(bytes.Replace(data, data[i:i+1], []byte{3}, 1))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var out *tree
		if err := scheme.Thaw(data, []any{fc}, &out); err == nil && len(data) == 0 {
			t.Error("nothing was read as something")
		}
	})
}
