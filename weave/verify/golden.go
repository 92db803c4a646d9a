// Package verify finds what in a reader disagrees with its code: outputs that
// changed, references that lead nowhere, formulas that do not hold.
package verify

import (
	"fmt"
	"strconv"
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
				cells[i] = row[i].Text
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

// valueText writes a value on one line, a matrix on one line a row.
func valueText(b *strings.Builder, prefix string, v *blocks.Value) {
	switch v.Kind {
	case blocks.MatrixValue:
		fmt.Fprintf(b, "%smatrix %d×%d\n", prefix, v.Rows, v.Cols)
		for i := range v.Rows {
			fmt.Fprintf(b, "  %s\n", numbers(v.Nums[i*v.Cols:(i+1)*v.Cols]))
		}
	case blocks.VectorValue:
		fmt.Fprintf(b, "%s[%s]\n", prefix, numbers(v.Nums))
	default:
		fmt.Fprintf(b, "%s%s\n", prefix, v.Text)
	}
}

func numbers(xs []float64) string {
	s := make([]string, len(xs))
	for i, x := range xs {
		s[i] = strconv.FormatFloat(x, 'g', -1, 64)
	}
	return strings.Join(s, " ")
}
