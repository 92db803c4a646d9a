package typeset

import (
	"fmt"
	"strings"

	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/source"
	"weave/weave/tex"
)

// setter sets the blocks of one chapter into a vertical list.
type setter struct {
	vlist
	lay    *layout
	fonts  *font.Families
	ch     *doc.Chapter
	hyph   *Hyphenator
	list   source.List
	parent *draw.Element // of the elements that blocks make
	base   style         // of running text
	lead   float64
	// parSkip parts paragraphs, in lines; tight lists have less.
	parSkip float64
	inNote  bool
	depth   int        // of lists
	level   int        // of the last heading
	solved  []*doc.Box // solutions of the exercise being set
	sol     []solution // to be set at the end of the book
	unset   *unset     // shared with the setters inside this one
}

// solution waits for the end of the book.
type solution struct {
	ch       *doc.Chapter
	exercise *doc.Box
	box      *doc.Box
}

func (s *setter) nested(parent *draw.Element, width float64) *setter {
	return &setter{vlist: vlist{width: width}, lay: s.lay, fonts: s.fonts, ch: s.ch, hyph: s.hyph, parent: parent, base: s.base, lead: s.lead, parSkip: s.parSkip, inNote: s.inNote, unset: s.unset}
}

// inside runs f with another parent for elements.
func (s *setter) inside(e *draw.Element, f func()) {
	old := s.parent
	s.parent = e
	f()
	s.parent = old
}

func (s *setter) blocks(bs []doc.Block) {
	for _, b := range bs {
		if s.lay.ctx.Err() == nil {
			s.block(b)
		}
	}
}

func (s *setter) block(b doc.Block) {
	switch b := b.(type) {
	case *doc.Heading:
		s.heading(b)
	case *doc.Paragraph:
		s.paragraph(b.Content, b.Span)
	case *doc.Display:
		s.display(b)
	case *doc.Quote:
		s.quote(b)
	case *doc.List:
		s.listBlock(b)
	case *doc.Definitions:
		s.definitions(b)
	case *doc.Table:
		s.table(b)
	case *doc.Figure:
		s.figure(b)
	case *doc.Box:
		s.boxBlock(b)
	case *doc.Code:
		s.code(b)
	case *doc.Rule:
		s.rule()
	case *doc.References:
		s.references(b)
	case *doc.RawHTML:
	default:
		panic(fmt.Sprintf("typeset: unknown block %T", b))
	}
}

// paragraph sets running text.
func (s *setter) paragraph(in []doc.Inline, at source.Span) {
	tag := s.parent.Add("P")
	s.text(in, s.base, s.lead, tag, at)
	if announces(in) {
		s.keep(announcePenalty)
	}
	s.skip(s.parSkip * s.lead)
}

// announcePenalty is for a page break between a colon and what it announces:
// rather a third of the page stays empty.
const announcePenalty = 340

// announces tells whether a paragraph ends with a colon: what it announces
// should not begin on the next page.
func announces(in []doc.Inline) bool {
	if len(in) == 0 {
		return false
	}
	t, ok := in[len(in)-1].(*doc.Text)
	return ok && strings.HasSuffix(strings.TrimSpace(t.Text), ":")
}

// text sets inline nodes as justified lines.
func (s *setter) text(in []doc.Inline, st style, lead float64, tag *draw.Element, at source.Span) {
	m := measure{width: s.width, expansion: 0.012, ragged: s.width < 220}
	s.setItems(s.inlines(in, st, tag, at), m, lead, tag, at)
}

// raggedText sets inline nodes with an uneven right edge: captions, headings.
func (s *setter) raggedText(in []doc.Inline, st style, lead float64, tag *draw.Element, at source.Span) {
	s.setItems(s.inlines(in, st, tag, at), measure{width: s.width, ragged: true}, lead, tag, at)
}

// overTolerance is by how much a line may be too long without a warning, in pt.
const overTolerance = 0.5

func (s *setter) setItems(items []item, m measure, lead float64, tag *draw.Element, at source.Span) {
	if len(items) == 0 {
		return
	}
	ls := setLines(items, m, strutOf(lead))
	for _, l := range ls {
		if l.over > overTolerance {
			s.list.Warnf("layout", at, "a line of this text is %.1f pt too long in the book", l.over)
			if s.lay.in.Draft {
				l.frame.Items = append(l.frame.Items, draw.Group{Tag: draw.Artifact, Frame: &draw.Frame{Items: []draw.Item{rect(l.used+4, 0, 5, l.frame.Height, draw.Error)}}})
			}
		}
	}
	s.lines(ls, tag, keepLines)
}

// formulaLeft sets a value that code gave, at the left as all output; one that
// is too wide is made smaller.
func (s *setter) formulaLeft(f *draw.Frame, at source.Span) *draw.Frame {
	if f.Width > s.width {
		return s.formulaLine(f, nil, at)
	}
	return &draw.Frame{Width: s.width, Height: f.Height, Baseline: f.Baseline, Items: []draw.Item{draw.Group{Frame: f}}}
}

func widthOf(g draw.Glyphs) (w float64) {
	for _, x := range g.Run {
		w += x.Advance * g.Size
	}
	return w
}

// errorText shows what could not be set, in red, as written.
func (s *setter) errorText(text string) {
	s.codeLines([]codeLine{{tokens: s.plainTokens(text, draw.Error)}}, codeLook{})
}

func (s *setter) rule() {
	s.skip(s.lead)
	s.keep(aloneRule)
	s.box(&draw.Frame{Width: s.width, Height: 1, Items: []draw.Item{hline(s.width*0.35, 0.5, s.width*0.3, 0.5, draw.Zero)}}, nil)
	s.keep(aloneRule)
	s.skip(s.lead)
}

// aloneRule keeps what stands before and behind a horizontal rule with it: at a
// page's edge it would part nothing.
const aloneRule = 2000

func (s *setter) quote(q *doc.Quote) {
	e := s.parent.Add("BlockQuote")
	s.skip(0.6 * s.lead)
	s.inside(e, func() {
		s.within(20, 20, nil, func() { s.blocks(q.Blocks) })
	})
	s.skip(0.6 * s.lead)
}

// speech is how a formula is read aloud.
func speech(f *tex.Formula, lang string) string { return f.Speech(lang) }
