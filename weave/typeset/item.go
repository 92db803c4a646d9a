package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"weave/weave/draw"
	"weave/weave/font"
)

// item is a box, glue or a penalty of a paragraph (TeXbook, chapter 14).
type item struct {
	kind                   itemKind
	width, stretch, shrink float64 // of a penalty: the width of its hyphen
	penalty                float64
	flagged                bool         // a hyphen: two in a row are bad
	glyphs                 []font.Glyph // a box's, a glue's space, a penalty's hyphen
	frame                  *draw.Frame  // of a box that is no text
	style                  *style
	left, right            float64 // how far it may stand out into the margins
	note                   *footnote
	anchor                 string // a place in the line that links lead to
}

type itemKind byte

const (
	boxItem itemKind = iota
	glueItem
	penaltyItem
)

// Penalties: infinite forbids a break, -infinite forces one.
const (
	infinite       = 10000
	hyphenPenalty  = 50
	dashPenalty    = 20 // behind a hyphen that is written
	elasticStretch = 0.6
	elasticShrink  = 0.2
)

// paragraph collects the items of a text.
type paragraph struct {
	fonts *font.Families
	lang  string
	hyph  *Hyphenator
	items []item
	// missing are characters that no face has, in the order found.
	missing []rune
	// leftward is set where it has letters of a script that runs from right to left.
	leftward bool
}

// RightToLeft tells whether a text begins with letters that run from right to
// left: its first letter decides (Unicode Bidirectional Algorithm, P2 and P3).
func RightToLeft(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return unicode.In(r, leftward...)
		}
	}
	return false
}

// leftward are scripts that run from right to left.
var leftward = []*unicode.RangeTable{unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam}

func (p *paragraph) shape(s string, st *style) []font.Glyph {
	gs := st.face.Shape(s, font.ShapeOptions{Lang: p.lang, Features: st.features})
	for _, g := range gs {
		if g.ID == 0 && g.Text != "" {
			p.missing = append(p.missing, []rune(g.Text)...)
			continue
		}
		for _, r := range g.Text {
			p.leftward = p.leftward || r >= 0x590 && unicode.In(r, leftward...)
		}
	}
	return gs
}

