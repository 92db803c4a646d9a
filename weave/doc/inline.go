package doc

import (
	"weave/weave/source"
	"weave/weave/tex"
)

// Inline is one of the inline types of this file.
type Inline interface{ inline() }

// Text is characters, with quotes, dashes and no-break spaces already made
// typographic. Span is where they stand in the chapter.
type Text struct {
	Text string
	Span source.Span
}

// Emph is emphasis, usually italic.
type Emph struct{ Content []Inline }

// Strong is strong emphasis, usually bold.
type Strong struct{ Content []Inline }

// Strike is struck out.
type Strike struct{ Content []Inline }

// CodeSpan is code within a line.
type CodeSpan struct{ Text string }

// Math is a formula, in a line or in a Display. Formula has its \go values
// filled in by Resolve; where the source has mistakes it still holds what could
// be read, and Broken is true: outputs show Source in red.
type Math struct {
	Source  string
	Span    source.Span // of Source in the chapter
	Formula *tex.Formula
	Display bool
	Label   string            // from {#eq-…} behind a display formula
	Options map[string]string // from {…} behind the formula: check, reason, bind, …
	Values  []*Value          // of \go, in order
	Broken  bool
	read    *tex.Formula // without values and numbers, from which Resolve makes Formula
}

// Link leads to a URL, or to a place of this book ("#label", "03-x.md",
// "03-x.md#label"): Chapter is then set by Resolve, and Label, "" for the
// chapter's beginning.
type Link struct {
	URL     string
	Chapter *Chapter
	Label   string
	Title   string
	Content []Inline
	Span    source.Span
	made    bool // by weave, with its target
	empty   bool // the author gave it no text: Content is by Resolve
}

// Image is a picture in a file. Data is the file's bytes, nil if it could not
// be read (which is a finding).
type Image struct {
	Path    string // as written, relative to the chapter
	Alt     string
	Format  string // "png", "jpeg", "svg"
	Data    []byte
	Span    source.Span
	content []Inline    // of the alternative text, which is a figure's caption by default
	attr    *attributes // from {…} behind it, until a Figure takes them
	brace   int         // where the text of attr begins in the chapter
}

// Ref is a cross reference @label, or a work that is cited in the text; without
// either it is broken. NumberOnly
// is [-@label].
type Ref struct {
	Label      string
	NumberOnly bool
	Target     *Target
	Cited      []Inline // of a work in the bibliography: what it reads as
	Text       string   // "Abbildung 2.1", as the book's language says it
	Span       source.Span
}

// Value is a Go expression whose value stands in the text: `{go %.4f} A3` in
// prose or \go[%.4f]{A3} in a formula. ID is "block/n": the last named block
// above it and a count, so that prose edits elsewhere change no ID. Text is
// filled in by Resolve, in the chapter's language; "" while it has no value.
type Value struct {
	ID     string
	After  *Code // the last block above it that runs; nil before the first
	Expr   string
	Format string // "%.4f", "" for the shortest
	Span   source.Span
	Text   string
}

// Footnote is a note, set where it is first referred to. Number counts from 1
// in the chapter.
type Footnote struct {
	Number int
	Again  bool // a second reference to the same note
	Blocks []Block
}

// Break is a forced line break.
type Break struct{}

// InlineHTML is HTML passed through to the site and left out of the book.
type InlineHTML struct{ Text string }

func (*Text) inline()       {}
func (*Emph) inline()       {}
func (*Strong) inline()     {}
func (*Strike) inline()     {}
func (*CodeSpan) inline()   {}
func (*Math) inline()       {}
func (*Link) inline()       {}
func (*Image) inline()      {}
func (*Ref) inline()        {}
func (*Value) inline()      {}
func (*Footnote) inline()   {}
func (*Break) inline()      {}
func (*InlineHTML) inline() {}
