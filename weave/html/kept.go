package html

import (
	"weave/blocks"
	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/memo"
)

// kept is what make makes of a drawing, unless another process has made it of
// the same one. what says which of the things made of it this is, with says
// what else it is made of.
func kept[T any](s *site, o *blocks.Output, what, with string, make func() T) T {
	if s.Drawing == nil {
		return make()
	}
	place, sum, ok := s.Drawing(o)
	if !ok {
		return make()
	}
	return memo.Kept(s.Disk, what+" "+place, sum+with, draw.Frames, font.Known(s.families(), s.MathFace), make)
}
