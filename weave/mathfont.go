package weave

import (
	"weave/weave/font"
	"weave/weave/memo"
	"weave/weave/source"
)

// loadMathFace is the font of formulas that reader.yaml names. One that cannot be
// used is a finding, and the built-in one takes its place.
func (c *Course) loadMathFace(m *memo.Memo, list *source.List) *font.Face {
	name := c.Config.MathFont
	switch name {
	case "", "stix":
		return font.MathFace()
	case "latin-modern":
		return font.LatinModernMath()
	}
	face := c.loadFont(m, name, list)
	if face == nil {
		return font.MathFace()
	}
	if face.Math() == nil {
		list.Errorf("course", c.Config.place("math-font", name), "the math-font %s is no OpenType font for mathematics", name).
			Hint("it needs a table MATH, which fonts made for formulas have")
		return font.MathFace()
	}
	return face
}
