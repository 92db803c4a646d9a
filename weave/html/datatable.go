package html

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/draw"
)

// tableRows is how many rows a table of data has at most; of more points every
// so-many-th is shown.
const tableRows = 25

// dataTables are the tables behind a drawing, folded.
func (p *page) dataTables(plots []draw.Data) {
	var shown, all int
	tables := p.part()
	for _, d := range plots {
		s, n := tables.dataTable(d)
		shown, all = shown+s, all+n
	}
	if all == 0 {
		return
	}
	p.raw("<details class=\"data\"><summary>%s", attr(p.words.Data))
	if shown < all {
		p.raw(" <span>%s</span>", attr(fmt.Sprintf("%d %s %d %s", shown, p.words.Of, all, p.words.Shown)))
	}
	p.raw("</summary>\n%s</details>\n", tables.String())
}

// dataTable is the table of one plot: curves over the same places share their
// column.
func (p *page) dataTable(d draw.Data) (shown, all int) {
	curves := slices.DeleteFunc(slices.Clone(d.Curves), func(c draw.DataCurve) bool { return c.Z != nil }) // a heat map is no table
	for rest := curves; len(rest) > 0; {
		n := 1
		for n < len(rest) && slices.Equal(rest[n].X, rest[0].X) {
			n++
		}
		curves = rest[:n]
		rest = rest[n:]
		rows := picked(len(curves[0].X))
		shown, all = shown+len(rows), all+len(curves[0].X)
		t := &blocks.TableOf{Head: []string{label(d.X.Label, "$x$")}}
		for _, c := range curves {
			t.Head = append(t.Head, label(c.Name, label(d.Y.Label, "$y$")))
		}
		for _, i := range rows {
			row := []blocks.Value{rounded(curves[0].X[i], d.X)}
			for _, c := range curves {
				row = append(row, rounded(c.Y[i], d.Y))
			}
			t.Rows = append(t.Rows, row)
		}
		p.outputTable(t)
	}
	return shown, all
}

func label(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// picked are the indices of at most tableRows of n points, the first and the
// last among them.
func picked(n int) []int {
	rows := min(n, tableRows)
	out := make([]int, rows)
	for i := range out {
		out[i] = i * (n - 1) / max(1, rows-1)
	}
	return out
}

// rounded is a number to five digits, or as finely as its axis shows.
func rounded(v float64, a draw.DataAxis) blocks.Value {
	text := strconv.FormatFloat(v, 'g', 5, 64)
	if fine := (a.Max - a.Min) * 1e-6; !a.Log && math.Abs(v) < fine {
		text = "0"
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		x = v
	}
	return blocks.Value{Kind: blocks.FloatValue, Num: blocks.Float(x), Text: strconv.FormatFloat(x, 'g', -1, 64)}
}

// captioned writes the caption of what a block drew, with the data behind it.
func (p *page) captioned(c *doc.Code, drawn []*blocks.Output) {
	data := p.part()
	for _, o := range drawn {
		if o.Kind == blocks.SliderOutput {
			o = &o.Slider.Frames[o.Slider.First]
		}
		if f := p.site.Figure(o, broadWidth); f != nil {
			data.dataTables(draw.DataOf(f))
		}
	}
	if c.Caption == nil {
		p.WriteString(data.String())
		return
	}
	p.raw("<figcaption>")
	if c.Number != "" {
		p.raw("<b>%s %s</b> ", attr(p.words.Kind(c.Kind)), c.Number)
	}
	p.inlines(c.Caption)
	p.raw("%s</figcaption>\n", data.String())
}
