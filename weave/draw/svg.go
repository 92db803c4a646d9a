package draw

import (
	"encoding/base64"
	"fmt"
	"html"
	"strconv"
	"strings"

	"weave/weave/font"
)

// SVGSheet writes frames as SVG for one HTML page. Glyphs are defined once a
// page (Defs) and used by reference, so text needs no font. Ids depend only on
// the order of first use. The zero SVGSheet is ready. In a file that is no HTML
// the <svg> elements need the namespace SVGNamespace.
type SVGSheet struct {
	// Prefix goes before every id, for pages that are put together into one.
	Prefix string

	faces  []*font.Face
	glyphs map[sheetGlyph]bool
	order  []sheetGlyph
}

// SVGNamespace is the attribute that XML needs.
const SVGNamespace = ` xmlns="http://www.w3.org/2000/svg"`

type sheetGlyph struct {
	face int
	id   font.GID
}

// SVGAttr are the attributes of an <svg> element that the caller decides.
type SVGAttr struct {
	Class string
	Label string // aria-label with role="img"; "" hides the picture from readers (aria-hidden)
	Areas string // data-areas, for a script
}

// glyphUnits is how many units of a glyph's definition make an em.
const glyphUnits = 1000

// Inline writes a frame that stands in a line of text set at size points: width,
// height and depth are in em, so that it follows the reader's type size. The
// style sheet fills it with currentColor and lets it overflow.
func (s *SVGSheet) Inline(f *Frame, size float64, a SVGAttr) string {
	var b strings.Builder
	w := svgWriter{sheet: s, out: &b, scale: glyphUnits / size, digits: 0}
	em := func(v float64) string { return number(v/size, 3) }
	fmt.Fprintf(&b, `<svg%s style="width:%sem;height:%sem;vertical-align:%sem" viewBox="0 0 %s %s">`,
		a.String(), em(f.Width), em(f.Height), em(f.Baseline-f.Height), w.num(f.Width), w.num(f.Height))
	w.items(f, 0, 0)
	b.WriteString("</svg>")
	return b.String()
}

// Figure writes a frame as a picture of its own, with a viewBox in points; its
// size on the page is the style sheet's affair, up to its natural width.
func (s *SVGSheet) Figure(f *Frame, a SVGAttr) string {
	var b strings.Builder
	w := svgWriter{sheet: s, out: &b, scale: 1, digits: 2}
	width, height := w.num(f.Width), w.num(f.Height)
	fmt.Fprintf(&b, `<svg%s width="%spt" height="%spt" viewBox="0 0 %s %s" fill="currentColor">`, a.String(), width, height, width, height)
	w.items(f, 0, 0)
	b.WriteString("</svg>")
	return b.String()
}

func (a SVGAttr) String() string {
	out := ""
	if a.Class != "" {
		out += ` class="` + html.EscapeString(a.Class) + `"`
	}
	if a.Areas != "" {
		out += ` data-areas="` + html.EscapeString(a.Areas) + `"`
	}
	if a.Label == "" {
		return out + ` aria-hidden="true"`
	}
	return out + ` role="img" aria-label="` + html.EscapeString(a.Label) + `"`
}

// Defs is the definitions of all glyphs used so far, to be put anywhere into the
// page; "" if none.
func (s *SVGSheet) Defs() string {
	if len(s.order) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs>`)
	for _, g := range s.order {
		fmt.Fprintf(&b, `<path id="%s" d="`, s.id(g))
		outline(&b, s.faces[g.face].Outline(g.id))
		b.WriteString(`"/>`)
	}
	b.WriteString("</defs></svg>")
	return b.String()
}

// id is a letter for the face and the glyph's number: "ga1f".
func (s *SVGSheet) id(g sheetGlyph) string {
	face := ""
	for n := g.face; ; n = n/26 - 1 {
		face = string(rune('a'+n%26)) + face
		if n < 26 {
			break
		}
	}
	return s.Prefix + "g" + face + strconv.FormatUint(uint64(g.id), 10)
}

// use is the id of a glyph, "" for a blank one, which needs no definition.
func (s *SVGSheet) use(f *font.Face, id font.GID) string {
	if len(f.Outline(id)) == 0 {
		return ""
	}
	face := 0
	for face < len(s.faces) && s.faces[face] != f {
		face++
	}
	if face == len(s.faces) {
		s.faces = append(s.faces, f)
	}
	g := sheetGlyph{face, id}
	if !s.glyphs[g] {
		if s.glyphs == nil {
			s.glyphs = map[sheetGlyph]bool{}
		}
		s.glyphs[g] = true
		s.order = append(s.order, g)
	}
	return s.id(g)
}

// number writes v with at most the given decimals, as short as it can be.
func number(v float64, digits int) string {
	t := strconv.FormatFloat(v, 'f', digits, 64)
	if digits > 0 {
		t = strings.TrimRight(strings.TrimRight(t, "0"), ".")
	}
	switch {
	case t == "-0" || t == "":
		return "0"
	case strings.HasPrefix(t, "0."):
		return t[1:]
	case strings.HasPrefix(t, "-0."):
		return "-" + t[2:]
	}
	return t
}

// dataURI is an image in the page itself.
func dataURI(im Image) string {
	return "data:image/" + im.Format + ";base64," + base64.StdEncoding.EncodeToString(im.Data)
}
