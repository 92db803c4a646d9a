package verify

import (
	"go/ast"

	"weave/weave/prog"
)

// loopIndex is the index of a sum that a loop makes; it counts from 1.
const loopIndex = "§loop"

// sum is what a loop adds up.
func (c *goConverter) sum(s *prog.Sum) *expr {
	c.loop = s
	x := &expr{op: opSum, name: loopIndex, kids: []*expr{c.expr(s.Term)}}
	c.loop = nil
	if l, ok := s.Over.(*ast.BasicLit); ok {
		x.kids = []*expr{number(1), goNumber(l), x.kids[0]}
	}
	if s.Negative {
		return &expr{op: opNegate, kids: []*expr{x}}
	}
	return x
}

// loopName is what a loop's variables stand for: the index, which Go counts
// from 0, and the element of the list. nil: it is neither.
func (c *goConverter) loopName(name string) *expr {
	switch name {
	case "":
		return nil
	case c.loop.Index:
		return binary(opSubtract, named(loopIndex), number(1))
	case c.loop.Value:
		over, ok := c.loop.Over.(*ast.Ident)
		if !ok {
			giveUp("a loop in Go over what has no name")
		}
		return &expr{op: opIndex, name: goPrefix + over.Name + "[]i", vars: []string{goPrefix + over.Name}, kids: []*expr{named(loopIndex)}}
	}
	return nil
}
