package tex_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"weave/weave/tex"
)

// Each file of testdata/*.txtar holds a formula (tex) and what becomes of it;
// only the sections that are there are checked. UPDATE=1 rewrites them.
func TestGolden(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	if len(files) == 0 {
		t.Fatal("no cases")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { golden(t, file) })
	}
}

func golden(t *testing.T, file string) {
	ar, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	src := strings.TrimSuffix(string(ar.Files[0].Data), "\n")
	f, problems := tex.Parse(src, tex.Options{Lang: "de", Macros: tex.Macros{`\R`: `\mathbb{R}`, `\norm`: `\left\lVert#1\right\rVert`}})
	for i := range ar.Files[1:] {
		section := &ar.Files[i+1]
		got := goldenSection(f, problems, section.Name)
		if os.Getenv("UPDATE") != "" {
			section.Data = []byte(got)
		} else if got != string(section.Data) {
			t.Errorf("%s of %s:\ngot\n%s\nwant\n%s", section.Name, src, got, section.Data)
		}
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func goldenSection(f *tex.Formula, problems []tex.Problem, name string) string {
	switch name {
	case "problems":
		var b strings.Builder
		for _, p := range problems {
			fmt.Fprintf(&b, "%d-%d %q: %s\n", p.Pos, p.End, f.Source[p.Pos:p.End], p.Message)
			for _, h := range p.Hints {
				fmt.Fprintf(&b, "\thint: %s\n", h)
			}
		}
		return b.String()
	case "tree":
		return tex.Dump(f.Root)
	case "mathml":
		return strings.ReplaceAll(f.MathML(true), "><", ">\n<") + "\n"
	case "de", "en":
		return f.Speech(name) + "\n"
	case "lines":
		var b strings.Builder
		for _, l := range f.Lines() {
			fmt.Fprintf(&b, "%d %q label=%q auto=%v", l.Row, f.Source[l.Pos:l.End], l.Label, l.Auto)
			if l.Tag != nil {
				fmt.Fprintf(&b, " tag=%q", l.Tag.Name)
			}
			b.WriteByte('\n')
		}
		return b.String()
	case "values":
		var b strings.Builder
		var text []string
		for i, v := range f.Values {
			fmt.Fprintf(&b, "%d-%d %q %q\n", v.Pos, v.End, v.Format, v.Expr)
			text = append(text, fmt.Sprintf("-%d{,}5", i))
		}
		return b.String() + tex.Dump(f.Fill(text).Root)
	}
	panic("tex: no section " + name)
}
