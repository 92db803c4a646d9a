package typeset

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/memo"
	"weave/weave/source"
)

// Input is everything that a book is set from.
type Input struct {
	Book *doc.Book
	// Result is what "chapter/block" did when it ran; nil where it did not. It
	// may be called from several goroutines.
	Result func(name string) *blocks.Result
	// Figure draws a plot, grid or diagram, at most width points wide; nil
	// where it cannot. It may be called from several goroutines.
	Figure func(out *blocks.Output, width float64) *draw.Frame
	// ValueTeX writes a number, vector or matrix as a formula. It may be
	// called from several goroutines.
	ValueTeX func(out *blocks.Output, lang string) (tex string, ok bool)
	// ValueText writes any value as text. It may be called from several
	// goroutines.
	ValueText func(v *blocks.Value, lang string) string
	Memo      *memo.Memo // of earlier layouts; all of the input but Book and Result is part of its scope; nil: nothing is kept
	// Key tells a chapter and its results from any that would be set
	// otherwise. The pages of one without a key are not kept; nil: none has. It
	// may be called from several goroutines.
	Key func(ch *doc.Chapter) (key string, ok bool)
	// Disk keeps chapters that are set for later processes with the same fonts;
	// its keys say all that Key and the scope of Memo do. nil: nothing is kept.
	Disk memo.Disk
	// Later does what nobody waits for; nil: at once.
	Later func(do func())

	Fonts      *font.Families      // nil: the built-in ones
	MathFace   *font.Face          // of formulas, with a MATH table; nil is the built-in one
	Paper      Paper               // the zero Paper is A4
	Cover      string              // label of a figure that the title page shows, "" for none
	Colophon   []string            // lines at the foot of the title page
	TwoSided   bool                // margins mirrored, chapters on right pages, folios outside
	Draft      bool                // lines that are too long are marked in the margin
	Hyphenated map[string][]string // exceptions by language: "Über-gang"
}

// layout is one run of Layout.
type layout struct {
	ctx   context.Context
	in    Input
	fonts *font.Families
}

func newLayout(ctx context.Context, in Input) (*layout, *composer) {
	if in.Paper == (Paper{}) {
		in.Paper = A4
	}
	if in.Fonts == nil {
		in.Fonts = font.Builtin()
	}
	if in.Later == nil {
		in.Later = func(do func()) { do() }
	}
	return &layout{ctx, in, in.Fonts}, &composer{in.Paper, in.Fonts, in.TwoSided, in.Memo}
}

// Layout sets the book: title page, contents, chapters, solutions. What could
// not be set well is in the list, with its place in the chapter. Once ctx has
// ended the rest of the text is left out.
func Layout(ctx context.Context, in Input) (*draw.Document, source.List) {
	l, c := newLayout(ctx, in)
	in = l.in
	root := &draw.Element{Type: "Document", Lang: in.Book.Lang}
	front := root.Add("Part")
	var body []composed
	var list source.List
	var solutions []setSolution
	for _, g := range l.chapters(root, c) {
		body = append(body, g.pages...)
		list = append(list, g.list...)
		solutions = append(solutions, g.solutions...)
	}
	if len(solutions) > 0 {
		s := l.solutions(solutions, root)
		body, list = append(body, c.pages(s.items)...), append(list, s.list...)
	}
	for _, ch := range l.in.Book.Back {
		if !isIndex(ch) {
			g := l.galley(ch, c)
			root.Kids = append(root.Kids, g.element)
			body, list = append(body, g.pages...), append(list, g.list...)
		}
	}
	d := &draw.Document{Title: in.Book.Title, Author: in.Book.Author, Lang: in.Book.Lang, Root: root}
	pages, more := l.withIndex(c, c.rectos(body), root)
	list = append(list, more...)
	entries, figures := numbered(pages)
	d.Pages = append(d.Pages, draw.Page{Frame: l.titlePage(front, c.left(0), &list), Label: "i"})
	for i, p := range c.pages(l.contents(entries, figures, front)) {
		d.Pages = append(d.Pages, c.sheet(i+1, roman(i+2), p, nil))
	}
	if n := len(d.Pages); in.TwoSided && n%2 == 1 {
		d.Pages = append(d.Pages, c.sheet(n, roman(n+1), composed{blank: true}, nil))
	}
	d.Pages = append(d.Pages, c.numberPages(pages)...)
	d.Outline = outline(entries, doc.Words(in.Book.Lang).Contents)
	if len(figures) > 0 {
		d.Outline = slices.Insert(d.Outline, 1, draw.OutlineItem{Title: doc.Words(in.Book.Lang).Figures, Anchor: figuresAnchor})
	}
	return d, list.Sorted()
}

