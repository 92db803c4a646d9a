package prog

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"
	"testing/fstest"

	"weave/weave/doc"
	"weave/weave/source"
)

// runtimeText stands for the packages that generated code calls.
const runtimeText = `package rt

func Begin(string)
func Lang(string)
func Display(any)
func DisplayErr(error)
func Capture(id, format string, v any)
func Panics(func())
func Call(string, ...any)
func Type[T any]() {}
func Restore(string, ...any) bool
func Keep(string, []string, ...any)
`

// stub imports the runtime and a package fmt with two functions.
type stub struct{}

func (stub) Import(path string) (*types.Package, error) {
	text := runtimeText
	switch path {
	case "weave/blocks/rt":
	case "fmt":
		text = "package fmt\n\nfunc Println(...any) (int, error)\nfunc Sprint(...any) string\n"
	default:
		return nil, fmt.Errorf("no package %q", path)
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "", text, 0)
	if err != nil {
		return nil, err
	}
	conf := types.Config{IgnoreFuncBodies: true}
	return conf.Check(path, fset, []*ast.File{f}, nil)
}

func testEnv() Env {
	return Env{
		Runtime: "weave/blocks",
		Packages: func(name string) []string {
			if name == "fmt" {
				return []string{"fmt"}
			}
			return nil
		},
		Names:    func() []string { return []string{"fmt"} },
		Importer: func([]string) (types.Importer, error) { return stub{}, nil },
	}
}

func linkText(t testing.TB, text string) (*Program, source.List) {
	t.Helper()
	ch, _ := doc.Parse(source.NewFile("chapters/x.md", []byte(text)), doc.ParseOptions{Lang: "en"})
	p, list, err := Link(&doc.Book{Chapters: []*doc.Chapter{ch}}, testEnv())
	if err != nil {
		t.Fatal(err)
	}
	return p, list
}

// Prose above the blocks changes nothing in the generated file.
func TestProseChangesNothing(t *testing.T) {
	const text = "```go {#a}\nx := 1\nfmt.Println(x)\n```\n\nValue `{go} x`.\n"
	p, _ := linkText(t, text)
	q, _ := linkText(t, "# Title\n\nProse.\n\n"+text)
	if a, b := string(p.Chapters[0].Parts[0].Source), string(q.Chapters[0].Parts[0].Source); a != b {
		t.Errorf("generated\n%s\nand\n%s", a, b)
	}
}

// What a failed block may have changed is not shown to later ones.
func TestWithout(t *testing.T) {
	p, list := linkText(t, "```go {#s}\ns := []int{1}\nn := 0\n```\n\n```go {#set}\ns[0] = 5\n```\n\n```go {#call}\nf := func() { n++ }\n```\n\n"+
		"```go {#inc}\nf()\n```\n\n```go {#s0}\ns[0]\n```\n\n```go {#n}\nn\n```\n\n```go {#print}\nfmt.Println(s)\n```\n\n```go {#free}\n1\n```\n")
	if len(list) > 0 {
		t.Fatal(list)
	}
	for failed, want := range map[string]string{
		"set":   "s call inc n free",
		"inc":   "s set call s0 print free",
		"print": "s set call inc s0 n free",
		"s":     "free",
		"free":  "s set call inc s0 n print",
	} {
		c, err := p.Without(p.Chapters[0], []string{failed})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(c.Blocks, " "); got != want {
			t.Errorf("without %s: %s, want %s", failed, got, want)
		}
	}
}

// A block alone brings what it depends on, also when another then fails.
func TestOnly(t *testing.T) {
	p, _ := linkText(t, "```go {#a}\nx := 1\n```\n\n```go {#b}\ny := 2\n```\n\n```go {#set}\nx = 3\n```\n\n```go {#c}\nx\n```\n")
	only, err := p.Only(p.Chapters[0], "c")
	if err != nil {
		t.Fatal(err)
	}
	c := only.Chapters[0]
	if got := strings.Join(c.Blocks, " "); got != "a set c" {
		t.Errorf("only c: %s", got)
	}
	if c, err = only.Without(c, []string{"c"}); err != nil || strings.Join(c.Blocks, " ") != "a set" {
		t.Errorf("then without c: %v %v", c.Blocks, err)
	}
}

