package prog

import (
	"regexp"
	"slices"
	"strings"
)

// unusable is a package that a chapter would use and that cannot be imported,
// as one of the course's own that does not compile.
type unusable struct {
	path, why string
	told      bool
}

// readUnusable reads the type checker's words for such a package.
func readUnusable(msg string) (*unusable, bool) {
	rest, ok := strings.CutPrefix(msg, "could not import ")
	if !ok {
		return nil, false
	}
	path, why, _ := strings.Cut(rest, " (")
	var lines []string
	for l := range strings.Lines(strings.TrimSuffix(strings.TrimSpace(why), ")")) {
		if l = strings.TrimSpace(l); l != "" && !strings.HasPrefix(l, "# ") { // the go command heads what it says of a package
			lines = append(lines, l)
		}
	}
	return &unusable{path: path, why: strings.Join(lines, "\n")}, true
}

// unknown tells whether the package is nowhere, which a go get may mend.
func (p *unusable) unknown() bool {
	return slices.ContainsFunc([]string{"cannot find module", "is not in std", "no required module provides", "no package "}, func(words string) bool {
		return strings.Contains(p.why, words) && strings.Contains(p.why, p.path)
	})
}

// machinePath is what the go command adds of where it has looked, and how.
var machinePath = regexp.MustCompile(` \(/[^)]*\)|: import lookup disabled by \S+`)

func (p *unusable) message() string {
	if p.unknown() {
		return "no package " + p.path + " is known here"
	}
	return "package " + p.path + " cannot be used: " + machinePath.ReplaceAllString(p.why, "")
}

// refuse leaves out what uses a package that weave has imported for it, now or,
// where it is named, when that name is undefined; false if nothing does.
func (r *round) refuse(p *unusable) bool {
	used := false
	for name, path := range r.found {
		if path == p.path {
			delete(r.found, name)
			r.unusable[name] = p
			used = true
		}
	}
	for _, u := range r.units {
		if u.call != nil && r.left[u] == nil && u.call.computation.Package == p.path {
			r.unusable[p.path] = p
			r.blamePackage(u, 0, p)
			used = true
		}
	}
	return used
}

// blamePackage leaves a unit out that uses the package; the first of a chapter
// says why.
func (r *round) blamePackage(u *unit, off int, p *unusable) {
	expected := !u.isValue() && u.code.Options.NoCompile
	if r.left[u] == nil {
		r.left[u] = &reason{message: p.message(), off: off, expected: expected}
	}
	if !expected && !p.told {
		p.told = true
		r.find(finding{unit: u, start: off, end: off + wordAt(u.text, off), message: p.message()})
	}
}
