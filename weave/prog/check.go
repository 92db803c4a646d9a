package prog

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"
)

// maxRounds bounds the rounds of a check. Each round finds an import, leaves a
// unit out or moves a variable, so the number of units bounds them too.
const maxRounds = 200

// round is the type checker's view of one generated file.
type round struct {
	*state
	gen      *generated
	fset     *token.FileSet
	file     *ast.File
	info     *types.Info
	types    *types.Package
	problems []problem
	selected map[int]bool             // offsets of identifiers before a dot
	defined  map[types.Object]*unit   // which unit defines it
	changes  map[types.Object][]*unit // which units may change it
}

// problem is an error of the type checker.
type problem struct {
	off  int
	msg  string
	more []problem // the lines after it that begin with a tab belong to it
}

// check goes round until what is left is right.
func (s *state) check() ([]string, error) {
	for range maxRounds {
		r, err := s.round()
		if err != nil {
			return nil, err
		}
		if r.findImports() {
			continue
		}
		r.graph()
		again := r.tails()
		changed, err := r.judge()
		if err != nil {
			return nil, err
		}
		if r.fail() || changed || again {
			continue
		}
		if r.moveVariables() || r.findKeeps() {
			continue
		}
		r.usedPackages()
		r.usedChapters()
		r.warnings()
		r.idleMains()
		r.vet()
		var imports []string
		for _, im := range r.file.Imports {
			imports = append(imports, importPath(im))
		}
		for _, p := range r.unusable { // what is wrong with it may be mended
			imports = append(imports, p.path)
		}
		return imports, nil
	}
	panic("prog: no end of rounds in " + s.pkg)
}

func importPath(im *ast.ImportSpec) string {
	p, err := strconv.Unquote(im.Path.Value)
	if err != nil {
		panic("prog: import " + im.Path.Value)
	}
	return p
}

// parseGenerated parses a file that weave has written.
func parseGenerated(text []byte) (*token.FileSet, *ast.File) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "chapter.go", text, parser.SkipObjectResolution)
	if err != nil {
		panic(fmt.Sprintf("prog: the generated file does not parse: %v\n%s", err, text))
	}
	return fset, file
}

// round generates the file and lets go/types look at it.
func (s *state) round() (*round, error) {
	r := &round{state: s, gen: s.generate(s.whole()), selected: map[int]bool{}, defined: map[types.Object]*unit{}}
	r.fset, r.file = parseGenerated(r.gen.text)
	var paths []string
	for _, im := range r.file.Imports {
		paths = append(paths, importPath(im))
	}
	imp, err := s.importer(paths)
	if err != nil {
		return nil, err
	}
	r.info = &types.Info{
		Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}, Types: map[ast.Expr]types.TypeAndValue{},
		Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
		Scopes: map[ast.Node]*types.Scope{}, Instances: map[*ast.Ident]types.Instance{}, FileVersions: map[*ast.File]string{},
	}
	conf := types.Config{Importer: imp, Error: func(err error) { r.problem(err.(types.Error)) }}
	r.types, _ = conf.Check(s.pkg, r.fset, []*ast.File{r.file}, r.info)
	ast.Inspect(r.file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok {
				r.selected[r.off(id.Pos())] = true
			}
		}
		return true
	})
	return r, nil
}

func (r *round) off(p token.Pos) int { return r.fset.PositionFor(p, false).Offset }

// unitAt is the unit at a place of the file, nil for weave's own code.
func (r *round) unitAt(p token.Pos) *unit {
	u, _ := r.gen.at(r.off(p))
	return u
}

func (r *round) problem(e types.Error) {
	p := problem{off: r.off(e.Pos), msg: e.Msg}
	if n := len(r.problems); n > 0 && strings.HasPrefix(p.msg, "\t") {
		r.problems[n-1].more = append(r.problems[n-1].more, p)
		return
	}
	r.problems = append(r.problems, p)
}

// findImports resolves package names by use: only where an undefined name
// stands before a dot, so that a variable of that name wins.
func (r *round) findImports() bool {
	found := false
	for _, p := range r.problems {
		name, ok := strings.CutPrefix(p.msg, "undefined: ")
		if !ok || !r.selected[p.off] || r.found[name] != "" || r.alone != "" || slices.Contains(r.missing, name) || r.unusable[name] != nil {
			continue // a program of its own imports for itself; what cannot be used is told once
		}
		if c := r.others[name]; c != nil {
			r.found[name] = c.exports.Path
			found = true
			continue
		}
		if paths := r.env.Packages(name); len(paths) > 0 {
			r.found[name] = paths[0]
			found = true
		}
	}
	return found
}

// tails finds the calls at the end of blocks that have exactly one result.
func (r *round) tails() bool {
	changed := false
	ast.Inspect(r.file, func(n ast.Node) bool {
		s, ok := n.(*ast.ExprStmt)
		if !ok {
			return true
		}
		u, off := r.gen.at(r.off(s.Pos()))
		if u == nil || u.isValue() || !u.syntax.call || u.syntax.tail[0] != off || r.show[u] != "" || u.call != nil {
			return true
		}
		tv := r.info.Types[s.X]
		if tv.Type == nil || tv.IsVoid() || tv.Type == types.Typ[types.Invalid] {
			return true
		}
		if _, several := tv.Type.(*types.Tuple); several {
			return true
		}
		r.show[u], changed = displayValue, true
		if types.Identical(tv.Type, types.Universe.Lookup("error").Type()) {
			r.show[u] = displayError
		}
		return true
	})
	return changed
}

// fail leaves out the blocks that failed when they ran, now that the graph of
// the whole chapter is known.
func (r *round) fail() bool {
	changed := false
	for _, u := range r.units {
		if r.failed[u.name] && !u.isValue() && r.left[u] == nil {
			r.left[u] = &reason{}
			changed = true
		}
	}
	r.spread()
	return changed
}
