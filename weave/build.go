package weave

import (
	"context"

	"weave/blocks"
	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/html"
	"weave/weave/pdf"
	"weave/weave/tex"
	"weave/weave/typeset"
	"weave/weave/value"
)

// Build makes the reader in out/: the site and the book. Mistakes in chapters
// are shown in their place and listed; what can be built is. The error is one
// of the surroundings; then, and where there is no course, out/ is left as it
// was.
func Build(ctx context.Context, dir string, o Options) (*Report, error) {
	e, list, err := Evaluate(ctx, dir, o)
	if err != nil || e == nil {
		return newReport(e, list), err
	}
	face := e.mathFace(&list)
	files := outputs{"README.md": []byte(outNote)}
	site, found := html.Write(html.Input{
		Book: e.Book, Results: e.Records.Results, Figure: figures(e, face, false), MathFace: face,
		ValueTeX: value.OutputTeX, ValueText: value.Text, MathML: e.Config.Math == "mathml", PDF: "../reader.pdf",
	})
	list = append(list, found...)
	for name, data := range site {
		files["html/"+name] = data
	}
	pages, found := typeset.Layout(typeset.Input{
		Book: e.Book, Results: e.Records.Results, Figure: figures(e, face, true), MathFace: face, ValueTeX: value.OutputTeX, Paper: papers[e.Config.Paper],
	})
	list = append(list, found...)
	if files["reader.pdf"], err = pdf.Write(pages); err != nil {
		return newReport(e, list), err
	}
	if ctx.Err() != nil {
		return newReport(e, list), ctx.Err()
	}
	return newReport(e, list), files.write(e.Dir)
}

// papers are the sizes that reader.yaml can name.
var papers = map[string]typeset.Paper{"a4": typeset.A4}

// figures draws what code shows, for one of the outputs.
func figures(e *Evaluated, face *font.Face, print bool) func(o *blocks.Output, width float64) *draw.Frame {
	label := typeset.FigureLabel(e.Book.Lang, tex.Macros(e.Config.Macros), face)
	return func(o *blocks.Output, width float64) *draw.Frame {
		return draw.Output(o, draw.FigureStyle{Width: width, Lang: e.Book.Lang, Print: print, Label: label})
	}
}
