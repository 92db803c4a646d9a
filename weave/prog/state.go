package prog

import (
	"maps"
	"slices"

	"weave/weave/doc"
	"weave/weave/source"
)

// How the expression at the end of a block is shown.
const (
	displayValue = "Display"
	displayError = "DisplayErr" // only where it is not nil
)

// state is what the rounds of a check find out about a chapter.
type state struct {
	env      Env
	pkg      string
	chapter  *doc.Chapter
	units    []*unit
	index    map[*unit]int
	scope    map[*unit]int             // which of the chapter's scopes it stands in, from 0
	others   map[string]*Chapter       // that it uses, by the name they have here
	missing  []string                  // names of those that it would use
	exported bool                      // other chapters use it
	alone    string                    // the only block, where it is a program of its own
	imports  map[*unit]map[string]bool // packages that its statements name, "name path"; of the last round
	lifted   map[*unit]map[string]bool // and its declarations
	foreigns map[*unit]map[string]bool // "chapter/block" of other chapters that it uses
	keeps    map[*unit]*keep           // blocks whose values are kept
	found    map[string]string         // imports found by use: name → path
	unusable map[string]*unusable      // imports that would be found by use, but for the package
	dead     map[string]bool           // imports the author wrote and nothing uses: "name path"
	show     map[*unit]string          // calls at the end of a block that have one result
	edits    map[*unit][]edit          // of variables set at the start of the run
	inits    []initial                 // in Go's order
	uses     map[*unit]map[*unit]bool  // found in all rounds
	left     map[*unit]*reason         // left out
	failed   map[string]bool           // blocks that failed when they ran: left out once the graph is known
	findings []finding
	warned   map[string]bool
}

// reason says why a unit is left out.
type reason struct {
	needs    *unit  // nil: wrong itself
	foreign  string // "chapter/block" that it needs
	message  string // what is wrong with it
	off      int
	expected bool
}

// initial is a package variable whose value is computed at the start of the run.
type initial struct {
	unit       *unit
	name       string
	start, end int // of its value in the unit's text
	order      int
}

// finding is a diagnostic with places relative to units, as it is cached.
type finding struct {
	severity   source.Severity
	unit       *unit
	start, end int
	message    string
	hint       string
	note       string
	noteUnit   *unit
	noteOff    int
}

func newState(ch *doc.Chapter, pkg string, units []*unit, env Env, failed []string) *state {
	s := &state{env: env, pkg: pkg, chapter: ch, index: map[*unit]int{}, scope: map[*unit]int{}, keeps: map[*unit]*keep{}, found: map[string]string{},
		unusable: map[string]*unusable{}, dead: map[string]bool{}, show: map[*unit]string{}, edits: map[*unit][]edit{},
		uses: map[*unit]map[*unit]bool{}, foreigns: map[*unit]map[string]bool{}, left: map[*unit]*reason{}, failed: map[string]bool{}, warned: map[string]bool{}}
	scope := 0
	for _, u := range units {
		if !u.runs() {
			continue
		}
		if !u.isValue() && u.code.Options.Scope && len(s.units) > 0 {
			scope++
		}
		s.scope[u] = scope
		s.index[u] = len(s.units)
		s.units = append(s.units, u)
		if u.broken {
			s.left[u] = &reason{message: u.reason, expected: u.code != nil && !u.isValue() && u.code.Options.NoCompile}
		}
	}
	for _, name := range failed {
		s.failed[name] = true
	}
	return s
}

// kept are the units that are still in the program.
func (s *state) kept() []*unit {
	return slices.DeleteFunc(slices.Clone(s.units), func(u *unit) bool { return s.left[u] != nil })
}

// imported tells items that the file's head holds already.
func (s *state) imported(u *unit, it item) bool {
	return slices.ContainsFunc(u.syntax.imports, func(spec importSpec) bool { return it.start <= spec.start && spec.start < it.end })
}

// editsOf are all edits of a unit in order.
func (s *state) editsOf(u *unit) []edit {
	all := append(slices.Clone(u.syntax.labels), s.edits[u]...)
	slices.SortFunc(all, func(a, b edit) int { return a.start - b.start })
	return all
}

// depends notes that one unit needs another.
func (s *state) depends(user, on *unit) {
	if user == on || user == nil || on == nil {
		return
	}
	if s.uses[user] == nil {
		s.uses[user] = map[*unit]bool{}
	}
	s.uses[user][on] = true
}

// spread leaves out all that needs what is left out.
func (s *state) spread() {
	for changed := true; changed; {
		changed = false
		for _, u := range s.units {
			if s.left[u] != nil {
				continue
			}
			for _, on := range s.units {
				if s.uses[u][on] && s.left[on] != nil {
					s.left[u] = &reason{needs: on}
					changed = true
					break
				}
			}
		}
	}
}

func sortedKeys[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
