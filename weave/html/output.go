package html

import (
	"strings"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/tex"
)

// outputs writes what a block printed and showed under its code, and returns
// its drawings, which become figures.
func (p *page) outputs(c *doc.Code, r *blocks.Result) []*blocks.Output {
	var drawn, written []*blocks.Output
	for i := range r.Outputs {
		switch o := &r.Outputs[i]; o.Kind {
		case blocks.PlotOutput, blocks.GridOutput, blocks.DiagramOutput, blocks.ImageOutput, blocks.SliderOutput:
			drawn = append(drawn, o)
		default:
			written = append(written, o)
		}
	}
	if len(written) > 0 {
		p.raw("<div class=\"out\" role=\"group\" aria-label=\"%s %s\">\n", attr(p.words.Output), attr(c.Name))
		for _, o := range written {
			p.output(o)
		}
		p.raw("</div>\n")
	}
	return drawn
}

func (p *page) output(o *blocks.Output) {
	switch o.Kind {
	case blocks.TextOutput:
		p.printed(strings.TrimRight(o.Text, "\n"))
	case blocks.TableOutput:
		p.outputTable(o.Table)
	case blocks.CheckOutput:
		p.check(o.Check)
	default:
		p.shownValue(o)
	}
}

// longOutput is how many lines of output stand open.
const longOutput = 200

// printed is what a program printed; very much is folded.
func (p *page) printed(text string) {
	n := strings.Count(text, "\n") + 1
	if n <= longOutput && len(text) < 100*longOutput {
		p.raw("<pre class=\"txt\">%s</pre>\n", attr(text))
		return
	}
	p.raw("<details class=\"much\"><summary>%s: %d %s</summary>\n<pre class=\"txt\">%s</pre></details>\n", attr(p.words.Output), n, attr(p.words.Lines), attr(text))
}

// shownValue sets a value as a formula where it is one, else as text.
func (p *page) shownValue(o *blocks.Output) {
	if src, ok := p.site.ValueTeX(o, p.ch.Lang); ok {
		f, problems := tex.Parse(src, tex.Options{Macros: p.ch.Macros, Lang: p.ch.Lang})
		if len(problems) == 0 {
			p.raw("<div class=\"val\">")
			p.formula(f, true)
			p.raw("</div>\n")
			return
		}
	}
	p.raw("<pre class=\"txt\">%s</pre>\n", attr(p.site.ValueText(o.Value, p.ch.Lang)))
}

// outputTable is a table that code shows; its numbers stand as in a table of
// the text.
func (p *page) outputTable(t *blocks.TableOf) {
	text := func(row, i int) string {
		if i >= len(t.Rows[row]) {
			return ""
		}
		return p.site.ValueText(&t.Rows[row][i], p.ch.Lang)
	}
	width := len(t.Head)
	for _, row := range t.Rows {
		width = max(width, len(row))
	}
	columns := make([]column, width)
	for i := range columns {
		columns[i] = readColumn(doc.AlignDefault, len(t.Rows), func(row int) string { return text(row, i) })
	}
	p.raw("<div class=\"scroll\"><table>\n")
	if len(t.Head) > 0 {
		p.raw("<thead><tr>")
		for i, h := range t.Head {
			if h == "" {
				p.raw("<td></td>")
				continue
			}
			p.raw("<th scope=\"col\"%s>", columns[i].class())
			p.headLabel(h)
			p.raw("</th>")
		}
		p.raw("</tr></thead>\n")
	}
	p.raw("<tbody>\n")
	for row := range t.Rows {
		p.raw("<tr>")
		for i, c := range columns {
			p.raw("<td%s>", c.class())
			p.label(text(row, i))
			p.raw("%s</td>", c.padding(text(row, i)))
		}
		p.raw("</tr>\n")
	}
	p.raw("</tbody>\n</table></div>\n")
}

// headLabel is the head of a column.
func (p *page) headLabel(s string) {
	if inner, ok := strings.CutPrefix(s, "$"); ok && strings.HasSuffix(inner, "$") && strings.Count(inner, "$") == 1 {
		f, problems := tex.Parse(inner[:len(inner)-1], tex.Options{Macros: p.ch.Macros, Lang: p.ch.Lang})
		if len(problems) == 0 {
			p.headFormula(f)
			return
		}
	}
	p.label(s)
}

// label writes a text that may hold LaTeX between dollars.
func (p *page) label(s string) {
	for i, part := range strings.Split(s, "$") {
		if i%2 == 0 {
			p.text(part)
			continue
		}
		f, problems := tex.Parse(part, tex.Options{Macros: p.ch.Macros, Lang: p.ch.Lang})
		if len(problems) > 0 {
			p.raw("<code class=\"bad\">%s</code>", attr(part))
			continue
		}
		p.formula(f, false)
	}
}

func (p *page) check(c *blocks.CheckResult) {
	class, mark := "ok", "✓"
	if !c.OK {
		class, mark = "bad", "✗"
	}
	p.raw("<p class=\"%s\">%s ", class, mark)
	p.text(c.Name)
	for i := range c.Detail {
		p.text(" " + p.site.ValueText(&c.Detail[i], p.ch.Lang))
	}
	p.raw("</p>\n")
}

// failure shows in its place why a block did not run to its end.
func (p *page) failure(f *blocks.Failure) {
	if f.Expected {
		p.raw("<div class=\"out\"><pre class=\"txt\">%s</pre></div>\n", attr(f.Message))
		return
	}
	title := p.words.Error
	if f.Kind == "left out" {
		title = p.words.LeftOut
	}
	p.raw("<div class=\"failure\"><b>%s</b>%s</div>\n", attr(title), attr(f.Message))
}
