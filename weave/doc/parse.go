package doc

import (
	"bytes"
	"path"
	"regexp"
	"strconv"
	"strings"

	gast "github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"weave/weave/source"
)

// ParseOptions is what a chapter takes from its book.
type ParseOptions struct {
	Lang     string            // where the chapter names none
	Number   int               // where its file name begins with none
	Macros   map[string]string // LaTeX macros of the whole book
	ReadFile func(path string) ([]byte, error)
}

// Parse reads one chapter. It never fails: what is wrong is in the list, and
// the chapter holds all that could be read. Images are read with ReadFile by
// their path from the course's directory; with a nil ReadFile they have no data.
func Parse(f *source.File, o ParseOptions) (*Chapter, source.List) {
	var list source.List
	source.CheckEncoding(f, &list)
	fm, body := readFrontMatter(f, &list)
	readable := append(bytes.Repeat([]byte{'\n'}, body), f.Text[body:]...)
	masked, formulas := mask(f, 0, readable, &list)
	root := newMarkdown(formulas).Parse(text.NewReader(masked))
	ch := &Chapter{File: f, Name: strings.TrimSuffix(path.Base(f.Name), ".md"), Lang: o.Lang, Bind: fm.Bind}
	ch.Uses = uses(f, fm.Uses, body)
	ch.Number, ch.Appendix = chapterNumber(ch.Name, o.Number)
	if fm.Lang != "" {
		ch.Lang = fm.Lang
	}
	ch.Macros = mergeMacros(o.Macros, fm.Macros)
	c := &converter{ch: ch, text: masked, list: &list, options: o, notes: collectNotes(root), slugs: map[string]int{}}
	ch.Blocks = c.blocks(root)
	c.checkHTML(root)
	ch.Title = c.title(fm.Title)
	c.missingNotes()
	return ch, list
}

var letterRE = regexp.MustCompile(`^([A-Z])[-_. ]`)

// chapterNumber is the digits at the beginning of a name, or the capital letter
// of an appendix ("A-glossar"); else fallback.
func chapterNumber(name string, fallback int) (number string, appendix bool) {
	if m := letterRE.FindStringSubmatch(name); m != nil {
		return m[1], true
	}
	digits := name[:len(name)-len(strings.TrimLeft(name, "0123456789"))]
	if n, err := strconv.Atoi(digits); err == nil {
		return strconv.Itoa(n), false
	}
	return strconv.Itoa(fallback), false
}

func mergeMacros(book, chapter map[string]string) map[string]string {
	out := map[string]string{}
	for _, m := range []map[string]string{book, chapter} {
		for name, text := range m {
			out[`\`+strings.TrimPrefix(name, `\`)] = text
		}
	}
	return out
}

// title takes the front matter's title, else the first heading of level 1,
// which is then no part of the text; else the file's name.
func (c *converter) title(given string) []Inline {
	var first *Heading // of any level
	for i, b := range c.ch.Blocks {
		h, ok := b.(*Heading)
		if ok && first == nil {
			first = h
		}
		if !ok || h.Level != 1 {
			continue
		}
		if given == "" {
			c.ch.Blocks = append(c.ch.Blocks[:i:i], c.ch.Blocks[i+1:]...)
			return h.Content
		}
		break
	}
	if given == "" {
		if first != nil {
			c.list.Warnf("markdown", first.Span, "this chapter has no title, and is called like its file").
				Hint("begin it with a heading of level 1: # …, or write title: … into its front matter")
		}
		given = strings.TrimLeft(letterRE.ReplaceAllString(c.ch.Name, ""), "0123456789-_ ")
	}
	return []Inline{&Text{Text: newTypographer(c.ch.Lang).text(given)}}
}

// converter turns goldmark's tree into ours, in document order.
type converter struct {
	ch      *Chapter
	text    []byte // masked
	base    int    // where text begins in the chapter
	list    *source.List
	options ParseOptions
	notes   map[int]gast.Node // footnotes by goldmark's index
	numbers map[int]int       // footnote index → number given
	slugs   map[string]int
	last    *Code // the last block so far that runs
	count   int   // values after it
	terms   int   // of the index so far
}

// raw is the text as written, formulas included.
func (c *converter) raw(start, end int) string {
	return string(c.ch.File.Text[c.base+start : c.base+end])
}

// span is a place in the chapter by offsets in the text being converted.
func (c *converter) span(start, end int) source.Span {
	return c.ch.File.At(c.base+start, c.base+end)
}
