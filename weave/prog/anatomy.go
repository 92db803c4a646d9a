package prog

import (
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// anatomy is what the syntax of a block says about it. Offsets are those of
// the unit's text.
type anatomy struct {
	defines []string // variables that the statements define at their top level, or that are declared
	imports []importSpec
	labels  []edit // labels belong to a whole function: each gets the block's name
	tail    [2]int // the expression at the end, if there is one
	call    bool   // the tail is a call
}

// importSpec is an import the author wrote.
type importSpec struct {
	name, path string // name as written, "" for the package's own
	start, end int
}

// edit replaces a range of a unit's text in the generated file.
type edit struct {
	start, end int
	text       string
}

const (
	fileHead = "package p;"
	bodyHead = "package p;func _(){"
)

// parse reads lifted items and statements apart, and refuses what a block may
// not hold.
func (r *reader) parse(u *unit) {
	u.syntax = &anatomy{}
	decls := r.parseGo(u, fileHead, u.keep(func(it item) bool { return it.lifted && it.tok != token.IMPORT }), "")
	imports := r.parseGo(u, fileHead, u.keep(func(it item) bool { return it.tok == token.IMPORT }), "")
	if u.broken {
		return
	}
	r.noInit(u, decls)
	for _, s := range imports.Imports {
		if s.Path.Value == `"C"` {
			r.fail(u, offset(fileHead, s.Pos()), "chapters cannot use cgo").Hint("put the C code into a package of the course and import that")
		}
		u.syntax.addImport(s)
	}
	if u.kind == declarations {
		u.syntax.declared(decls)
		return
	}
	f := r.parseGo(u, bodyHead, u.keep(func(it item) bool { return !it.lifted }), "\n}")
	if u.broken {
		return
	}
	body := f.Decls[0].(*ast.FuncDecl).Body
	u.syntax.defined(body.List)
	r.inspect(u, body)
	u.syntax.findTail(body.List)
}

// keep is the text with all other items blanked out, so that offsets stay.
func (u *unit) keep(wanted func(item) bool) string {
	out := []byte(u.text)
	for _, it := range u.items {
		if wanted(it) {
			continue
		}
		for i := it.start; i < it.end; i++ {
			if out[i] != '\n' {
				out[i] = ' '
			}
		}
	}
	return string(out)
}

func (r *reader) parseGo(u *unit, head, code, tail string) *ast.File {
	f, err := parser.ParseFile(token.NewFileSet(), "", head+code+tail, parser.SkipObjectResolution)
	if list, ok := err.(scanner.ErrorList); ok {
		e := list[0] // the others mostly follow from it
		off := min(max(0, e.Pos.Offset-len(head)), len(code)-1)
		d := r.fail(u, off, "%s", cleanSyntax(e.Msg))
		if strings.HasPrefix(e.Msg, "expected 1 expression") {
			d.Hint("show several values with blocks.Show(x, y)")
		}
		if strings.HasSuffix(e.Msg, "found '...'") {
			d.Hint("where something is left out write a comment, // …; the option nocompile shows what does not compile")
		}
	}
	return f
}

func offset(head string, p token.Pos) int { return int(p) - 1 - len(head) }

func (r *reader) noInit(u *unit, f *ast.File) {
	for _, d := range f.Decls {
		if fd, ok := d.(*ast.FuncDecl); ok && fd.Recv == nil && slices.Contains([]string{"init", runName, variablesName}, fd.Name.Name) {
			r.fail(u, offset(fileHead, fd.Name.Pos()), "func %s would run before every block", fd.Name.Name).
				Hint("write its statements in a block, or give the function another name")
		}
	}
}

func (a *anatomy) addImport(s *ast.ImportSpec) {
	path, err := strconv.Unquote(s.Path.Value)
	if err != nil {
		panic("prog: import path " + s.Path.Value) // the parser has checked it
	}
	spec := importSpec{path: path, start: offset(fileHead, s.Pos()), end: offset(fileHead, s.Path.End())}
	if s.Name != nil {
		spec.name = s.Name.Name
	}
	a.imports = append(a.imports, spec)
}

// defined finds the variables that statements define at the top level.
func (a *anatomy) defined(body []ast.Stmt) {
	for _, s := range body {
		for {
			l, ok := s.(*ast.LabeledStmt)
			if !ok {
				break
			}
			s = l.Stmt
		}
		switch s := s.(type) {
		case *ast.AssignStmt:
			if s.Tok == token.DEFINE {
				for _, e := range s.Lhs {
					a.define(e)
				}
			}
		case *ast.DeclStmt:
			g := s.Decl.(*ast.GenDecl)
			for _, sp := range g.Specs {
				if vs, ok := sp.(*ast.ValueSpec); ok && g.Tok == token.VAR {
					for _, id := range vs.Names {
						a.define(id)
					}
				}
			}
		}
	}
}

// declared finds the variables of a block that only declares.
func (a *anatomy) declared(f *ast.File) {
	for _, d := range f.Decls {
		if g, ok := d.(*ast.GenDecl); ok {
			a.defined([]ast.Stmt{&ast.DeclStmt{Decl: g}})
		}
	}
}

func (a *anatomy) define(e ast.Expr) {
	if id, ok := e.(*ast.Ident); ok && id.Name != "_" {
		for _, n := range a.defines {
			if n == id.Name {
				return
			}
		}
		a.defines = append(a.defines, id.Name)
	}
}

// inspect renames labels and refuses return, which would end the chapter.
func (r *reader) inspect(u *unit, body *ast.BlockStmt) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false // its labels and returns are its own
		case *ast.ReturnStmt:
			r.fail(u, offset(bodyHead, n.Pos()), "return outside of a function would end the chapter").
				Hint("use if … else, or put the statements into a function")
		case *ast.LabeledStmt:
			u.label(n.Label)
		case *ast.BranchStmt:
			if n.Label != nil {
				u.label(n.Label)
			}
		}
		return true
	})
}

func (u *unit) label(id *ast.Ident) {
	start := offset(bodyHead, id.Pos())
	u.syntax.labels = append(u.syntax.labels, edit{start, start + len(id.Name), id.Name + "_" + goName(u.name)})
}

// goName makes letters, digits and underscores of a block's name.
func goName(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}, s)
}

func (a *anatomy) findTail(body []ast.Stmt) {
	if len(body) == 0 {
		return
	}
	s, ok := body[len(body)-1].(*ast.ExprStmt)
	if !ok {
		return
	}
	a.tail = [2]int{offset(bodyHead, s.Pos()), offset(bodyHead, s.End())}
	_, a.call = ast.Unparen(s.X).(*ast.CallExpr)
}
