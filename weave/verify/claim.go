package verify

import (
	"fmt"

	"weave/weave/doc"
	"weave/weave/source"
)

// Claim is one relation of a formula and what became of it.
type Claim struct {
	Math                  *doc.Math
	Span                  source.Span // of the relation's sign
	Left, Right, Relation string      // LaTeX of the sides, the sign

	Status    Status
	Method    Method  // of a checked one
	Points    int     // at which the sides were compared
	Deviation float64 // the largest relative one
	Kind      string  // why it is not decided: "equation", "condition", "ambiguous", "scope", "rounding", "no meaning"
	Reason    string  // of unread, skipped and definitions; of failed ones, the counterexample
	Note      string  // under which reading it holds
	Hint      string  // of a failed one: the one small change that makes it hold
	BothZero  bool    // both sides vanish because nothing depends

	alone       bool // the only relation of its chain
	left, right *expr
	sideValues  [2]float64 // of a failed one without free names
	otherUnit   bool       // the sides differ by so much that a unit may have changed
}

// Status is what became of a claim.
type Status string

const (
	Checked    Status = "checked"
	Definition Status = "definition"
	Skipped    Status = "skipped"
	Unread     Status = "unread"
	Failed     Status = "failed"
)

// Method is how a claim was checked.
type Method string

const (
	Constant     Method = "constant"   // numbers only
	Bound        Method = "bound"      // values of the code
	Defined      Method = "defined"    // values that formulas gave
	Sampled      Method = "sampled"    // free variables
	ByDerivative Method = "derivative" // automatic differentiation
)

// String is the claim in one line, for lists and tests.
func (c *Claim) String() string {
	s := string(c.Status)
	if c.Method != "" && c.Status == Checked {
		s += " " + string(c.Method)
		if c.Method == Sampled {
			s += fmt.Sprint(" ", c.Points)
		}
	}
	if c.Kind != "" && c.Status == Unread {
		s += " (" + c.Kind + ")"
	}
	return fmt.Sprintf("%s %s %s: %s", c.Left, c.Relation, c.Right, s)
}

// Claims counts the relations of formulas by their status.
type Claims struct {
	Total      int `json:"total"`
	Checked    int `json:"checked"`
	Definition int `json:"definition"`
	Skipped    int `json:"skipped"`
	Unread     int `json:"unread"`
	Failed     int `json:"failed"`
}

// Count adds a claim.
func (n *Claims) Count(c *Claim) {
	n.Total++
	switch c.Status {
	case Checked:
		n.Checked++
	case Definition:
		n.Definition++
	case Skipped:
		n.Skipped++
	case Failed:
		n.Failed++
	default:
		n.Unread++
	}
}

// Covered is the part of the claims that are checked or definitions, of those
// the author has not opted out of; 1 where there is none.
func (n Claims) Covered() float64 {
	if n.Total == n.Skipped {
		return 1
	}
	return float64(n.Checked+n.Definition) / float64(n.Total-n.Skipped)
}
