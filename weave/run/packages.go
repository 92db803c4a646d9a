package run

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
)

// packages knows what chapters can import.
type packages struct {
	*Course
	own      map[string][]string // of the module: name → import paths
	dirs     map[string]string   // of the module: import path → directory
	names    map[string][]string // of the standard library and offered modules
	contents map[string]content  // of own packages, once looked at
	export   map[string]exported // by import path
	broken   map[string]string   // import path → what the go command says against it
	loaded   types.Importer
	err      error // why there are no names
}

func newPackages(c *Course) *packages {
	p := &packages{Course: c, contents: map[string]content{}, export: map[string]exported{}, broken: map[string]string{}}
	p.walkOwn()
	return p
}

// preferred decides between packages of one name.
var preferred = []string{"math/rand/v2", "text/template", "image/draw", "text/scanner", runtimePath, "gonum.org/v1/gonum/stat"}

// named are the import paths of packages of a name: the standard library, then
// weave and gonum, then the course's own.
func (p *packages) named(ctx context.Context, name string) []string {
	if p.names == nil {
		p.readNames(ctx)
	}
	paths := append(slices.Clone(p.names[name]), p.own[name]...)
	if len(paths) == 0 && p.err == nil && slices.Contains(offeredNames, name) {
		_, p.err = p.gocmd.run(ctx, "list", offered...) // it is not there: the go command says why
	}
	return paths
}

// offeredNames are packages of the offered modules, known also where the module
// is not.
var offeredNames = []string{"blas64", "cmplxs", "distmv", "distuv", "fd", "floats", "fourier", "integrate", "interp", "mat", "optimize", "quad", "r2", "r3", "scalar", "stat"}

// all are the names of all packages, sorted.
func (p *packages) all(ctx context.Context) []string {
	if p.names == nil {
		p.readNames(ctx)
	}
	names := slices.AppendSeq(slices.Collect(maps.Keys(p.names)), maps.Keys(p.own))
	slices.Sort(names)
	return slices.Compact(names)
}

func (p *packages) readNames(ctx context.Context) {
	key := hash(p.key(), "names")
	if data, ok := p.cache.load("names", key); ok && json.Unmarshal(data, &p.names) == nil {
		return
	}
	p.names = map[string][]string{}
	args := []string{"-e", "-f", "{{.Name}} {{.ImportPath}}", "std", runtimePath + "/..."}
	for _, m := range offered {
		args = append(args, m+"/...")
	}
	out, err := p.gocmd.run(ctx, "list", args...)
	if err != nil {
		p.err = err
		return
	}
	for l := range strings.Lines(string(out)) {
		name, path, _ := strings.Cut(strings.TrimSpace(l), " ")
		if name != "" && name != "main" && !restricted(path) && path != runtimePath+"/rt" {
			p.names[name] = append(p.names[name], path)
		}
	}
	for _, paths := range p.names {
		slices.SortStableFunc(paths, func(a, b string) int { return rank(a) - rank(b) })
	}
	data, err := json.Marshal(p.names)
	if err != nil {
		panic("run: " + err.Error())
	}
	if p.names["mat"] != nil { // else a module could not be fetched: ask again
		p.cache.store("names", key, data)
	}
}

// rank puts preferred packages before others of the name.
func rank(path string) int {
	if i := slices.Index(preferred, path); i >= 0 {
		return i
	}
	return len(preferred)
}

func restricted(importPath string) bool {
	for _, e := range strings.Split(importPath, "/") {
		if e == "internal" || e == "vendor" {
			return true
		}
	}
	return false
}

// exported is a package as it was compiled.
type exported struct {
	File string            // in Go's build cache: its types and its code; "": it cannot be compiled
	Deps map[string]string // the same of all that it imports, by import path
}

// importer gives the types of packages, from the files of Go's build cache. One
// importer serves all chapters, one after the other: it is not safe for two
// checks at once.
func (p *packages) importer(ctx context.Context) func([]string) (types.Importer, error) {
	return func(paths []string) (types.Importer, error) {
		if p.err != nil {
			return nil, p.err
		}
		if err := p.findExports(ctx, paths); err != nil {
			return nil, err
		}
		if p.loaded == nil {
			p.loaded = importer.ForCompiler(token.NewFileSet(), "gc", func(path string) (io.ReadCloser, error) {
				file := p.file(path)
				if file == "" {
					return nil, p.missing(path)
				}
				return os.Open(file)
			})
		}
		return p.loaded, nil
	}
}

// file is where a package's types are, "" where they are not known.
func (p *packages) file(path string) string {
	if e, ok := p.export[path]; ok {
		return e.File
	}
	for _, e := range p.export { // the same one for all that import it
		if f := e.Deps[path]; f != "" {
			return f
		}
	}
	return ""
}

// findExports asks the go command for packages not seen yet. The answer is kept
// by content, so that an edit in a chapter needs no go list.
func (p *packages) findExports(ctx context.Context, paths []string) error {
	var need []string
	for _, path := range paths {
		if _, known := p.export[path]; known || path == "unsafe" {
			continue
		}
		var e exported
		data, ok := p.cache.load("export", p.exportKey(path))
		if ok && json.Unmarshal(data, &e) == nil && exists(e.File) {
			p.export[path] = e
			continue
		}
		need = append(need, path)
	}
	if len(need) == 0 {
		return nil
	}
	if err := p.Prepare(); err != nil {
		return err
	}
	out, err := p.gocmd.run(ctx, "list", append([]string{"-e", "-export", "-deps", "-json=ImportPath,Export,Error,Deps,DepsErrors,DepOnly"}, need...)...)
	if err != nil {
		return err
	}
	p.noteExports(out)
	return nil
}

// noteExports reads what go list says: each package after all that it imports.
func (p *packages) noteExports(list []byte) {
	files := map[string]string{}
	for d := json.NewDecoder(bytes.NewReader(list)); ; {
		var pkg struct {
			ImportPath, Export string
			Deps               []string
			DepOnly            bool
			Error              *struct{ Err string }
			DepsErrors         []struct{ Err string }
		}
		if d.Decode(&pkg) != nil {
			return
		}
		if pkg.Error != nil {
			p.broken[pkg.ImportPath] = pkg.Error.Err
		} else if pkg.Export == "" && len(pkg.DepsErrors) > 0 {
			p.broken[pkg.ImportPath] = pkg.DepsErrors[0].Err
		}
		files[pkg.ImportPath] = pkg.Export
		if pkg.DepOnly {
			continue
		}
		e := exported{pkg.Export, map[string]string{}}
		for _, dep := range pkg.Deps {
			e.Deps[dep] = files[dep]
		}
		p.export[pkg.ImportPath] = e
		if e.File != "" {
			p.cache.store("export", p.exportKey(pkg.ImportPath), encoded(e))
		}
	}
}

// missing says why a package has no types.
func (p *packages) missing(path string) error {
	if why := p.broken[path]; why != "" {
		return errors.New(why)
	}
	return fmt.Errorf("no package %q", path)
}

// exportKey is what a package's types depend on.
func (p *packages) exportKey(importPath string) string {
	return hash(p.key(), importPath, p.fingerprint([]string{importPath}))
}
