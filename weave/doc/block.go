package doc

import "weave/weave/source"

// Block is one of the block types of this file.
type Block interface {
	At() source.Span
	block()
}

// Place is embedded by every node: where it stands in its file.
type Place struct{ Span source.Span }

// At is the node's place.
func (p Place) At() source.Span { return p.Span }

// Heading of level 1 to 6; level 1 beside the chapter's own title is a part of
// the text like any other. Number is "2.3", "" where unnumbered.
type Heading struct {
	Place
	Level   int
	Number  string
	Label   string // given or made from the text, unique in the chapter
	Content []Inline
}

// Paragraph is running text.
type Paragraph struct {
	Place
	Content []Inline
}

// Display is a formula on lines of its own. Number is "2.1", "" without a label.
// A formula whose lines have numbers of their own has them in Lines, one for
// each of Math.Formula.Lines.
type Display struct {
	Place
	Math   *Math
	Label  string
	Number string
	Lines  []EquationLine
	Check  *Check // nil: not wholly checked
}

// Check says that all claims of a formula are checked, and how.
type Check struct {
	Claims int
	Text   string // "an 32 Stellen, größte Abweichung 2e−16", in the chapter's language
}

// EquationLine is the number of one line of a formula: "2.1", or the words of
// its \tag. A line that is shown without one has neither.
type EquationLine struct {
	Label, Number string
}

// Quote is a block quotation.
type Quote struct {
	Place
	Blocks []Block
}

// List is ordered or not; a tight one has no space between its items.
type List struct {
	Place
	Ordered bool
	Start   int
	Tight   bool
	Items   []*Item
}

// Item of a list. Task is nil where it has no box, else whether it is ticked.
type Item struct {
	Place
	Task   *bool
	Blocks []Block
}

// Definitions is a list of terms with their definitions.
type Definitions struct {
	Place
	Entries []Definition
}

// Definition is a term and its definitions, each a sequence of blocks.
type Definition struct {
	Label string // in a glossary
	Term  []Inline
	Texts [][]Block
}

// Align is a table column's alignment.
type Align int

const (
	AlignDefault Align = iota // numbers at the decimal mark, else left
	AlignLeft
	AlignCenter
	AlignRight
)

// Table is a pipe table; every row has len(Align) cells.
type Table struct {
	Place
	Align   []Align
	Head    [][]Inline
	Rows    [][][]Inline
	Caption []Inline
	Label   string
	Number  string
}

// Figure is an image that stands alone in its paragraph. Width is 0 to 1 of
// the text, 0 for its natural size.
type Figure struct {
	Place
	Image   *Image
	Caption []Inline
	Label   string
	Number  string
	Width   float64
}

// Box is a fenced div: an exercise, a definition, a note, slides.
type Box struct {
	Place
	Kind   BoxKind
	Title  []Inline
	Label  string
	Number string // of numbered kinds
	Blocks []Block
}

// BoxKind is the word behind ":::".
type BoxKind string

const (
	Exercise      BoxKind = "exercise"
	Solution      BoxKind = "solution" // inside an Exercise
	DefinitionBox BoxKind = "definition"
	Theorem       BoxKind = "theorem"
	Proof         BoxKind = "proof"
	Example       BoxKind = "example"
	Note          BoxKind = "note"
	Tip           BoxKind = "tip"
	WarningBox    BoxKind = "warning"
	Summary       BoxKind = "summary"
	Slides        BoxKind = "slides"   // figures, shown one after the other
	Lead          BoxKind = "lead"     // a chapter's opening paragraph
	Glossary      BoxKind = "glossary" // a definition list of the book's terms
)

// Rule is a thematic break.
type Rule struct{ Place }

// RawHTML is HTML passed through to the site and left out of the book.
type RawHTML struct {
	Place
	Text string
}

func (*Heading) block()     {}
func (*Paragraph) block()   {}
func (*Display) block()     {}
func (*Quote) block()       {}
func (*List) block()        {}
func (*Definitions) block() {}
func (*Table) block()       {}
func (*Figure) block()      {}
func (*Box) block()         {}
func (*Rule) block()        {}
func (*RawHTML) block()     {}
func (*Code) block()        {}
