package prog

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"io/fs"
	"path"
	"sort"
	"strconv"
	"strings"
)

// Registered is a computation that a package under blocks/ has registered.
type Registered struct {
	Name    string // "nn/train-xor"
	Package string // import path
	File    string // relative to the module, with slashes
	Line    int
	Doc     string
	Source  string // of the function
	Params  []Param
}

// Param is a parameter of a registered computation.
type Param struct{ Name, Type string }

func (c *Registered) paramNames() []string {
	var out []string
	for _, p := range c.Params {
		out = append(out, p.Name)
	}
	return out
}

// Registry is all registered computations, sorted by name.
type Registry struct {
	All []*Registered
	Sum string // tells the source that it was read from; "" where nobody said

	// Functions are those that the packages export, as formulas, by "pkg.Name";
	// one that is no formula has no branches.
	Functions map[string]*Formula
}

// Find is the computation of that name, nil if there is none.
func (r *Registry) Find(name string) *Registered {
	if r == nil {
		return nil
	}
	i := sort.Search(len(r.All), func(i int) bool { return r.All[i].Name >= name })
	if i == len(r.All) || r.All[i].Name != name {
		return nil
	}
	return r.All[i]
}

func (r *Registry) names() []string {
	if r == nil {
		return nil
	}
	var out []string
	for _, c := range r.All {
		out = append(out, c.Name)
	}
	return out
}

// ReadRegistry finds the calls of blocks.Register in the packages below the
// folder blocks of a module. runtime is the import path of package blocks.
// Files that do not parse are left to the compiler to report.
func ReadRegistry(module fs.FS, modulePath, runtime string) (*Registry, error) {
	r := &Registry{Functions: map[string]*Formula{}}
	err := fs.WalkDir(module, "blocks", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			if name == "blocks" {
				return fs.SkipDir // there is no such folder
			}
			return err
		}
		if d.IsDir() {
			if base := d.Name(); base == "testdata" || strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") {
				return fs.SkipDir
			}
			return r.directory(module, name, modulePath+"/"+name, runtime)
		}
		return nil
	})
	sort.Slice(r.All, func(i, j int) bool { return r.All[i].Name < r.All[j].Name })
	return r, err
}

func (r *Registry) directory(module fs.FS, dir, importPath, runtime string) error {
	entries, err := fs.ReadDir(module, dir)
	if err != nil {
		return err
	}
	p := &registryPackage{path: importPath, fset: token.NewFileSet(), funcs: map[string]*ast.FuncDecl{}, text: map[string][]byte{}}
	for _, e := range entries {
		if e.IsDir() || !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		name := path.Join(dir, e.Name())
		text, err := fs.ReadFile(module, name)
		if err != nil {
			return err
		}
		if f, err := parser.ParseFile(p.fset, name, text, parser.ParseComments|parser.SkipObjectResolution); err == nil {
			p.text[name] = text
			p.add(f)
		}
	}
	r.All = append(r.All, p.registered(runtime)...)
	p.formulas(r.Functions)
	return nil
}

// registryPackage is the syntax of one package with computations.
type registryPackage struct {
	path  string
	fset  *token.FileSet
	files []*ast.File
	funcs map[string]*ast.FuncDecl
	text  map[string][]byte
}

func (p *registryPackage) add(f *ast.File) {
	p.files = append(p.files, f)
	for _, d := range f.Decls {
		if fd, ok := d.(*ast.FuncDecl); ok {
			p.funcs[funcName(fd)] = fd
		}
	}
}

// funcName is the name of a function, or "T.Method" as in a method expression.
func funcName(fd *ast.FuncDecl) string {
	if fd.Recv == nil || len(fd.Recv.List) == 0 {
		return fd.Name.Name
	}
	return exprName(fd.Recv.List[0].Type) + "." + fd.Name.Name
}

// exprName is "F", "T.Method" or "T" of F, T.Method, (*T).Method, T or *T, and
// "" of anything else.
func exprName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return exprName(e.X) + "." + e.Sel.Name
	case *ast.ParenExpr:
		return exprName(e.X)
	case *ast.StarExpr:
		return exprName(e.X)
	}
	return ""
}

func (p *registryPackage) registered(runtime string) []*Registered {
	var out []*Registered
	for _, f := range p.files {
		name := importName(f, runtime)
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && name != "" {
				if c := p.call(call, name); c != nil {
					out = append(out, c)
				}
			}
			return true
		})
	}
	return out
}

// importName is how a file calls a package, "" if it does not import it.
func importName(f *ast.File, importPath string) string {
	for _, s := range f.Imports {
		if p, _ := strconv.Unquote(s.Path.Value); p == importPath {
			if s.Name != nil {
				return s.Name.Name
			}
			return path.Base(importPath)
		}
	}
	return ""
}

// call reads name.Register("topic/what", fn), with fn a function of the
// package, a method of one of its types (T.Method or (*T).Method, whose first
// parameter is the receiver) or a literal.
func (p *registryPackage) call(call *ast.CallExpr, name string) *Registered {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Register" || len(call.Args) != 2 {
		return nil
	}
	id, ok := sel.X.(*ast.Ident)
	lit, isLit := call.Args[0].(*ast.BasicLit)
	if !ok || id.Name != name || !isLit || lit.Kind != token.STRING {
		return nil
	}
	key, err := strconv.Unquote(lit.Value)
	if err != nil {
		return nil
	}
	c := &Registered{Name: key, Package: p.path}
	if lit, ok := call.Args[1].(*ast.FuncLit); ok {
		p.describe(c, lit, lit.Type.Params)
	} else if fd := p.funcs[exprName(call.Args[1])]; fd != nil {
		p.describe(c, fd, fd.Recv, fd.Type.Params)
		c.Doc = fd.Doc.Text()
	} else {
		p.describe(c, call)
	}
	return c
}

// describe notes where a computation is and its parameters.
func (p *registryPackage) describe(c *Registered, n ast.Node, params ...*ast.FieldList) {
	pos := p.fset.Position(n.Pos())
	c.File, c.Line = pos.Filename, pos.Line
	c.Source = string(p.text[pos.Filename][pos.Offset:p.fset.Position(n.End()).Offset])
	for _, list := range params {
		p.params(c, list)
	}
}

func (p *registryPackage) params(c *Registered, list *ast.FieldList) {
	if list == nil {
		return
	}
	for _, f := range list.List {
		for _, id := range f.Names {
			var b bytes.Buffer
			printer.Fprint(&b, p.fset, f.Type)
			c.Params = append(c.Params, Param{id.Name, b.String()})
		}
	}
}
