package doc

import (
	"regexp"
	"strconv"
	"strings"

	gast "github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"weave/weave/source"
	"weave/weave/tex"
)

// inlines converts the inline children of a block.
func (c *converter) inlines(parent gast.Node) []Inline {
	return c.sequence(parent, newTypographer(c.ch.Lang))
}

func (c *converter) sequence(parent gast.Node, t *typographer) []Inline {
	var out []Inline
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if b, ok := n.(*braceNode); ok && c.attach(out, b) {
			continue
		}
		out = c.inline(out, n, t)
	}
	return out
}

// inline appends the conversion of one node.
func (c *converter) inline(out []Inline, n gast.Node, t *typographer) []Inline {
	switch n := n.(type) {
	case *gast.Text:
		return c.textNode(out, n, t)
	case *gast.String:
		return appendText(out, string(n.Value), source.Span{})
	case *braceNode:
		return appendText(out, t.text(c.raw(n.start, n.end)), c.span(n.start, n.end))
	case *gast.CodeSpan:
		t.object()
		span := c.codeSpan(n)
		if _, ok := span.(*Value); ok {
			t.number()
		}
		return append(out, span)
	case *gast.Emphasis:
		content := c.sequence(n, t)
		if n.Level == 2 {
			return append(out, &Strong{content})
		}
		return append(out, &Emph{content})
	case *extast.Strikethrough:
		return append(out, &Strike{c.sequence(n, t)})
	case *gast.Link:
		l := &Link{URL: string(n.Destination), Title: string(n.Title), Span: c.around(n)}
		l.Content = c.sequence(n, t)
		return append(out, l)
	case *gast.AutoLink:
		t.object()
		url := string(n.URL(c.text))
		if n.AutoLinkType == gast.AutoLinkEmail && !strings.HasPrefix(url, "mailto:") {
			url = "mailto:" + url
		}
		return append(out, &Link{URL: url, Content: []Inline{&Text{Text: string(n.Label(c.text))}}, Span: c.around(n)})
	case *gast.Image:
		t.object()
		return append(out, c.image(n))
	case *mathNode:
		t.object()
		return append(out, c.math(n.formula))
	case *refNode:
		t.object()
		return append(out, &Ref{Label: n.label, NumberOnly: n.numberOnly, Span: c.span(n.start, n.end)})
	case *citeNode:
		t.object()
		return append(out, c.cite(n, newTypographer(c.ch.Lang)))
	case *spanNode:
		t.object()
		return append(out, c.bracketed(n))
	case *extast.FootnoteLink:
		return append(out, c.footnote(n))
	case *gast.RawHTML:
		var b strings.Builder
		for i := range n.Segments.Len() {
			s := n.Segments.At(i)
			b.WriteString(c.raw(s.Start, s.Stop))
		}
		return append(out, &InlineHTML{b.String()})
	}
	return out
}

// around is the place of a node that goldmark gives only a beginning, if that.
func (c *converter) around(n gast.Node) source.Span {
	start := n.Pos()
	if start < 0 {
		if t, ok := n.FirstChild().(*gast.Text); ok {
			start = t.Segment.Start
		} else {
			start = c.blockStart(n)
		}
	}
	return c.span(start, start)
}

// blockStart is where the block that holds a node begins.
func (c *converter) blockStart(n gast.Node) int {
	for ; n != nil; n = n.Parent() {
		if n.Type() == gast.TypeBlock && n.Kind() != gast.KindDocument {
			if l := n.Lines(); l != nil && l.Len() > 0 {
				return l.At(0).Start
			}
			if n.Pos() >= 0 {
				return n.Pos()
			}
		}
	}
	return 0
}

func (c *converter) textNode(out []Inline, n *gast.Text, t *typographer) []Inline {
	s := n.Segment
	raw := c.raw(s.Start, s.Stop)
	if n.IsRaw() {
		out = appendText(out, raw, c.span(s.Start, s.Stop))
	} else {
		out = appendText(out, t.text(raw), c.span(s.Start, s.Stop))
	}
	switch {
	case n.HardLineBreak():
		t.prev = ' '
		return append(out, &Break{})
	case n.SoftLineBreak():
		t.prev = ' '
		return appendText(out, " ", c.span(s.Stop, s.Stop))
	}
	return out
}

// appendText joins neighbouring texts, as goldmark splits them at every
// character that might have meant something; spaces that only the joined text
// shows are made no-break.
func appendText(out []Inline, s string, at source.Span) []Inline {
	if s == "" {
		return out
	}
	if len(out) > 0 {
		if last, ok := out[len(out)-1].(*Text); ok {
			last.Text = spaces(last.Text + s)
			last.Span.End = max(last.Span.End, at.End)
			return out
		}
	}
	return append(out, &Text{s, at})
}

var valueRE = regexp.MustCompile(`^\{go(?:\s+(%[^}\s]*))?\}\s+(\S(?s:.*))$`)

// codeSpan is code, or a value where it begins with {go}.
func (c *converter) codeSpan(n *gast.CodeSpan) Inline {
	start, end := -1, 0
	var b strings.Builder
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		if t, ok := k.(*gast.Text); ok {
			if start < 0 {
				start = t.Segment.Start
			}
			end = t.Segment.Stop
			b.WriteString(strings.ReplaceAll(c.raw(t.Segment.Start, t.Segment.Stop), "\n", " "))
		}
	}
	code := b.String()
	m := valueRE.FindStringSubmatchIndex(code)
	if m == nil {
		c.noValue(code, c.span(start, end))
		return &CodeSpan{code}
	}
	format := ""
	if m[2] >= 0 {
		format = code[m[2]:m[3]]
	}
	return c.value(code[m[4]:m[5]], format, c.span(start+m[4], end))
}

