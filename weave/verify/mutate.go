package verify

import (
	"math"
	"regexp"
)

// Mutant is a checked claim with one small change.
type Mutant struct {
	Claim  *Claim
	Change string // "+ → −", "w_1 → w_2"
	Status Status // Failed: the mistake is found
	Reason string // why it is not
}

// Mutation counts changed claims by what became of them.
type Mutation struct {
	Total    int `json:"total"`
	Killed   int `json:"killed"`
	Unread   int `json:"unread"`
	Survived int `json:"survived"`
}

// Count adds a mutant.
func (n *Mutation) Count(m Mutant) {
	n.Total++
	switch m.Status {
	case Failed:
		n.Killed++
	case Checked:
		n.Survived++
	default:
		n.Unread++
	}
}

// mutateClaim changes each part of a checked claim and looks whether that is
// found. A change without effect for all values is no mutant.
func (f *formula) mutateClaim(c *Claim, s *sides, i, j int) {
	if !f.mutate || c.Status != Checked || s.exprs[i] == nil || s.exprs[j] == nil {
		return
	}
	l, r := s.congruent(i, j)
	pair := [2]*expr{l, r}
	for side, x := range pair {
		n := 0
		x.walk(func(*expr) { n++ })
		generated := generatedParts(x)
		for k := range n {
			if part := nth(x, k); generated[part] || part.computed {
				continue
			}
			y := x.clone()
			change := f.change(nth(y, k))
			if change == "" {
				continue
			}
			f.scope.spent = 0
			same := f.compareAt(x, y, "=", mode{independent: f.scope.program != nil}, secondPoints)
			if same.ok() {
				continue
			}
			mutated := pair
			mutated[side] = y
			trial := Claim{Math: c.Math, Relation: c.Relation}
			f.scope.spent = 0
			f.compare(&trial, mutated[0], mutated[1], s.readings[i], s.readings[j])
			f.mutants = append(f.mutants, Mutant{c, change, trial.Status, trial.Reason})
		}
	}
}

// change alters one part; it returns what it did, "" if there is nothing to do.
func (f *formula) change(x *expr) string {
	switch x.op {
	case opAdd:
		x.op = opSubtract
		return "+ → −"
	case opSubtract:
		x.op = opAdd
		return "− → +"
	case opNegate:
		*x = *x.kids[0]
		return "− left out"
	case opNumber:
		x.num += math.Pow(10, -float64(x.decimals))
		return "a number one more in its last digit"
	case opMultiply:
		*x = *x.kids[0]
		return "a factor left out"
	case opName, opIndex:
		if s := f.sibling(x.name); s != "" {
			old := x.name
			*x = *named(s)
			return old + " → " + s
		}
	case opDerivative:
		if s := f.sibling(x.vars[0]); s != "" {
			old := x.vars[0]
			x.vars[0] = s
			return "∂" + old + " → ∂" + s
		}
	}
	return ""
}

var lastDigit = regexp.MustCompile(`^(.*_)(\d+)(.*)$`)

// sibling is the nearest known name with another number.
func (f *formula) sibling(name string) string {
	if all := f.siblings(name); len(all) > 0 {
		return all[0]
	}
	return ""
}
