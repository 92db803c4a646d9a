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

	glyphs map[sheetGlyph]string // ids
	order  []sheetGlyph
}

// SVGNamespace is the attribute that XML needs.
const SVGNamespace = ` xmlns="http://www.w3.org/2000/svg"`

// sheetGlyph is a glyph at one size, so that its use needs only a place.
type sheetGlyph struct {
	face          *font.Face
	id            font.GID
	units, across int // an em in units of the picture, up and across
}

// SVGAttr are the attributes of an <svg> element that the caller decides.
type SVGAttr struct {
	Class string
	Label string // aria-label with role="img"; "" hides the picture from readers (aria-hidden)
	Areas string // data-areas, for a script
}

// Pictures have whole numbers: of a picture in a line this many make an em of the
// text, of one of its own this many a point.
const (
	inlineUnits = 1000
	FigureUnits = 100
)

// Inline writes a frame that stands in a line of text set at size points: width,
// height and depth are in em, so that it follows the reader's type size. The
// style sheet fills it with currentColor and lets it overflow.
func (s *SVGSheet) Inline(f *Frame, size float64, a SVGAttr) string {
	var b strings.Builder
	w := svgWriter{sheet: s, out: &b, scale: inlineUnits / size}
	em := func(v float64) string { return number(v/size, 3) }
	fmt.Fprintf(&b, `<svg%s style="width:%sem;height:%sem;vertical-align:%sem" viewBox="0 %s %s %s">`,
		a.String(), em(f.Width), em(f.Height), em(f.Baseline-f.Height), w.num(-f.Baseline), w.num(f.Width), w.num(f.Height))
	w.items(f, 0, -f.Baseline) // most glyphs stand on the baseline: then their y is 0
	b.WriteString("</svg>")
	return b.String()
}

// Figure writes a frame as a picture of its own, with a viewBox in FigureUnits; its
// size on the page is the style sheet's affair, up to its natural width. Its
// shape is a style too, so that a page can leave out its content for a while.
func (s *SVGSheet) Figure(f *Frame, a SVGAttr) string {
	var b strings.Builder
	w := svgWriter{sheet: s, out: &b, scale: FigureUnits}
	w.open(f.Width, f.Height, a)
	w.items(f, 0, 0)
	b.WriteString("</svg>")
	return b.String()
}

// open writes the beginning of a picture of so many points.
func (w svgWriter) open(width, height float64, a SVGAttr) {
	fmt.Fprintf(w.out, `<svg%s width="%spt" height="%spt" viewBox="0 0 %[4]s %[5]s" fill="currentColor" style="aspect-ratio:%[4]s/%[5]s">`,
		a.String(), number(width, 2), number(height, 2), w.num(width), w.num(height))
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
	for i, g := range s.order {
		fmt.Fprintf(&b, `<path id="%s" d="`, s.id(i))
		outline(&b, g)
		b.WriteString(`"/>`)
	}
	b.WriteString("</defs></svg>")
	return b.String()
}

// id is as short as it can be: letters, the first glyphs one.
func (s *SVGSheet) id(n int) string {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	id := ""
	for ; ; n = n/len(letters) - 1 {
		id = letters[n%len(letters):][:1] + id
		if n < len(letters) {
			return s.Prefix + id
		}
	}
}

// use is the id of a glyph at a size, "" for a blank one, which needs no definition.
func (s *SVGSheet) use(g sheetGlyph) string {
	if len(g.face.Outline(g.id)) == 0 {
		return ""
	}
	id, ok := s.glyphs[g]
	if !ok {
		if s.glyphs == nil {
			s.glyphs = map[sheetGlyph]string{}
		}
		id = s.id(len(s.order))
		s.glyphs[g] = id
		s.order = append(s.order, g)
	}
	return id
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