// text adds words and the spaces between them.
func (p *paragraph) text(s string, st *style) {
	for s != "" {
		i := strings.IndexAny(s, " \n\t\u00a0\u202f")
		if i < 0 {
			p.mixed(s, st)
			return
		}
		if i > 0 {
			p.mixed(s[:i], st)
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		p.space(r, st)
		s = s[i+n:]
	}
}

// space adds glue; a thin space (U+202F) has a fixed width, it and the
// no-break space forbid a break.
func (p *paragraph) space(r rune, st *style) {
	gs := p.shape(" ", st)
	w := font.Width(gs) * st.size
	it := item{kind: glueItem, width: w, stretch: elasticStretch * w, shrink: elasticShrink * w, glyphs: gs, style: st}
	switch r {
	case '\u202f':
		g := gs[0]
		g.Advance *= 0.6
		g.Text = "\u202f"
		p.items = append(p.items, item{kind: boxItem, width: 0.6 * w, glyphs: []font.Glyph{g}, style: st})
		return
	case '\u00a0':
		g := gs[0]
		g.Text = "\u00a0"
		it.glyphs = []font.Glyph{g}
		p.items = append(p.items, item{kind: penaltyItem, penalty: infinite, style: st})
	}
	p.items = append(p.items, it)
}

// mixed adds a word whose characters may need another face than the style's.
func (p *paragraph) mixed(w string, st *style) {
	parts := byFace(p.fonts, w, st.face)
	if len(parts) == 1 && parts[0].face == st.face {
		p.word(w, st)
		return
	}
	for i, part := range parts {
		other := *st
		other.face = part.face
		p.word(part.text, &other)
		if i > 0 && i+1 < len(parts) && (part.text == "-" || part.text == "‐") && unicode.IsLetter(firstRune(parts[i+1].text)) {
			p.breakable(false, st)
		}
	}
}

// joint is a place in a word where a line may end; hyphen tells whether that
// shows one.
type joint struct {
	at     int // in characters
	hyphen bool
}

// word adds a word, divided where a line may end. It is shaped as a whole, so
// that kerning crosses the joints; a ligature does not.
func (p *paragraph) word(w string, st *style) {
	runes := []rune(w)
	joints := p.joints(runes, st)
	var b strings.Builder
	from := 0
	for _, j := range joints {
		b.WriteString(string(runes[from:j.at]) + "\u200c")
		from = j.at
	}
	b.WriteString(string(runes[from:]))
	glyphs := p.shape(b.String(), st)
	from = 0
	for _, j := range joints {
		n, ok := glyphsUpTo(glyphs, j.at-from)
		if !ok {
			continue
		}
		p.piece(glyphs[:n], st)
		glyphs, from = glyphs[n:], j.at
		p.breakable(j.hyphen, st)
	}
	p.piece(glyphs, st)
}

// glyphsUpTo counts the glyphs that show the first n characters; not ok where
// a glyph straddles the place.
func glyphsUpTo(gs []font.Glyph, n int) (int, bool) {
	for i, g := range gs {
		if n == 0 && g.Text != "" {
			return i, true
		}
		n -= len([]rune(g.Text))
		if n < 0 {
			return 0, false
		}
	}
	return 0, false
}

func (p *paragraph) piece(gs []font.Glyph, st *style) {
	if len(gs) == 0 {
		return
	}
	it := item{kind: boxItem, width: font.Width(gs) * st.size, glyphs: gs, style: st}
	first, last := gs[0], gs[len(gs)-1]
	it.left = protrudeLeft[firstRune(first.Text)] * first.Advance * st.size
	it.right = protrudeRight[firstRune(last.Text)] * last.Advance * st.size
	p.items = append(p.items, it)
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func (p *paragraph) breakable(hyphen bool, st *style) {
	it := item{kind: penaltyItem, penalty: dashPenalty, flagged: true, style: st}
	if hyphen {
		own := *st
		own.face = p.fonts.Hyphen(st.face)
		g := p.shape("-", &own)[0]
		g.Text, it.style = softHyphen, &own
		it.penalty, it.glyphs, it.width = hyphenPenalty, []font.Glyph{g}, g.Advance*st.size
		it.right = protrudeRight['-'] * it.width
	}
	p.items = append(p.items, it)
}

// softHyphen is what a hyphen copies as that only the line's end has made.
const softHyphen = "\u00ad"

// longName is how many characters a name, a path or an address has that may be
// parted at its punctuation.
const longName = 24

// joints finds the breaks inside a word: hyphenation points of its runs of
// letters, and behind hyphens, dashes and slashes between them; in long code
// and addresses behind any punctuation between letters and digits.
func (p *paragraph) joints(w []rune, st *style) (out []joint) {
	long := len(w) > longName && (st.noHyphen || strings.Contains(string(w), "://"))
	for i := 0; i < len(w); {
		if !unicode.IsLetter(w[i]) {
			inside := i > 0 && i < len(w)-1
			if inside && strings.ContainsRune("-–—/", w[i]) && unicode.IsLetter(w[i+1]) || inside && long && parts(w[i], w[i+1]) {
				out = append(out, joint{i + 1, false})
			}
			i++
			continue
		}
		end := i
		for end < len(w) && unicode.IsLetter(w[end]) {
			end++
		}
		if p.hyph != nil && !st.noHyphen {
			for _, at := range p.hyph.Points(string(w[i:end])) {
				out = append(out, joint{i + at, true})
			}
		}
		i = end
	}
	return out
}

// parts tells whether a line of code may end between two characters.
func parts(c, next rune) bool {
	return strings.ContainsRune("-/.,_:;=&?#+|()[]{}", c) && (unicode.IsLetter(next) || unicode.IsDigit(next))
}

// How far characters stand out of the text's edges, in parts of their width.
var (
	protrudeRight = map[rune]float64{
		'.': .65, ',': .65, '-': .5, '‐': .5, '–': .3, '—': .3, '“': .45, '”': .45, '’': .45, '‘': .45, '»': .3, '«': .3,
		':': .35, ';': .35, '!': .15, '?': .12, ')': .08, 'r': .04, 'v': .04, 'w': .03, 'y': .04, 'f': .03, 't': .03,
		'A': .04, 'T': .06, 'V': .05, 'W': .04, 'Y': .06,
	}
	protrudeLeft = map[rune]float64{
		'„': .45, '“': .45, '‚': .45, '‘': .45, '»': .3, '«': .3, '–': .3, '(': .08,
		'A': .05, 'T': .06, 'V': .06, 'W': .05, 'Y': .06, 'J': .06, 'v': .04, 'w': .03, 'y': .04,
	}
)
