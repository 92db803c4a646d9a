package typeset

import (
	"strings"

	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/source"
)

// inliner turns the inline nodes of a paragraph into items.
type inliner struct {
	s      *setter
	p      *paragraph
	parent *draw.Element // of the elements inside the paragraph
}

// inlines makes the items of a text; elements in it become children of parent.
func (s *setter) inlines(in []doc.Inline, st style, parent *draw.Element, at source.Span) []item {
	t := inliner{s: s, p: &paragraph{fonts: s.fonts, lang: s.ch.Lang, hyph: s.hyph}, parent: parent}
	t.all(in, st)
	s.unset.add(t.p.missing, at)
	if t.p.leftward && s.unset.leftward == nil {
		s.unset.leftward = &at
	}
	return t.p.items
}

func (t *inliner) all(in []doc.Inline, st style) {
	for _, n := range in {
		t.node(n, st)
	}
}

func (t *inliner) element(typ string) *draw.Element {
	if t.parent == nil {
		return nil
	}
	return t.parent.Add(typ)
}

func (t *inliner) node(n doc.Inline, st style) {
	switch n := n.(type) {
	case *doc.Text:
		t.p.text(n.Text, &st)
	case *doc.Emph:
		st.face = t.s.fonts.Slanted(st.face)
		t.all(n.Content, st)
	case *doc.Strong:
		st.face = t.s.fonts.Bolder(st.face)
		t.all(n.Content, st)
	case *doc.Strike:
		st.struck = true
		t.all(n.Content, st)
	case *doc.CodeSpan:
		t.code(n.Text, st)
	case *doc.Math:
		t.math(n, st)
	case *doc.Link:
		t.link(n, st)
	case *doc.Ref:
		t.ref(n, st)
	case *doc.Value:
		t.p.text(n.Text, &st)
	case *doc.Footnote:
		t.footnoteMark(n, st)
	case *doc.Image:
		t.image(n, st)
	case *doc.Break:
		t.p.items = append(t.p.items, item{kind: penaltyItem, penalty: infinite}, item{kind: glueItem, stretch: 1e5}, item{kind: penaltyItem, penalty: -infinite})
	case *doc.Cite:
		t.all(n.Content, st)
	case *doc.Term:
		t.term(n, st)
	case *doc.Styled:
		st.features = letterFeatures[n.Style]
		t.all(n.Content, st)
	case *doc.InlineHTML:
	}
}

func (t *inliner) code(text string, st style) {
	mono := t.s.fonts.Mono.Regular
	if t.s.fonts.Heavy(st.face) {
		mono = t.s.fonts.Mono.Bold
	}
	c := st
	c.face, c.size, c.noHyphen, c.tag = mono, 0.84*st.size, true, st.tag
	if c.tag == nil {
		c.tag = t.element("Code")
	}
	t.p.text(text, &c)
}

// math sets a formula in pieces between which a line may end.
func (t *inliner) math(m *doc.Math, st style) {
	if m.Broken || m.Formula == nil {
		c := st
		c.face, c.size, c.color, c.noHyphen = t.s.fonts.Mono.Regular, 0.84*st.size, draw.Error, true
		t.p.text(m.Source, &c)
		return
	}
	f := st
	f.tag = t.element("Formula")
	if f.tag != nil {
		f.tag.Alt, f.tag.ActualText = speech(m.Formula, t.s.ch.Lang), m.Source
	}
	t.p.items = append(t.p.items, mathItems(m.Formula, t.s.mathStyle(st, false), &f)...)
}

func (s *setter) mathStyle(st style, display bool) MathStyle {
	size := st.size
	if display && st.size == bodySize {
		size = mathSize
	}
	return MathStyle{Face: s.lay.in.MathFace, Size: size, Display: display, Color: st.color}
}

func (t *inliner) link(n *doc.Link, st style) {
	st.link, st.label = n.URL, doc.PlainText(n.Content)
	if label, ok := strings.CutPrefix(n.URL, "#"); ok {
		st.link = t.s.anchorOf(label)
	}
	st.color = draw.Accent
	st.tag = t.element("Link")
	t.all(n.Content, st)
}

// ref is a cross reference with its link.
func (t *inliner) ref(n *doc.Ref, st style) {
	if n.Cited != nil {
		t.all(n.Cited, st)
		return
	}
	if n.Target == nil {
		st.color = draw.Error
		t.p.text(n.Text, &st)
		return
	}
	st.link, st.label = targetAnchor(n.Target), n.Text
	st.tag = t.element("Link")
	st.noHyphen = true
	t.p.text(strings.ReplaceAll(n.Text, " ", "\u00a0"), &st)
}

// anchorOf is the anchor of a label as a link names it.
func (s *setter) anchorOf(label string) string {
	for _, key := range []string{s.ch.Name + "/" + label, label} {
		if t := s.lay.in.Book.Targets[key]; t != nil {
			return targetAnchor(t)
		}
	}
	return "#" + s.ch.Name + "/" + label
}

func targetAnchor(t *doc.Target) string { return "#" + t.Chapter.Name + "/" + t.Label }

// image sets a small picture in the line.
func (t *inliner) image(n *doc.Image, st style) {
	f := t.s.picture(n, 0, t.s.width)
	if f == nil {
		st.color = draw.Muted
		t.p.text(n.Alt, &st)
		return
	}
	f.Baseline = f.Height
	st.tag = t.element("Figure")
	if st.tag != nil {
		st.tag.Alt = n.Alt
	}
	t.p.items = append(t.p.items, item{kind: boxItem, width: f.Width, frame: f, style: &st})
}
