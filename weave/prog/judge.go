package prog

import (
	"errors"
	"fmt"
	"go/types"
	"path"
	"regexp"
	"slices"
	"strings"

	"weave/weave/source"
)

var (
	undefinedName   = regexp.MustCompile(`^undefined: (\w+)$`)
	undefinedArray  = regexp.MustCompile(`^undefined array length (\w+) `)
	hiddenPackage   = regexp.MustCompile(`^(\w+)\.\w+ undefined \(type `)
	undefinedMember = regexp.MustCompile(`^undefined: ([\pL\pN_]+)\.(\w+)$`)
	unexportedName  = regexp.MustCompile(`^name (\w+) not exported by package `)
	notCallable     = regexp.MustCompile(`cannot call (?:non-function )?(\w+) \(`)
	unusedImport    = regexp.MustCompile(`^"([^"]+)" imported (?:as (\S+) )?and not used`)
)

// judge assigns the type checker's errors to units and leaves those out.
func (r *round) judge() (bool, error) {
	changed := false
	for _, p := range r.problems {
		if m := unusedImport.FindStringSubmatch(p.msg); m != nil && r.alone == "" {
			r.dropImport(p, m[1])
			changed = true
			continue
		}
		u, off := r.gen.at(p.off)
		if u == nil {
			if pkg, ok := readUnusable(p.msg); ok {
				if !r.refuse(pkg) {
					return false, errors.New(pkg.message())
				}
				changed = true
				continue
			}
			if strings.HasPrefix(p.msg, "undefined: weaveRT.") {
				return false, fmt.Errorf("the package %s of this module is that of another weave: %s; use the weave of the module: go run ./cmd/weave", r.env.Runtime, p.msg)
			}
			if u, off = r.gen.before(p.off); u == nil {
				panic(fmt.Sprintf("prog: error in generated code: %s at %d\n%s", p.msg, p.off, r.gen.text))
			}
		}
		if r.show[u] != "" && strings.HasSuffix(p.msg, "is not used") {
			continue // about to be shown
		}
		changed = true
		r.blame(u, off, p)
	}
	for _, u := range r.units {
		if r.left[u] == nil && !u.isValue() && u.code.Options.NoCompile {
			r.left[u], changed = &reason{message: "it compiles"}, true
			r.find(finding{unit: u, start: 0, end: len(u.text), message: "the block was to fail to compile, but it does compile",
				hint: "take the option nocompile away"})
		}
	}
	r.spread()
	return changed, nil
}

// dropImport takes an unused import away: the author's, or one whose user has
// been left out.
func (r *round) dropImport(p problem, path string) {
	u, off := r.gen.at(p.off)
	if u == nil {
		for name, found := range r.found {
			if found == path {
				delete(r.found, name)
			}
		}
		return
	}
	for _, spec := range u.syntax.imports {
		if spec.start <= off && off <= spec.end {
			r.dead[spec.name+" "+spec.path] = true
		}
	}
}

// blame leaves a unit out and says why, unless a block that is left out
// already is the reason, or it was to fail.
func (r *round) blame(u *unit, off int, p problem) {
	expected := !u.isValue() && u.code.Options.NoCompile
	if on := r.wouldDefine(u, p.msg); on != nil && !expected {
		r.depends(u, on)
		if r.left[u] == nil {
			r.left[u] = &reason{needs: on}
		}
		return
	}
	if m := undefinedName.FindStringSubmatch(p.msg); m != nil && r.unusable[m[1]] != nil {
		r.blamePackage(u, off, r.unusable[m[1]])
		return
	}
	if m := undefinedMember.FindStringSubmatch(p.msg); m != nil && !expected {
		if on := r.foreign(m[1], m[2]); on != "" {
			if r.left[u] == nil {
				r.left[u] = &reason{foreign: on}
			}
			return
		}
	}
	msg := strings.ReplaceAll(clean(p.msg), "_"+goName(u.name), "")
	if r.left[u] == nil || r.left[u].message == "" {
		r.left[u] = &reason{message: msg, off: off, expected: expected}
	}
	if expected || r.isMissing(p.msg) {
		return
	}
	f := finding{unit: u, start: off, end: off + wordAt(u.text, off), message: msg, hint: r.hint(u, p.msg, p.off)}
	for _, m := range p.more {
		if o, at := r.gen.at(m.off); o != nil {
			f.note, f.noteUnit, f.noteOff = clean(m.msg), o, at
		}
	}
	r.find(f)
}

