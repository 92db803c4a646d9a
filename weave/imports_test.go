package weave

import (
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// arrows reads the block of docs/architecture.md: package → what it may import
// directly.
func arrows(t *testing.T) map[string][]string {
	t.Helper()
	text, err := os.ReadFile("../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile("(?s)```arrows\n(.*?)```").FindStringSubmatch(string(text))
	if m == nil {
		t.Fatal("docs/architecture.md has no block of arrows")
	}
	out := map[string][]string{}
	for line := range strings.Lines(m[1]) {
		groups := strings.Split(line, "<")
		for i := 1; i < len(groups); i++ {
			for _, to := range names(groups[i]) {
				out[to] = append(out[to], names(groups[i-1])...)
			}
		}
	}
	return out
}

func names(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' || r == '\n' })
}

// TestImports fails on any arrow between packages that is not in the picture.
func TestImports(t *testing.T) {
	allowed := arrows(t)
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "weave/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		for _, imp := range words[1:] {
			if strings.HasPrefix(imp, "weave/") && !mayImport(allowed, words[0], imp) {
				t.Errorf("%s imports %s, which docs/architecture.md does not allow", words[0], imp)
			}
		}
	}
}

func mayImport(allowed map[string][]string, pkg, imp string) bool {
	switch {
	case strings.HasPrefix(pkg, "weave/blocks"):
		return strings.HasPrefix(imp, "weave/blocks")
	case pkg == "weave/weave":
		return imp != "weave/cmd/weave"
	case pkg == "weave/cmd/weave":
		return imp == "weave/weave"
	}
	return slices.Contains(reach(allowed, short(pkg), map[string]bool{}), short(imp))
}

// short is a package's name in the picture.
func short(path string) string {
	if strings.HasPrefix(path, "weave/blocks") {
		return "blocks"
	}
	return strings.TrimPrefix(path, "weave/weave/")
}

// reach is what a package may import, directly or through others.
func reach(allowed map[string][]string, pkg string, seen map[string]bool) []string {
	var out []string
	for _, name := range allowed[pkg] {
		if !seen[name] {
			seen[name] = true
			out = append(append(out, name), reach(allowed, name, seen)...)
		}
	}
	return out
}
