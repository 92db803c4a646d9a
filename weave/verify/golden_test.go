package verify

import (
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/source"
)

// chapter has a block for each name; x has a tolerance of its own.
func chapter(names ...string) *doc.Chapter {
	var text strings.Builder
	for _, n := range names {
		options := ""
		if n == "x" {
			options = " tol=0.1"
		}
		text.WriteString("```go {#" + n + options + "}\n1\n```\n\n")
	}
	ch, _ := doc.Parse(source.NewFile("chapters/a.md", []byte(text.String())), doc.ParseOptions{})
	return ch
}

func result(outputs ...blocks.Output) *blocks.Result { return &blocks.Result{Outputs: outputs} }

func printed(s string) *blocks.Result {
	return result(blocks.Output{Kind: blocks.TextOutput, Text: s})
}

// TestGoldenValues: nothing that a block shows is left out, and what is long has
// a line for each of its parts.
func TestGoldenValues(t *testing.T) {
	type layer struct {
		Name    string
		Weights [][]float64
		Bias    []float64
	}
	short := blocks.ValueOf(struct {
		X int
		M map[string]float64
	}{3, map[string]float64{"a": 0.1}})
	long := blocks.ValueOf([]layer{{"first", [][]float64{{1, 2, 3, 4, 5, 6, 7, 8}, {0.125, 0.25, 0.5, 1, 2, 4, 8, 16}}, []float64{1, 2}}, {"second", [][]float64{{1}}, nil}})
	got := ResultText(result(blocks.Output{Kind: blocks.ValueOutput, Value: &short}, blocks.Output{Kind: blocks.ValueOutput, Value: &long}))
	want := `= {X:3 M:map[a:0.1]}
= list of 2
  - {Name:first Weights:[[1 2 3 4 5 6 7 8] [0.125 0.25 0.5 1 2 4 8 16]] Bias:[1 2]}
  - {Name:second Weights:[[1]] Bias:[]}
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestGoldenText(t *testing.T) {
	ch := chapter("text", "plot", "values", "silent")
	got := Golden(ch, map[string]*blocks.Result{
		"text":   printed("eins\n=== kein Abschnitt\nzwei"),
		"silent": result(),
		"values": result(
			blocks.Output{Kind: blocks.ValueOutput, Value: &blocks.Value{Kind: blocks.FloatValue, Text: "0.5", Num: 0.5}},
			blocks.Output{Kind: blocks.MathOutput, Symbol: "A", Value: &blocks.Value{Kind: blocks.MatrixValue, Rows: 2, Cols: 2, Nums: blocks.Floats{1, 2, 3, 4.5}}},
			blocks.Output{Kind: blocks.TableOutput, Table: &blocks.TableOf{Head: []string{"a", "b"}, Rows: [][]blocks.Value{{{Text: "1"}, {Text: "2"}}}}},
			blocks.Output{Kind: blocks.CheckOutput, Check: &blocks.CheckResult{Name: "sum", OK: true}},
		),
		"plot": result(blocks.Output{Kind: blocks.PlotOutput, Plot: &blocks.Plot{
			X: blocks.Axis{Label: "$x$"}, Marks: []blocks.Mark{blocks.Line{X: blocks.Floats{0, 1}, Y: blocks.Floats{2, 3}}},
		}}),
	})
	want := `The outputs of chapters/a.md as they were accepted. weave verify compares them,
numbers by tolerance; weave accept writes this file. Last recorded on ` + runtime.GOARCH + `.

=== plot
plot
  Marks
    -
      line
        X 0 1
        Y 2 3
  X
    Label "$x$"
  Y

=== text
eins
\=== kein Abschnitt
zwei

=== values
= 0.5
A = matrix 2×2
  1 2
  3 4.5
table | a | b
| 1 | 2
check sum: true
`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
}

func TestCompareOutputs(t *testing.T) {
	for _, c := range []struct {
		name, want, got string
		finding         string
	}{
		{"same", "a 1.5 b\n", "a 1.5 b\n", ""},
		{"rounding", "z = 0.30000000000000004\n", "z = 0.3\n", ""},
		{"exponent", "1e-12\n", "2e-12\n", ""},
		{"number", "z = 0.3\n", "z = 0.31\n", "the output of y changed: line 1 was\nz = 0.3\nand is\nz = 0.31"},
		{"whole numbers", "10000000000\n", "10000000001\n", "the output of y changed: line 1 was\n10000000000\nand is\n10000000001"},
		{"text", "eins 1.0\n", "zwei 1.0\n", "the output of y changed: line 1 was\neins 1.0\nand is\nzwei 1.0"},
		{"sign", "1.5\n", "-1.5\n", "the output of y changed: line 1 was\n1.5\nand is\n-1.5"},
		{"more", "a\n", "a\nb\n", "the output of y changed: line 2 is new: b"},
		{"less", "a\nb\n", "a\n", "the output of y changed: line 2 is gone: b"},
	} {
		ch := chapter("y")
		golden := FormatGolden(ch, map[string]string{"y": c.want})
		_, list := CompareOutputs(ch, map[string]*blocks.Result{"y": printed(c.got)}, golden)
		got := ""
		if len(list) > 0 {
			got = list[0].Message
		}
		if got != c.finding {
			t.Errorf("%s: %q, want %q", c.name, got, c.finding)
		}
	}
}

func TestCompareCounts(t *testing.T) {
	ch := chapter("x", "y", "new", "gone", "broken")
	golden := FormatGolden(ch, map[string]string{"x": "1.05\n", "y": "a\n", "gone": "b\n", "broken": "c\n"})
	n, list := CompareOutputs(ch, map[string]*blocks.Result{
		"x": printed("1.0"), "y": printed("z"), "new": printed("n"), "broken": {Failure: &blocks.Failure{Kind: "panic"}},
	}, golden)
	if want := (Outputs{Total: 3, Same: 1, Changed: 1, Missing: 2}); n != want {
		t.Errorf("got %+v, want %+v", n, want)
	}
	if len(list) != 3 {
		t.Errorf("%d findings, want 3: %v", len(list), list)
	}
}

func FuzzGolden(f *testing.F) {
	f.Add("a", "text\n", "b", "=== a\n\n")
	f.Fuzz(func(t *testing.T, name1, text1, name2, text2 string) {
		if name1 == name2 || strings.TrimSpace(name1) != name1 || strings.TrimSpace(name2) != name2 || name1 == "" || name2 == "" ||
			strings.ContainsAny(name1+name2, "\r\n") || strings.Contains(text1+text2, "\r") {
			return
		}
		texts := map[string]string{name1: escapeMarks(text1 + "\n"), name2: escapeMarks(text2 + "\n")}
		got := ParseGolden(FormatGolden(chapter("q"), texts))
		for name, text := range texts {
			if strings.TrimRight(got[name], "\n") != strings.TrimRight(text, "\n") {
				t.Errorf("%q: %q came back as %q", name, text, got[name])
			}
		}
	})
}
