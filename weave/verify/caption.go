package verify

import (
	"slices"

	"weave/weave/doc"
)

// captionFormulas are the formulas of captions and alternative texts, with what
// they stand at: "left for z = 0" speaks of that figure alone.
func captionFormulas(all []doc.Block) map[*doc.Math]doc.Block {
	out := map[*doc.Math]doc.Block{}
	doc.Walk(all, func(b doc.Block, _ doc.Inline) {
		var caption []doc.Inline
		switch b := b.(type) {
		case *doc.Figure:
			caption = append([]doc.Inline{b.Image}, b.Caption...)
		case *doc.Table:
			caption = b.Caption
		case *doc.Code:
			caption = slices.Concat(b.Caption, b.Alt)
		}
		doc.WalkInline(caption, func(_ doc.Block, in doc.Inline) {
			if m, ok := in.(*doc.Math); ok {
				out[m] = b
			}
		})
	})
	return out
}
