package verify

import (
	"maps"
	"slices"
	"strings"

	"weave/weave/doc"
	"weave/weave/prog"
	"weave/weave/source"
)

// checker goes through the formulas of one chapter in order.
type checker struct {
	chapter  *doc.Chapter
	identity bool // every equation is meant to hold
	program  func(offset int) *goScope
	mutate   bool

	defs    map[string][]*definition
	domains map[string]domain
	section int
	pending []*pending

	claims    []*Claim
	mutants   []Mutant
	unbound   source.List // words that formulas bind to nothing
	functions map[string]*prog.Formula
}

// formula is one formula under way.
type formula struct {
	*checker
	*scope
	at       *place
	options  map[string]string
	source   string
	tol      float64
	identity bool           // is meant to hold for all values
	equation bool           // is to be solved
	given    map[string]int // how often each name is given a value in the formula
}

// carry takes over the functions and long names that another chapter defines.
func (k *checker) carry(defs map[string][]*definition) {
	for name, all := range defs {
		all = slices.DeleteFunc(slices.Clone(all), func(d *definition) bool { return d.figure != nil })
		if len(all) == 0 {
			continue
		}
		d := *all[len(all)-1]
		if d.params == nil && !chapterWide(&d) {
			continue
		}
		d.carried = true
		k.defs[name] = append(k.defs[name], &d)
	}
}

func (k *checker) formula(at *place) {
	if at.section != k.section {
		k.domains, k.section = map[string]domain{}, at.section
	}
	if at.figure != nil {
		outside := k.domains
		k.domains = maps.Clone(outside)
		defer func() { k.domains = outside }()
	}
	m := at.math
	f := &formula{checker: k, at: at, options: m.Options, source: m.Source, identity: k.identity}
	switch m.Options["check"] {
	case "identity":
		f.identity = true
	case "equation":
		f.equation = true
	}
	f.scope = &scope{definitions: k.defs, section: at.section, paragraph: at.paragraph, figure: at.figure, domains: k.domains, oneLetter: true}
	if k.program != nil {
		f.scope.program = k.program(m.Span.Start)
	}
	f.readOptions()
	if m.Formula == nil || m.Broken {
		return // the mistake in the LaTeX is a finding already
	}
	all := chains(m.Formula)
	f.given = map[string]int{}
	for _, c := range all {
		if name, params := f.leftSide(c.members[0]); len(c.relations) > 0 && params == nil {
			f.given[name]++
		}
	}
	for _, c := range all {
		if len(c.relations) > 0 {
			f.chain(c)
		}
	}
}

// span is a range of the formula's source in the chapter.
func (f *formula) span(pos, end int) source.Span {
	at := f.at.math.Span
	start := at.Start + pos
	if start > at.End {
		start = at.Start
	}
	return at.File.At(start, min(max(start, at.Start+end), at.End))
}

// claim begins the claim of a relation.
func (f *formula) claim(c *chain, i int) *Claim {
	r := c.relations[i]
	out := &Claim{alone: len(c.relations) == 1, Math: f.at.math, Span: f.span(r.pos, r.end), Relation: r.sign,
		Left: latexOf(f.source, c.members[i]), Right: latexOf(f.source, c.members[i+1])}
	f.checker.claims = append(f.checker.claims, out)
	f.scope.spent = 0
	return out
}

func (c *Claim) unread(kind, reason string) {
	c.Status, c.Kind, c.Reason = Unread, kind, reason
}

// noMeaning is an unread claim whose side could not be read.
func (c *Claim) noMeaning(reason string) { c.unread("no meaning", reason) }

// sides are the members of a chain with their meaning.
type sides struct {
	*chain
	exprs    []*expr
	reasons  []string // why a member has no meaning
	readings []*reading
	mod      *expr // of a congruence, nil: it is none
}

func (f *formula) readSides(c *chain) *sides {
	s := &sides{chain: c, exprs: make([]*expr, len(c.members)), reasons: make([]string, len(c.members)), readings: make([]*reading, len(c.members))}
	for i, m := range c.members {
		r := newReading(f.scope, f.chapter.Lang)
		for _, other := range c.members {
			r.note(other)
		}
		if c.doubt != "" {
			r.doubt[c.doubt] = true
		}
		s.readings[i] = r
		s.reasons[i] = attempt(func() { s.exprs[i] = r.read(m) })
	}
	f.readModulus(s)
	return s
}

