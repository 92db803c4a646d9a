package typeset_test

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/tex"
	"weave/weave/typeset"
)

func mathStyle(display bool) typeset.MathStyle {
	return typeset.MathStyle{Face: font.MathFace(), Size: 10, Display: display, Color: draw.Black}
}

func mathParse(src string) *tex.Formula {
	f, _ := tex.Parse(src, tex.Options{Lang: "de"})
	return f
}

func mathLines(t testing.TB, file string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// mathBoxes is a frame in text form, in points to two decimals.
func mathBoxes(f *draw.Frame) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%.2f × %.2f, baseline %.2f\n", f.Width, f.Height, f.Baseline)
	for _, it := range f.Items {
		switch it := it.(type) {
		case draw.Glyphs:
			if it.Hidden {
				fmt.Fprintf(&b, "\t                copied as %q\n", runText(it))
				continue
			}
			fmt.Fprintf(&b, "\t%7.2f %7.2f %s %.2f %q\n", it.X, it.Y, it.Face.Name(), it.Size, runText(it))
		case draw.Path:
			p := it.Segments[0].P[0]
			fmt.Fprintf(&b, "\t%7.2f %7.2f path of %d\n", p.X, p.Y, len(it.Segments))
		}
	}
	return b.String()
}

func runText(g draw.Glyphs) string {
	var b strings.Builder
	for _, q := range g.Run {
		b.WriteString(q.Text)
	}
	return b.String()
}

// The golden boxes were looked at as pictures before they were recorded.
// Those of hard.txt were compared with MathJax's, in the same font.
func TestMathBoxes(t *testing.T) {
	for _, name := range []string{"math", "hard"} {
		t.Run(name, func(t *testing.T) { mathGolden(t, "testdata/"+name) })
	}
}

func mathGolden(t *testing.T, name string) {
	var b strings.Builder
	for _, src := range mathLines(t, name+".txt") {
		f, problems := tex.Parse(src, tex.Options{Lang: "de"})
		for _, p := range problems {
			t.Errorf("%s: %s", src, p.Message)
		}
		fmt.Fprintf(&b, "%s\n%s", src, mathBoxes(typeset.Math(f, mathStyle(true))))
	}
	file := name + ".golden"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("boxes differ from %s; UPDATE=1 rewrites it. Got:\n%s", file, b.String())
	}
}

func TestCorpusIsSetWithoutMissingGlyphs(t *testing.T) {
	for _, src := range mathLines(t, "../tex/testdata/corpus.txt") {
		for _, display := range []bool{true, false} {
			f, st := mathParse(src), mathStyle(display)
			if m := typeset.MathMissing(f, st); len(m) > 0 {
				t.Errorf("%s: no glyph for %q", src, m)
			}
			checkFrame(t, src, typeset.Math(f, st))
		}
	}
}

func checkFrame(t *testing.T, src string, f *draw.Frame) {
	t.Helper()
	for _, v := range []float64{f.Width, f.Height, f.Baseline} {
		if math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) > 1e9 {
			t.Fatalf("%s: frame %+v", src, f)
		}
	}
}

func TestMissingGlyphIsReported(t *testing.T) {
	got := typeset.MathMissing(mathParse(`x + \text{你} + 好`), mathStyle(false))
	if string(got) != "你好" {
		t.Errorf("got %q", got)
	}
}

func TestPartsAreAsWideAsTheWhole(t *testing.T) {
	for _, src := range []string{`a+b=c`, `f(x) = -x + \frac{1}{2}\cdot y \le z_1`, `x`, ``, `a \to b, c`, `V = T`} {
		f, st := mathParse(src), mathStyle(false)
		whole, sum := typeset.Math(f, st).Width, 0.
		for _, p := range typeset.MathParts(f, st) {
			sum += p.Frame.Width + p.Space
		}
		if math.Abs(whole-sum) > 1e-6 {
			t.Errorf("%s: %.3f in one piece, %.3f in parts", src, whole, sum)
		}
	}
	if n := len(typeset.MathParts(mathParse(`a \allowbreak b`), mathStyle(false))); n != 2 {
		t.Errorf("\\allowbreak makes %d parts", n)
	}
	parts := typeset.MathParts(mathParse(`a+b=c`), mathStyle(false))
	if len(parts) != 3 || parts[0].Penalty != 700 || parts[1].Penalty != 500 || parts[2].Penalty != 0 {
		t.Errorf("parts of a+b=c: %+v", parts)
	}
	if parts = typeset.MathParts(mathParse(`a \cdot b \times c`), mathStyle(false)); len(parts) != 3 || parts[0].Penalty != 900 || parts[1].Penalty != 900 {
		t.Errorf("parts of a·b×c: %+v", parts)
	}
}

func TestTextCopiesOut(t *testing.T) {
	var b strings.Builder
	for _, it := range typeset.Math(mathParse(`\mathbf{W} x_1 \le \alpha`), mathStyle(false)).Items {
		if g, ok := it.(draw.Glyphs); ok {
			b.WriteString(runText(g))
		}
	}
	if b.String() != "Wx1≤α" {
		t.Errorf("got %q", b.String())
	}
}

func FuzzMath(f *testing.F) {
	for _, src := range mathLines(f, "testdata/math.txt") {
		f.Add(src, true)
	}
	f.Add(`\begin{array}{|c||c|} & \\ \hline \end{array} \left\{ \rule{1000em}{1000em} \right. \kern-1000em`, false)
	f.Fuzz(func(t *testing.T, src string, display bool) {
		formula, _ := tex.Parse(src, tex.Options{})
		checkFrame(t, src, typeset.Math(formula, mathStyle(display)))
		for _, p := range typeset.MathParts(formula, mathStyle(display)) {
			checkFrame(t, src, p.Frame)
		}
		pieces, _ := typeset.MathPieces(formula, mathStyle(display), 100)
		for _, p := range pieces {
			checkFrame(t, src, p.Frame)
		}
	})
}

func BenchmarkMath(b *testing.B) {
	var formulas []*tex.Formula
	for _, src := range mathLines(b, "testdata/math.txt") {
		formulas = append(formulas, mathParse(src))
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		typeset.Math(formulas[i%len(formulas)], mathStyle(true))
	}
}

func TestNumbersStandOnTheirLines(t *testing.T) {
	frame, lines := typeset.MathDisplay(mathParse(`\begin{align} a &= \frac{b}{c} \\ &= d \notag \\ &= e \tag{x} \end{align}`), mathStyle(true))
	if len(lines) != 2 || lines[0].Tag != nil || lines[1].Tag == nil {
		t.Fatalf("got %+v", lines)
	}
	var rows []float64
	for _, it := range frame.Items {
		if g, ok := it.(draw.Glyphs); ok && strings.Contains(runText(g), "=") {
			rows = append(rows, g.Y)
		}
	}
	if len(rows) != 3 || math.Abs(lines[0].Y-rows[0]) > 1e-9 || math.Abs(lines[1].Y-rows[2]) > 1e-9 {
		t.Errorf("lines %+v beside rows at %v", lines, rows)
	}
	if frame, lines = typeset.MathDisplay(mathParse(`\frac{a}{b} \tag{1}`), mathStyle(true)); len(lines) != 1 || lines[0].Y != frame.Baseline {
		t.Errorf("the number of one line is at %+v, the baseline at %v", lines, frame.Baseline)
	}
}
