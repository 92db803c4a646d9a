package typeset

import (
	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/source"
)

// coverSkip is above the figure of the title page, in points.
const coverSkip = 60

// cover sets the figure of the title page.
func (l *layout) cover(s *setter, list *source.List) {
	if l.in.Cover == "" {
		return
	}
	f, alt := l.coverFrame(s)
	if f == nil {
		list.Warnf("layout", source.Span{}, "the cover %s is no figure of the book", l.in.Cover).
			Hint("cover names the label of a figure: fig-…")
		return
	}
	tag := s.parent.Add("Figure")
	tag.Alt = alt
	scale := min(1, s.width/f.Width, 0.36*l.in.Paper.TextHigh/f.Height)
	s.skip(coverSkip)
	s.box(&draw.Frame{Width: s.width, Height: f.Height * scale, Items: []draw.Item{
		draw.Group{X: (s.width - f.Width*scale) / 2, Frame: f, Scale: scale, Tag: tag},
	}}, nil)
}

// coverFrame is the drawing or picture with the label of the cover, and what it
// shows in words.
func (l *layout) coverFrame(s *setter) (*draw.Frame, string) {
	t := l.in.Book.Targets[l.in.Cover]
	if t == nil {
		return nil, ""
	}
	switch n := t.Node.(type) {
	case *doc.Figure:
		return s.picture(n.Image, n.Width, s.width), n.Image.Alt
	case *doc.Code:
		r := l.in.Result(t.Chapter.Name + "/" + n.Name)
		if r == nil || l.in.Figure == nil {
			return nil, ""
		}
		for i := range r.Outputs {
			if out := &r.Outputs[i]; isDrawing(out) && out.Image == nil {
				return l.in.Figure(out, s.width*widthPart(outputWidth(n, out))), n.AltText(s.ch.Lang)
			}
		}
	}
	return nil, ""
}
