package verify

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/prog"
	"weave/weave/source"
)

// check parses a chapter and checks its formulas. Values are those of a block
// "go" of lines "name number…", in place of a run.
func check(t testing.TB, text, values string) *Result {
	t.Helper()
	ch, list := doc.Parse(source.NewFile("chapters/a.md", []byte(text)), doc.ParseOptions{})
	if list.HasErrors() {
		t.Fatal(list)
	}
	book := &doc.Book{Chapters: []*doc.Chapter{ch}}
	doc.Resolve(book, nil)
	vars := map[string]*blocks.Value{}
	for line := range strings.Lines(values) {
		f := strings.Fields(line)
		v := &blocks.Value{Kind: blocks.VectorValue}
		for _, s := range f[1:] {
			var x float64
			fmt.Sscan(s, &x)
			v.Nums = append(v.Nums, x)
		}
		if len(v.Nums) == 1 {
			v = &blocks.Value{Kind: blocks.FloatValue, Num: blocks.Float(v.Nums[0])}
		}
		vars[f[0]] = v
	}
	var formulas []prog.Formula
	if values != "" {
		formulas = prog.ReadFormulas(ch)
	}
	out := CheckChapter(Input{Chapter: ch, Formulas: formulas, Values: func(string) map[string]*blocks.Value { return vars }})
	sameWhenKept(t, ch, out)
	return out
}

// sameWhenKept compares a result with what another process reads of it.
func sameWhenKept(t testing.TB, ch *doc.Chapter, r *Result) {
	t.Helper()
	data, ok := r.Freeze(ch)
	if !ok {
		if len(r.unbound) == 0 {
			t.Error("the result cannot be kept")
		}
		return
	}
	again, ok := Thaw(ch, data)
	if !ok || len(again.Claims) != len(r.Claims) {
		t.Fatal("what was kept cannot be read")
	}
	for i, c := range r.Claims {
		shown := *c
		shown.left, shown.right = nil, nil
		if !reflect.DeepEqual(*again.Claims[i], shown) || again.Claims[i].Math != c.Math {
			t.Errorf("%+v became %+v", shown, *again.Claims[i])
		}
	}
}

// TestClaims checks chapters of testdata: in.md, values, and in want the claims
// with what became of them.
func TestClaims(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			part := map[string]string{}
			for _, f := range a.Files {
				part[f.Name] = string(f.Data)
			}
			var b strings.Builder
			for _, c := range check(t, part["in.md"], part["values"]).Claims {
				fmt.Fprintln(&b, c)
			}
			if os.Getenv("UPDATE") != "" {
				a.Files = a.Files[:0]
				for _, n := range []string{"in.md", "values"} {
					if part[n] != "" {
						a.Files = append(a.Files, txtar.File{Name: n, Data: []byte(part[n])})
					}
				}
				a.Files = append(a.Files, txtar.File{Name: "want", Data: []byte(b.String())})
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if b.String() != part["want"] {
				t.Errorf("got\n%s\nwant\n%s", b.String(), part["want"])
			}
		})
	}
}

// FuzzCheck: no formula makes the checker panic or go on for ever.
func FuzzCheck(f *testing.F) {
	for _, s := range []string{`a = b^{2}`, `\sum_{i=1}^{10^9} i = 3`, `\frac{\partial E}{\partial w_1} = 2`, `\begin{pmatrix}1&2\\3&4\end{pmatrix} x = 1`, `f(x) = f(x)`, `|a|b| = [1,2)_3`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsAny(s, "$`\n\r{}\\") && strings.Contains(s, "$") {
			return
		}
		ch, _ := doc.Parse(source.NewFile("chapters/a.md", []byte("$$\n"+s+"\n$$\n")), doc.ParseOptions{})
		CheckChapter(Input{Chapter: ch})
	})
}

// BenchmarkChapter checks all formulas of the cases, without a run of code.
func BenchmarkChapter(b *testing.B) {
	a, err := txtar.ParseFile("testdata/reading.txtar")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		check(b, string(a.Files[0].Data), "")
	}
}
