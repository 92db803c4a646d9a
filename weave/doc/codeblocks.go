package doc

import (
	"io/fs"
	"strconv"
	"strings"
	"time"

	gast "github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"weave/weave/source"
)

// fenced converts a fenced code block: its first word is the language, braces
// behind it hold the name and options, "//| key: value" lines at its top more.
func (c *converter) fenced(n *gast.FencedCodeBlock) *Code {
	b, values := &Code{Chapter: c.ch}, len(c.ch.Values)
	info, infoStart := "", c.place(n).Span.Start
	if n.Info != nil {
		info, infoStart = c.raw(n.Info.Segment.Start, n.Info.Segment.Stop), n.Info.Segment.Start
	}
	b.Lines = c.codeLines(n.Lines())
	end := infoStart + len(info)
	if l := n.Lines().Len(); l > 0 {
		end = n.Lines().At(l - 1).Stop
	}
	b.Place = Place{c.span(infoStart, end)}
	brace := strings.IndexByte(info, '{')
	if brace < 0 {
		b.Lang, _, _ = strings.Cut(strings.TrimSpace(info), " ")
	} else {
		b.Lang = strings.TrimSpace(info[:brace])
		c.braces(b, info[brace:], infoStart+brace)
	}
	if b.Lang == "go" {
		c.optionLines(b)
	}
	c.register(b)
	c.behind(c.ch.Values[values:])
	return b
}

// behind gives the values of a block's caption and alternative text their place: they are taken when
// the block has run.
func (c *converter) behind(values []*Value) {
	for _, v := range values {
		c.follow(v)
	}
}

func (c *converter) indented(n *gast.CodeBlock) *Code {
	return c.register(&Code{Chapter: c.ch, Place: c.place(n), Lines: c.codeLines(n.Lines())})
}

func (c *converter) register(b *Code) *Code {
	if b.Caption != nil {
		b.Kind = FigureTarget
		for _, k := range []TargetKind{TableTarget, ListingTarget} {
			if strings.HasPrefix(b.Name, string(k)+"-") {
				b.Kind = k
			}
		}
	}
	b.Label = b.Name
	c.ch.Code = append(c.ch.Code, b)
	if b.Runs() {
		c.last, c.count = b, 0
	}
	return b
}

// codeLines keeps each line with its place; a tab that goldmark split for the
// indentation of a list is given back as spaces.
func (c *converter) codeLines(lines *text.Segments) []Line {
	out := make([]Line, 0, lines.Len())
	for i := range lines.Len() {
		s := lines.At(i)
		t := strings.TrimRight(c.raw(s.Start, s.Stop), "\r\n")
		out = append(out, Line{strings.Repeat(" ", s.Padding) + t, s.Start - s.Padding})
	}
	return out
}

// braces reads {#name key=value word}.
func (c *converter) braces(b *Code, info string, at int) {
	end := closingBrace(info)
	if end < 0 {
		c.list.Errorf("markdown", c.span(at, at+len(info)), "these options are never closed").Hint("end them with }")
		end = len(info)
	}
	a := parseAttributes(info[1:end])
	b.Name = a.label
	for _, word := range a.stray {
		a.set(word, "true", a.ranges[word])
	}
	if use, ok := a.values["use"]; ok {
		b.Options.Use = use
	}
	for _, key := range a.keys {
		r := a.ranges[key]
		c.option(b, key, a.values[key], c.span(at+1+r[0], at+1+r[1]))
	}
}

// optionLines takes the lines "//| key: value" from the top of a block.
func (c *converter) optionLines(b *Code) {
	for len(b.Lines) > 0 {
		l := b.Lines[0]
		text, ok := strings.CutPrefix(l.Text, "//|")
		if !ok {
			return
		}
		b.Lines = b.Lines[1:]
		key, value, found := strings.Cut(text, ":")
		if !found {
			c.list.Errorf("markdown", c.span(l.Offset, l.Offset+len(l.Text)), "expected //| key: value")
			continue
		}
		end := l.Offset + len(strings.TrimRight(l.Text, " \t"))
		value = strings.TrimSpace(value)
		at := c.span(end-len(value), end)
		if n := len(value); n > 1 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
			value, at = value[1:n-1], c.span(at.Start+1, at.End-1)
		}
		c.option(b, strings.TrimSpace(key), value, at)
	}
}

// blockOptions are the options of a block, each with what it does. at is the
// value's place. Filled by init, as a caption may hold whatever a text may hold.
var blockOptions map[string]func(c *converter, b *Code, key, value string, at source.Span)

