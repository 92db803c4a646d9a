package prog

import (
	"strings"
	"testing"

	"weave/weave/doc"
	"weave/weave/source"
)

// TestFormulas: what is set once by an expression or returned by a function is
// a formula; what changes later is marked.
func TestFormulas(t *testing.T) {
	text := "```go {#a}\nx := 2.0\ny := x * x\ns := 0.0\nfor range 3 {\n\ts += x\n}\nu := 0.0\nfor i, v := range xs {\n\tu -= v * y[i]\n}\nw := 0.0\nfor i := range xs {\n\tw += y[i]\n}\nw = 3\nv := 0.0\nfor range 3 {\n\tv += 1 - v\n}\nfunc f(z float64) float64 {\n\tif z < 0 {\n\t\treturn 0\n\t}\n\treturn z\n}\n```\n"
	ch, _ := doc.Parse(source.NewFile("chapters/a.md", []byte(text)), doc.ParseOptions{})
	var got []string
	for _, f := range ReadFormulas(ch) {
		s := f.Name
		if f.Params != nil {
			s += "(" + strings.Join(f.Params, ",") + ")"
		}
		if f.Again {
			s += " again"
		}
		if f.Sum != nil {
			s += " sum"
		}
		got = append(got, s)
	}
	if want := "f(z); x; y; s again sum; u again sum; w again; v again"; strings.Join(got, "; ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, "; "), want)
	}
}