// Prepare sets those chapters that are wanted and keeps them in the memo, where
// a Layout of the same ones finds them. It returns their pages, without heads
// and folios, as a document that nobody reads but that can be painted ahead; of
// a book with mirrored margins none, as these are not known yet.
func Prepare(ctx context.Context, in Input, wanted func(*doc.Chapter) bool) *draw.Document {
	l, c := newLayout(ctx, in)
	d := &draw.Document{Root: &draw.Element{Type: "Document"}}
	for _, ch := range in.Book.Chapters {
		if ctx.Err() != nil || !wanted(ch) {
			continue
		}
		g := l.galley(ch, c)
		d.Root.Kids = append(d.Root.Kids, g.element)
		for _, p := range g.pages {
			if !in.TwoSided {
				d.Pages = append(d.Pages, draw.Page{Frame: c.bare(0, p)})
			}
		}
	}
	return d
}

// galley is a chapter that is set and broken into pages.
type galley struct {
	pages     []composed
	list      source.List
	solutions []setSolution
	element   *draw.Element
}

// chapters sets the chapters and breaks them into pages, side by side; their
// order is the book's.
func (l *layout) chapters(root *draw.Element, c *composer) []galley {
	chapters := l.in.Book.Chapters
	out := make([]galley, len(chapters))
	next := make(chan int)
	var wait sync.WaitGroup
	for range min(len(out), runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := range next {
				out[i] = l.galley(chapters[i], c)
			}
		})
	}
	for i := range out {
		next <- i
	}
	close(next)
	wait.Wait()
	for _, g := range out {
		root.Kids = append(root.Kids, g.element)
	}
	return out
}

// galley sets a chapter, unless it has been set before. One with findings is set again, as
// their places may be others now.
func (l *layout) galley(ch *doc.Chapter, c *composer) galley {
	if l.in.Key == nil {
		return l.chapter(ch, c)
	}
	key, ok := l.in.Key(ch)
	if !ok {
		return l.chapter(ch, c)
	}
	type galleyKey struct {
		key     string
		chapter *doc.Chapter // to whose captions the list of figures leads
	}
	at := galleyKey{key, ch}
	if ch.Back { // it is made anew each time, and has no figures
		at.chapter = nil
	}
	out, _ := memo.Try(l.in.Memo, at, func() (galley, bool) {
		if g, ok := l.load(ch, key); ok {
			return g, true
		}
		g := l.chapter(ch, c)
		whole := len(g.list) == 0 && l.ctx.Err() == nil
		if whole {
			l.in.Later(func() { l.store(ch, key, g) })
		}
		return g, whole
	})
	return out
}

func (l *layout) chapter(ch *doc.Chapter, c *composer) galley {
	s := l.setter(ch, &draw.Element{Type: "Sect"})
	if ch.Lang != l.in.Book.Lang {
		s.parent.Lang = ch.Lang
	}
	s.chapterOpening(s.ch.Number, s.ch.Title, s.ch.Name+"/ch-"+s.ch.Name)
	s.blocks(s.ch.Blocks)
	s.missingSigns()
	s.unset.report(&s.list)
	g := galley{pages: c.pages(s.items), list: s.list, element: s.parent}
	for _, sol := range s.sol {
		in, set := l.solution(sol)
		g.list, g.solutions = append(g.list, in.list...), append(g.solutions, set)
	}
	return g
}

func (l *layout) setter(ch *doc.Chapter, parent *draw.Element) *setter {
	h := HyphenatorFor(ch.Lang)
	if more := l.in.Hyphenated[ch.Lang]; h != nil && len(more) > 0 {
		h = h.With(more)
	}
	return &setter{vlist: vlist{width: l.in.Paper.TextWidth}, lay: l, fonts: l.fonts, ch: ch, hyph: h, parent: parent, base: textStyle(l.fonts), lead: bodyLead, parSkip: parSkip, unset: &unset{}}
}

