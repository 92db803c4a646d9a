package typeset

import (
	"os"
	"testing"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/source"
	"weave/weave/value"
)

// sampleInput is a small book of the chapter in testdata, repeated n times,
// with results as a run would give them.
func sampleInput(t testing.TB, n int) Input {
	t.Helper()
	text, err := os.ReadFile("testdata/sample.md")
	if err != nil {
		t.Fatal(err)
	}
	return inputOf(t, text, n)
}

// inputOf is a small book of a chapter, repeated n times.
func inputOf(t testing.TB, text []byte, n int) Input {
	t.Helper()
	book := &doc.Book{Title: "Lernen mit Gradienten", Subtitle: "Ein Probedruck", Author: "A. Autorin", Lang: "de"}
	results := map[string]*blocks.Result{}
	for i := range n {
		name := string([]byte{byte('0' + (i+1)/10), byte('0' + (i+1)%10)}) + "-probe"
		ch, list := doc.Parse(source.NewFile("chapters/"+name+".md", text), doc.ParseOptions{Lang: "de", Number: i + 1})
		if list.HasErrors() {
			t.Fatal(list[0].Message, list[0].Span.Place())
		}
		book.Chapters = append(book.Chapters, ch)
		for id, r := range sampleResults() {
			results[name+"/"+id] = r
		}
	}
	doc.Resolve(book, nil)
	return Input{
		ValueText: value.Text,
		Book:      book, Result: func(name string) *blocks.Result { return results[name] },
		Figure: func(_ *blocks.Output, width float64) *draw.Frame {
			box := rect(0, 0, width, width*0.4, draw.F1.Faint(0.1))
			box.Stroke, box.Line = draw.F1, draw.Line{Width: 1}
			return &draw.Frame{Width: width, Height: width * 0.4, Items: []draw.Item{box}}
		},
		ValueTeX: func(out *blocks.Output, _ string) (string, bool) {
			return `A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}`, out.Kind == blocks.MathOutput
		},
		Colophon: []string{"Gesetzt aus STIX Two und Go.", "Erzeugt mit weave."},
	}
}

func sampleResults() map[string]*blocks.Result {
	plot := &blocks.Result{Outputs: []blocks.Output{{Kind: blocks.PlotOutput, Plot: &blocks.Plot{}}}}
	return map[string]*blocks.Result{
		"loop": {Outputs: []blocks.Output{
			{Kind: blocks.TextOutput, Text: "t=0  θ= 1.296  J= 1.67962\nt=1  θ= 0.622  J= 0.38698\n"},
			{Kind: blocks.MathOutput, Value: &blocks.Value{Kind: blocks.MatrixValue}},
			{Kind: blocks.TableOutput, Table: &blocks.TableOf{Head: []string{"x", "Name"}, Rows: [][]blocks.Value{
				{{Kind: blocks.FloatValue, Text: "-1.25"}, {Kind: blocks.TextValue, Text: "eins"}},
				{{Kind: blocks.FloatValue, Text: "10.5"}, {Kind: blocks.TextValue, Text: "zwei"}},
			}}},
			{Kind: blocks.CheckOutput, Check: &blocks.CheckResult{Name: "konvergiert", OK: true}},
		}},
		"bad":      {Failure: &blocks.Failure{Kind: "panic", Message: "panic: zu groß"}},
		"fig-loss": plot, "s1": plot, "s2": plot, "s3": plot, "s4": plot,
	}
}
