package run

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"weave/weave/doc"
	"weave/weave/value"
)

const twoBlocks = "# A\n\nText with `{go} x`.\n\n```go {#a}\nx := 41 + 1\nfmt.Println(x)\nx\n```\n\n`{go} x`\n"

// course is a directory with the given files.
func course(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		put(t, filepath.Join(dir, name), text)
	}
	return dir
}

func mustBuild(t testing.TB, dir string) *built {
	t.Helper()
	b := build(t, dir)
	if b.err != nil {
		t.Fatal(b.err)
	}
	return b
}

// What was built is not built again, in whatever way the text around it changes.
func TestCache(t *testing.T) {
	dir := course(t, map[string]string{
		"chapters/a.md":     "# A\n\n```go {#a}\nx := 41 + 1\nx\n```\n\nValue `{go} x`.\n\n```go {#bad}\ny := undefinedName\n```\n\n```go {#p}\npanic(\"p\")\n```\n",
		"chapters/b.md":     "# B\n\n```go {#file}\nb, err := os.ReadFile(\"data.txt\")\nfmt.Println(os.Getenv(\"WEAVE_TEST\"), err)\nstring(b)\n```\n",
		"chapters/data.txt": "one",
	})
	first := mustBuild(t, dir)
	if len(first.records.Ran) != 2 || first.records.Builds == 0 {
		t.Fatalf("first build ran %v", first.records.Ran)
	}
	same := func(name string, ran ...string) *built {
		t.Helper()
		b := mustBuild(t, dir)
		if got := strings.Join(b.records.Ran, " "); got != strings.Join(ran, " ") {
			t.Errorf("%s: ran %q, want %q", name, got, ran)
		}
		if len(ran) == 0 && b.records.Builds != 0 {
			t.Errorf("%s: the go command was run", name)
		}
		for _, ch := range []string{"a", "b"} {
			if len(ran) == 0 && b.results(ch) != first.results(ch) {
				t.Errorf("%s: results of %s\n%s\nwere\n%s", name, ch, b.results(ch), first.results(ch))
			}
		}
		return b
	}
	b := same("nothing changed")
	if b.said("a") != first.said("a") || !strings.Contains(b.said("a"), "undefinedName") || !strings.Contains(b.said("a"), "panic: p") {
		t.Errorf("said\n%s\nbefore\n%s", b.said("a"), first.said("a"))
	}
	text, err := os.ReadFile(filepath.Join(dir, "chapters/a.md"))
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, "chapters/a.md"), strings.Replace(string(text), "# A\n", "# A\n\nMore\nprose.\n", 1))
	moved := mustBuild(t, dir)
	if len(moved.records.Ran) != 0 || !strings.Contains(moved.said("a"), "chapters/a.md:14:6: error: undefined: undefinedName") {
		t.Errorf("prose changed: ran %v, said\n%s", moved.records.Ran, moved.said("a"))
	}
	put(t, filepath.Join(dir, "chapters/a.md"), string(text))

	put(t, filepath.Join(dir, "chapters/data.txt"), "two")
	b = mustBuild(t, dir)
	if strings.Join(b.records.Ran, " ") != "b" || !strings.Contains(b.results("b"), "= two") {
		t.Errorf("a file that was read changed: ran %v\n%s", b.records.Ran, b.results("b"))
	}
	t.Setenv("WEAVE_TEST", "set")
	b = mustBuild(t, dir)
	if strings.Join(b.records.Ran, " ") != "b" || !strings.Contains(b.results("b"), "| set") {
		t.Errorf("a variable that was read changed: ran %v\n%s", b.records.Ran, b.results("b"))
	}
	first = b
	for name, damage := range damages {
		corrupt(t, filepath.Join(dir, "out", ".cache"), damage)
		same("cache: "+name, "a", "b")
		same("after the damage")
	}
	for name, damage := range damages { // what was generated is only read when something runs
		corrupt(t, filepath.Join(dir, "out"), damage)
		same("out: "+name, "a", "b")
	}
}

// damages are what may become of a file.
var damages = map[string]func([]byte) []byte{
	"last byte":  func(b []byte) []byte { return append(b[:max(0, len(b)-1)], '#') },
	"first byte": func(b []byte) []byte { return append([]byte("#"), b...) },
	"cut":        func(b []byte) []byte { return b[:len(b)/2] },
	"empty":      func([]byte) []byte { return nil },
	"deleted":    nil,
}

// corrupt damages every file of a directory.
func corrupt(t *testing.T, dir string, damage func([]byte) []byte) {
	t.Helper()
	n := 0
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		n++
		if damage == nil {
			return os.Remove(path)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(path, damage(data), 0o644)
	})
	if err != nil || n == 0 {
		t.Fatal("nothing to damage", err)
	}
}

