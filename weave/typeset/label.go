package typeset

import (
	"strings"

	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/tex"
)

// labelMath is how much larger formulas are set than the sans serif around
// them, so that their x-heights agree.
const labelMath = 1.14

// FigureLabel sets a text of a figure: Go Sans, with LaTeX between dollars. The
// frame is as high as a line of its size at least, so that labels of one kind
// stand on one line. math is the face of formulas, nil the built-in one.
func FigureLabel(fonts *font.Families, lang string, macros tex.Macros, math *font.Face) func(text string, l draw.Label) *draw.Frame {
	return func(text string, l draw.Label) *draw.Frame {
		face := fonts.Sans.Regular
		if l.Bold {
			face = fonts.Sans.Medium
		}
		b := labelBuilder{ascent: 0.74 * l.Size, descent: 0.21 * l.Size}
		for i, part := range strings.Split(text, "$") {
			if i%2 == 0 {
				for _, run := range byFace(fonts, part, face) {
					b.run(run.face, run.text, l)
				}
				continue
			}
			f, _ := tex.Parse(part, tex.Options{Lang: lang, Macros: macros})
			b.place(Math(f, MathStyle{Face: math, Size: l.Size * labelMath, Color: l.Color}))
		}
		return b.frame()
	}
}

// labelBuilder puts runs and formulas side by side on one baseline.
type labelBuilder struct {
	width, ascent, descent float64
	parts                  []draw.Group
}

func (b *labelBuilder) run(face *font.Face, text string, l draw.Label) {
	glyphs := face.Shape(text, font.ShapeOptions{})
	w := font.Width(glyphs) * l.Size
	b.place(&draw.Frame{Width: w, Height: 0.95 * l.Size, Baseline: 0.74 * l.Size, Items: []draw.Item{
		draw.Glyphs{Y: 0.74 * l.Size, Face: face, Size: l.Size, Run: glyphs, Color: l.Color},
	}})
}

func (b *labelBuilder) place(f *draw.Frame) {
	b.parts = append(b.parts, draw.Group{X: b.width, Frame: f})
	b.width += f.Width
	b.ascent = max(b.ascent, f.Baseline)
	b.descent = max(b.descent, f.Height-f.Baseline)
}

func (b *labelBuilder) frame() *draw.Frame {
	out := &draw.Frame{Width: b.width, Height: b.ascent + b.descent, Baseline: b.ascent}
	for _, g := range b.parts {
		g.Y = b.ascent - g.Frame.Baseline
		out.Items = append(out.Items, g)
	}
	return out
}
