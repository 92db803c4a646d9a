package typeset

import (
	"fmt"
	"strings"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/tex"
)

// code sets a code block with what it showed when it ran.
func (s *setter) code(c *doc.Code) {
	echo := c.Options.Echo == nil || *c.Options.Echo
	var result *blocks.Result
	if c.Name != "" {
		result = s.lay.in.Results[s.ch.Name+"/"+c.Name]
	}
	s.skip(0.5 * s.lead)
	if c.Label != "" || c.Name != "" {
		label := c.Label
		if label == "" {
			label = c.Name
		}
		s.marks = append(s.marks, mark{anchor: s.ch.Name + "/" + label})
	}
	if echo && len(c.Lines) > 0 {
		s.usedIn(c)
		s.codeLines(s.program(c), programLook)
		if c.Caption != nil && c.Kind == doc.ListingTarget {
			s.keep(infinite)
			s.skip(5)
			s.caption(doc.Words(s.ch.Lang).Listing, c.Number, c.Caption, s.parent, c)
		}
	}
	if result != nil && (c.Options.Output == nil || *c.Options.Output) {
		s.outputs(c, result, echo)
	}
	s.skip(0.75 * s.lead)
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
	st := style{face: font.TextItalic(), size: smallSize, color: draw.Muted, noHyphen: true}
	s.raggedText(in, st, smallLead, s.parent.Add("P"), c.Span)
	s.keep(infinite)
	s.skip(1.5)
}

// outputs sets what a block showed, in order.
func (s *setter) outputs(c *doc.Code, r *blocks.Result, joined bool) {
	for i := range r.Outputs {
		out := &r.Outputs[i]
		if joined {
			s.keep(200)
		}
		s.output(c, out)
	}
	if f := r.Failure; f != nil {
		s.failure(f)
	}
}

func (s *setter) output(c *doc.Code, out *blocks.Output) {
	switch {
	case out.Kind == blocks.TextOutput:
		s.outputText(out.Text)
	case out.Table != nil:
		s.outputTable(c, out.Table)
	case out.Plot != nil || out.Grid != nil || out.Diagram != nil:
		s.drawing(c, out)
	case out.Image != nil:
		s.outputImage(c, out.Image)
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
		lines = append(lines, codeLine{tokens: plainTokens(l, c)})
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
				s.skip(0.5 * s.lead)
				s.box(s.formulaLine(Math(f, s.mathStyle(s.base, true)), nil, c.Span), tag)
				s.skip(0.5 * s.lead)
				return
			}
		}
	}
	if out.Value != nil {
		s.outputText(out.Value.Text)
	}
}

// drawing sets a plot, a grid of plots or a diagram as a figure.
func (s *setter) drawing(c *doc.Code, out *blocks.Output) {
	var f *draw.Frame
	if s.lay.in.Figure != nil {
		f = s.lay.in.Figure(out, s.width*widthPart(outputWidth(c, out)))
	}
	if f == nil {
		s.list.Warnf("layout", c.Span, "this drawing cannot be set in the book")
		return
	}
	alt := c.Options.Alt
	if alt == "" {
		alt = doc.PlainText(c.Caption)
	}
	s.figureFrame(f, alt, c.Number, c.Caption, c)
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
	alt := c.Options.Alt
	if alt == "" {
		alt = doc.PlainText(c.Caption)
	}
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
		text += fmt.Sprintf("  %s", v.Text)
	}
	s.codeLines([]codeLine{{tokens: []codeToken{{sign + " ", color, font.Mono()}, {text, outInk, font.Mono()}}}}, outputLook)
}
