package html

import (
	"strings"

	"weave/weave/doc"
	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/memo"
)

// Measures of the card that link previews show, in points: 1200 × 630 pixels, as
// Open Graph wants them.
const (
	cardWidth  = 600.0
	cardHeight = 315.0
	cardScale  = 2
	cardEdge   = 46.0
	cardText   = cardWidth - 2*cardEdge
)

// The colours of a card are those of the light theme.
var (
	cardPaper  = draw.Color{R: 0xfd, G: 0xfd, B: 0xfc, Alpha: 255}
	cardInk    = draw.Color{R: 0x1b, G: 0x1f, B: 0x26, Alpha: 255}
	cardInk2   = draw.Color{R: 0x43, G: 0x4b, B: 0x58, Alpha: 255}
	cardAccent = draw.Color{R: 0x1f, G: 0x5f, B: 0xa8, Alpha: 255}
)

// card is what link previews show of a page: its title above the book's.
type card struct{ above, title, below, lang string }

// cardOf is the card of a chapter; of the book if it is nil.
func (s *site) cardOf(ch *doc.Chapter) card {
	if ch == nil {
		return card{s.Book.Author, s.Book.Title, s.Book.Subtitle, s.Book.Lang}
	}
	above := ""
	if ch.Number != "" {
		above = doc.Words(ch.Lang).ChapterWord(ch) + " " + ch.Number
	}
	return card{above, doc.Spoken(ch.Title, ch.Lang), s.Book.Title, ch.Lang}
}

// cardPath is where the card of a page is.
func cardPath(ch *doc.Chapter) string {
	if ch == nil {
		return "cards/index.png"
	}
	return "cards/" + ch.Name + ".png"
}

// cards draws the cards of all pages. They have an address only where the site
// has one.
func (s *site) cards() {
	for _, ch := range append([]*doc.Chapter{nil}, s.Book.All()...) {
		c := s.cardOf(ch)
		type key struct {
			card
			fonts *font.Families
		}
		s.files[cardPath(ch)] = memo.Of(s.Memo, key{c, s.Fonts}, func() []byte {
			said := strings.Join([]string{c.above, c.title, c.below, c.lang}, "\n")
			data, _ := s.kept(cardPath(ch), said, func() ([]byte, error) {
				return draw.PNG(c.frame(s.families()), cardScale, cardPaper), nil
			})
			return data
		})
	}
}

// frame lays the card out; the title is as large as its lines fit.
func (c card) frame(fonts *font.Families) *draw.Frame {
	out := &draw.Frame{Width: cardWidth, Height: cardHeight}
	out.Items = append(out.Items, draw.Path{Fill: cardAccent, Segments: bar(0, 0, 7, cardHeight)})
	line := func(face *font.Face, text string, x, y, size float64, color draw.Color) {
		out.Items = append(out.Items, draw.Glyphs{X: x, Y: y, Face: face, Size: size, Color: color, Run: face.Shape(text, font.ShapeOptions{Lang: c.lang})})
	}
	line(fonts.Sans.Medium, c.above, cardEdge, 68, 15, cardAccent)
	size := 46.0
	lines, widest := broken(fonts.Text.SemiBold, c.title, size, c.lang)
	for (len(lines) > 3 || widest > cardText) && size > 20 {
		size -= 2
		lines, widest = broken(fonts.Text.SemiBold, c.title, size, c.lang)
	}
	for i, text := range lines {
		line(fonts.Text.SemiBold, text, cardEdge, 72+size*(1+1.12*float64(i)), size, cardInk)
	}
	below, _ := broken(fonts.Sans.Regular, c.below, 16, c.lang)
	line(fonts.Sans.Regular, below[0], cardEdge, cardHeight-40, 16, cardInk2)
	return out
}

func bar(x, y, w, h float64) []draw.Segment {
	return []draw.Segment{
		{Verb: draw.Move, P: [3]draw.Point{{X: x, Y: y}}}, {Verb: draw.To, P: [3]draw.Point{{X: x + w, Y: y}}},
		{Verb: draw.To, P: [3]draw.Point{{X: x + w, Y: y + h}}}, {Verb: draw.To, P: [3]draw.Point{{X: x, Y: y + h}}}, {Verb: draw.Close},
	}
}

// broken are the lines of a text at a size, one at least, and how wide the
// widest is.
func broken(face *font.Face, text string, size float64, lang string) (lines []string, widest float64) {
	width := func(text string) (w float64) {
		for _, g := range face.Shape(text, font.ShapeOptions{Lang: lang}) {
			w += g.Advance * size
		}
		return w
	}
	lines = []string{""}
	for _, word := range strings.Fields(text) {
		last := &lines[len(lines)-1]
		longer := strings.TrimSpace(*last + " " + word)
		if width(longer) > cardText && *last != "" {
			lines = append(lines, word)
		} else {
			*last = longer
		}
	}
	for _, l := range lines {
		widest = max(widest, width(l))
	}
	return lines, widest
}