// A course inside another module imports its packages, uses what they have
// registered, and leaves its go.mod alone.
func TestInsideModule(t *testing.T) {
	const mod = "module example.com/m\n\ngo 1.26\n"
	dir := course(t, map[string]string{
		"go.mod":                  mod,
		"deep/deep.go":            "package deep\n\nconst N = 1\n",
		"internal/own/own.go":     "package own\n\nimport \"example.com/m/deep\"\n\nfunc N() int { return deep.N }\n",
		"blocks/nn/nn.go":         "package nn\n\nimport \"weave/blocks\"\n\n// Forward adds.\nfunc Forward(n int, rate float64, name string) string {\n\tblocks.Show(n)\n\treturn name\n}\n\nvar _ = blocks.Register(\"nn/forward\", Forward)\n",
		"course/chapters/01-a.md": "# A\n\n```go {#a}\nown.N()\n```\n\n```go {#u use=\"nn/forward\" n=4 rate=2 name=xor}\n```\n\n```go {#v use=\"nn/forwrad\"}\n```\n\n```go {#w use=\"nn/forward\" n=4 rat=2 name=xor}\n```\n",
	})
	c := filepath.Join(dir, "course")
	b := mustBuild(t, c)
	want := "a:\n    = 1 (int int)\nu:\n    = 4 (int int)\n    = xor (text string)\nv:\n    failure compile, line 10: no computation is registered as \"nn/forwrad\"\nw:\n    failure compile, line 13: nn/forward needs the argument rate (float64)\n"
	if got := b.results("01-a"); got != want {
		t.Errorf("results\n%s\nwant\n%s\n%s", got, want, b.said("01-a"))
	}
	for _, hint := range []string{`did you mean use="nn/forward"?`, "did you mean rate?"} {
		if !strings.Contains(b.said("01-a"), hint) {
			t.Errorf("no %q in\n%s", hint, b.said("01-a"))
		}
	}
	put(t, filepath.Join(dir, "deep/deep.go"), "package deep\n\nconst N = 2\n")
	if b = mustBuild(t, c); !strings.Contains(b.results("01-a"), "= 2 (int int)") {
		t.Errorf("a dependency's dependency changed, and the result did not:\n%s", b.results("01-a"))
	}
	if text, err := os.ReadFile(filepath.Join(dir, "go.mod")); err != nil || string(text) != mod {
		t.Errorf("go.mod is now %q %v", text, err)
	}
	one(t, c, b.book)
}

// one runs by name.
func one(t *testing.T, dir string, book *doc.Book) {
	t.Helper()
	c, err := Open(dir, Settings{})
	if err != nil {
		t.Fatal(err)
	}
	args := []doc.Arg{{Name: "n", Value: "7"}, {Name: "rate", Value: "0.5"}, {Name: "name", Value: "or"}}
	res, list, err := RunOne(context.Background(), c, book, "nn/forward", args, Options{})
	if err != nil || len(list) != 0 || len(res.Outputs) != 2 || value.Text(res.Outputs[0].Value, "") != "7" {
		t.Errorf("nn/forward: %+v %v %v", res, list, err)
	}
	if _, _, err = RunOne(context.Background(), c, book, "01-a/x", nil, Options{}); !errors.As(err, new(*ErrUnknown)) {
		t.Errorf("an unknown name: %v", err)
	}
	if res, list, err = RunOne(context.Background(), c, book, "01-a/a", nil, Options{}); err != nil || len(res.Outputs) != 1 {
		t.Errorf("01-a/a: %+v %v %v", res, list, err)
	}
	var names []string
	for _, e := range Entries(book, c.Registry()) {
		names = append(names, e.Name+" "+e.Place)
	}
	if got := strings.Join(names, ", "); got != "01-a/a chapters/01-a.md:3, 01-a/u chapters/01-a.md:7, 01-a/v chapters/01-a.md:10, 01-a/w chapters/01-a.md:13, nn/forward blocks/nn/nn.go:6" {
		t.Errorf("entries %s", got)
	}
}

func TestNoGo(t *testing.T) {
	dir := course(t, map[string]string{"chapters/a.md": twoBlocks})
	t.Setenv("PATH", t.TempDir())
	if b := build(t, dir); !errors.Is(b.err, ErrNoGo) {
		t.Errorf("without a toolchain: %v", b.err)
	}
}

func TestUnwritable(t *testing.T) {
	dir := course(t, map[string]string{"chapters/a.md": twoBlocks, "out": "a file, no directory"})
	b := build(t, dir)
	if b.err == nil || !strings.Contains(b.err.Error(), "cannot write to") {
		t.Errorf("out/ is no directory: %v", b.err)
	}
}

func TestNoNetwork(t *testing.T) {
	dir := course(t, map[string]string{"chapters/a.md": "```go {#a}\nmat.NewDense(1, 1, nil)\n```\n"})
	t.Setenv("GOMODCACHE", t.TempDir())
	t.Setenv("GOPROXY", "off")
	b := build(t, dir)
	if b.err == nil || !strings.Contains(b.err.Error(), "gonum.org/v1/gonum") || !strings.Contains(b.err.Error(), "connect to the network once") {
		t.Errorf("no network, no module: %v", b.err)
	}
}

// Whatever runs is ended with the build.
func TestCancel(t *testing.T) {
	dir := course(t, map[string]string{"chapters/a.md": "```go {#a}\nos.WriteFile(\"started\", nil, 0o644)\nexec.Command(\"sleep\", \"100\").Run()\n```\n"})
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	go func() {
		for !exists(filepath.Join(dir, "chapters", "started")) && ctx.Err() == nil {
			time.Sleep(10 * time.Millisecond)
		}
		cancel()
	}()
	b := buildContext(ctx, t, dir)
	if !errors.Is(b.err, context.Canceled) {
		t.Errorf("canceled: %v", b.err)
	}
	left, err := filepath.Glob(filepath.Join(dir, "out", "_gen", "run-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// The versions for courses without a module are those weave is built with.
func TestEmbeddedModule(t *testing.T) {
	for name, embedded := range map[string]string{"go.mod": embeddedMod, "go.sum": embeddedSum} {
		text, err := os.ReadFile(filepath.Join("..", "..", name))
		if err != nil {
			t.Fatal(err)
		}
		if string(text) != embedded {
			t.Errorf("weave/run/%s.txt is not the module's %s: copy it", name, name)
		}
	}
}