func TestRegistry(t *testing.T) {
	module := fstest.MapFS{
		"blocks/a/a.go":      {Data: []byte("package a\n\nimport b \"weave/blocks\"\n\n// F is first.\nfunc F(n, m int, x []float64) {}\n\nfunc init() { b.Register(\"a/f\", F) }\n\nvar _ = b.Register(\"a/g\", func() int { return 1 })\n\ntype T int\n\n// M adds.\nfunc (t *T) M(m int) {}\n\nvar _ = b.Register(\"a/m\", (*T).M)\n")},
		"blocks/a/a_test.go": {Data: []byte("package a\n\nimport b \"weave/blocks\"\n\nvar _ = b.Register(\"a/test\", nil)\n")},
		"blocks/c/c.go":      {Data: []byte("package c\n\nfunc Register(string, any) {}\n\nfunc init() { Register(\"c/own\", nil) }\n")},
		"other/o.go":         {Data: []byte("package o\n")},
	}
	r, err := ReadRegistry(module, "m", "weave/blocks")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range r.All {
		got = append(got, fmt.Sprintf("%s %s %s:%d %q %q %v", c.Name, c.Package, c.File, c.Line, c.Doc, c.Source, c.Params))
	}
	want := "a/f m/blocks/a blocks/a/a.go:6 \"F is first.\\n\" \"func F(n, m int, x []float64) {}\" [{n int} {m int} {x []float64}]\n" +
		"a/g m/blocks/a blocks/a/a.go:10 \"\" \"func() int { return 1 }\" []\n" +
		"a/m m/blocks/a blocks/a/a.go:15 \"M adds.\\n\" \"func (t *T) M(m int) {}\" [{t *T} {m int}]"
	if strings.Join(got, "\n") != want {
		t.Errorf("registry\n%s\nwant\n%s", strings.Join(got, "\n"), want)
	}
	if r, err := ReadRegistry(fstest.MapFS{}, "m", "weave/blocks"); err != nil || len(r.All) != 0 {
		t.Errorf("without blocks/: %v %v", r, err)
	}
}

// FuzzLink: whatever stands in blocks, the rest of the chapter is linked and
// all places are places of the chapter.
func FuzzLink(f *testing.F) {
	for _, s := range []string{
		"x := 1\nx", "func f() int { return x }", "}\nfunc evil() {", "var a, b = 1, 2", "import \"fmt\"\nfmt.Println", "type T struct{}\nfunc (T) M() {}\nT{}",
		"l:\nfor { break l }", "<<ok>>", "s := `\n<<ok>>\n`", "var v = g()\nfunc g() int { return 1 }", "x := 1 // c", "/*\n<<ok>>\n*/", "f(\n<<ok>>\n)", "if x := 1; x > 0 {\n}", "import (\n\"a\"\n. \"b\"\n)",
		"switch {\ncase true: 1\n}", "const c = iota", "defer f()", "x, y", "goto a", "a: ", "\x00", "//line x:1\nz", "package p", "import", "func", "type", "var x = <-c", "func() {}", "func init() {}",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, block string) {
		if strings.Contains(block, "```") || strings.Contains(block, "\r") {
			t.Skip()
		}
		p, list := linkText(t, "```go {#ok}\nok := 1\n```\n\n```go {#b}\n"+block+"\n```\n\n```go {#end}\nfmt.Println(2)\n```\n\n`{go} ok`\n")
		if len(p.Chapters) != 1 {
			t.Fatal("no chapter")
		}
		for _, d := range list {
			if d.Span.File == nil || d.Span.Start < 0 || d.Span.End > len(d.Span.File.Text) || d.Span.Start > d.Span.End {
				t.Errorf("%s is nowhere: %+v", d.Message, d.Span)
			}
		}
		if _, err := parser.ParseFile(token.NewFileSet(), "", p.Chapters[0].Parts[0].Source, 0); err != nil {
			t.Errorf("generated: %v", err)
		}
	})
}
