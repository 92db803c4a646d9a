package run

import (
	"bytes"
	gobuild "go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"weave/weave/memo"
)

var localReplace = regexp.MustCompile(`(?m)^\s*(?:replace\s+)?(\S+)(?:\s+v\S+)?\s+=>\s+"?(\.\.?/[^\s"]*)"?`)

// walkOwn finds the packages whose files can change under one go.mod: those of
// the module, and of modules it replaces by directories.
func (p *packages) walkOwn() {
	p.own, p.dirs = map[string][]string{}, map[string]string{}
	if p.root == "" {
		return
	}
	p.walkModule(p.root, p.module)
	mod, _ := os.ReadFile(filepath.Join(p.root, "go.mod")) // it was read a moment ago
	for _, m := range localReplace.FindAllSubmatch(mod, -1) {
		p.walkModule(filepath.Join(p.root, filepath.FromSlash(string(m[2]))), string(m[1]))
	}
}

func (p *packages) walkModule(root, module string) {
	filepath.WalkDir(root, func(dir string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return nil // a directory that cannot be read holds no package either
		}
		if dir != root && (dir == p.Out || skipped(d.Name()) || exists(filepath.Join(dir, "go.mod"))) {
			return fs.SkipDir
		}
		rel, err := filepath.Rel(root, dir)
		if err != nil {
			return err
		}
		importPath := module
		if rel != "." {
			importPath += "/" + filepath.ToSlash(rel)
		}
		if name := p.packageName(dir); name != "" && name != "main" {
			p.dirs[importPath] = dir
			if importPath != runtimePath+"/rt" && !strings.HasPrefix(importPath, runtimePath+"/internal") {
				p.own[name] = append(p.own[name], importPath)
			}
		}
		return nil
	})
}

// PackageDirs are the directories of the packages that can change, sorted.
func (c *Course) PackageDirs() []string {
	return slices.Sorted(maps.Values(c.packages.dirs))
}

func skipped(name string) bool {
	return name == "testdata" || name == "vendor" || name == "node_modules" || name[0] == '.' || name[0] == '_'
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// goFiles are the names of the Go files of a directory without its tests.
func goFiles(dir string) (names []string) {
	entries, _ := os.ReadDir(dir) // one that cannot be read holds none
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".go") && !strings.HasSuffix(e.Name(), "_test.go") {
			names = append(names, e.Name())
		}
	}
	return names
}

// packageName is what the files of a directory that are compiled here call their
// package, "" without any.
func (p *packages) packageName(dir string) string {
	context := gobuild.Default
	context.GOOS, context.GOARCH, context.BuildTags = p.gocmd.os, p.gocmd.arch, p.tags
	for _, f := range goFiles(dir) {
		if ok, err := context.MatchFile(dir, f); err != nil || !ok {
			continue
		}
		if file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, f), nil, parser.PackageClauseOnly); err == nil {
			return file.Name.Name
		}
	}
	return ""
}

// ownKey says which own packages there are.
func (p *packages) ownKey() string {
	var b strings.Builder
	for _, path := range slices.Sorted(maps.Keys(p.dirs)) {
		b.WriteString(path + "\n")
	}
	return b.String()
}

// fingerprint is the content of those of the packages that can change, and of
// all such packages that they import. Go's build ids do not serve here: they
// stay the same when a dependency's dependency changes.
func (p *packages) fingerprint(paths []string) string {
	seen := map[string]bool{}
	var visit func(path string)
	visit = func(path string) {
		if p.dirs[path] == "" || seen[path] {
			return
		}
		seen[path] = true
		for _, im := range p.content(path).imports {
			visit(im)
		}
	}
	for _, path := range paths {
		visit(path)
	}
	if len(seen) == 0 {
		return emptyPrint
	}
	parts := []string{}
	for _, path := range slices.Sorted(maps.Keys(seen)) {
		parts = append(parts, path, p.content(path).hash)
	}
	return hash(parts...)
}

// content is what a package is made of: the hash of all its files, of one that
// embeds files also of those below it, and what its Go imports.
type content struct {
	hash    string
	imports []string
}

func (p *packages) content(importPath string) content {
	if c, known := p.contents[importPath]; known {
		return c
	}
	dir := p.dirs[importPath]
	var parts, texts []string
	embeds := false
	entries, _ := os.ReadDir(dir) // one that cannot be read will not compile
	for _, e := range entries {
		if !e.Type().IsRegular() && !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		text, _ := os.ReadFile(filepath.Join(dir, e.Name()))
		parts = append(parts, e.Name(), string(text))
		if strings.HasSuffix(e.Name(), ".go") {
			texts = append(texts, string(text))
			embeds = embeds || bytes.Contains(text, []byte("//go:embed"))
		}
	}
	if embeds {
		parts = append(parts, deeper(dir)...)
	}
	c := content{hash: hash(parts...)}
	type importsKey string
	c.imports = memo.Of(p.memo, importsKey(c.hash), func() []string { return importsOf(texts) })
	p.contents[importPath] = c
	return c
}

// importsOf are the imports of Go files.
func importsOf(texts []string) (paths []string) {
	for _, text := range texts {
		f, err := parser.ParseFile(token.NewFileSet(), "", text, parser.ImportsOnly)
		if err != nil {
			continue // its text counts, and it will not compile
		}
		for _, s := range f.Imports {
			if path, err := strconv.Unquote(s.Path.Value); err == nil {
				paths = append(paths, path)
			}
		}
	}
	return paths
}

// deeper is the content of all files in the directories of a directory.
func deeper(dir string) []string {
	var parts []string
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && filepath.Dir(path) != dir {
			text, _ := os.ReadFile(path)
			parts = append(parts, path[len(dir):], string(text))
		}
		return nil
	})
	return parts
}
