package typeset

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/highlight"
)

// codeLine is a line of a program or of its output.
type codeLine struct {
	tokens []codeToken
	link   string // of a chunk reference
	number int    // shown before it, 0: none
}

type codeToken struct {
	text  string
	color draw.Color
	face  *font.Face
}

// codeLook is what is painted behind code.
type codeLook struct {
	bar, tint draw.Color
	closing   bool
	pad       float64
}

var (
	programLook = codeLook{bar: draw.Accent, tint: codeTint, pad: 5}
	outputLook  = codeLook{pad: 4.5}
	errorLook   = codeLook{bar: draw.Error, tint: draw.Error.Faint(0.05), pad: 5}
)

// Colours of tokens, dark enough for print on the tint.
var tokenColors = map[highlight.Kind]draw.Color{
	highlight.Keyword: {Name: "k", R: 0x8c, G: 0x21, B: 0x73, Alpha: 255},
	highlight.String:  {Name: "s", R: 0x1a, G: 0x6e, B: 0x3d, Alpha: 255},
	highlight.Number:  {Name: "n", R: 0x1a, G: 0x54, B: 0x9e, Alpha: 255},
	highlight.Comment: {Name: "c", R: 0x6b, G: 0x72, B: 0x80, Alpha: 255},
	highlight.Type:    {Name: "t", R: 0x1a, G: 0x54, B: 0x9e, Alpha: 255},
}

func (s *setter) plainTokens(text string, c draw.Color) []codeToken {
	return []codeToken{{text, c, s.fonts.Mono.Regular}}
}

// program highlights the lines of a block.
func (s *setter) program(c *doc.Code) []codeLine {
	var out []codeLine
	text := c.Shown()
	lines := strings.Split(text, "\n")
	for i, tokens := range highlight.Lines(c.Lang, text) {
		l := codeLine{}
		if c.Options.Numbered {
			l.number = i + 1
		}
		if i < len(lines) {
			if name, ok := doc.ChunkReference(lines[i]); ok {
				l.tokens, l.link = s.chunkLine(lines[i], name)
				out = append(out, l)
				continue
			}
		}
		for _, t := range tokens {
			ct := codeToken{t.Text, draw.Ink, s.fonts.Mono.Regular}
			if col, ok := tokenColors[t.Kind]; ok {
				ct.color = col
			}
			if t.Kind == highlight.Comment {
				ct.face = s.fonts.Mono.Italic
			}
			l.tokens = append(l.tokens, ct)
		}
		out = append(out, l)
	}
	return out
}

// chunkLine shows <<name>> as ⟨name⟩, indented alike.
func (s *setter) chunkLine(line, name string) (tokens []codeToken, link string) {
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	if t := s.lay.in.Book.Targets[s.ch.Name+"/"+name]; t != nil {
		link = targetAnchor(t)
	}
	return []codeToken{
		{indent, draw.Ink, s.fonts.Mono.Regular},
		{"⟨" + name + "⟩", draw.Accent, s.fonts.Text.Italic},
	}, link
}

// codeLines sets lines in one Code element, split over pages with three lines
// on each side; lines that are too long go on below behind an arrow.
func (s *setter) codeLines(lines []codeLine, look codeLook) {
	tag := s.parent.Add("Code")
	tag.Attr = map[string]string{"Placement": "Block"}
	var d *decor
	if look != (codeLook{}) {
		d = &decor{x: s.x, width: s.width, tint: look.tint, bar: look.bar, closing: look.closing}
	}
	left := 9.0
	if n := len(lines); n > 0 && lines[n-1].number > 0 {
		left += float64(len(fmt.Sprint(n)))*s.monoWidth()*numberSize/codeSize + lineGap
	}
	s.within(left, 4, d, func() {
		if look.pad > 0 {
			s.pad(look.pad)
			s.keep(infinite)
		}
		frames := s.codeFrames(lines, tag)
		for i, f := range frames {
			if i > 0 && (i < 3 || i > len(frames)-3) {
				s.keep(infinite)
			} else if i > 0 {
				s.keep(splitPenalty + splitShort/float64(len(frames)))
			}
			s.box(f, tag)
		}
		if look.pad > 0 {
			s.keep(infinite)
			s.pad(look.pad)
		}
	})
}

// A page break in code is dear, the more so the shorter it is: six lines
// rather move to the next page than break in the middle.
const (
	splitPenalty = 60
	splitShort   = 900
)

// Numbers of lines, in points.
const (
	numberSize = 7
	lineGap    = 7
)

// monoWidth is the width of a character of code, in points.
func (s *setter) monoWidth() float64 {
	mono := s.fonts.Mono.Regular
	return mono.Advance(mono.GlyphIndex('0')) * codeSize
}

// codeNumber stands before the text, an artifact: it is not copied.
func (s *setter) codeNumber(n int, y float64) draw.Item {
	g := textRun(fmt.Sprint(n), s.fonts.Mono.Regular, numberSize, 0, y, draw.Muted)
	g.X = -lineGap - widthOf(g)
	return draw.Group{Tag: draw.Artifact, Frame: &draw.Frame{Width: 1, Height: codeLead, Items: []draw.Item{g}}}
}

