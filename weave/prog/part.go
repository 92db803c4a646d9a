package prog

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"go/types"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Part is a program of its own: the statements of one scope of a chapter with
// the declarations that they need, or all declarations of a chapter that others
// use. A part is what runs anew when something in it has changed.
type Part struct {
	Name    string   // of the program: "02-forward", "02-forward#2"
	Package string   // of the generated file: "ch_02_forward"
	Path    string   // its import path
	Source  []byte   // the generated file
	Imports []string // what it imports, sorted
	Blocks  []string // names of the blocks that run here, in order
	Needs   []*Part  // declarations of other chapters that it imports
	Keeps   []Keep   // blocks whose variables' values are kept
	Texts   []Text   // of the blocks that it holds, for telling what has changed
}

// Text is a block with its chunks put in.
type Text struct{ Block, Text string }

// Keep is a block with the option cache.
type Keep struct {
	Block   string
	Key     string   // its text and that of all it depends on
	Imports []string // packages that these import, sorted
	Needs   []string // the blocks that it depends on, and itself
}

// All is a part and what it imports of other chapters, each once.
func (p *Part) All() []*Part {
	out := []*Part{p}
	for i := 0; i < len(out); i++ {
		for _, need := range out[i].Needs {
			if !slices.Contains(out, need) {
				out = append(out, need)
			}
		}
	}
	return out
}

// selection says what a generated file holds.
type selection struct {
	pkg     string
	units   []*unit
	scope   int             // whose statements run, -1: all
	exports bool            // declarations for other chapters
	plain   bool            // for people: without what weave adds to know what happened
	names   map[string]bool // "name path" of what may be imported; nil: all that is found
}

func (w selection) imports(name, path string) bool { return w.names == nil || w.names[name+" "+path] }

// importsAs tells whether an import that the author wrote is needed.
func (w selection) importsAs(spec importSpec) bool {
	if w.names == nil || spec.name == "." || spec.name == "_" {
		return true
	}
	for key := range w.names {
		if strings.HasSuffix(key, " "+spec.path) {
			return true
		}
	}
	return false
}

// runs tells whether the statements of a unit are executed here.
func (w selection) runs(s *state, u *unit) bool { return w.scope < 0 || s.scope[u] == w.scope }

// whole is all of a chapter, as it is checked.
func (s *state) whole() selection { return selection{pkg: s.pkg, units: s.kept(), scope: -1} }

// embeds tells whether a block asks the compiler to put files into it.
func (u *unit) embeds() bool { return len(EmbedPatterns([]byte(u.text))) > 0 }

var embedLine = regexp.MustCompile(`(?m)^[ \t]*//go:embed[ \t]+(.*)$`)

// EmbedPatterns are the patterns of the go:embed directives of a Go text.
func EmbedPatterns(text []byte) []string {
	if !bytes.Contains(text, []byte("//go:embed")) {
		return nil
	}
	var out []string
	for _, m := range embedLine.FindAllSubmatch(text, -1) {
		for _, p := range strings.Fields(string(m[1])) {
			out = append(out, strings.TrimPrefix(strings.Trim(p, "\"`"), "all:"))
		}
	}
	return out
}

// usedPackages notes which packages each unit names, in its declarations and in
// its statements.
func (r *round) usedPackages() {
	r.imports, r.lifted = map[*unit]map[string]bool{}, map[*unit]map[string]bool{}
	for id, o := range r.info.Uses {
		pkg, ok := o.(*types.PkgName)
		u, off := r.gen.at(r.off(id.Pos()))
		if !ok || u == nil {
			continue
		}
		in := r.imports
		if u.lifts(off) {
			in = r.lifted
		}
		if in[u] == nil {
			in[u] = map[string]bool{}
		}
		in[u][pkg.Name()+" "+pkg.Imported().Path()] = true
	}
}

// lifts tells whether an offset of the text is in a declaration of the chapter.
func (u *unit) lifts(off int) bool {
	return slices.ContainsFunc(u.items, func(it item) bool { return it.lifted && it.start <= off && off <= it.end })
}

