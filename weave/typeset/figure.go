package typeset

import (
	"bytes"
	"image"
	_ "image/jpeg" // the formats that chapters may use
	_ "image/png"
	"strings"

	"weave/weave/doc"
	"weave/weave/draw"
)

// figure sets a picture from a file.
func (s *setter) figure(f *doc.Figure) {
	s.skip(0.5 * s.lead)
	fr := s.picture(f.Image, f.Width, s.width)
	if fr == nil {
		fr = s.placeholder(f.Image.Alt)
	}
	if f.Label != "" {
		s.marks = append(s.marks, mark{anchor: s.ch.Name + "/" + f.Label})
	}
	s.figureFrame(fr, f.Image.Alt, f.Number, f.Caption, f)
	s.skip(0.8 * s.lead)
}

// figureFrame centres a drawing with its caption below; both stay together.
func (s *setter) figureFrame(f *draw.Frame, alt, number string, caption []doc.Inline, b doc.Block) {
	tag := s.parent.Add("Figure")
	tag.Alt = alt
	if tag.Alt == "" {
		tag.Alt = doc.Words(s.ch.Lang).Figure + " " + number
	}
	scale := min(1, s.width/f.Width, (s.lay.in.Paper.TextHigh-6*bodyLead)/f.Height)
	w, h := f.Width*scale, f.Height*scale
	s.skip(0.4 * s.lead)
	s.markFigure(number, b)
	picture := &draw.Frame{Width: s.width, Height: h, Items: []draw.Item{draw.Group{X: (s.width - w) / 2, Frame: f, Scale: scale, Tag: tag}}}
	if caption == nil {
		s.box(picture, nil)
		s.skip(0.8 * s.lead)
		return
	}
	in := s.nested(s.parent, s.width)
	in.box(picture, nil)
	in.skip(7)
	in.caption(doc.Words(s.ch.Lang).Figure, number, caption, tag, b)
	s.list = append(s.list, in.list...)
	s.float(stack(in.items, s.width))
	s.skip(0.9 * s.lead)
}

// float adds a figure with its caption, which may wait for the top of the next
// page; not inside of boxes, and not with notes, which stand on its page.
func (s *setter) float(f *draw.Frame, notes []*footnote) {
	box := s.box(f, nil)
	box.notes = notes
	box.floating = len(notes) == 0 && len(s.decor) == 0 && s.depth == 0
}

// pixel is how large a picture's pixel is set without a width: 96 to the inch.
const pixel = 0.75

// picture is an image file as a frame, part of the width wide; nil, with a
// warning, where it cannot be set.
func (s *setter) picture(img *doc.Image, part, width float64) *draw.Frame {
	if img.Data == nil {
		return nil // a finding of its own already
	}
	if img.Format == "svg" {
		return s.vectors(img, part, width)
	}
	if img.Format != "png" && img.Format != "jpeg" {
		s.list.Warnf("layout", img.Span, "the book cannot show %s images", img.Format).Hint("use PNG, JPEG or SVG, or draw it with blocks.Diagram")
		return nil
	}
	cfg, format, err := image.DecodeConfig(bytes.NewReader(img.Data))
	if err != nil || cfg.Width == 0 || cfg.Height == 0 {
		s.list.Warnf("layout", img.Span, "this image cannot be read: %v", err)
		return nil
	}
	w := min(width, float64(cfg.Width)*pixel)
	if part > 0 {
		w = width * widthPart(part)
	}
	w, h := s.fitted(w, w*float64(cfg.Height)/float64(cfg.Width))
	return &draw.Frame{Width: w, Height: h, Items: []draw.Item{draw.Image{W: w, H: h, Format: format, Data: img.Data, Alt: img.Alt}}}
}

// fitted makes a picture smaller that is higher than a page, its caption included.
func (s *setter) fitted(w, h float64) (float64, float64) {
	if high := s.lay.in.Paper.TextHigh - 6*bodyLead; h > high {
		return w * high / h, high
	}
	return w, h
}

// vectors is an SVG drawing; a warning names what of it the book leaves out.
func (s *setter) vectors(img *doc.Image, part, width float64) *draw.Frame {
	f, missing, err := draw.ReadSVG(img.Data)
	if err != nil {
		s.list.Warnf("layout", img.Span, "this image cannot be read: %v", err)
		return nil
	}
	if len(missing) > 0 {
		s.list.Warnf("layout", img.Span, "the book shows this drawing without: %s", strings.Join(missing, ", ")).
			Hint("turn text and effects into paths when you save it, or draw it with blocks.Diagram")
	}
	w := min(width, f.Width)
	if part > 0 {
		w = width * widthPart(part)
	}
	w, h := s.fitted(w, w*f.Height/f.Width)
	return &draw.Frame{Width: w, Height: h, Items: []draw.Item{draw.Group{Frame: f, Scale: w / f.Width}}}
}

// placeholder stands for a picture that cannot be shown.
func (s *setter) placeholder(alt string) *draw.Frame {
	const h = 60
	box := rect(0, 0, s.width*0.7, h, codeTint)
	box.Stroke, box.Line = draw.Zero, draw.Line{Width: 0.5, Dash: []float64{3, 2}}
	items := s.inlines([]doc.Inline{&doc.Text{Text: doc.Words(s.ch.Lang).ImageMissing + ": " + alt}}, sansStyle(s.fonts, smallSize), nil, s.ch.File.At(0, 0))
	f := &draw.Frame{Width: s.width * 0.7, Height: h, Items: []draw.Item{box}}
	for i, l := range setLines(items, measure{width: f.Width - 20, ragged: true}, strutOf(smallLead)) {
		if i < 4 {
			f.Items = append(f.Items, draw.Group{X: 10, Y: 8 + float64(i)*smallLead, Frame: l.frame})
		}
	}
	return f
}
