package verify

import (
	"math"

	"weave/weave/doc"
)

// definition is a formula for a name.
type definition struct {
	name      string
	params    []string // nil: no function
	body      *expr    // nil: defined by something unreadable, which hides older ones
	section   int
	paragraph int
	line      int
	text      string    // LaTeX of the right side, "" where it is long
	math      *doc.Math // the formula that defines it, nil for Go
	doubt     map[string]bool
	code      bool      // from Go
	carried   bool      // from a chapter that this one uses
	ofVectors bool      // its parameter is a vector
	figure    doc.Block // in whose caption it stands, and holds
	bent      int       // of the body: 0 unknown, 1 integrals without bounds are only added, 2 they are not
}

// curved tells a body with an integral without bounds inside of a function or a
// product, which has no value up to a constant.
func (d *definition) curved() bool {
	if d.bent == 0 {
		d.bent = 1
		if d.body.has(opPrimitive) && !linearPrimitives(d.body) {
			d.bent = 2
		}
	}
	return d.bent == 2
}

// domain is where a free name may lie.
type domain struct {
	low, high float64
	whole     bool
	paragraph int // where it was said
}

// everywhere is the domain of a name about which nothing is said.
func everywhere() domain { return domain{low: math.Inf(-1), high: math.Inf(1)} }

// scope is what names mean at one formula.
type scope struct {
	definitions map[string][]*definition
	program     *goScope // nil: no Go above the formula
	section     int
	paragraph   int
	figure      doc.Block // of whose caption the formula is part
	domains     map[string]domain
	oneLetter   bool // names of one letter are Go variables of the section
	spent       int  // steps of evaluation for the claim under way
	resolved    map[string]*variable
}

// key is one name for all spellings of a Go variable.
func (s *scope) key(name string) string {
	if v := s.variable(name); v != nil {
		return goPrefix + v.name
	}
	return name
}

// variable is the Go variable that a name means, nil if none does.
func (s *scope) variable(name string) *variable {
	v := s.bound(name)
	if v == nil || v.value.cells == nil {
		return nil
	}
	return v
}

// bound is a Go variable or function.
func (s *scope) bound(name string) *variable {
	if s.program == nil {
		return nil
	}
	if v, ok := s.resolved[name]; ok {
		return v
	}
	v := s.program.find(name, s.section, s.oneLetter)
	if s.resolved == nil {
		s.resolved = map[string]*variable{}
	}
	s.resolved[name] = v
	return v
}

// definition is the formula of a name: the code's own before those of the text.
func (s *scope) definition(name string, back int) *definition {
	if v := s.bound(name); v != nil && v.formula != nil && s.program.trusted(s, v) {
		return v.formula
	}
	return s.written(name, back)
}

// written is the last definition in the text, or one so many before it.
func (s *scope) written(name string, back int) *definition {
	var seen []*definition
	for _, d := range s.definitions[name] {
		if d.figure != nil && d.figure != s.figure {
			continue
		}
		if d.section == s.section || chapterWide(d) || d.carried {
			seen = append(seen, d)
		}
	}
	if len(seen) == 0 {
		return nil
	}
	d := seen[max(0, len(seen)-1-back)]
	if d.body == nil {
		return nil
	}
	return d
}

// chapterWide tells what is defined to the end of the chapter: names with an
// index or several letters. Functions and single letters end with their section.
func chapterWide(d *definition) bool {
	return d.params == nil && !oneLetter(d.name)
}

func (s *scope) isFunction(name string) bool {
	d := s.definition(name, 0)
	return d != nil && d.params != nil
}

func (s *scope) hasValue(name string) bool {
	if s.variable(name) != nil {
		return true
	}
	d := s.definition(name, 0)
	return d != nil && d.params == nil
}

func (s *scope) isMatrix(name string) bool {
	v := s.variable(name)
	return v != nil && v.value.rows > 1 && v.value.cols > 1
}

func (s *scope) add(d *definition) {
	s.definitions[d.name] = append(s.definitions[d.name], d)
}
