package tex_test

import (
	"os"
	"strings"
	"testing"

	"weave/weave/tex"
)

func corpus(t testing.TB) []string { return formulasOf(t, "testdata/corpus.txt") }

// formulasOf is the lines of a file without comments.
func formulasOf(t testing.TB, file string) []string {
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

func TestCorpusIsReadWithoutProblems(t *testing.T) {
	for _, src := range corpus(t) {
		f, problems := tex.Parse(src, tex.Options{Lang: "de"})
		for _, p := range problems {
			t.Errorf("%s\n\t%d-%d %s %q", src, p.Pos, p.End, p.Message, p.Hints)
		}
		if f.Speech("de") == "" && !strings.Contains(src, "phantom") {
			t.Errorf("%s: nothing to say", src)
		}
		wellFormed(t, f.MathML(false))
	}
}

// Every command of the table can be used: none is unknown, and none that takes
// no argument is a mistake by itself.
func TestEveryCommandIsKnown(t *testing.T) {
	for _, name := range tex.Commands() {
		_, problems := tex.Parse(name+" ", tex.Options{})
		for _, p := range problems {
			if strings.Contains(p.Message, "unknown command") {
				t.Errorf("%s: %s", name, p.Message)
			}
		}
	}
}

func BenchmarkParse(b *testing.B) {
	formulas := corpus(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		tex.Parse(formulas[i%len(formulas)], tex.Options{Lang: "de"})
	}
}

func BenchmarkMathML(b *testing.B) {
	formulas := parsed(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		formulas[i%len(formulas)].MathML(true)
	}
}

func BenchmarkSpeech(b *testing.B) {
	formulas := parsed(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		formulas[i%len(formulas)].Speech("de")
	}
}

func parsed(b *testing.B) (out []*tex.Formula) {
	for _, src := range corpus(b) {
		f, _ := tex.Parse(src, tex.Options{Lang: "de"})
		out = append(out, f)
	}
	return out
}
