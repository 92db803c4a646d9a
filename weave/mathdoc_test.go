package weave_test

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"weave/weave/draw"
	"weave/weave/tex"
	"weave/weave/typeset"
)

const mathDocHead = `# Mathematics

What weave reads of LaTeX, each with its look in the site and the book. This file
and the pictures are made from the table of commands; ` + "`UPDATE=1 go test ./weave`" + `
makes them anew.

Beside the commands: letters, digits, signs and umlauts as they are; ` + "`^` `_` `'` `~` `%`" + `;
` + "`\\\\`" + ` begins a line, ` + "`&`" + ` a column; ` + "`\\left … \\middle … \\right`" + `; the value of a Go
expression is ` + "`\\go{A3}`" + ` or ` + "`\\go[%.2f]{A3}`" + `. In German ` + "`0,5`" + ` is a number and
` + "`(1, 2)`" + ` a list; in all languages ` + "`0{,}5`" + ` is a number.

Numbers: ` + "`align`, `alignat`, `flalign`, `gather`, `eqnarray`" + ` number each line,
` + "`equation` and `multline`" + ` all of theirs; starred ones do not. ` + "`\\notag`" + ` leaves a
line out, ` + "`\\tag{x}`" + ` gives it another number, ` + "`\\label{eq-x}`" + ` makes it a target of
` + "`@eq-x`" + ` in the text and of ` + "`\\eqref{eq-x}`" + ` in formulas. ` + "`{#eq-x}`" + ` behind a formula
numbers it as a whole.

Macros are made by ` + "`\\newcommand`, `\\def`, `\\let`, `\\DeclareMathOperator`" + `, for a chapter
by ` + "`macros`" + ` in its front matter and for all by that in reader.yaml. The font is
` + "`math-font`" + ` in reader.yaml: ` + "`stix`, `latin-modern`" + `, or a font file with a MATH table.

Not read: ` + "`\\includegraphics`, `\\reflectbox`, `\\futurelet`, `\\multicolumn`, `\\cline`" + `.
`

// The reference of mathematics says what the table of commands holds.
func TestMathReferenceIsFresh(t *testing.T) {
	var text bytes.Buffer
	text.WriteString(mathDocHead)
	want := map[string][]byte{}
	for _, topic := range tex.Topics() {
		name := "math/" + topic.Name + ".svg"
		want[name] = mathSheet(topic)
		fmt.Fprintf(&text, "\n## %s\n\n![%s](%s)\n\n", topic.Title, topic.Title, name)
		text.WriteString("```latex\n" + strings.Join(topic.Samples, "\n") + "\n```\n")
	}
	want["math.md"] = text.Bytes()
	dir := filepath.Join("..", "docs")
	for name, data := range want {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if os.Getenv("UPDATE") != "" {
			if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, data) {
			t.Errorf("docs/%s is not what the table of commands says; UPDATE=1 makes it anew (%v)", name, err)
		}
	}
}

// Measures of a sheet in points.
const (
	sheetWidth  = 660.0
	sheetGap    = 14.0
	sheetSize   = 11.0
	sheetSource = 7.5
)

// mathSheet shows samples with their source below, as many beside each other
// as there is room for.
func mathSheet(topic tex.Topic) []byte {
	page := &draw.Frame{Width: sheetWidth}
	var captions strings.Builder
	white := draw.Path{Fill: draw.Color{R: 255, G: 255, B: 255, Alpha: 255}}
	page.Items = append(page.Items, white)
	var row []mathCell
	x, y := sheetGap, sheetGap
	flush := func() {
		above, below := 0.0, 0.0
		for _, c := range row {
			above, below = max(above, c.Baseline), max(below, c.Height-c.Baseline)
		}
		x = sheetGap
		for _, c := range row {
			page.Items = append(page.Items, draw.Group{X: x, Y: y + above - c.Baseline, Frame: c.Frame})
			fmt.Fprintf(&captions, "<text x=\"%.1f\" y=\"%.1f\" textLength=\"%.1f\">%s</text>\n", x, y+above-c.Baseline+c.Height-sheetSource*.3, c.text, html.EscapeString(c.source))
			x += c.Width + sheetGap
		}
		y += above + below + sheetGap
		row, x = nil, sheetGap
	}
	for _, s := range topic.Samples {
		c := mathSample(s)
		if x+c.Width+sheetGap > sheetWidth && len(row) > 0 {
			flush()
		}
		row = append(row, c)
		x += c.Width + sheetGap
	}
	flush()
	page.Height = y
	white.Segments = rectangle(sheetWidth, y)
	page.Items[0] = white
	var sheet draw.SVGSheet
	body := sheet.Figure(page, draw.SVGAttr{Label: topic.Title})
	at := strings.IndexByte(body, '>') + 1
	head := strings.Replace(body[:at], "<svg", `<svg xmlns="http://www.w3.org/2000/svg"`, 1)
	return fmt.Appendf(nil, "%s%s%s<g font-family=\"monospace\" font-size=\"%g\" fill=\"#5a5a5a\" transform=\"scale(%d)\">\n%s</g></svg>\n",
		head, sheet.Defs(), strings.TrimSuffix(body[at:], "</svg>"), sheetSource, draw.FigureUnits, captions.String())
}

// mathCell is a formula with room for its source below; the baseline is the formula's.
type mathCell struct {
	*draw.Frame
	source string
	text   float64 // width of the source
}

func mathSample(src string) mathCell {
	f, _ := tex.Parse(src, tex.Options{Lang: "en"})
	formula, lines := typeset.MathDisplay(f, typeset.MathStyle{Size: sheetSize, Display: true, Color: draw.Black})
	width := float64(len([]rune(src))) * .6 * sheetSource
	out := &draw.Frame{Width: max(formula.Width, width), Height: formula.Height + 6 + sheetSource, Baseline: formula.Baseline}
	out.Items = []draw.Item{draw.Group{Frame: formula}}
	for _, l := range lines {
		if l.Tag != nil {
			out.Items = append(out.Items, draw.Group{X: formula.Width + sheetGap, Y: l.Y - l.Tag.Baseline, Frame: l.Tag})
		}
	}
	return mathCell{out, src, width}
}

func rectangle(w, h float64) []draw.Segment {
	at := func(v draw.Verb, x, y float64) draw.Segment {
		return draw.Segment{Verb: v, P: [3]draw.Point{{X: x, Y: y}}}
	}
	return []draw.Segment{at(draw.Move, 0, 0), at(draw.To, w, 0), at(draw.To, w, h), at(draw.To, 0, h), {Verb: draw.Close}}
}
