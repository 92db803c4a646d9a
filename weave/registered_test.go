package weave

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"weave/weave/prog"
)

// TestComputationsAreRegistered: what a package of the course computes or draws
// can be used by name in any chapter. What only makes a label is not asked.
func TestComputationsAreRegistered(t *testing.T) {
	registry, err := prog.ReadRegistry(os.DirFS(".."), "weave", "weave/blocks")
	if err != nil {
		t.Fatal(err)
	}
	registered := map[token.Position]bool{}
	for _, c := range registry.All {
		registered[token.Position{Filename: c.File, Line: c.Line}] = true
	}
	files, err := filepath.Glob("../blocks/*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	seen := 0
	for _, name := range files {
		if dir := filepath.Base(filepath.Dir(name)); dir == "rt" || strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || !fd.Name.IsExported() || onlyLabels(fd) {
				continue
			}
			seen++
			at := fset.Position(fd.Pos())
			at.Filename = filepath.ToSlash(strings.TrimPrefix(at.Filename, ".."+string(filepath.Separator)))
			if !registered[token.Position{Filename: at.Filename, Line: at.Line}] {
				t.Errorf("%s:%d: %s is not registered", at.Filename, at.Line, fd.Name.Name)
			}
		}
	}
	if seen < 60 {
		t.Errorf("only %d computations were found", seen)
	}
}

// onlyLabels tells whether a function gives a text or a yes or no, nothing that
// could be shown for itself.
func onlyLabels(fd *ast.FuncDecl) bool {
	results := fd.Type.Results
	if results == nil || len(results.List) != 1 {
		return false
	}
	id, ok := results.List[0].Type.(*ast.Ident)
	return ok && (id.Name == "string" || id.Name == "bool")
}