func (s *setter) codeFrames(lines []codeLine, tag *draw.Element) (out []*draw.Frame) {
	columns := int(s.width / s.monoWidth())
	for _, l := range lines {
		for i, part := range wrapCode(expandTabs(l.tokens), columns) {
			f := s.codeFrame(part, l.link, i > 0, tag)
			if l.number > 0 && i == 0 {
				f.Items = append(f.Items, s.codeNumber(l.number, f.Baseline))
			}
			out = append(out, f)
		}
	}
	return out
}

// codeFrame is one printed line.
func (s *setter) codeFrame(tokens []codeToken, link string, continued bool, tag *draw.Element) *draw.Frame {
	f := &draw.Frame{Width: s.width, Height: codeLead, Baseline: 8.8}
	x := 0.0
	if continued {
		arrow := textRun("↪", font.MathFace(), codeSize, 2, f.Baseline, draw.Muted)
		f.Items = append(f.Items, draw.Group{Tag: draw.Artifact, Frame: &draw.Frame{Width: 12, Height: codeLead, Items: []draw.Item{arrow}}})
		x = 2 * s.monoWidth()
	}
	for i, t := range tokens {
		text := t.text
		if i == len(tokens)-1 {
			text += " " // parts the lines when they are copied
		}
		var items []draw.Item
		from := x
		for _, part := range byFace(s.fonts, text, t.face) {
			g := textRun(part.text, part.face, codeSize, x, f.Baseline, t.color)
			items = append(items, g)
			x += widthOf(g)
		}
		if link != "" && strings.HasPrefix(t.text, "⟨") {
			a := tag.Add("Link")
			items = []draw.Item{
				draw.Group{Tag: a, Frame: &draw.Frame{Width: x, Height: codeLead, Items: items}},
				draw.Link{X: from, W: x - from, H: codeLead, Target: link, Label: t.text, Tag: a},
			}
		}
		f.Items = append(f.Items, items...)
	}
	return f
}

// byFace splits a text where its face lacks characters that another one has,
// and at the hyphens of sans serif.
func byFace(fonts *font.Families, text string, face *font.Face) (out []codeToken) {
	start, now := 0, face
	for i, r := range text {
		f := face
		if r == '-' || r == '‐' {
			f = fonts.Hyphen(face)
		}
		if f.GlyphIndex(r) == 0 && !unicode.IsControl(r) {
			f = fallback(fonts, r, face)
		}
		if f != now && i > start {
			out = append(out, codeToken{text: text[start:i], face: now})
			start = i
		}
		now = f
	}
	if start < len(text) {
		out = append(out, codeToken{text: text[start:], face: now})
	}
	return out
}

// fallback is a face that has a character, the given one where none has.
func fallback(fonts *font.Families, r rune, face *font.Face) *font.Face {
	for _, f := range []*font.Face{fonts.Text.Regular, font.MathFace(), fonts.Sans.Regular, fonts.Mono.Regular, font.Text(), font.Sans(), font.Mono()} {
		if f.GlyphIndex(r) != 0 {
			return f
		}
	}
	return face
}

const tabWidth = 4

// expandTabs replaces tabs by spaces up to the next stop.
func expandTabs(tokens []codeToken) []codeToken {
	out := make([]codeToken, len(tokens))
	column := 0
	for i, t := range tokens {
		var b strings.Builder
		for _, r := range t.text {
			n := 1
			if r == '\t' {
				n = tabWidth - column%tabWidth
				b.WriteString(strings.Repeat(" ", n))
			} else if r != '\r' {
				b.WriteRune(r)
			}
			column += n
		}
		t.text = b.String()
		out[i] = t
	}
	return out
}

// wrapCode cuts a line after the given number of characters, at a space or
// behind punctuation if there is one in the last third.
func wrapCode(tokens []codeToken, columns int) [][]codeToken {
	var whole strings.Builder
	for _, t := range tokens {
		whole.WriteString(t.text)
	}
	text := []rune(whole.String())
	out := [][]codeToken{nil}
	room := columns
	for len(text) > room && room > 8 {
		cut := room
		for k := room; k > room*2/3; k-- {
			if strings.ContainsRune(" ,;(", text[k-1]) {
				cut = k
				break
			}
		}
		head, tail := splitTokens(tokens, cut)
		out[len(out)-1] = head
		out = append(out, nil)
		tokens, text, room = tail, text[cut:], columns-2
	}
	out[len(out)-1] = tokens
	return out
}

// splitTokens cuts tokens behind n characters.
func splitTokens(tokens []codeToken, n int) (head, tail []codeToken) {
	for i, t := range tokens {
		k := utf8.RuneCountInString(t.text)
		if k <= n {
			head, n = append(head, t), n-k
			continue
		}
		runes := []rune(t.text)
		if n > 0 {
			head = append(head, codeToken{string(runes[:n]), t.color, t.face})
		}
		t.text = string(runes[n:])
		return head, append([]codeToken{t}, tokens[i+1:]...)
	}
	return head, nil
}