// solution sets the solution of an exercise under its number, for the end of
// the book.
func (l *layout) solution(sol solution) (*setter, setSolution) {
	s := l.setter(&doc.Chapter{Lang: l.in.Book.Lang}, &draw.Element{})
	s.ch = sol.ch
	name := fmt.Sprintf("%s %s", doc.Words(l.in.Book.Lang).Exercise, sol.exercise.Number)
	st := sansStyle(l.fonts, 10)
	st.face = l.fonts.Bolder(st.face)
	var title []doc.Inline
	if sol.exercise.Label != "" {
		title = append(title, &doc.Link{URL: "#" + sol.exercise.Label, Content: []doc.Inline{&doc.Text{Text: name}}})
	} else {
		title = append(title, &doc.Text{Text: name})
	}
	s.raggedText(title, st, 14, s.parent.Add("H2"), sol.box.Span)
	s.keep(infinite)
	s.skip(3)
	s.blocks(sol.box.Blocks)
	s.unset.report(&s.list)
	return s, setSolution{s.vlist, s.parent.Kids}
}

// setSolution is a solution that is set, with its elements.
type setSolution struct {
	vlist
	elements []*draw.Element
}

// solutions are put together at the end.
func (l *layout) solutions(all []setSolution, root *draw.Element) *setter {
	sect := root.Add("Sect")
	s := l.setter(&doc.Chapter{Lang: l.in.Book.Lang, Name: "solutions", File: source.NewFile("", nil)}, sect)
	s.chapterOpening("", []doc.Inline{&doc.Text{Text: doc.Words(l.in.Book.Lang).Solutions}}, "solutions")
	for _, sol := range all {
		s.skip(0.8 * bodyLead)
		s.append(&sol.vlist)
		sect.Kids = append(sect.Kids, sol.elements...)
	}
	return s
}

// withIndex adds the pages of the index, which says on which pages terms stand.
func (l *layout) withIndex(c *composer, pages []composed, root *draw.Element) ([]composed, source.List) {
	var list source.List
	for _, ch := range l.in.Book.Back {
		if isIndex(ch) {
			s := l.index(ch, anchorPages(pages), root)
			pages, list = c.rectos(append(pages, c.pages(s.items)...)), append(list, s.list...)
		}
	}
	return pages, list
}

func isIndex(ch *doc.Chapter) bool {
	_, ok := ch.Blocks[0].(*doc.Index)
	return ok
}

// numbered lists the headings and figures with the numbers of their pages.
func numbered(pages []composed) (headings []entry, figures []figureEntry) {
	for i, p := range pages {
		for _, h := range p.headings {
			headings = append(headings, entry{h, fmt.Sprint(i + 1)})
		}
		for _, f := range p.figures {
			figures = append(figures, figureEntry{f, fmt.Sprint(i + 1)})
		}
	}
	return headings, figures
}

// numberPages adds running heads and folios to the pages of the body.
func (c *composer) numberPages(pages []composed) (out []draw.Page) {
	chapter, section := "", ""
	for i, p := range pages {
		shown := section
		for k, h := range p.headings {
			title := strings.TrimSpace(h.number + "\u2002" + h.title)
			switch {
			case h.level == 1:
				chapter, section = title, ""
			case h.level == 2:
				section = title
				if k == 0 || shown == "" {
					shown = title
				}
			}
		}
		out = append(out, c.numbered(i, p, chapter, shown))
	}
	return out
}

// numbered is a page of the body, the same one as in an earlier layout if
// nothing on it has changed.
func (c *composer) numbered(i int, p composed, chapter, section string) draw.Page {
	type key struct {
		body             *draw.Frame // nil: blank
		page             int
		chapter, section string
	}
	return memo.Of(c.memo, key{p.body, i, chapter, section}, func() draw.Page {
		var head draw.Item
		if !p.opening && !p.blank {
			head = c.runningHead(i, chapter, section)
		}
		return c.sheet(i, fmt.Sprint(i+1), p, head)
	})
}

// outline makes bookmarks of the chapters and sections.
func outline(entries []entry, contents string) []draw.OutlineItem {
	out := []draw.OutlineItem{{Title: contents, Anchor: "contents"}}
	for _, e := range entries {
		it := draw.OutlineItem{Title: strings.TrimSpace(e.number + " " + e.title), Anchor: e.anchor}
		if e.level == 1 {
			out = append(out, it)
		} else if last := &out[len(out)-1]; e.level == 2 {
			last.Kids = append(last.Kids, it)
		} else if n := len(last.Kids); n > 0 {
			last.Kids[n-1].Kids = append(last.Kids[n-1].Kids, it)
		}
	}
	return out
}

// roman writes small Roman numerals, for fewer than 40 pages of front matter
// with tens repeated.
func roman(n int) string {
	ones := []string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"}
	return strings.Repeat("x", n/10) + ones[n%10]
}