// readableSigns are the relations that can be decided.
const readableSigns = " = ≈ < > ≤ ≥ ≠ ⩽ ⩾ ≔ ≡ ≃ ≐ "

// chain checks a = b = c.
func (f *formula) chain(c *chain) {
	if f.options["check"] == "skip" {
		for i := range c.relations {
			cl := f.claim(c, i)
			cl.Status, cl.Reason = Skipped, f.options["reason"]
		}
		f.hideDefined(c)
		return
	}
	s := f.readSides(c)
	switch {
	case f.asMember(s), f.asDeclaration(s), f.asCondition(s), f.asList(s), f.asGiven(s):
		return
	}
	f.relations(s, f.asDefinition(s))
}

// relations checks those from the first on that defines nothing.
func (f *formula) relations(s *sides, first int) {
	last := -1
	if s.reasons[first] == "" {
		last = first
	}
	for i := first; i < len(s.relations); i++ {
		c := f.claim(s.chain, i)
		switch {
		case !strings.Contains(readableSigns, " "+c.Relation+" "):
			c.noMeaning("the relation " + c.Relation)
			last = -1
			if s.reasons[i+1] == "" {
				last = i + 1
			}
			continue
		case s.reasons[i+1] != "":
			c.noMeaning(s.reasons[i+1])
			continue
		case last < 0 || last < i && !s.sameSince(last, i):
			c.noMeaning(s.reasons[i])
			last = i + 1
			continue
		case last < i:
			c.Note = "over a side that cannot be read"
			c.Left = latexOf(f.source, s.members[last])
		}
		f.decide(c, s, last, i+1)
		f.mutateClaim(c, s, last, i+1)
		last = i + 1
	}
}

// sameSince tells whether two members are equal whatever stands between them:
// all relations are =, and no sign of another algebra occurs.
func (s *sides) sameSince(from, to int) bool {
	for _, why := range s.reasons[from : to+1] {
		if strings.HasPrefix(why, "the operator") {
			return false
		}
	}
	return s.equalSince(from, to)
}

// equalSince tells whether all relations between two members are =.
func (s *sides) equalSince(from, to int) bool {
	for _, r := range s.relations[from : to+1] {
		if r.sign != "=" {
			return false
		}
	}
	return true
}

// asList: i = 1, 2, …, n names its values.
func (f *formula) asList(s *sides) bool {
	if !s.list {
		return false
	}
	f.hideDefined(s.chain)
	for i := range s.relations {
		c := f.claim(s.chain, i)
		c.Status, c.Reason = Definition, "a list of values"
	}
	return true
}

// hideDefined makes a name that is set here by something unreadable hide its
// older meaning.
func (f *formula) hideDefined(c *chain) {
	if name, params := f.leftSide(c.members[0]); name != "" && params == nil && f.scopeBound(name) == nil {
		f.define(f.newMeaning(name, nil))
	}
}

// define makes a definition known from here on.
func (f *formula) define(d *definition) {
	f.scope.add(d)
	if d.figure == nil {
		f.solve(d)
	}
}

// newMeaning is a definition at the place of the formula.
func (f *formula) newMeaning(name string, body *expr) *definition {
	return &definition{name: name, body: body, section: f.at.section, paragraph: f.at.paragraph, line: f.at.line, math: f.at.math, figure: f.at.figure}
}

// scopeBound is the Go variable of a name, nil also where it is ambiguous.
func (f *formula) scopeBound(name string) (v *variable) {
	attempt(func() { v = f.scope.variable(name) })
	return v
}

// asGiven: w_1 = w_2 = 1 gives names a value.
func (f *formula) asGiven(s *sides) bool {
	n := len(s.exprs) - 1
	if n < 2 || s.modulus != nil || s.exprs[n] == nil || s.exprs[n].symbolic() {
		return false
	}
	for i, m := range s.members[:n] {
		name, params := f.leftSide(m)
		if name == "" || params != nil || f.scopeBound(name) != nil || s.relations[i].sign != "=" {
			return false
		}
	}
	for i, m := range s.members[:n] {
		name, _ := f.leftSide(m)
		f.define(f.newMeaning(name, s.exprs[n]))
		c := f.claim(s.chain, i)
		c.Status = Definition
	}
	return true
}
