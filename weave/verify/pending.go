package verify

import (
	"fmt"
	"strings"
)

// pending is an equation that waits for its solution: 3x − 2 = 0 is checked
// where x = 2/3 stands behind it.
type pending struct {
	claim     *Claim
	members   [2][]token
	names     map[string]bool // free ones
	section   int
	paragraph int
}

// Limits: a solution stands close to its equation.
const (
	maxPending      = 16
	solutionNearby  = 3 // paragraphs
	maxPendingNames = 8
)

// wait remembers an equation that does not hold for all values.
func (f *formula) wait(c *Claim, s *sides, i, j int) {
	if c.Kind != "equation" && c.Kind != "no meaning" || c.Relation != "=" && c.Relation != "≈" {
		return
	}
	if s.mod != nil {
		return
	}
	names := map[string]bool{}
	for _, x := range []*expr{s.exprs[i], s.exprs[j]} {
		if x == nil {
			return
		}
		x.walk(func(y *expr) {
			if y.refers() {
				names[plainName(y.name)] = true
			}
		})
	}
	if len(names) == 0 || len(names) > maxPendingNames {
		return
	}
	f.checker.pending = append(f.checker.pending, &pending{c, [2][]token{s.members[i], s.members[j]}, names, f.at.section, f.at.paragraph})
	if n := len(f.checker.pending); n > maxPending {
		f.checker.pending = f.checker.pending[n-maxPending:]
	}
}

// plainName is a name without primes.
func plainName(name string) string {
	return strings.TrimRight(name, "′")
}

// solve tries the equations that wait with a definition that came behind them.
func (f *formula) solve(d *definition) {
	if d.body == nil || d.code {
		return
	}
	rest := f.checker.pending[:0]
	for _, p := range f.checker.pending {
		near := p.section == f.at.section && f.at.paragraph-p.paragraph <= solutionNearby
		if near && p.names[d.name] && f.solves(p, d) {
			continue
		}
		if near {
			rest = append(rest, p)
		}
	}
	f.checker.pending = rest
}

func (f *formula) solves(p *pending, d *definition) bool {
	var sides [2]*expr
	f.scope.spent = 0
	reason := attempt(func() {
		for k, m := range p.members {
			sides[k] = newReading(f.scope, f.chapter.Lang).read(m)
		}
	})
	if reason != "" || sides[0].same(sides[1]) {
		return false
	}
	o := f.compareAt(sides[0], sides[1], p.claim.Relation, mode{}, samplePoints)
	if !o.ok() || o.origins[d.name] != fromDefinition && d.params == nil || o.from(fromSample) && !d.body.symbolic() {
		return false
	}
	p.claim.Kind, p.claim.Reason = "", ""
	p.claim.checked(o, fmt.Sprintf("with %s of line %d", d.name, d.line))
	return true
}