// almostValueRE is what is meant as a value but is none.
var almostValueRE = regexp.MustCompile(`^\{go(?:\s[^}]*)?\}(.*)$`)

func (c *converter) noValue(code string, at source.Span) {
	m := almostValueRE.FindStringSubmatch(code)
	switch {
	case m == nil:
	case strings.TrimSpace(m[1]) == "":
		c.list.Errorf("markdown", at, "this value has no expression").Hint("write what it shows behind the brace: `{go} x`")
	case !strings.HasPrefix(m[1], " "):
		c.list.Errorf("markdown", at, "a blank is missing behind the brace").Hint("write `{go} %s`", strings.TrimSpace(m[1]))
	default:
		c.list.Errorf("markdown", at, "this is no format").Hint("a format begins with a percent sign: `{go %%.2f}%s`", m[1])
	}
}

// value registers a Go expression that stands in the text here.
func (c *converter) value(expr, format string, at source.Span) *Value {
	v := &Value{Expr: strings.TrimSpace(expr), Format: format, Span: at}
	c.follow(v)
	c.ch.Values = append(c.ch.Values, v)
	return v
}

// follow makes a value one behind the last block so far.
func (c *converter) follow(v *Value) {
	block := ""
	if c.last != nil {
		block = c.last.Name
	}
	v.ID, v.After = block+"/"+strconv.Itoa(c.count), c.last
	c.count++
}

// math parses a formula and registers the values in it.
func (c *converter) math(f formula) *Math {
	start := f.Open + f.Width
	m := &Math{Source: f.Source, Span: c.span(start, f.Close), Display: f.Width == 2, Options: map[string]string{}}
	parsed, problems := tex.Parse(f.Source, tex.Options{Macros: c.ch.Macros, Lang: c.ch.Lang})
	m.Formula, m.read = parsed, parsed
	for _, p := range problems {
		e := c.list.Errorf("math", c.span(start+p.Pos, start+max(p.End, p.Pos)), "%s", p.Message)
		e.Hints = append(e.Hints, p.Hints...)
		m.Broken = true
	}
	for _, l := range parsed.Lines() {
		if !m.Display && !l.Auto {
			c.list.Errorf("math", c.span(start+l.Pos, start+l.End), "a formula in a line of text has no number").
				Hint("put the formula between $$")
		}
	}
	for _, v := range parsed.Values {
		m.Values = append(m.Values, c.value(v.Expr, v.Format, c.span(start+v.Pos, start+v.End)))
	}
	c.ch.Math = append(c.ch.Math, m)
	return m
}

// attach gives the attributes in braces to what stands before them; between a
// display formula and its braces there may be blanks.
func (c *converter) attach(before []Inline, b *braceNode) bool {
	n := len(before)
	if n > 1 {
		m, ok := before[n-2].(*Math)
		if t, blank := before[n-1].(*Text); ok && m.Display && blank && strings.TrimSpace(t.Text) == "" {
			n--
		}
	}
	if n == 0 {
		return false
	}
	switch to := before[n-1].(type) {
	case *Math:
		for k, v := range b.attr.values {
			to.Options[k] = v
		}
		to.Label = b.attr.label
		return true
	case *Image:
		to.attr, to.brace = &b.attr, b.start+1
		return true
	case *Link:
		return len(b.attr.keys)+len(b.attr.classes) > 0
	}
	return false
}

// collectNotes finds the footnotes, which goldmark puts at the end.
func collectNotes(root gast.Node) map[int]gast.Node {
	notes := map[int]gast.Node{}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != extast.KindFootnoteList {
			continue
		}
		for f := n.FirstChild(); f != nil; f = f.NextSibling() {
			if f, ok := f.(*extast.Footnote); ok {
				notes[f.Index] = f
			}
		}
	}
	return notes
}

func (c *converter) footnote(n *extast.FootnoteLink) Inline {
	if number, ok := c.numbers[n.Index]; ok {
		return &Footnote{Number: number, Again: true}
	}
	if c.numbers == nil {
		c.numbers = map[int]int{}
	}
	f := &Footnote{Number: len(c.numbers) + 1}
	c.numbers[n.Index] = f.Number
	if note := c.notes[n.Index]; note != nil {
		f.Blocks = c.blocks(note)
	}
	return f
}

var missingNoteRE = regexp.MustCompile(`\[\^[^\]\s]+\]`)

// missingNotes reports marks of footnotes that have no text: Markdown leaves
// them as they are.
func (c *converter) missingNotes() {
	Walk(c.ch.Blocks, func(_ Block, in Inline) {
		t, ok := in.(*Text)
		if !ok {
			return
		}
		for _, mark := range missingNoteRE.FindAllString(t.Text, -1) {
			if i := strings.Index(t.Span.Text(), mark); i >= 0 {
				at := t.Span.Start + i
				c.list.Errorf("reference", c.span(at, at+len(mark)), "there is no footnote %s", mark).
					Hint("write its text on a line of its own: %s: …", mark)
			}
		}
	})
}