// isMissing tells whether a name is undefined because it is of a chapter that
// cannot be used, which has been said where it is named.
func (r *round) isMissing(msg string) bool {
	m := undefinedName.FindStringSubmatch(msg)
	return m != nil && slices.Contains(r.missing, m[1])
}

func (s *state) find(f finding) {
	key := fmt.Sprint(s.index[f.unit], f.start, f.message)
	if !s.warned[key] {
		s.warned[key] = true
		s.findings = append(s.findings, f)
	}
}

// clean takes what the generated code adds out of a message.
func clean(msg string) string {
	msg = strings.TrimSpace(msg)
	if p, ok := readUnusable(msg); ok {
		return p.message()
	}
	for _, own := range []string{" in argument to weaveRT.Display", " in argument to weaveRT.Capture", " in argument to weaveRT.Call"} {
		msg = strings.ReplaceAll(msg, own, "")
	}
	msg = regexp.MustCompile(`\bch_\w+\.`).ReplaceAllString(msg, "")
	return strings.ReplaceAll(msg, "weaveRT.Capture", "a value in the text")
}

// wordAt is the length of the name at an offset, at least 1.
func wordAt(text string, off int) int {
	n := 0
	for off+n < len(text) && (text[off+n] == '_' || text[off+n] >= '0' && text[off+n] <= '9' || text[off+n]|32 >= 'a' && text[off+n]|32 <= 'z') {
		n++
	}
	return max(n, 1)
}

// wouldDefine is the block that is left out and whose text defines a name that
// is undefined now.
func (r *round) wouldDefine(u *unit, msg string) *unit {
	m := undefinedName.FindStringSubmatch(msg)
	if m == nil {
		m = undefinedArray.FindStringSubmatch(msg)
	}
	if m == nil {
		return nil
	}
	def := definition(m[1])
	for _, o := range r.units {
		if r.left[o] != nil && o != u && !o.isValue() && def.MatchString(o.text) {
			return o
		}
	}
	return nil
}

// definition matches a text that defines a name, as far as one can see.
func definition(name string) *regexp.Regexp {
	name = regexp.QuoteMeta(name)
	return regexp.MustCompile(`(?m)\b(?:var|const|func|type) +` + name + `\b|^[^\n=({]*\b` + name + `\b[^\n=({]*:=`)
}

// hint says what a message of the type checker means in a chapter.
func (r *round) hint(u *unit, msg string, off int) string {
	m := undefinedName.FindStringSubmatch(msg)
	if m == nil {
		m = undefinedArray.FindStringSubmatch(msg)
	}
	if m != nil {
		if paths := r.env.Packages(m[1]); r.alone != "" && r.selected[off] && len(paths) > 0 {
			return fmt.Sprintf("a program of its own imports for itself: import %q", paths[0])
		}
		return r.undefined(u, m[1], r.selected[off])
	}
	if m := hiddenPackage.FindStringSubmatch(msg); m != nil && len(r.env.Packages(m[1])) > 0 {
		if o := r.hides(u, m[1]); o != nil {
			return fmt.Sprintf("block %q defines %s, which hides the package of that name", o.name, m[1])
		}
	}
	if m := notCallable.FindStringSubmatch(msg); m != nil && types.Universe.Lookup(m[1]) != nil {
		if o := r.hides(u, m[1]); o != nil {
			return fmt.Sprintf("block %q defines %s, which hides Go's own", o.name, m[1])
		}
	}
	if m := undefinedMember.FindStringSubmatch(msg); m != nil && r.others[m[1]] != nil {
		return r.hintForeign(m[1], m[2])
	}
	if m := unexportedName.FindStringSubmatch(msg); m != nil {
		return "from other chapters and packages only names that begin with a capital letter can be used"
	}
	if m := undefinedMember.FindStringSubmatch(msg); m != nil {
		return r.importedElsewhere(u, m[1])
	}
	if p, ok := readUnusable(msg); ok && p.unknown() {
		if r.env.Workspace {
			return "weave builds without go.work: name the module in go.mod, with require and replace"
		}
		return "if it belongs to another module, add it with: go get " + p.path
	}
	return ""
}

