package doc

import (
	"bytes"
	"iter"
	"regexp"
	"strings"

	"weave/weave/source"
	"weave/weave/tex"
)

// maskByte stands for every byte inside a formula while Markdown is parsed, so
// that nothing in a formula is taken for Markdown and every offset stays true.
const maskByte = 0x1a

// formula is a formula found by mask. Offsets are in the chapter; the formula's
// source is between Open+Width and Close, its dollars at both ends.
type formula struct {
	Open, Close int // of the first dollar of either fence
	Width       int // 1 inline, 2 display
	Source      string
}

func (f formula) End() int { return f.Close + f.Width }

// masker looks for formulas outside of code.
type masker struct {
	file  *source.File
	base  int // where text begins in the file
	text  []byte
	out   []byte // masked copy
	found map[int]formula
	list  *source.List
	torn  int // the dollars that would have ended a display with a blank line in it
}

var fenceRE = regexp.MustCompile("^[ \t>]*(?:(?:[-+*]|[0-9]{1,9}[.)])[ \t]+)*(`{3,}|~{3,})")

// mask returns the text with formulas masked, and the formulas by the offset
// of their first dollar in it. The text begins at an offset of the file.
func mask(file *source.File, base int, text []byte, list *source.List) ([]byte, map[int]formula) {
	m := &masker{file: file, base: base, text: text, out: bytes.Clone(text), found: map[int]formula{}, list: list, torn: -1}
	for at := 0; at < len(m.text); {
		end := m.fenced(at)
		if end == at {
			end = m.prose(at)
		}
		at = end
	}
	return m.out, m.found
}

func (m *masker) span(start, end int) source.Span {
	return m.file.At(m.base+start, m.base+end)
}

