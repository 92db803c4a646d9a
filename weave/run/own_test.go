package run

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A course in weave's own module builds with the module's own package blocks.
func TestInsideOwnModule(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(root, "out"), 0o755); err != nil {
		t.Skip("the module is read-only")
	}
	dir, err := os.MkdirTemp(filepath.Join(root, "out"), "test-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	put(t, filepath.Join(dir, "chapters", "a.md"), "```go {#a}\nvar d mat.Dense\nd.CloneFrom(mat.NewDense(1, 1, []float64{2}))\nvar fig = &blocks.Plot{}\nblocks.Show(fig)\nblocks.Near(d.At(0, 0), 2, 0)\n```\n")
	b := mustBuild(t, dir)
	if got := b.results("a"); got != "a:\n    plot\n    = true (bool bool)\n" {
		t.Errorf("results\n%s\n%s", got, b.said("a"))
	}
	if strings.Contains(string(b.program.Chapters[0].Parts[0].Source), root) || exists(filepath.Join(dir, "out", "_gen", "weave")) {
		t.Error("the runtime was copied, or a path of this machine is in the program")
	}
}
