package prog

import (
	"fmt"
	"go/format"
	"slices"
	"strings"
)

// Tangled is the Go of a chapter as a program for people.
type Tangled struct {
	Name   string // of the chapter, or of the package for what others use
	Source []byte
}

// Tangle writes a chapter's Go as a plain program: what blocks show is printed.
// What other chapters use is a package of its own besides.
func (p *Program) Tangle(c *Chapter) ([]Tangled, error) {
	if c.alone != "" {
		return c.tangledWhole()
	}
	s := newState(c.Doc, "main", c.units, p.env, c.without)
	s.others, s.exported = c.others, c.exports != nil
	if _, err := s.check(); err != nil {
		return nil, err
	}
	shown := slices.DeleteFunc(s.kept(), (*unit).isValue)
	what := selection{pkg: "main", units: shown, scope: -1, plain: true}
	out := []Tangled{{c.Name, s.tangled(what)}}
	if c.exports != nil {
		out = append(out, Tangled{c.exports.Package, s.tangled(selection{pkg: c.exports.Package, units: shown, scope: -1, plain: true, exports: true})})
	}
	return out, nil
}

func (s *state) tangled(what selection) []byte {
	s.limitNames(&what)
	text, err := format.Source(s.generate(what).text)
	if err != nil {
		panic(fmt.Sprintf("prog: the program does not parse: %v", err))
	}
	return text
}

// tangle writes the plain program.
func (g *generator) tangle() *generated {
	fmt.Fprintf(g, "// The Go of chapter %s, written by weave tangle.\n\npackage %s\n\n", g.chapter.Name, g.what.pkg)
	if !g.what.exports {
		if !g.imported("fmt") && g.prints() {
			g.WriteString("import \"fmt\"\n")
		}
		if slices.ContainsFunc(g.what.units, func(u *unit) bool { return u.call != nil }) {
			fmt.Fprintf(g, "import weaveRT %q\n", g.env.Runtime+"/rt")
		}
	}
	g.imports()
	for _, u := range g.what.units {
		for _, it := range u.items {
			if it.lifted && !g.state.imported(u, it) {
				g.newline()
				g.code(u, it.start, it.end)
				g.WriteString("\n\n")
			}
		}
	}
	name := "main"
	if g.what.exports {
		name = variablesName
	}
	g.glue("func %s() {\n", name)
	g.variables()
	if g.what.exports {
		g.WriteString("}\n")
		return &generated{text: g.Bytes()}
	}
	scope := 0
	for _, u := range g.what.units {
		if g.scope[u] != scope {
			g.glue("%s\n", strings.Repeat("}", g.open))
			g.open, scope = 0, g.scope[u]
		}
		if u.kind == statements {
			g.plainly(u)
		}
	}
	g.glue("%s}\n", strings.Repeat("}", g.open))
	return &generated{text: g.Bytes()}
}

// plainly writes the statements of a block.
func (g *generator) plainly(u *unit) {
	g.glue("{ // block %s\n", u.name)
	g.open++
	if u.code.Options.Panics {
		g.glue("func() {\ndefer func() { fmt.Println(\"panic:\", recover()) }()\n")
	}
	g.call(u)
	for _, it := range u.items {
		switch {
		case it.lifted:
		case g.shows(u, it):
			g.glue("fmt.Println(")
			g.code(u, u.syntax.tail[0], u.syntax.tail[1])
			g.WriteString(")\n")
		default:
			g.code(u, it.start, it.end)
			g.newline()
		}
	}
	for _, name := range u.syntax.defines {
		g.glue("_ = %s\n", name)
	}
	if u.code.Options.Panics {
		g.glue("}()\n")
	}
}

// shows tells whether an item is an expression whose value is shown.
func (g *generator) shows(u *unit, it item) bool {
	a := u.syntax
	return a.tail[1] > 0 && a.tail[0] >= it.start && a.tail[0] < it.end && (!a.call || g.show[u] != "")
}

// prints tells whether the plain program calls fmt by itself.
func (g *generator) prints() bool {
	return slices.ContainsFunc(g.what.units, func(u *unit) bool {
		return u.kind == statements && (u.code.Options.Panics || slices.ContainsFunc(u.items, func(it item) bool { return !it.lifted && g.shows(u, it) }))
	})
}

// imported tells whether the file imports a package of the standard library in
// any case.
func (g *generator) imported(path string) bool {
	if g.found[path] == path && g.what.imports(path, path) {
		return true
	}
	for _, u := range g.what.units {
		for _, spec := range u.syntax.imports {
			if spec.path == path && spec.name == "" && !g.dead[" "+path] && g.what.importsAs(spec) {
				return true
			}
		}
	}
	return false
}