func (m *masker) lineEnd(at int) int {
	if n := bytes.IndexByte(m.text[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(m.text)
}

// fenced skips a fenced code block that begins on the line at this offset;
// an unclosed one is reported and ends with the text, as in CommonMark.
func (m *masker) fenced(at int) int {
	line := m.text[at:m.lineEnd(at)]
	if !bytes.Contains(line, []byte("```")) && !bytes.Contains(line, []byte("~~~")) {
		return at
	}
	open := fenceRE.FindSubmatchIndex(line)
	if open == nil {
		return at
	}
	fence := m.text[at+open[2] : at+open[3]]
	if info := m.text[at+open[3] : m.lineEnd(at)]; fence[0] == '`' && bytes.IndexByte(info, '`') >= 0 {
		if bytes.IndexByte(info, '{') >= 0 { // otherwise it may well be a code span
			m.list.Errorf("markdown", m.span(at+open[2], m.lineEnd(at)-1), "a line that opens a code block cannot hold backticks").
				Hint("write such an option on a line //| key: value inside of the block")
		}
		return at
	}
	for line := m.lineEnd(at); line < len(m.text); line = m.lineEnd(line) {
		t := bytes.TrimRight(bytes.TrimLeft(m.text[line:m.lineEnd(line)], " \t>"), " \t\r\n")
		if len(t) >= len(fence) && bytes.Count(t, fence[:1]) == len(t) {
			return m.lineEnd(line)
		}
	}
	m.list.Errorf("markdown", m.span(at+open[2], at+open[3]), "this code block is never closed").
		Hint("end it with a line %s", fence)
	return len(m.text)
}

// prose masks the formulas from one offset to the end of its line, or to the
// end of a formula or code span that reaches into later lines.
func (m *masker) prose(at int) int {
	for at < len(m.text) {
		switch c := m.text[at]; {
		case c == '\n':
			return at + 1
		case c == '\\' && at+1 < len(m.text) && m.text[at+1] != '\n':
			at += 2
		case c == '`':
			at = m.codeSpan(at)
		case c == '$':
			at = m.dollar(at)
		default:
			at++
		}
	}
	return at
}

// codeSpan skips a code span; backticks without a partner are text.
func (m *masker) codeSpan(at int) int {
	n := 0
	for at+n < len(m.text) && m.text[at+n] == '`' {
		n++
	}
	para := m.paragraphEnd(at)
	for i := at + n; i < para; i++ {
		if m.text[i] != '`' {
			continue
		}
		k := i
		for k < para && m.text[k] == '`' {
			k++
		}
		if k-i == n {
			return k
		}
		i = k - 1
	}
	return at + n
}

// paragraphEnd is the offset of the next blank line.
func (m *masker) paragraphEnd(at int) int {
	for line := m.lineEnd(at); line < len(m.text); line = m.lineEnd(line) {
		if len(bytes.Trim(m.text[line:m.lineEnd(line)], " \t\r\n>")) == 0 {
			return line
		}
	}
	return len(m.text)
}

// dollar masks the formula that begins here, if one does.
func (m *masker) dollar(at int) int {
	width := 1
	if at+1 < len(m.text) && m.text[at+1] == '$' {
		width = 2
	}
	end := m.paragraphEnd(at)
	end -= len(m.text[at:end]) - len(bytes.TrimRight(m.text[at:end], " \t\r\n>"))
	first := at + width
	if width == 1 && (first >= end || isSpace(m.text[first]) || isOneOf(m.text[first], "),;:!?")) {
		return first
	}
	if width == 1 {
		if stop := m.blankClosing(first, end); stop >= 0 {
			m.list.Warnf("markdown", m.span(stop, stop+1), "a blank before the $ that ends a formula").
				Hint("write $%s$", bytes.TrimSpace(m.text[first:stop]))
			m.take(formula{Open: at, Close: stop, Width: width})
			return stop + width
		}
	}
	for _, nested := range []bool{true, false} {
		if stop := m.closing(first, end, width, nested); stop >= 0 {
			m.take(formula{Open: at, Close: stop, Width: width})
			return stop + width
		}
	}
	m.unclosed(at, first, width)
	return first
}

// blankClosing finds a dollar that is meant to end a formula but has a blank
// before it: the next one in the line, with neither a letter nor a digit behind
// it.
func (m *masker) blankClosing(from, end int) int {
	for i, depth := range m.dollars(from, min(end, m.lineEnd(from))) {
		blank := depth == 0 && isSpace(m.text[i-1])
		if blank && (i+1 == len(m.text) || m.text[i+1] != '$' && !isLetterOrDigit(m.text[i+1])) {
			return i
		}
		return -1
	}
	return -1
}

// dollars are the places of unescaped dollars, each with the depth of braces
// there.
func (m *masker) dollars(from, end int) iter.Seq2[int, int] {
	return func(yield func(i, depth int) bool) {
		for i, depth := range tex.Nesting(string(m.text[from:max(from, end)])) {
			if m.text[from+i] == '$' && !yield(from+i, depth) {
				return
			}
		}
	}
}

func isOneOf(c byte, set string) bool { return strings.IndexByte(set, c) >= 0 }

func isLetterOrDigit(c byte) bool {
	return c >= 0x80 || isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// closing finds the dollars that end a formula. Those inside braces belong to
// a \text; nested is false for a second try on formulas with braces missing.
func (m *masker) closing(from, end, width int, nested bool) int {
	for i, depth := range m.dollars(from, end) {
		switch {
		case nested && depth > 0:
		case width == 2:
			if i+1 < end && m.text[i+1] == '$' {
				return i
			}
		case isSpace(m.text[i-1]), m.text[i-1] == '(' && i > from+1, i+1 < len(m.text) && isDigit(m.text[i+1]):
			if nested {
				return -1
			}
		default:
			return i
		}
	}
	return -1
}

// unclosed reports dollars without a partner, unless they look like money.
func (m *masker) unclosed(at, first, width int) {
	if width == 1 && isOneOf(m.text[first], "0123456789.]|") || at == m.torn {
		return
	}
	e := m.list.Errorf("markdown", m.span(at, at+width), "this formula is never closed")
	if width == 2 {
		blank := m.paragraphEnd(at)
		if stop := bytes.Index(m.text[blank:], []byte("$$")); stop >= 0 && bytes.Count(m.text[blank:blank+stop], []byte("\n")) < tornLines {
			m.torn = blank + stop
			e.Hint("it ends with $$ further down, but a formula holds no blank lines: take line %d out", m.file.Position(m.base+blank).Line)
			return
		}
	}
	e.Hint("end it with %s before the next blank line, or write \\$ for a dollar sign", strings.Repeat("$", width))
}

// tornLines is how far the end of a display with blank lines in it is looked
// for.
const tornLines = 30

// take masks a formula. Line breaks in it are masked too, which joins its lines
// to one; quotation marks of a block quote at their beginning become blanks.
func (m *masker) take(f formula) {
	src := bytes.Clone(m.text[f.Open+f.Width : f.Close])
	for i := 0; i < len(src); i++ {
		if src[i] != '\n' {
			continue
		}
		for i+1 < len(src) && (isSpace(src[i+1]) && src[i+1] != '\n' || src[i+1] == '>' && m.quoted(f.Open)) {
			i++
			src[i] = ' '
		}
	}
	f.Source = string(src)
	m.found[f.Open] = f
	for i := f.Open + f.Width; i < f.Close; i++ {
		m.out[i] = maskByte
	}
}

// quoted tells whether the line that holds the offset begins with ">".
func (m *masker) quoted(at int) bool {
	line := bytes.LastIndexByte(m.text[:at], '\n') + 1
	return bytes.HasPrefix(bytes.TrimLeft(m.text[line:at], " \t"), []byte(">"))
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
