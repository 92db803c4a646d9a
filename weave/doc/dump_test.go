package doc

import (
	"fmt"
	"strings"
)

// dump writes a chapter as an outline, one node a line, for golden files.
func dump(ch *Chapter) string {
	d := &dumper{}
	d.line("chapter %s %s %s: %s", ch.Name, ch.Number, ch.Lang, d.inline(ch.Title))
	d.depth++
	d.blocks(ch.Blocks)
	return d.b.String()
}

type dumper struct {
	b     strings.Builder
	depth int
}

func (d *dumper) line(format string, args ...any) {
	fmt.Fprintf(&d.b, "%s%s\n", strings.Repeat("  ", d.depth), strings.TrimRight(fmt.Sprintf(format, args...), " "))
}

func (d *dumper) inside(blocks []Block) {
	d.depth++
	d.blocks(blocks)
	d.depth--
}

func (d *dumper) blocks(bs []Block) {
	for _, b := range bs {
		d.block(b)
	}
}

func (d *dumper) block(b Block) {
	switch b := b.(type) {
	case *Heading:
		d.line("h%d #%s %s %s", b.Level, b.Label, b.Number, d.inline(b.Content))
	case *Paragraph:
		d.line("p %s", d.inline(b.Content))
	case *Display:
		d.line("display #%s %s %q %v", b.Label, b.Number, b.Math.Source, b.Math.Options)
		for _, l := range b.Lines {
			d.line("  line #%s %s", l.Label, l.Number)
		}
	case *Quote:
		d.line("quote")
		d.inside(b.Blocks)
	case *List:
		d.line("list ordered=%v start=%d tight=%v", b.Ordered, b.Start, b.Tight)
		for _, it := range b.Items {
			task := ""
			if it.Task != nil {
				task = fmt.Sprint(" task=", *it.Task)
			}
			d.line("- item%s", task)
			d.inside(it.Blocks)
		}
	case *Definitions:
		for _, e := range b.Entries {
			d.line("term %s%s", map[bool]string{true: "#" + e.Label + " "}[e.Label != ""], d.inline(e.Term))
			for _, t := range e.Texts {
				d.inside(t)
			}
		}
	case *Table:
		d.line("table #%s %s %v: %s", b.Label, b.Number, b.Align, d.inline(b.Caption))
		d.row(b.Head)
		for _, r := range b.Rows {
			d.row(r)
		}
	case *Figure:
		d.line("figure #%s %s %s %g: %s", b.Label, b.Number, b.Image.Path, b.Width, d.inline(b.Caption))
	case *Box:
		d.line("box %s #%s %s: %s", b.Kind, b.Label, b.Number, d.inline(b.Title))
		d.inside(b.Blocks)
	case *Code:
		d.code(b)
	case *Rule:
		d.line("rule")
	case *References:
		for _, r := range b.Entries {
			d.line("work #%s %s%s", r.Label, r.Mark, d.inline(r.Content))
		}
	case *Index:
		for _, g := range b.Groups {
			d.line("letter %s", g.Title)
			d.entries(g.Entries)
		}
	case *RawHTML:
		d.line("html %q", b.Text)
	}
}

func (d *dumper) entries(es []*IndexEntry) {
	d.depth++
	for _, e := range es {
		places := ""
		for _, p := range e.Places {
			places += " " + p.Section + p.Label
		}
		d.line("%s%s", d.inline(e.Name), places)
		d.entries(e.Below)
	}
	d.depth--
}

func (d *dumper) row(cells [][]Inline) {
	var texts []string
	for _, c := range cells {
		texts = append(texts, d.inline(c))
	}
	d.line("  | %s", strings.Join(texts, " | "))
}

func (d *dumper) code(b *Code) {
	o := b.Options
	o.Echo, o.Output, o.Eval = nil, nil, nil
	d.line("code %s #%s %s%s runs=%v used=%v %+v: %s", b.Lang, b.Name, b.Kind, b.Number, b.Runs(), b.UsedIn, o, d.inline(b.Caption))
	if b.Alt != nil {
		d.line("  alt %s", d.inline(b.Alt))
	}
	for i, l := range b.Lines {
		d.line("  %s %s", b.LineSpan(i).Place(), l.Text)
	}
}

func (d *dumper) inline(in []Inline) string {
	var b strings.Builder
	for _, n := range in {
		switch n := n.(type) {
		case *Text:
			b.WriteString(strings.NewReplacer(noBreak, "~", thin, "^").Replace(n.Text))
		case *Emph:
			b.WriteString("<em>" + d.inline(n.Content) + "</em>")
		case *Strong:
			b.WriteString("<b>" + d.inline(n.Content) + "</b>")
		case *Strike:
			b.WriteString("<s>" + d.inline(n.Content) + "</s>")
		case *CodeSpan:
			b.WriteString("<code>" + n.Text + "</code>")
		case *Math:
			fmt.Fprintf(&b, "<math %q>", n.Source)
		case *Link:
			url := n.URL
			if n.Chapter != nil {
				url = n.Chapter.Name + "#" + n.Label
			}
			fmt.Fprintf(&b, "<a %s>%s</a>", url, d.inline(n.Content))
		case *Image:
			fmt.Fprintf(&b, "<img %s %s %d %q>", n.Path, n.Format, len(n.Data), n.Alt)
		case *Ref:
			fmt.Fprintf(&b, "<ref %s: %s>", n.Label, strings.ReplaceAll(n.Text, noBreak, "~"))
		case *Value:
			fmt.Fprintf(&b, "<value %s %q %q at %s>", n.ID, n.Expr, n.Format, n.Span.Place())
		case *Footnote:
			fmt.Fprintf(&b, "<note %d again=%v", n.Number, n.Again)
			for _, k := range n.Blocks {
				if p, ok := k.(*Paragraph); ok {
					b.WriteString(" " + d.inline(p.Content))
				}
			}
			b.WriteString(">")
		case *Cite:
			fmt.Fprintf(&b, "<cite %s>", d.inline(n.Content))
		case *Term:
			fmt.Fprintf(&b, "<term %s %q glossary=%v: %s>", n.Label, n.Entry, n.Glossary != nil, d.inline(n.Content))
		case *Styled:
			fmt.Fprintf(&b, "<%s: %s>", n.Style, d.inline(n.Content))
		case *Break:
			b.WriteString("<br>")
		case *InlineHTML:
			fmt.Fprintf(&b, "<html %q>", n.Text)
		}
	}
	return b.String()
}
