package draw

import (
	"strings"
)

// Series writes the still of a series: what stands, and between it for each gap
// a <g class="gap"> with what the first state has there.
func (s *SVGSheet) Series(r *Series, a SVGAttr) string {
	var b strings.Builder
	w := svgWriter{sheet: s, out: &b, scale: FigureUnits}
	w.open(r.Width, r.Height, a)
	var still []Item // up to the next gap
	for _, part := range r.still {
		if !part.gap {
			still = append(still, part.items...)
			continue
		}
		w.items(&Frame{Items: still}, 0, 0)
		still = nil
		b.WriteString(`<g class="gap">`)
		w.items(&Frame{Items: part.items}, 0, 0)
		b.WriteString(`</g>`)
	}
	w.items(&Frame{Items: still}, 0, 0)
	b.WriteString("</svg>")
	return b.String()
}

// Markup is a kind as a script needs it: a stamp as SVG, a line's paint as
// attributes of a path, an image as "x y width height".
func (s *SVGSheet) Markup(k SeriesKind) string {
	var b strings.Builder
	w := svgWriter{sheet: s, out: &b, scale: FigureUnits}
	switch it := k.Item.(type) {
	case Path:
		if k.Form == LineKind {
			return strings.TrimSpace(w.paint(it))
		}
	case Image:
		return w.num(it.X) + " " + w.num(it.Y) + " " + w.num(it.W) + " " + w.num(it.H)
	}
	w.items(&Frame{Items: []Item{k.Item}}, 0, 0)
	return b.String()
}
