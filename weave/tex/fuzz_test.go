package tex_test

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"weave/weave/tex"
)

var fuzzSeeds = []string{
	`\frac{a}{b}_1^2 + \sqrt[3]{x}`, `\begin{pmatrix}1&2\\3&4\end{pmatrix}`, `\go[%.2f]{f("}")}`, `\text{für $x$ \textbf{b}}`, `\newcommand{\a}[2][x]{#1#2\a}\a{1}`,
	`\left( \middle| \right.`, `\verb|x|`, `\char"41 \kern 2em \hspace{1pt}`, `{{{{`, `\def\x#1{\x{#1#1}}\x{y}`, `x'^2_3'`, `\over \over`, `\color{red}[HTML]{ff}`, `\\[2pt]&`, "a\u0301\u0338%c\n", `\(\(\)`, `\not\not`, `\let\x\y`, `\tag{$1$}`,
}

var fuzzMacros = tex.Macros{`\R`: `\mathbb{R}`, `\loop`: `\loop\loop`}

// fuzz gives each input to a target that must end in reasonable time.
func fuzz(f *testing.F, target func(t *testing.T, src, lang string)) {
	for _, s := range fuzzSeeds {
		f.Add(s, "de")
	}
	for _, s := range corpus(f) {
		f.Add(s, "en")
	}
	f.Fuzz(func(t *testing.T, src, lang string) {
		start := time.Now()
		target(t, src, lang)
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("took %v for %d bytes", d, len(src))
		}
	})
}

// FuzzParse holds for every input: no panic, and places inside of the source.
func FuzzParse(f *testing.F) {
	fuzz(f, func(t *testing.T, src, lang string) {
		formula, problems := tex.Parse(src, tex.Options{Lang: lang, Macros: fuzzMacros})
		for _, p := range problems {
			if p.Pos < 0 || p.End < p.Pos || p.End > len(src) || p.Message == "" {
				t.Errorf("problem %+v outside of %d bytes", p, len(src))
			}
		}
		for _, v := range formula.Values {
			if src[v.Pos:v.End] != v.Expr {
				t.Errorf("value %q is at %q", v.Expr, src[v.Pos:v.End])
			}
		}
		_ = tex.Dump(formula.Fill([]string{"1", `\frac{`, "}"}).Root)
	})
}

// FuzzMathML holds for every input: what is written is valid MathML Core.
func FuzzMathML(f *testing.F) {
	fuzz(f, func(t *testing.T, src, lang string) {
		formula, _ := tex.Parse(src, tex.Options{Lang: lang, Macros: fuzzMacros})
		for _, s := range []string{formula.MathML(true), formula.Fill([]string{"1", `\frac{`, "}"}).MathML(false)} {
			for _, fault := range coreFaults(s) {
				t.Errorf("%q: %s", src, fault)
			}
		}
	})
}

// FuzzSpeech holds for every input: no panic, and valid text.
func FuzzSpeech(f *testing.F) {
	fuzz(f, func(t *testing.T, src, lang string) {
		formula, _ := tex.Parse(src, tex.Options{Lang: lang, Macros: fuzzMacros})
		for _, g := range []*tex.Formula{formula, formula.Fill([]string{"1", `\frac{`, "}"})} {
			if s := g.Speech(lang); !utf8.ValidString(s) && utf8.ValidString(src) {
				t.Errorf("%q is said as %q", src, s)
			}
		}
	})
}

func wellFormed(t *testing.T, s string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(s))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%v in %s", err, s)
		}
	}
}

func TestHugeInputEnds(t *testing.T) {
	for _, unit := range []string{"{", "}", "^", "_{", `\left(`, `\frac`, `\sqrt[`, `\begin{matrix}`, `\text{`, `\go{`, "$", "&", `\\`, "a'", "x_1^2", `\(`, `\color{red}`, `\over`, `\def\x{`, `\displaystyle `, "1", `\mathbf`, "f(", "|", "|x", `\tag{1}\\`, `@>`} {
		f, _ := tex.Parse(strings.Repeat(unit, 200_000/len(unit)), tex.Options{})
		if len(f.MathML(true)) > 100<<20 {
			t.Errorf("%q: grows without bound", unit)
		}
		f.Speech("de")
	}
}
