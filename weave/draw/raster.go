package draw

import (
	"bytes"
	"image"
	"image/color"
	imagedraw "image/draw"
	"image/png"

	"golang.org/x/image/vector"

	"weave/weave/font"
)

// PNG paints a frame on a ground, with so many pixels a point. It paints glyphs
// and filled paths, as a card that shows only words has.
func PNG(f *Frame, scale float64, ground Color) []byte {
	img := image.NewRGBA(image.Rect(0, 0, whole(f.Width*scale), whole(f.Height*scale)))
	imagedraw.Draw(img, img.Bounds(), image.NewUniform(ground.rgba()), image.Point{}, imagedraw.Src)
	for _, it := range flat(f) {
		r := raster{Rasterizer: vector.NewRasterizer(img.Rect.Dx(), img.Rect.Dy()), scale: scale}
		switch it := it.(type) {
		case Glyphs:
			r.glyphs(it)
			r.Draw(img, img.Bounds(), image.NewUniform(it.Color.rgba()), image.Point{})
		case Path:
			r.path(it.Segments)
			r.Draw(img, img.Bounds(), image.NewUniform(it.Fill.rgba()), image.Point{})
		}
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&b, img); err != nil {
		panic("draw: " + err.Error())
	}
	return b.Bytes()
}

func (c Color) rgba() color.NRGBA { return color.NRGBA{c.R, c.G, c.B, c.Alpha} }

// raster takes points of a frame.
type raster struct {
	*vector.Rasterizer
	scale float64
}

func (r raster) at(x, y float64) (float32, float32) {
	return float32(x * r.scale), float32(y * r.scale)
}

func (r raster) path(segments []Segment) {
	for _, s := range segments {
		switch s.Verb {
		case Move:
			r.MoveTo(r.at(s.P[0].X, s.P[0].Y))
		case To:
			r.LineTo(r.at(s.P[0].X, s.P[0].Y))
		case Curve:
			r.cubic(s.P[0], s.P[1], s.P[2])
		case Close:
			r.ClosePath()
		}
	}
}

func (r raster) cubic(a, b, c Point) {
	ax, ay := r.at(a.X, a.Y)
	bx, by := r.at(b.X, b.Y)
	cx, cy := r.at(c.X, c.Y)
	r.CubeTo(ax, ay, bx, by, cx, cy)
}

func (r raster) glyphs(g Glyphs) {
	x := g.X
	for _, q := range g.Run {
		at := func(p font.Point) Point {
			return Point{x + (q.DX+p.X)*g.Size, g.Y - (q.DY+p.Y)*g.Size}
		}
		for i, s := range g.Face.Outline(q.ID) {
			a, b, c := at(s.P[0]), at(s.P[1]), at(s.P[2])
			switch s.Verb {
			case font.MoveTo:
				if i > 0 {
					r.ClosePath()
				}
				r.MoveTo(r.at(a.X, a.Y))
			case font.LineTo:
				r.LineTo(r.at(a.X, a.Y))
			case font.QuadTo:
				ax, ay := r.at(a.X, a.Y)
				bx, by := r.at(b.X, b.Y)
				r.QuadTo(ax, ay, bx, by)
			case font.CubicTo:
				r.cubic(a, b, c)
			}
		}
		r.ClosePath()
		x += q.Advance*g.Size + g.Spread
	}
}
