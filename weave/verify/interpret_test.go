package verify

import (
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"math"
	"testing"

	"weave/weave/prog"
)

// interpreted are functions of interpret_functions_test.go, whose text is read.
var interpreted = map[string]func(float64) float64{"goNewton": goNewton, "goHorner": goHorner, "goWhole": goWhole, "goMatrix": goMatrix}

func parsedFunctions(t *testing.T, name string, text any) map[string]*definition {
	t.Helper()
	file, err := parser.ParseFile(gotoken.NewFileSet(), name, text, 0)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*definition{}
	for _, decl := range file.Decls {
		fd, ok := decl.(*ast.FuncDecl)
		if !ok {
			continue
		}
		f := prog.Formula{Name: fd.Name.Name, Result: fd.Type.Results.List[0].Type, Body: fd.Body}
		for _, p := range fd.Type.Params.List {
			f.Params, f.Types = append(f.Params, p.Names[0].Name), append(f.Types, p.Type)
		}
		out[fd.Name.Name] = fromGo(&f, nil)
	}
	return out
}

func parsedFunction(t *testing.T, text string) *definition {
	t.Helper()
	return parsedFunctions(t, "f.go", "package p\n"+text)["f"]
}

// TestInterpreter compares with Go itself, and derivatives with quotients of
// differences.
func TestInterpreter(t *testing.T) {
	all := parsedFunctions(t, "interpret_functions_test.go", nil)
	for name, run := range interpreted {
		d := all[name]
		if d == nil {
			t.Errorf("%s is not read", name)
			continue
		}
		for _, x := range []float64{0.3, 0.9, 1.7, 2.5, 12} {
			e := newEvaluator(&scope{definitions: map[string][]*definition{}}, mode{}, 1)
			got := e.inside(d, []value{scalar(hyper{x, 1})}).number().padded(2)
			if want := run(x); math.Abs(got[0]-want) > 1e-12*max(1, math.Abs(want)) {
				t.Errorf("%s(%v) = %v, want %v", name, x, got[0], want)
			}
			const h = 1e-6
			if slope := (run(x+h) - run(x-h)) / (2 * h); math.Abs(got[1]-slope) > 1e-5*max(1, math.Abs(slope)) {
				t.Errorf("%s′(%v) = %v, the quotient is %v", name, x, got[1], slope)
			}
		}
	}
}

// TestInterpreterLimits: what cannot be computed is not read, and what runs for
// ever ends.
func TestInterpreterLimits(t *testing.T) {
	for _, text := range []string{
		`func f(x float64) string { return "" }`,
		`func f(x float64) float64 { go g(); return x }`,
		`func f(x float64) float64 { p := &x; return *p }`,
		`func f(x float64) float64 { g := func() {}; g(); return x }`,
		`func f(m map[int]float64) float64 { return m[0] }`,
	} {
		if parsedFunction(t, text) != nil {
			t.Errorf("%s is read", text)
		}
	}
	for _, text := range []string{
		`func f(x float64) float64 { for { x++ } ; return x }`,
		`func f(x float64) float64 { y := []float64{1}; return y[3] }`,
		`func f(x float64) float64 { n := 0; return float64(1 / n) }`,
	} {
		d := parsedFunction(t, text)
		if d == nil {
			t.Errorf("%s is not read", text)
			continue
		}
		e := newEvaluator(&scope{definitions: map[string][]*definition{}}, mode{}, 1)
		if attempt(func() { e.inside(d, []value{constantValue(1)}) }) == "" {
			t.Errorf("%s has a value", text)
		}
	}
}
