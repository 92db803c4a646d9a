package keep

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"reflect"
	"testing"
	"time"
)

type node struct {
	value  float64
	next   *node
	by     map[string]*node
	shown  fmt.Stringer
	hidden any
	at     time.Time
}

type label string

func (n label) String() string { return string(n) }

type inner struct{ x, y int8 }

// What is written is read back: unexported fields, cycles, what is shared, and
// the values that numbers can have.
func TestRoundTrip(t *testing.T) {
	types := Types{}
	types.Add(reflect.TypeFor[label]())
	types.Add(reflect.TypeFor[inner]())
	n := &node{value: math.Copysign(0, -1), shown: label("a"), hidden: &inner{1, -2}, at: time.Date(2026, 5, 1, 0, 0, 0, 1, time.UTC)}
	n.next, n.by = n, map[string]*node{"self": n, "none": nil}
	floats := []float64{math.Inf(-1), math.NaN(), math.SmallestNonzeroFloat64, 1e308}
	again := floats
	mixed := []any{1, "two", 3.5, []any{true, nil}, [2]inner{}[0], complex(1, -1)}
	empty, none := []int{}, []int(nil)
	array, c, u := [3]uint16{1, 2, 65535}, complex64(1+2i), uint64(math.MaxUint64)
	data, err := Encode(types, []string{"n", "floats", "again", "mixed", "empty", "none", "array", "c", "u"}, &n, &floats, &again, &mixed, &empty, &none, &array, &c, &u)
	if err != nil {
		t.Fatal(err)
	}
	var m *node
	var f, f2 []float64
	var mx []any
	var e, no []int
	var ar [3]uint16
	var cc complex64
	var uu uint64
	if err := Decode(types, data, &m, &f, &f2, &mx, &e, &no, &ar, &cc, &uu); err != nil {
		t.Fatal(err)
	}
	if m.next != m || m.by["self"] != m || len(m.by) != 2 || m.shown != label("a") || *m.hidden.(*inner) != (inner{1, -2}) || !m.at.Equal(n.at) || !math.Signbit(m.value) {
		t.Errorf("node %+v", m)
	}
	if &f[0] != &f2[0] || !math.IsNaN(f[1]) || f[0] != math.Inf(-1) || f[2] != math.SmallestNonzeroFloat64 {
		t.Errorf("floats %v, shared %t", f, &f[0] == &f2[0])
	}
	if !reflect.DeepEqual(mx, mixed) || e == nil || no != nil || ar != array || cc != c || uu != u {
		t.Errorf("%v %v %v %v %v %v", mx, e, no, ar, cc, uu)
	}
	again2, err := Encode(types, []string{"n"}, &m)
	if first, _ := Encode(types, []string{"n"}, &n); err != nil || len(again2) != len(first) {
		t.Errorf("written again: %d bytes, %d at first", len(again2), len(first))
	}
}

// What leads to a variable's memory still does afterwards.
func TestInPlace(t *testing.T) {
	s, m, p := []int{1, 2}, map[string]int{"a": 1}, &inner{1, 2}
	data, err := Encode(nil, []string{"s", "m", "p"}, &s, &m, &p)
	if err != nil {
		t.Fatal(err)
	}
	alias, mAlias, pAlias := s, m, p
	s[0], m["b"], p.x = 9, 2, 9
	if err := Decode(nil, data, &s, &m, &p); err != nil {
		t.Fatal(err)
	}
	if alias[0] != 1 || len(mAlias) != 1 || pAlias.x != 1 {
		t.Errorf("%v %v %v", alias, mAlias, pAlias)
	}
}

func TestBounds(t *testing.T) {
	f := func() {}
	part := []int{1, 2, 3}
	tail := part[1:]
	x := 1
	px := &x
	odd := struct {
		list []any
	}{[]any{1, inner{}}}
	for want, enc := range map[string]func() ([]byte, error){
		"f is a function":              func() ([]byte, error) { return Encode(nil, []string{"f"}, &f) },
		"tail shares memory with part": func() ([]byte, error) { return Encode(nil, []string{"part", "tail"}, &part, &tail) },
		"px shares memory with x":      func() ([]byte, error) { return Encode(nil, []string{"x", "px"}, &x, &px) },
		"odd.list[1] holds a keep.inner, a type that the chapter does not name": func() ([]byte, error) { return Encode(nil, []string{"odd"}, &odd) },
		"file is a os.File, which stands for something outside of the program":  func() ([]byte, error) { file := os.Stdout; return Encode(nil, []string{"file"}, &file) },
	} {
		if _, err := enc(); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// Damaged bytes are an error, and cost no more memory than there are bytes.
func FuzzDecode(f *testing.F) {
	types := Types{}
	types.Add(reflect.TypeFor[inner]())
	n := &node{value: 1, hidden: inner{1, 2}, by: map[string]*node{"a": nil}}
	s := []string{"a", "b"}
	data, err := Encode(types, []string{"n", "s"}, &n, &s)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	for i := range data {
		f.Add(data[:i])
		f.Add(bytes.Replace(data, data[i:i+1], []byte{255}, 1))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var n *node
		var s []string
		if err := Decode(types, data, &n, &s); err == nil && len(data) == 0 {
			t.Error("nothing was read as something")
		}
	})
}
