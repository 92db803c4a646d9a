package typeset

import (
	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/draw"
)

// valueFrames sets the frames of a slider that show no drawing one below the
// other, each under its value.
func (s *setter) valueFrames(c *doc.Code, slider *blocks.SliderOf) {
	label := FigureLabel(s.fonts, s.ch.Lang, nil, s.lay.in.MathFace)
	for _, i := range slider.Printed {
		s.within(9, 4, nil, func() {
			s.skip(0.35 * s.lead)
			s.box(label(draw.SliderLabel(slider, i, s.ch.Lang), draw.Label{Size: smallSize, Color: draw.Muted}), s.parent.Add("P"))
			s.keep(infinite)
		})
		s.output(c, &slider.Frames[i])
	}
}
