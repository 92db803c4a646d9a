package weave

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// allowed holds the arrows of docs/architecture.md: a package may import those
// named behind it, and what they may import.
var allowed = map[string]string{
	"weave/weave/source":    "",
	"weave/weave/font":      "",
	"weave/weave/highlight": "",
	"weave/blocks":          "",
	"weave/weave/value":     "blocks",
	"weave/weave/tex":       "source",
	"weave/weave/doc":       "tex",
	"weave/weave/prog":      "doc",
	"weave/weave/run":       "prog blocks",
	"weave/weave/verify":    "tex doc run",
	"weave/weave/draw":      "font blocks",
	"weave/weave/typeset":   "tex doc draw highlight",
	"weave/weave/pdf":       "draw font",
	"weave/weave/html":      "doc tex draw typeset blocks highlight",
}

// TestImports fails on any arrow between packages that is not in the picture.
func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "weave/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		pkg := words[0]
		for _, imp := range words[1:] {
			if strings.HasPrefix(imp, "weave/") && !mayImport(pkg, imp) {
				t.Errorf("%s imports %s, which docs/architecture.md does not allow", pkg, imp)
			}
		}
	}
}

func mayImport(pkg, imp string) bool {
	switch {
	case strings.HasPrefix(pkg, "weave/blocks"):
		return strings.HasPrefix(imp, "weave/blocks")
	case pkg == "weave/weave":
		return strings.HasPrefix(imp, "weave/weave/") || imp == "weave/blocks"
	case strings.HasPrefix(pkg, "weave/cmd/"):
		return imp == "weave/weave" || imp == "weave/weave/doc"
	case imp == "weave/blocks/rt":
		imp = "weave/blocks"
	}
	return slices.Contains(reach(pkg, map[string]bool{}), imp)
}

// reach is what a package may import, directly or through others.
func reach(pkg string, seen map[string]bool) []string {
	var out []string
	for _, name := range strings.Fields(allowed[pkg]) {
		imp := "weave/weave/" + name
		if name == "blocks" {
			imp = "weave/blocks"
		}
		if !seen[imp] {
			seen[imp] = true
			out = append(append(out, imp), reach(imp, seen)...)
		}
	}
	return out
}
