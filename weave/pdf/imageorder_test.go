package pdf

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"

	"weave/weave/draw"
)

// Many images of one width, some with a soft mask, some with a palette, give
// the same file every time, and each is shown where it belongs.
func TestImagesOfOneWidth(t *testing.T) {
	var items []draw.Item
	for i := range 12 {
		var img image.Image
		c := color.NRGBA{uint8(20 * i), 100, 200, uint8(255 - 60*(i%2))}
		if i%3 == 0 {
			p := image.NewPaletted(image.Rect(0, 0, 4, 4), color.Palette{c, color.NRGBA{A: 255}})
			p.SetColorIndex(i%4, 1, 1)
			img = p
		} else {
			n := image.NewNRGBA(image.Rect(0, 0, 4, 4))
			n.Set(i%4, 2, c)
			img = n
		}
		var b bytes.Buffer
		if err := png.Encode(&b, img); err != nil {
			t.Fatal(err)
		}
		items = append(items, draw.Image{X: float64(30 * i), W: 20, H: 20, Format: "png", Data: b.Bytes()})
	}
	d := &draw.Document{Title: "x", Lang: "de", Pages: []draw.Page{{Frame: frame(400, 100, items...), Label: "1"}}}
	first := write(t, d)
	for range 20 {
		if !bytes.Equal(first, write(t, d)) {
			t.Fatal("two runs differ")
		}
	}
	run(t, first, "qpdf", "--check", "FILE")
}
