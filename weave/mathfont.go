package weave

import (
	"path"
	"strings"

	"weave/weave/font"
	"weave/weave/source"
)

// loadMathFace is the font of formulas that reader.yaml names. One that cannot be
// used is a finding, and the built-in one takes its place.
func (c *Course) loadMathFace(list *source.List) *font.Face {
	name := c.Config.MathFont
	switch name {
	case "", "stix":
		return font.MathFace()
	case "latin-modern":
		return font.LatinModernMath()
	}
	data, err := c.readFile(name)
	if err != nil {
		list.Errorf("course", source.Span{}, "cannot read the math-font %s of %s", name, configName).
			Hint("stix, latin-modern, or the path of an OpenType font in the course")
		return font.MathFace()
	}
	face, err := font.Parse(strings.TrimSuffix(path.Base(name), path.Ext(name)), data)
	if err != nil || face.Math() == nil {
		list.Errorf("course", source.Span{}, "the math-font %s is no OpenType font for mathematics", name).
			Hint("it needs a table MATH, which fonts made for formulas have")
		return font.MathFace()
	}
	return face
}
