package value

import (
	"math"
	"testing"

	"weave/blocks"
)

type square struct{ n int }

func (s square) Dims() (int, int)    { return s.n, s.n }
func (s square) At(i, j int) float64 { return float64(i*s.n + j) }

func TestText(t *testing.T) {
	for _, c := range []struct {
		v            any
		none, de, en string
	}{
		{-0.5, "-0.5", "−0,5", "−0.5"},
		{1e-6, "1e-06", "1·10⁻⁶", "1·10⁻⁶"},
		{12345678, "12345678", "12345678", "12345678"},
		{float32(0.1), "0.1", "0,1", "0.1"},
		{math.Inf(-1), "-Inf", "-Inf", "-Inf"},
		{[]float64{-1, 0.25}, "[-1 0.25]", "[−1 0,25]", "[−1 0.25]"},
		{[]string{"a", "-1"}, "[a -1]", "[a -1]", "[a -1]"},
		{map[int]float64{10: 0.5, 9: 1}, "map[9:1 10:0.5]", "map[9:1 10:0,5]", "map[9:1 10:0.5]"},
		{struct{ A, b float64 }{1, 2.5}, "{A:1 b:2.5}", "{A:1 b:2,5}", "{A:1 b:2.5}"},
		{square{2}, "[0 1; 2 3]", "[0 1; 2 3]", "[0 1; 2 3]"},
		{nil, "nil", "nil", "nil"},
	} {
		v := blocks.ValueOf(c.v)
		for lang, want := range map[string]string{"": c.none, "de": c.de, "en": c.en} {
			if got := Text(&v, lang); got != want {
				t.Errorf("%v in %q: %q, want %q", c.v, lang, got, want)
			}
		}
	}
}

func TestLocalize(t *testing.T) {
	for in, want := range map[string]string{
		"1.5 2.5 -3.5":   "1,5 2,5 −3,5",
		"v1.2.3":         "v1.2.3",
		"1.2.3":          "1.2.3",
		"x = 2.5e+10, y": "x = 2,5·10¹⁰, y",
		"2026-11-24":     "2026-11-24",
		"12.5%":          "12,5%",
		"file-1.txt":     "file-1.txt",
		"(-0.25)":        "(−0,25)",
		"-0":             "0",
		"[-0.00 -0.01]":  "[0,00 −0,01]",
	} {
		if got := Localize(in, "de"); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestTeX(t *testing.T) {
	for _, c := range []struct {
		v    any
		want string
		ok   bool
	}{
		{1.1625, "1{,}1625", true},
		{-2, "-2", true},
		{1e-6, `1\cdot 10^{-6}`, true},
		{math.NaN(), `\text{NaN}`, true},
		{math.Inf(-1), `-\infty`, true},
		{[]float64{1, math.Copysign(0, -1)}, `\begin{pmatrix} 1 \\ 0 \end{pmatrix}`, true},
		{square{2}, `\begin{pmatrix} 0 & 1 \\ 2 & 3 \end{pmatrix}`, true},
		{make([]int, 9), `\begin{pmatrix} 0 \\ 0 \\ 0 \\ 0 \\ 0 \\ 0 \\ \vdots \\ 0 \end{pmatrix}`, true},
		{"text", "", false},
		{[]float64{}, "", false},
	} {
		v := blocks.ValueOf(c.v)
		got, ok := TeX(&v, "de")
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%v: %q %t, want %q", c.v, got, ok, c.want)
		}
	}
}

func TestFormattedTeX(t *testing.T) {
	for _, c := range []struct {
		v            any
		format, want string
	}{
		{[]float64{1.25, -2}, "%.1f", `\begin{pmatrix} 1{,}2 \\ -2{,}0 \end{pmatrix}`},
		{square{2}, "%.0e", `\begin{pmatrix} 0\cdot 10^{0} & 1\cdot 10^{0} \\ 2\cdot 10^{0} & 3\cdot 10^{0} \end{pmatrix}`},
		{[]int{1, 2}, "%v", ""},
		{[]float64{1}, "%v grad", ""},
		{1.5, "%.1f", ""},
	} {
		v := blocks.ValueOf(c.v)
		if got, ok := FormattedTeX(&v, c.format, "de"); got != c.want || ok != (c.want != "") {
			t.Errorf("%v as %s: %q %t, want %q", c.v, c.format, got, ok, c.want)
		}
	}
}

func TestOutputTeX(t *testing.T) {
	num, word := blocks.ValueOf(1.1625), blocks.ValueOf("a_b")
	for _, c := range []struct {
		o    blocks.Output
		want string
	}{
		{blocks.Output{Kind: blocks.MathOutput, Symbol: "A_1", Value: &num}, "A_1 = 1{,}1625"},
		{blocks.Output{Kind: blocks.ValueOutput, Value: &num}, "1{,}1625"},
		{blocks.Output{Kind: blocks.MathOutput, Symbol: "x", Value: &word}, `x = \text{a\_b}`},
		{blocks.Output{Kind: blocks.TextOutput, Text: "1"}, ""},
	} {
		if got, ok := OutputTeX(&c.o, "de"); got != c.want || ok != (c.want != "") {
			t.Errorf("%+v: %q %t", c.o, got, ok)
		}
	}
}

// A number that stands alone is taken apart without the slow expression, in the
// same way.
func FuzzAlone(f *testing.F) {
	for _, text := range []string{"", "1", "-0.5", "+3e-07", "1e+06", "1.", ".5", "1e5", "1e+", "--1", "1.2.3", "x", "1 ", "−1", "1,5", "(1)"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		want, ok := parts{}, false
		if m := number.FindStringSubmatch(text); m != nil && m[0] == text && m[1]+m[6] == "" {
			want, ok = parts{m[2], m[3], m[4], m[5]}, true
		}
		got, is := alone(text)
		if is != ok || ok && got != want {
			t.Errorf("%q: %v %t, the expression has %v %t", text, got, is, want, ok)
		}
	})
}