func init() {
	blockOptions = map[string]func(c *converter, b *Code, key, value string, at source.Span){
		"echo":      func(c *converter, b *Code, k, v string, at source.Span) { b.Options.Echo = c.boolPointer(k, v, at) },
		"output":    func(c *converter, b *Code, k, v string, at source.Span) { b.Options.Output = c.boolPointer(k, v, at) },
		"eval":      func(c *converter, b *Code, k, v string, at source.Span) { b.Options.Eval = c.boolPointer(k, v, at) },
		"fold":      func(c *converter, b *Code, k, v string, at source.Span) { b.Options.Fold = c.boolean(k, v, at) },
		"lines":     func(c *converter, b *Code, k, v string, at source.Span) { b.Options.Numbered = c.boolean(k, v, at) },
		"panics":    func(c *converter, b *Code, k, v string, at source.Span) { b.Options.Panics = c.boolean(k, v, at) },
		"nocompile": func(c *converter, b *Code, k, v string, at source.Span) { b.Options.NoCompile = c.boolean(k, v, at) },
		"scope":     func(c *converter, b *Code, k, v string, at source.Span) { b.Options.Scope = c.boolean(k, v, at) },
		"cache":     func(c *converter, b *Code, k, v string, at source.Span) { b.Options.Cache = c.boolean(k, v, at) },
		"caption":   func(c *converter, b *Code, k, v string, at source.Span) { b.Caption = c.within(at) },
		"alt":       func(c *converter, b *Code, k, v string, at source.Span) { b.Alt = literal(c.within(at)) },
		"use":       func(c *converter, b *Code, k, v string, at source.Span) { b.Options.Use = v },
		"file":      (*converter).file,
		"timeout":   (*converter).timeout,
		"tol":       (*converter).tolerance,
		"width":     func(c *converter, b *Code, k, v string, at source.Span) { b.Options.Width = c.fraction(k, v, at) },
	}
}

// literal keeps what looks like HTML as the text that it is.
func literal(in []Inline) []Inline {
	for i, n := range in {
		if h, ok := n.(*InlineHTML); ok {
			in[i] = &Text{Text: h.Text}
		}
	}
	return in
}

// option sets one option; behind use=, other keys are the computation's
// arguments.
func (c *converter) option(b *Code, key, value string, at source.Span) {
	if set, ok := blockOptions[key]; ok {
		set(c, b, key, value, at)
		return
	}
	if b.Options.Use != "" {
		b.Options.Args = append(b.Options.Args, Arg{key, value})
		return
	}
	if b.Lang != "go" {
		return
	}
	e := c.list.Errorf("markdown", at, "unknown block option: %s", key)
	if near := nearestOf(key, sortedKeys(blockOptions)); near != "" {
		e.Hint("did you mean “%s”?", near)
	} else {
		e.Hint("options: %s", strings.Join(sortedKeys(blockOptions), ", "))
	}
}

func (c *converter) boolean(key, value string, at source.Span) bool {
	switch value {
	case "true", "yes":
		return true
	case "false", "no":
		return false
	}
	c.list.Errorf("markdown", at, "%s must be true or false, not “%s”", key, value)
	return false
}

func (c *converter) boolPointer(key, value string, at source.Span) *bool {
	v := c.boolean(key, value, at)
	return &v
}

// file is a path inside the directory that weave tangle writes to.
func (c *converter) file(b *Code, key, value string, at source.Span) {
	if !fs.ValidPath(value) || value == "." || strings.ContainsAny(value, "\\:") {
		c.list.Errorf("markdown", at, "%s must be a path inside of the directory that is written to, like cmd/demo/main.go, not “%s”", key, value)
		return
	}
	b.Options.File = value
}

func (c *converter) timeout(b *Code, key, value string, at source.Span) {
	d, err := time.ParseDuration(value)
	if err != nil || d <= 0 {
		c.list.Errorf("markdown", at, "%s must be a duration like 5s or 2m, not “%s”", key, value)
		return
	}
	b.Options.Timeout = d
}

func (c *converter) tolerance(b *Code, key, value string, at source.Span) {
	x, err := strconv.ParseFloat(value, 64)
	if err != nil || x < 0 {
		c.list.Errorf("markdown", at, "%s must be a number like 1e-6, not “%s”", key, value)
		return
	}
	b.Options.Tol = x
}

// fraction reads a width: 80% or 0.8 of the text.
func (c *converter) fraction(key, value string, at source.Span) float64 {
	if value == "" {
		return 0
	}
	number, percent := strings.CutSuffix(value, "%")
	x, err := strconv.ParseFloat(number, 64)
	if percent {
		x /= 100
	}
	if err != nil || x <= 0 || x > 1 {
		c.list.Errorf("markdown", at, "%s must be a part of the text's width like 80%%, not “%s”", key, value)
		return 0
	}
	return x
}
