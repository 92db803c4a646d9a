package draw

import (
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"
)

// labeler sets the texts of gonum/plot with the book's own engine.
type labeler struct{ style *FigureStyle }

func (l labeler) frame(txt string, size float64) *Frame {
	return l.style.Label(txt, Label{Size: size, Color: Ink})
}

// Cache is not used: no font of gonum/plot is.
func (labeler) Cache() *font.Cache { return nil }

// Extents have no descent: gonum/plot would move tick labels by it, which are
// placed by Draw instead.
func (labeler) Extents(f font.Font) font.Extents {
	return font.Extents{Ascent: f.Size * 0.74, Height: f.Size}
}

// tickGap is between a tick of the x axis and its label, in points.
const tickGap = 2

func (labeler) Lines(txt string) []string { return []string{txt} }

func (l labeler) Box(txt string, f font.Font) (width, height, depth vg.Length) {
	fr := l.frame(txt, float64(f.Size))
	return vg.Length(fr.Width), vg.Length(fr.Baseline + tickGap), vg.Length(fr.Height - fr.Baseline)
}

// Draw places a text with its alignment; only unrotated text occurs.
func (l labeler) Draw(c vg.Canvas, txt string, sty text.Style, pt vg.Point) {
	own := recorder(c)
	fr := l.frame(txt, float64(sty.Font.Size))
	at := own.point(pt)
	at.X += float64(sty.XAlign) * fr.Width
	// YAlign is 0 for the bottom and -1 for the top of the text at the point.
	at.Y -= (1 + float64(sty.YAlign)) * fr.Height
	if sty.YAlign == vgdraw.YTop {
		at.Y += tickGap
	} else {
		// Digits are centred at the tick, not the frame, which has room for descenders.
		at.Y += 0.09 * float64(sty.Font.Size)
	}
	own.add(Group{X: at.X, Y: at.Y, Frame: fr})
}

// recorder is the canvas of ours inside the crops that gonum/plot puts around it.
func recorder(c vg.Canvas) *canvas {
	switch c := c.(type) {
	case *canvas:
		return c
	case *vgdraw.Canvas:
		return recorder(c.Canvas)
	case vgdraw.Canvas:
		return recorder(c.Canvas)
	}
	panic("draw: a plot is drawn on a foreign canvas")
}

// text is a text style of gonum/plot that leads to this labeler.
func (l labeler) text(size float64) text.Style {
	return text.Style{Color: Ink, Font: font.Font{Size: vg.Length(size)}, Handler: l}
}
