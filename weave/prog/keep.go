package prog

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"weave/weave/source"
)

// keep is what is kept of a block with the option cache: the variables that it
// defines, whose types the generated code must name, and those of earlier
// blocks and of the chapter that it may change.
type keep struct {
	results []result
	outer   []string
	types   []string // that values behind interfaces may have
	problem string   // why nothing can be kept
}

// result is a variable that a block defines.
type result struct{ Name, Type string }

// findKeeps reads off what the blocks with the option cache define and change.
// The file is then written, and checked, once more.
func (r *round) findKeeps() bool {
	found := false
	for _, u := range r.kept() {
		if u.isValue() || u.kind != statements || !u.code.Options.Cache || r.keeps[u] != nil {
			continue
		}
		r.keeps[u] = r.keepOf(u)
		found = true
	}
	return found
}

func (r *round) keepOf(u *unit) *keep {
	k := &keep{}
	if u.code.Options.Panics {
		k.problem = "a block that is to panic has nothing to be kept"
		r.unkept(u, k, 0)
		return k
	}
	defs := r.definitions(u)
	for _, name := range u.syntax.defines {
		v := defs[name]
		if v == nil {
			continue // the compiler has something against it
		}
		text, ok := r.typeText(v.Type())
		if !ok {
			_, off := r.gen.at(r.off(v.Pos()))
			k.problem = fmt.Sprintf("the type of %s (%s) has no name here", name, types.TypeString(v.Type(), types.RelativeTo(r.types)))
			r.unkept(u, k, off)
			return k
		}
		k.results = append(k.results, result{name, strings.TrimSpace(text)})
	}
	for v, by := range r.changes {
		if r.defined[v] != u && slices.Contains(by, u) && r.visibleAt(v, u) {
			k.outer = append(k.outer, v.Name())
		}
	}
	slices.Sort(k.outer)
	k.outer = slices.Compact(k.outer)
	k.types = r.concreteTypes()
	return k
}

func (r *round) unkept(u *unit, k *keep, off int) {
	r.find(finding{severity: source.Warning, unit: u, start: off, end: off + wordAt(u.text, off),
		message: "cache: " + k.problem, hint: "the block runs each time"})
}

// definitions are the variables at the top level of a block's statements, each
// name as it is at the end.
func (r *round) definitions(u *unit) map[string]*types.Var {
	out := map[string]*types.Var{}
	for id, o := range r.info.Defs {
		v, ok := o.(*types.Var)
		if !ok || r.unitAt(id.Pos()) != u || !u.defines(id.Name) || v.IsField() {
			continue
		}
		if old := out[id.Name]; old == nil || r.depth(v) < r.depth(old) {
			out[id.Name] = v
		}
	}
	return out
}

// depth is how deep a variable's scope lies.
func (r *round) depth(v *types.Var) int {
	n := 0
	for s := v.Parent(); s != nil; s = s.Parent() {
		n++
	}
	return n
}

// visibleAt tells whether a variable is the one that its name means at the
// beginning of a block.
func (r *round) visibleAt(o types.Object, u *unit) bool {
	v, ok := o.(*types.Var)
	if !ok {
		return false
	}
	if v.Parent() == r.types.Scope() {
		return true
	}
	start := token.NoPos
	for _, s := range r.gen.segments {
		if s.unit == u {
			start = r.fset.File(r.file.Pos()).Pos(s.start)
			if !u.lifts(s.off) {
				break
			}
		}
	}
	inner := r.types.Scope().Innermost(start)
	if inner == nil {
		return false
	}
	_, found := inner.LookupParent(v.Name(), start)
	return found == v
}

// concreteTypes are the named types of the chapter's expressions: where a
// variable holds an interface, its value is of one of them.
func (r *round) concreteTypes() []string {
	seen := map[string]bool{}
	for e, tv := range r.info.Types {
		if !tv.IsValue() || tv.Type == nil || r.unitAt(e.Pos()) == nil || types.IsInterface(tv.Type) {
			continue
		}
		t := tv.Type
		if p, ok := t.(*types.Pointer); ok {
			t = p.Elem()
		}
		named, ok := t.(*types.Named)
		if !ok || named.Obj().Pkg() == nil || named.Obj().Parent() != named.Obj().Pkg().Scope() || named.TypeArgs().Len() > 0 {
			continue
		}
		if text, ok := r.typeText(t); ok {
			seen[strings.TrimSpace(text)] = true
		}
	}
	return sortedKeys(seen)
}

// restore begins a function that gives the block's variables as they were
// kept; otherwise its statements run.
func (g *generator) restore(u *unit) {
	k := g.keeps[u]
	if k == nil || k.problem != "" {
		return
	}
	for _, t := range k.types {
		g.borrowed(u, "weaveRT.Type["+t+"]()\n")
	}
	var names, results, pointers []string
	for i, res := range k.results {
		names = append(names, res.Name)
		results = append(results, fmt.Sprintf("weave%d %s", i, res.Type))
		pointers = append(pointers, fmt.Sprintf("&weave%d", i))
	}
	for _, name := range k.outer {
		pointers = append(pointers, "&"+name)
	}
	if len(names) > 0 {
		g.glue("%s := ", strings.Join(names, ", "))
	}
	g.borrowed(u, "func() ("+strings.Join(results, ", ")+") {\n")
	g.glue("if weaveRT.Restore(%s) {\nreturn\n}\n", strings.Join(append([]string{fmt.Sprintf("%q", u.name)}, pointers...), ", "))
}

// keep ends what restore has begun.
func (g *generator) keep(u *unit) {
	k := g.keeps[u]
	if k == nil || k.problem != "" {
		return
	}
	var names []string
	for _, res := range k.results {
		names = append(names, res.Name)
	}
	all := append(slices.Clone(names), k.outer...)
	g.glue("weaveRT.Keep(%q, %#v", u.name, all)
	for _, name := range all {
		g.glue(", &%s", name)
	}
	g.glue(")\n")
	if len(names) > 0 {
		g.glue("return %s\n", strings.Join(names, ", "))
	} else {
		g.glue("return\n")
	}
	g.glue("}()\n")
	for _, name := range names {
		g.glue("_ = %s\n", name)
	}
}

// borrowed writes weave's own code that names what the block names.
func (g *generator) borrowed(u *unit, text string) {
	g.glue("")
	at := 0
	for _, it := range u.items {
		if !it.lifted {
			at = it.start + 1
			break
		}
	}
	g.segments = append(g.segments, segment{g.Len(), g.Len() + len(text), u, at})
	g.WriteString(text)
}
