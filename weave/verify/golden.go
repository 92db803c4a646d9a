// Package verify finds what in a reader disagrees with its code: outputs that
// changed, references that lead nowhere, formulas that do not hold.
package verify

import (
	"fmt"
	"strings"

	"weave/blocks"
	"weave/weave/doc"
)

// Golden writes the outputs of a chapter's blocks as text: lines that a
// person can review. results has an entry for
// each block that ran, by its name.
func Golden(ch *doc.Chapter, results map[string]*blocks.Result) []byte {
	texts := map[string]string{}
	for _, c := range ch.Code {
		if r := results[c.Name]; c.Name != "" && r != nil && len(r.Outputs) > 0 {
			texts[c.Name] = ResultText(r)
		}
	}
	return FormatGolden(ch, texts)
}

// ResultText is a block's outputs as golden text.
func ResultText(r *blocks.Result) string {
	var b strings.Builder
	for i := range r.Outputs {
		outputText(&b, &r.Outputs[i])
	}
	return escapeMarks(b.String())
}

func outputText(b *strings.Builder, o *blocks.Output) {
	switch o.Kind {
	case blocks.TextOutput:
		b.WriteString(o.Text)
		if !strings.HasSuffix(o.Text, "\n") {
			b.WriteByte('\n')
		}
	case blocks.ValueOutput:
		valueText(b, "= ", o.Value)
	case blocks.MathOutput:
		valueText(b, o.Symbol+" = ", o.Value)
	case blocks.TableOutput:
		fmt.Fprintf(b, "table | %s\n", strings.Join(o.Table.Head, " | "))
		for _, row := range o.Table.Rows {
			cells := make([]string, len(row))
			for i := range row {
				cells[i] = inLine(&row[i])
			}
			fmt.Fprintf(b, "| %s\n", strings.Join(cells, " | "))
		}
	case blocks.CheckOutput:
		fmt.Fprintf(b, "check %s: %v\n", o.Check.Name, o.Check.OK)
	case blocks.ImageOutput:
		fmt.Fprintf(b, "image %s, %d bytes\n", o.Image.Format, len(o.Image.Data))
	case blocks.SliderOutput:
		sliderText(b, o.Slider)
	default:
		drawingText(b, o)
	}
}
