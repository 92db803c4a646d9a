package typeset

import (
	"strings"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/memo"
	"weave/weave/tex"
)

// code sets a code block with what it showed when it ran.
func (s *setter) code(c *doc.Code) {
	echo := c.Options.Echo == nil || *c.Options.Echo
	s.skip(0.5 * s.lead)
	s.codeMark(c)
	if echo {
		s.source(c)
	}
	if r := s.result(c); r != nil {
		s.outputs(c, r, echo)
	}
	s.skip(0.75 * s.lead)
}

// result is what a block did when it ran; nil where it did not run or its
// output is not to be shown.
func (s *setter) result(c *doc.Code) *blocks.Result {
	if c.Name == "" || c.Options.Output != nil && !*c.Options.Output {
		return nil
	}
	return s.lay.in.Result(s.ch.Name + "/" + c.Name)
}

// codeMark makes a block a place that references can lead to.
func (s *setter) codeMark(c *doc.Code) {
	if c.Label != "" {
		s.marks = append(s.marks, mark{anchor: s.ch.Name + "/" + c.Label})
	}
}

// source sets the program of a block.
func (s *setter) source(c *doc.Code) {
	if c.Shown() == "" {
		return
	}
	s.usedIn(c)
	s.codeLines(s.program(c), programLook)
	if c.Caption != nil && c.Kind == doc.ListingTarget {
		s.keep(infinite)
		s.skip(5)
		s.caption(doc.Words(s.ch.Lang).Listing, c.Number, c.Caption, s.parent, c)
	}
}

// usedIn names a chunk and the blocks that put it into themselves.
func (s *setter) usedIn(c *doc.Code) {
	if len(c.UsedIn) == 0 {
		return
	}
	in := []doc.Inline{&doc.Text{Text: "⟨" + c.Name + "⟩ – " + doc.Words(s.ch.Lang).UsedIn + " "}}
	for i, name := range c.UsedIn {
		if i > 0 {
			in = append(in, &doc.Text{Text: ", "})
		}
		in = append(in, &doc.Link{URL: "#" + name, Content: []doc.Inline{&doc.Text{Text: "⟨" + name + "⟩"}}})
	}
	st := style{face: s.fonts.Text.Italic, size: smallSize, color: draw.Muted, noHyphen: true}
	s.raggedText(in, st, smallLead, s.parent.Add("P"), c.Span)
	s.keep(infinite)
	s.skip(1.5)
}

// outputs sets what a block showed: first what it printed and its values, as
// one object with the code; then tables with captions and drawings.
func (s *setter) outputs(c *doc.Code, r *blocks.Result, joined bool) {
	var apart []*blocks.Output
	var inside []*blocks.Output
	for i := range r.Outputs {
		out := &r.Outputs[i]
		if isDrawing(out) || out.Table != nil && c.Caption != nil {
			apart = append(apart, out)
		} else {
			inside = append(inside, out)
		}
	}
	if len(inside) > 0 {
		if joined {
			s.keep(infinite) // a result does not stand on another page than its code
		}
		// A table has a rule of its own at its end.
		closing := inside[len(inside)-1].Table == nil
		s.within(0, 0, &decor{x: s.x, width: s.width, closing: closing}, func() {
			for i, out := range inside {
				if i > 0 && (i < 3 || i > len(inside)-3) {
					s.keep(infinite) // as lines of code: three on each side
				}
				s.output(c, out)
			}
			s.keep(infinite)
			s.pad(4.5)
		})
		s.skip(0.4 * s.lead)
	}
	for _, out := range apart {
		s.output(c, out)
	}
	if f := r.Failure; f != nil {
		s.failure(f)
	}
}

// isDrawing tells whether an output becomes a figure.
func isDrawing(out *blocks.Output) bool {
	return out.Plot != nil || out.Grid != nil || out.Diagram != nil || out.Image != nil ||
		out.Slider != nil && isDrawing(&out.Slider.Frames[0])
}

