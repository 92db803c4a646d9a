package pdf

import (
	"bytes"
	"crypto/sha256"
	"image"
	_ "image/jpeg" // a file may say png and be a JPEG
	"image/png"

	"weave/weave/draw"
)

// images are the pictures of the document, each once.
type images struct {
	data   [][]byte
	format []string
	of     map[[32]byte]int
}

// number is the image's place in the list.
func (s *images) number(it draw.Image) int {
	if s.of == nil {
		s.of = map[[32]byte]int{}
	}
	sum := sha256.Sum256(it.Data)
	n, ok := s.of[sum]
	if !ok {
		n = len(s.data)
		s.of[sum] = n
		data := it.Data
		if it.Format == "png" {
			data = plainPNG(data)
		}
		s.data, s.format = append(s.data, data), append(s.format, it.Format)
	}
	return n
}

// plainPNG rewrites what fpdf cannot read: sixteen bits a channel, interlaced
// rows (bytes 24 and 28 of the file, PNG 11.2.2).
func plainPNG(data []byte) []byte {
	if len(data) < 29 || data[24] <= 8 && data[28] == 0 {
		return data
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return data // fpdf reports it
	}
	flat := image.NewNRGBA(img.Bounds())
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y++ {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
			flat.Set(x, y, img.At(x, y))
		}
	}
	var out bytes.Buffer
	if png.Encode(&out, flat) != nil {
		return data
	}
	return out.Bytes()
}
