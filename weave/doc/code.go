package doc

import (
	"strings"
	"time"

	"weave/weave/source"
)

// Code is a fenced code block. A Go block with a Name is a chunk: it is
// registered and run.
type Code struct {
	Place
	Chapter *Chapter
	Lang    string // "go", "text", …: the first word of the fence
	Name    string // unique in the chapter; "" for a block that is only shown
	Lines   []Line // without the options at the top
	Options Options
	Caption []Inline
	Alt     []Inline   // what its drawings show, for those who do not see them
	Label   string     // the name, where it can be referred to
	Kind    TargetKind // what a captioned block is: figure, table or listing
	Number  string     // of a figure, table or listing
	Source  string     // of the computation that Options.Use names, put in by the build
	UsedIn  []string   // names of the blocks that put this chunk into themselves
}

// Line is a line of a block with the place of its first character. Blocks in
// lists are indented in the file, so each line has a place of its own.
type Line struct {
	Text   string
	Offset int // of Text[0] in the chapter
}

// Options of a block, from the braces or from "//| key: value" lines. Pointers
// are nil where nothing is said.
type Options struct {
	Echo, Output, Eval *bool
	Fold               bool
	Numbered           bool // its lines have numbers
	Panics, NoCompile  bool
	Scope              bool
	Timeout            time.Duration // 0: the default
	Cache              bool          // its variables' values are kept on disk
	File               string        // where weave tangle writes it, with slashes
	Use                string        // name of a registered computation
	Args               []Arg         // of Use, in their order
	Tol                float64       // of outputs, 0: the default
	Width              float64       // of a figure, 0 to 1 of the text, 0: its own
}

// Arg is an argument of a registered computation.
type Arg struct{ Name, Value string }

// Runs tells whether the block is Go that is to be executed.
func (c *Code) Runs() bool {
	return c.Lang == "go" && c.Name != "" && (c.Options.Eval == nil || *c.Options.Eval)
}

// Alone tells whether the block is a whole Go file, which begins with a package
// clause: it shares nothing with the chapter's other blocks.
func (c *Code) Alone() bool {
	for _, l := range c.Lines {
		text := strings.TrimSpace(l.Text)
		if text != "" && !strings.HasPrefix(text, "//") {
			return strings.HasPrefix(text, "package ")
		}
	}
	return false
}

// AltText says in words what the drawings of the block show: its alternative
// text, or its caption.
func (c *Code) AltText(lang string) string {
	if c.Alt != nil {
		return Spoken(c.Alt, lang)
	}
	return Spoken(c.Caption, lang)
}

// Text is the block as written.
func (c *Code) Text() string {
	var n int
	for _, l := range c.Lines {
		n += len(l.Text) + 1
	}
	b := make([]byte, 0, n)
	for _, l := range c.Lines {
		b = append(append(b, l.Text...), '\n')
	}
	return string(b)
}

// Shown is the program to be shown: the block's own text, or the source of the
// computation that it uses.
func (c *Code) Shown() string {
	if c.Options.Use != "" {
		return c.Source + c.Text()
	}
	return c.Text()
}

// LineSpan is the place of line i (from 0).
func (c *Code) LineSpan(i int) source.Span {
	l := c.Lines[i]
	return c.Chapter.File.At(l.Offset, l.Offset+len(l.Text))
}
