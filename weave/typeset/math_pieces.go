package typeset

import (
	"weave/weave/draw"
	"weave/weave/tex"
)

// mathQuad is the width in em of a space that parts two formulas on one line.
const mathQuad = 1

// MathPieces sets a formula in pieces for an output that learns only later how
// wide its lines are: it may break between them. Side by side with their spaces
// they look as Math would set it. A display goes on before relations, below its
// first one, which stands indent points from the left; a formula in a line
// breaks after relations (The TeXbook, pp. 173 and 195). Where what lies between
// is wider than wide, it breaks at operators too. One piece: it cannot be broken.
func MathPieces(f *tex.Formula, st MathStyle, wide float64) (pieces []MathPart, indent float64) {
	if !st.Display {
		return joinParts(MathParts(f, st), wide), 0
	}
	if f.TopArray() != nil {
		return []MathPart{{Frame: Math(f, st)}}, 0
	}
	s, c := newMathSetter(st)
	b := &mathBreaker{s: s, c: c, atoms: tex.List(f.Root), width: wide, first: -1}
	b.align()
	return b.pieces(), b.indentOfPieces()
}

func (b *mathBreaker) indentOfPieces() float64 {
	if b.at == 0 {
		return breakIndent * b.c.em
	}
	return b.at
}

// pieces cuts before relations and behind quads, and before operators where the
// distance would be more than the width.
func (b *mathBreaker) pieces() (out []MathPart) {
	var cuts []int
	start, begun := 0, b.at != 0
	for i := 1; i <= len(b.atoms); i++ {
		if i < len(b.atoms) {
			relation := b.level(i) == 1
			if relation && begun { // the first one of a formula is kept with what stands before it
				begun = false
				continue
			}
			if !relation && !b.beginsFormula(i) {
				continue
			}
			begun = !relation
		}
		if b.s.run(b.atoms, start, i, b.c).w > b.width {
			for j := start + 1; j < i; j++ {
				if b.level(j) == 2 {
					cuts = append(cuts, j)
				}
			}
		}
		cuts = append(cuts, i)
		start = i
	}
	start = 0
	for _, end := range cuts {
		out = append(out, b.piece(start, end))
		start = end
	}
	return out
}

// beginsFormula tells whether a quad parts an atom from what stands before it.
func (b *mathBreaker) beginsFormula(i int) bool {
	space, ok := b.atoms[i-1].Node.(*tex.Space)
	return ok && space.Width >= mathQuad && b.depth(i) == 0 && nextAtom(b.atoms, i-1) == i
}

// piece is the atoms from start to end and the space before what follows.
func (b *mathBreaker) piece(start, end int) MathPart {
	if end == len(b.atoms) {
		return MathPart{Frame: b.s.run(b.atoms, start, end, b.c).whole()}
	}
	part := MathPart{}
	for n := end - 1; n > start; n-- { // a quad at the end is space between the pieces
		space, ok := b.atoms[n].Node.(*tex.Space)
		if !ok {
			break
		}
		part.Space += space.Width * b.c.em
		end = n
	}
	box := b.s.run(b.atoms, start, end, b.c)
	part.Frame = box.frame()
	part.Space += box.over
	prev, next := b.before(end), nextAtom(b.atoms, end-1)
	if prev >= 0 && next >= 0 {
		part.Space += tex.SpaceBetween(b.atoms[prev].Class, b.atoms[next].Class, b.c.script()) * b.c.em
	}
	return part
}

// joinParts leaves the breaks after relations, and others where parts would be
// wider than wide.
func joinParts(parts []MathPart, wide float64) (out []MathPart) {
	start := 0
	for i, p := range parts {
		if i < len(parts)-1 && p.Penalty > relPenalty {
			continue
		}
		run := parts[start : i+1]
		if joined := besideParts(run); joined.Frame.Width <= wide {
			run = []MathPart{joined}
		}
		out = append(out, run...)
		start = i + 1
	}
	return out
}

// besideParts is one part of several.
func besideParts(parts []MathPart) MathPart {
	frame := &draw.Frame{}
	below := 0.
	for _, p := range parts {
		frame.Baseline = max(frame.Baseline, p.Frame.Baseline)
		below = max(below, p.Frame.Height-p.Frame.Baseline)
	}
	frame.Height = frame.Baseline + below
	for i, p := range parts {
		frame.Items = append(frame.Items, draw.Group{X: frame.Width, Y: frame.Baseline - p.Frame.Baseline, Frame: p.Frame})
		frame.Width += p.Frame.Width
		if i < len(parts)-1 {
			frame.Width += p.Space
		}
	}
	last := parts[len(parts)-1]
	return MathPart{frame, last.Space, last.Penalty}
}
