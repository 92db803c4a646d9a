package typeset

import (
	"weave/weave/draw"
	"weave/weave/tex"
)

// Indents of the lines of a broken display in em: of one that begins with a
// relation where those cannot stand below each other, and how much further in
// one begins with an operator.
const (
	breakIndent   = 2
	breakOperator = 1.2
	breakLeading  = .45 // between lines
	breakAlign    = .4  // relations stand below each other up to this part of the width
)

// mathBreaker breaks a formula that is too wide before relations, which then
// stand below each other, and where that is not enough before operators
// (The TeXbook, p. 195).
type mathBreaker struct {
	s     *mathSetter
	c     mathContext
	atoms []tex.Atom
	width float64
	first int     // index of the first relation, -1 without one
	at    float64 // of the relations; 0 where they are not aligned
}

// mathBroken sets a display in lines of at most width points; nil where it
// cannot be broken so. The frame's baseline is that of its last line.
func mathBroken(f *tex.Formula, st MathStyle, width float64) *draw.Frame {
	if f.TopArray() != nil {
		return nil
	}
	s, c := newMathSetter(st)
	b := &mathBreaker{s: s, c: c, atoms: tex.List(f.Root), width: width, first: -1}
	b.align()
	out := &draw.Frame{Width: width}
	for start := 0; start < len(b.atoms); {
		end := b.next(start)
		if end < 0 {
			return nil
		}
		line := s.run(b.atoms, start, end, c).frame()
		if start > 0 {
			out.Height += breakLeading * c.em
		}
		out.Items = append(out.Items, draw.Group{X: b.indent(start), Y: out.Height, Frame: line})
		out.Baseline = out.Height + line.Baseline
		out.Height += line.Height
		start = end
	}
	return out
}

// align finds where the first relation stands.
func (b *mathBreaker) align() {
	for i := range b.atoms {
		if b.level(i) != 1 {
			continue
		}
		b.first = i
		gap := tex.SpaceBetween(b.atoms[b.before(i)].Class, tex.Rel, false) * b.c.em
		if x := b.s.run(b.atoms, 0, i, b.c).w + gap; x < breakAlign*b.width {
			b.at = x
		}
		return
	}
}

// indent is where a line begins.
func (b *mathBreaker) indent(start int) float64 {
	x := b.at
	if x == 0 {
		x = breakIndent * b.c.em
	}
	switch {
	case start == 0:
		return 0
	case b.level(start) == 2:
		return x + breakOperator*b.c.em
	}
	return x
}

// next is where the line that begins at start ends: before the last relation
// that fits, else before the last operator; -1 where nothing fits. The first
// relation is kept with what stands before it, if it can be.
func (b *mathBreaker) next(start int) int {
	room := b.width - b.indent(start)
	if b.s.run(b.atoms, start, len(b.atoms), b.c).w <= room {
		return len(b.atoms)
	}
	best, level, unwanted := -1, 3, -1
	for i := start + 1; i < len(b.atoms); i++ {
		l := b.level(i)
		if l == 0 || l > level {
			continue
		}
		if b.s.run(b.atoms, start, i, b.c).w > room {
			break
		}
		if i == b.first && start == 0 {
			unwanted = i
			continue
		}
		best, level = i, l
	}
	if best < 0 {
		return unwanted
	}
	return best
}

// level tells whether a line may begin with an atom: 1 for a relation, 2 for an
// operator, 0 for anything else and for what stands between parentheses.
func (b *mathBreaker) level(i int) int {
	prev := b.before(i)
	if prev < 0 || b.depth(i) > 0 {
		return 0
	}
	switch b.atoms[i].Class {
	case tex.Rel:
		if b.atoms[prev].Class != tex.Rel {
			return 1
		}
	case tex.Bin:
		return 2
	}
	return 0
}

func (b *mathBreaker) before(i int) int {
	for i--; i >= 0 && b.atoms[i].Class == tex.None; i-- {
	}
	return i
}

// depth counts the parentheses that are open before an atom.
func (b *mathBreaker) depth(i int) (n int) {
	for _, a := range b.atoms[:i] {
		switch a.Class {
		case tex.Open:
			n++
		case tex.Close:
			n = max(0, n-1)
		}
	}
	return n
}