func (s *setter) output(c *doc.Code, out *blocks.Output) {
	switch {
	case out.Kind == blocks.TextOutput:
		s.outputText(out.Text)
	case out.Table != nil:
		s.outputTable(c, out.Table)
	case out.Image != nil:
		s.outputImage(c, out.Image)
	case out.Slider != nil && !isDrawing(&out.Slider.Frames[0]):
		s.valueFrames(c, out.Slider)
	case isDrawing(out):
		s.drawing(c, out)
	case out.Check != nil:
		s.check(out.Check)
	default:
		s.value(c, out)
	}
}

func (s *setter) outputText(text string) {
	s.textLines(text, outInk, outputLook)
}

func (s *setter) textLines(text string, c draw.Color, look codeLook) {
	var lines []codeLine
	for l := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		lines = append(lines, codeLine{tokens: s.plainTokens(l, c)})
	}
	s.codeLines(lines, look)
}

// failure shows why a block did not end, in place.
func (s *setter) failure(f *blocks.Failure) {
	s.skip(4)
	text := f.Message
	if !f.Expected {
		text = doc.Words(s.ch.Lang).Error + ": " + text
	}
	s.textLines(text, draw.Error, errorLook)
}

// value sets a number, vector or matrix as a formula, anything else as text.
func (s *setter) value(c *doc.Code, out *blocks.Output) {
	if s.lay.in.ValueTeX != nil {
		if src, ok := s.lay.in.ValueTeX(out, s.ch.Lang); ok {
			f, problems := tex.Parse(src, tex.Options{Lang: s.ch.Lang})
			if len(problems) == 0 {
				tag := s.parent.Add("Formula")
				tag.Alt, tag.ActualText = speech(f, s.ch.Lang), src
				s.skip(0.35 * s.lead)
				s.within(9, 4, nil, func() {
					s.box(s.formulaLeft(Math(f, s.mathStyle(s.base, true)), c.Span), tag)
				})
				s.skip(0.35 * s.lead)
				return
			}
		}
	}
	if out.Value != nil {
		s.outputText(s.lay.in.ValueText(out.Value, s.ch.Lang))
	}
}

// drawing sets a plot, a grid of plots or a diagram as a figure.
func (s *setter) drawing(c *doc.Code, out *blocks.Output) {
	var f *draw.Frame
	if s.lay.in.Figure != nil {
		f = s.drawn(out, s.width*widthPart(outputWidth(c, out)))
	}
	if f == nil {
		s.list.Warnf("layout", c.Span, "this drawing cannot be set in the book")
		return
	}
	s.figureFrame(f, c.AltText(s.ch.Lang), c.Number, c.Caption, c)
}

// drawn is a drawing for a width in points; nil where there is none.
func (s *setter) drawn(out *blocks.Output, width float64) *draw.Frame {
	type key struct {
		of    draw.Identity
		width float64
	}
	return memo.Of(s.lay.in.Memo, key{draw.IdentityOf(out), width}, func() *draw.Frame { return s.lay.in.Figure(out, width) })
}

func outputWidth(c *doc.Code, out *blocks.Output) float64 {
	switch {
	case c.Options.Width > 0:
		return c.Options.Width
	case out.Plot != nil:
		return out.Plot.Width
	case out.Diagram != nil:
		return out.Diagram.Width
	}
	return 0
}

func widthPart(part float64) float64 {
	if part <= 0 || part > 1 {
		return 1
	}
	return part
}

func (s *setter) outputImage(c *doc.Code, img *blocks.Image) {
	alt := c.AltText(s.ch.Lang)
	f := s.picture(&doc.Image{Format: img.Format, Data: img.Data, Alt: alt, Span: c.Span}, img.Width, s.width)
	if f != nil {
		s.figureFrame(f, alt, c.Number, c.Caption, c)
	}
}

// check shows whether a check of the chapter holds.
func (s *setter) check(r *blocks.CheckResult) {
	sign, color := "✓", draw.F3
	if !r.OK {
		sign, color = "✗", draw.Error
	}
	text := r.Name
	for _, v := range r.Detail {
		text += "  " + s.lay.in.ValueText(&v, s.ch.Lang)
	}
	s.codeLines([]codeLine{{tokens: []codeToken{{sign + " ", color, s.fonts.Mono.Regular}, {text, outInk, s.fonts.Mono.Regular}}}}, outputLook)
}