// limitNames lets a selection import what its code names.
func (s *state) limitNames(what *selection) {
	what.names = map[string]bool{}
	for _, u := range what.units {
		maps.Copy(what.names, s.lifted[u])
		if what.runs(s, u) && !what.exports {
			maps.Copy(what.names, s.imports[u])
		}
	}
}

// needed are units and all that they depend on, in the chapter's order.
func (s *state) needed(wanted func(*unit) bool) []*unit {
	seen := map[*unit]bool{}
	var need func(u *unit)
	need = func(u *unit) {
		if !seen[u] {
			seen[u] = true
			for on := range s.uses[u] {
				need(on)
			}
		}
	}
	for _, u := range s.kept() {
		if wanted(u) {
			need(u)
		}
	}
	return slices.DeleteFunc(s.kept(), func(u *unit) bool { return !seen[u] })
}

// scopes is how many scopes the chapter has.
func (s *state) scopes() int {
	if len(s.units) == 0 {
		return 1
	}
	return s.scope[s.units[len(s.units)-1]] + 1
}

// parts cuts a checked chapter into its programs.
func (s *state) parts() []*checkedPart {
	var out []*checkedPart
	n := s.scopes()
	for i := range n {
		what := s.whole()
		if n > 1 {
			what.scope = i
			what.units = s.needed(func(u *unit) bool { return s.scope[u] == i })
			s.limitNames(&what)
			if i > 0 {
				what.pkg = fmt.Sprintf("%s_%d", s.pkg, i+1)
			}
		}
		out = append(out, s.part(what))
	}
	return out
}

// exports are the chapter's declarations, for others.
func (s *state) exports(pkg string) *checkedPart {
	what := selection{pkg: pkg, scope: -1, exports: true}
	what.units = slices.DeleteFunc(s.kept(), func(u *unit) bool {
		return !slices.ContainsFunc(u.items, func(it item) bool { return it.lifted && !s.imported(u, it) })
	})
	s.limitNames(&what)
	return s.part(what)
}

func (s *state) part(what selection) *checkedPart {
	gen := s.generate(what)
	p := &checkedPart{Package: what.pkg, Source: string(gen.text)}
	_, file := parseGenerated(gen.text)
	for _, im := range file.Imports {
		p.Imports = append(p.Imports, importPath(im))
	}
	slices.Sort(p.Imports)
	p.Imports = slices.Compact(p.Imports)
	for _, u := range what.units {
		if !u.isValue() {
			p.Texts = append(p.Texts, s.index[u])
		}
		if u.isValue() || !what.runs(s, u) {
			continue
		}
		p.Units = append(p.Units, s.index[u])
		if k := s.keeps[u]; k != nil && k.problem == "" && !what.exports {
			p.Keeps = append(p.Keeps, s.keyOf(u))
		}
	}
	return p
}

// keyOf describes all that the values of a block depend on within its chapter.
func (s *state) keyOf(u *unit) checkedKeep {
	needs := s.needed(func(o *unit) bool { return o == u })
	h := sha256.New()
	k := checkedKeep{Unit: s.index[u]}
	for _, o := range needs {
		fmt.Fprintf(h, "%q %q %v\n", o.name, o.text, s.editsOf(o))
		if o.call != nil {
			fmt.Fprintf(h, "%+v %q\n", *o.call.computation, o.call.args)
			k.Imports = append(k.Imports, o.call.computation.Package)
		}
		k.Needs = append(k.Needs, s.index[o])
	}
	names := map[string]bool{}
	for _, o := range needs {
		maps.Copy(names, s.lifted[o])
		maps.Copy(names, s.imports[o])
	}
	fmt.Fprintf(h, "%q %q %q\n", sortedKeys(names), s.keeps[u].outer, s.keeps[u].results)
	for _, key := range sortedKeys(names) {
		_, path, _ := strings.Cut(key, " ")
		k.Imports = append(k.Imports, path)
	}
	slices.Sort(k.Imports)
	k.Imports = slices.Compact(k.Imports)
	k.Key = fmt.Sprintf("%x", h.Sum(nil))
	return k
}