// importedElsewhere says that a block's import gives its name to all blocks.
func (r *round) importedElsewhere(u *unit, name string) string {
	for _, o := range r.units {
		if o == u || o.syntax == nil {
			continue
		}
		for _, spec := range o.syntax.imports {
			if spec.name == name || spec.name == "" && path.Base(spec.path) == name {
				return fmt.Sprintf("%s is %q in the whole chapter, because block %q imports it", name, spec.path, o.name)
			}
		}
	}
	return ""
}

// hides is the block whose variable or function stands for a name at a unit.
func (r *round) hides(u *unit, name string) *unit {
	for i := r.index[u]; i >= 0; i-- {
		if r.units[i].defines(name) {
			return r.units[i]
		}
	}
	if o := r.types.Scope().Lookup(name); o != nil {
		return r.defined[o]
	}
	return nil
}

func (u *unit) defines(name string) bool {
	if u.syntax == nil {
		return false
	}
	for _, n := range u.syntax.defines {
		if n == name {
			return true
		}
	}
	return false
}

// undefined says where a name that cannot be seen is defined. One before a dot
// may be a package.
func (r *round) undefined(u *unit, name string, selected bool) string {
	var before, after *unit
	scoped := false // a new scope begins between before and u
	for i, o := range r.units {
		switch {
		case o.isValue():
			continue
		case i <= r.index[u] && o.code.Options.Scope:
			scoped = before != nil
		}
		if o.defines(name) {
			if i < r.index[u] {
				before, scoped = o, false
			} else if o != u && after == nil {
				after = o
			}
		}
	}
	switch {
	case before != nil && before.code.Options.Panics:
		return fmt.Sprintf("%s is defined in block %q, which has the option panics: its variables end with it", name, before.name)
	case before != nil && scoped:
		return fmt.Sprintf("%s is defined in block %q, but a new scope begins after it", name, before.name)
	case before != nil || u.defines(name):
		if before == nil {
			before = u
		}
		return fmt.Sprintf("%s is a variable of the statements of block %q, which a function or type cannot see: pass it as an argument, or declare it with var in a block that holds only declarations", name, before.name)
	case after != nil:
		return fmt.Sprintf("%s is defined further down, in block %q", name, after.name)
	}
	return r.near(u, name, selected)
}

// near is the name most like one that is defined nowhere.
func (r *round) near(u *unit, name string, selected bool) string {
	where := map[string]*unit{}
	for _, o := range r.units[:r.index[u]+1] {
		if o.syntax != nil {
			for _, n := range o.syntax.defines {
				where[n] = o
			}
		}
	}
	for id, obj := range r.info.Defs {
		if o := r.unitAt(id.Pos()); o != nil && obj != nil && obj.Parent() == r.types.Scope() {
			where[id.Name] = o
		}
	}
	names := sortedKeys(where)
	if selected {
		names = append(names, r.env.Names()...)
	} else {
		names = append(names, types.Universe.Names()...)
	}
	best := source.Nearest(name, names)
	if best == "" {
		return ""
	}
	if o := where[best]; o != nil && o != u {
		return fmt.Sprintf("did you mean %s, of block %q?", best, o.name)
	}
	return fmt.Sprintf("did you mean %s?", best)
}
