package typeset

import (
	"fmt"
	"slices"
	"strings"

	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/source"
)

// chapterOpening begins a page with the chapter's number and title.
func (s *setter) chapterOpening(number string, title []doc.Inline, anchor string) {
	s.force()
	s.level = 1
	tag := s.parent.Add("H1")
	h := &heading{level: 1, number: number, title: doc.PlainText(title), anchor: anchor}
	if number != "" {
		h.chapter = strings.ToUpper(doc.Words(s.ch.Lang).ChapterWord(s.ch)) + " " + number
	}
	s.marks = append(s.marks, mark{anchor: anchor, heading: h})
	if h.chapter != "" {
		label := textRun(h.chapter+" ", s.fonts.Sans.Medium, 11, 0, 12, draw.Accent)
		label.Spread = 0.6
		s.box(&draw.Frame{Width: s.width, Height: 22, Items: []draw.Item{label}}, tag)
		s.keep(infinite)
	}
	st := style{face: s.fonts.Text.SemiBold, size: 27, color: draw.Black, noHyphen: true}
	s.balancedText(title, st, 33, tag, s.ch.File.At(0, 0))
	s.keep(infinite)
	s.skip(26)
}

// balancedText sets a title in lines of about the same length.
func (s *setter) balancedText(in []doc.Inline, st style, lead float64, tag *draw.Element, at source.Span) {
	items := s.inlines(in, st, tag, at)
	width := func(w float64) int {
		return len(breakLines(finish(slices.Clone(items)), measure{width: w, ragged: true}))
	}
	lines, narrow, wide := width(s.width), 0.0, s.width
	if lines > 1 {
		for wide-narrow > 2 {
			if w := (narrow + wide) / 2; width(w) > lines || w < s.width/2 {
				narrow = w
			} else {
				wide = w
			}
		}
	}
	s.setItems(items, measure{width: wide, ragged: true}, lead, tag, at)
}

// headingLook is how a level is set.
type headingLook struct {
	size, lead, above, below float64
}

var headingLooks = map[int]headingLook{
	1: {17, 22, 1.6, 0.5},
	2: {14.5, 20, 1.45, 0.4},
	3: {12, 16, 1.1, 0.3},
}

func (s *setter) heading(h *doc.Heading) {
	look, ok := headingLooks[h.Level]
	if !ok {
		look = headingLook{11, 15, 0.9, 0.2}
	}
	s.level = min(h.Level, s.level+1, 6) // no level is skipped (PDF/UA-1, 7.4.2)
	tag := s.parent.Add(fmt.Sprintf("H%d", s.level))
	anchor := s.ch.Name + "/" + h.Label
	m := mark{anchor: anchor}
	if h.Level <= 3 {
		m.heading = &heading{level: max(2, h.Level), number: h.Number, title: doc.PlainText(h.Content), anchor: anchor}
	}
	s.skip(look.above * bodyLead)
	s.keep(-40)
	s.marks = append(s.marks, m)
	st := style{face: s.fonts.Sans.Medium, size: look.size, color: draw.Black, noHyphen: true}
	items := s.inlines(h.Content, st, tag, h.Span)
	if h.Number != "" {
		items = append(s.numberItems(h.Number, st), items...)
	}
	s.setItems(items, measure{width: s.width, ragged: true}, look.lead, tag, h.Span)
	s.keep(infinite)
	s.skip(look.below * bodyLead)
}

// numberItems is a heading's number with the space behind it.
func (s *setter) numberItems(number string, st style) []item {
	st.features = "tnum"
	p := &paragraph{fonts: s.fonts, lang: s.ch.Lang}
	p.text(number, &st)
	gap := p.shape(" ", &st)
	return append(p.items,
		item{kind: penaltyItem, penalty: infinite, style: &st},
		item{kind: glueItem, width: 0.7 * st.size, glyphs: gap, style: &st})
}

// caption is "Abbildung 2.1" in bold and the text behind it.
func (s *setter) caption(kind, number string, text []doc.Inline, parent *draw.Element, b doc.Block) {
	tag := parent.Add("Caption")
	st := sansStyle(s.fonts, smallSize)
	var items []item
	if number != "" {
		p := &paragraph{fonts: s.fonts, lang: s.ch.Lang}
		strong := st
		strong.face = s.fonts.Sans.Bold
		p.text(strings.ReplaceAll(kind+" "+number, " ", "\u00a0"), &strong)
		p.text(" ", &st)
		p.space(' ', &st)
		items = p.items
	}
	items = append(items, s.inlines(text, st, tag, b.At())...)
	whole, _ := naturalWidth(items)
	inset := 0.0
	if whole < s.width {
		inset = (s.width - whole) / 2
	}
	s.within(inset, 0, nil, func() {
		ls := setLines(items, measure{width: s.width + 0.01, ragged: true}, strutOf(smallLead))
		for i, l := range ls {
			if i > 0 {
				s.keep(infinite)
			}
			s.box(l.frame, tag).notes = l.notes
		}
	})
}
