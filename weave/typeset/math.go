// Package typeset turns the document into frames: formulas, paragraphs,
// tables, pages. Lengths are points.
package typeset

import (
	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/tex"
)

// MathStyle says how a formula is set.
type MathStyle struct {
	Face    *font.Face // with a MATH table
	Text    *font.Face // for \text
	Size    float64    // pt
	Display bool
	Color   draw.Color
}

// MathPart is a piece of an inline formula between places where a line may end.
type MathPart struct {
	Frame   *draw.Frame
	Space   float64 // pt between this part and the next, vanishing at a line's end
	Penalty int     // of a break behind it: after a relation 500, after a binary operator 700 (TeXbook p. 101)
}

// Math sets a formula as one frame whose baseline is the formula's.
func Math(f *tex.Formula, st MathStyle) *draw.Frame { return &draw.Frame{} }

// MathParts sets an inline formula in pieces; side by side with their spaces
// they look as Math would set it.
func MathParts(f *tex.Formula, st MathStyle) []MathPart { return []MathPart{{Frame: Math(f, st)}} }
