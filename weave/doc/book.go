// Package doc is the chapter language: Markdown with Go blocks and LaTeX,
// parsed to a closed set of node types, then numbered and cross-referenced.
// Both outputs are written from this tree.
package doc

import (
	"slices"

	"weave/weave/bib"
	"weave/weave/source"
)

// Book is all chapters in order, resolved together.
type Book struct {
	Title, Subtitle, Author string
	Lang                    string // "de" or "en"
	Chapters                []*Chapter
	Works                   []*bib.Entry // what can be cited
	CiteStyle               CiteStyle
	Targets                 map[string]*Target // what can be referred to, by label; filled by Resolve
	Back                    []*Chapter         // bibliography and index, made by Resolve
}

// All are the chapters and what stands behind them.
func (b *Book) All() []*Chapter { return slices.Concat(b.Chapters, b.Back) }

// Chapter is one Markdown file. Number is the digits its file name begins
// with ("02-forward.md" is "2"), the letter of an appendix ("A-terms.md" is
// "A"), else its place in the book, from 1.
type Chapter struct {
	File     *source.File
	Name     string // file name without directory and ".md": "02-forward"
	Number   string // "" of Back
	Appendix bool
	Back     bool // made by weave, without a file: the bibliography, the index
	Lang     string
	Title    []Inline
	Bind     map[string]string // front matter: LaTeX symbol → Go expression
	Macros   map[string]string
	Uses     []Use // front matter: the chapters whose functions are called here
	Blocks   []Block
	Code     []*Code  // every code block of Blocks, in document order, wherever it is nested
	Values   []*Value // every value in prose and formulas, in document order
	Math     []*Math  // every formula, in document order
}

// Use names another chapter, with or without the digits before its name.
type Use struct {
	Name string
	Span source.Span
}

// Target is what a label names.
type Target struct {
	Label   string
	Kind    TargetKind
	Number  string // "2.1"
	Chapter *Chapter
	Title   []Inline // of a section, box or figure (its caption)
	Node    Block
}

// TargetKind says what a target is called in a reference.
type TargetKind string

// The kinds are the prefixes of labels, where one is demanded.
const (
	ChapterTarget  TargetKind = "ch"
	SectionTarget  TargetKind = "sec"
	FigureTarget   TargetKind = "fig"
	TableTarget    TargetKind = "tbl"
	EquationTarget TargetKind = "eq"
	ListingTarget  TargetKind = "lst"
	TermTarget     TargetKind = "term"
	WorkTarget     TargetKind = "ref" // of the bibliography
	BoxTarget      TargetKind = "box" // definition, theorem, exercise, …: named by Box.Kind
)
