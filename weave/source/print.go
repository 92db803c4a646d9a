package source

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Place is "chapters/x.md:41:7", the form editors and terminals make clickable;
// "" for a span that is nowhere.
func (s Span) Place() string {
	if s.File == nil {
		return ""
	}
	p := s.Position()
	return fmt.Sprintf("%s:%d:%d", s.File.Name, p.Line, p.Column)
}

// Print writes each finding with its place, the source line, a caret and hints.
func (l List) Print(w io.Writer) error {
	var b strings.Builder
	for _, d := range l.Sorted() {
		d.print(&b)
	}
	_, err := io.WriteString(w, strings.Map(printable, b.String()))
	return err
}

// printable shows control characters, which could command the terminal.
func printable(r rune) rune {
	if unicode.IsControl(r) && r != '\n' && r != '\t' {
		return utf8.RuneError
	}
	return r
}

func (d Diagnostic) print(b *strings.Builder) {
	if place := d.Span.Place(); place != "" {
		fmt.Fprintf(b, "%s: ", place)
	}
	fmt.Fprintf(b, "%s: %s\n", d.Severity, strings.ReplaceAll(d.Message, "\n", "\n    "))
	d.Span.excerpt(b)
	for _, n := range d.Notes {
		fmt.Fprintf(b, "    %s: %s\n", n.Span.Place(), n.Message)
	}
	for _, h := range d.Hints {
		fmt.Fprintf(b, "    hint: %s\n", h)
	}
}

// excerptWidth is how many characters of a source line are shown around the
// caret; a longer line is cut with an ellipsis.
const excerptWidth = 96

// excerpt writes the line of the span with carets under it. Tabs are kept in
// the padding so that the caret stands right at any tab width.
func (s Span) excerpt(b *strings.Builder) {
	if s.File == nil || s.File.Text == nil {
		return
	}
	p := s.Position()
	line := []rune(s.File.Line(p.Line))
	if strings.TrimSpace(string(line)) == "" {
		return
	}
	col := min(p.Column-1, len(line))
	n := 1
	if s.End > s.Start {
		n = utf8.RuneCountInString(s.Text())
	}
	n = max(1, min(n, len(line)-col))
	line, col, n = window(line, col, n)
	pad := []rune(strings.Repeat(" ", col))
	for i, r := range line[:col] {
		if r == '\t' {
			pad[i] = '\t'
		}
	}
	fmt.Fprintf(b, "    %s\n    %s%s\n", string(line), string(pad), strings.Repeat("^", n))
}

// window cuts a long line to the part around the caret.
func window(line []rune, col, n int) ([]rune, int, int) {
	if len(line) <= excerptWidth {
		return line, col, n
	}
	start := max(0, min(col-excerptWidth/3, len(line)-excerptWidth))
	end := min(len(line), start+excerptWidth)
	out := append([]rune(nil), line[start:end]...)
	if start > 0 {
		out[0] = '…'
	}
	if end < len(line) {
		out[len(out)-1] = '…'
	}
	return out, col - start, min(n, end-col)
}
