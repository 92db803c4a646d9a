package draw

import (
	"fmt"
	"html"
	"strings"

	"weave/weave/font"
)

// svgWriter writes the items of one picture. Coordinates are multiplied by
// scale and kept to the given decimals.
type svgWriter struct {
	sheet  *SVGSheet
	out    *strings.Builder
	scale  float64
	digits int
}

func (w svgWriter) num(v float64) string { return number(v*w.scale, w.digits) }

func (w svgWriter) items(f *Frame, x, y float64) {
	for _, it := range f.Items {
		switch it := it.(type) {
		case Glyphs:
			w.glyphs(it, x, y)
		case Path:
			w.path(it, x, y)
		case Image:
			fmt.Fprintf(w.out, `<image x="%s" y="%s" width="%s" height="%s" preserveAspectRatio="none" href="%s"/>`, w.num(x+it.X), w.num(y+it.Y), w.num(it.W), w.num(it.H), dataURI(it))
		case Group:
			w.group(it, x, y)
		case Link:
			w.link(it, x, y)
		case Anchor: // a page has its own anchors
		default:
			panic(fmt.Sprintf("draw: unknown item %T", it))
		}
	}
}

// glyphs writes one <use> for each glyph.
func (w svgWriter) glyphs(g Glyphs, x, y float64) {
	if g.Hidden {
		return
	}
	paint := fill(g.Color, Black)
	size := g.Size * w.scale / glyphUnits
	wide := size
	if g.Stretch != 0 {
		wide *= g.Stretch
	}
	scale := ""
	switch {
	case wide != size:
		scale = "scale(" + number(wide, 4) + " " + number(size, 4) + ")"
	case number(size, 4) != "1":
		scale = "scale(" + number(size, 4) + ")"
	}
	pen := x + g.X
	if paint != "" {
		w.out.WriteString("<g" + paint + ">")
	}
	for _, q := range g.Run {
		if id := w.sheet.use(g.Face, q.ID); id != "" {
			px, py := w.num(pen+q.DX*g.Size), w.num(y+g.Y-q.DY*g.Size)
			if scale == "" {
				fmt.Fprintf(w.out, `<use href="#%s" x="%s" y="%s"/>`, id, px, py)
			} else {
				fmt.Fprintf(w.out, `<use href="#%s" transform="translate(%s %s)%s"/>`, id, px, py, scale)
			}
		}
		stretch := 1.
		if g.Stretch != 0 {
			stretch = g.Stretch
		}
		pen += q.Advance*g.Size*stretch + g.Spread
	}
	if paint != "" {
		w.out.WriteString("</g>")
	}
}

func (w svgWriter) path(p Path, x, y float64) {
	if !p.Fill.Visible() && !p.Stroke.Visible() {
		return
	}
	w.out.WriteString(`<path d="`)
	for _, s := range p.Segments {
		w.out.WriteByte("MLCZ"[s.Verb])
		for i, q := range s.P[:points[s.Verb]] {
			if i > 0 {
				w.out.WriteByte(' ')
			}
			w.out.WriteString(w.num(x+q.X) + " " + w.num(y+q.Y))
		}
	}
	w.out.WriteByte('"')
	w.paint(p)
	w.out.WriteString("/>")
}

// paint writes how a path is filled and stroked.
func (w svgWriter) paint(p Path) {
	if p.Fill.Visible() {
		w.out.WriteString(fill(p.Fill, Black))
		if p.EvenOdd {
			w.out.WriteString(` fill-rule="evenodd"`)
		}
	} else {
		w.out.WriteString(` fill="none"`)
	}
	if p.Stroke.Visible() {
		w.stroke(p)
	}
}

func (w svgWriter) stroke(p Path) {
	w.out.WriteString(paint("stroke", p.Stroke))
	width := number(p.Line.Width*w.scale, max(w.digits, 2))
	if width != "1" {
		w.out.WriteString(` stroke-width="` + width + `"`)
	}
	if p.Line.Round {
		w.out.WriteString(` stroke-linecap="round" stroke-linejoin="round"`)
	}
	if len(p.Line.Dash) > 0 {
		var dash []string
		for _, d := range p.Line.Dash {
			dash = append(dash, w.num(d))
		}
		w.out.WriteString(` stroke-dasharray="` + strings.Join(dash, " ") + `"`)
	}
}

// group clips with a nested <svg>, which needs no id.
func (w svgWriter) group(g Group, x, y float64) {
	gx, gy := x+g.X, y+g.Y
	scale := g.Scale
	if scale == 0 {
		scale = 1
	}
	inner := w
	inner.scale *= scale
	switch {
	case g.Clip:
		fmt.Fprintf(w.out, `<svg x="%s" y="%s" width="%s" height="%s">`, w.num(gx), w.num(gy), inner.num(g.Frame.Width), inner.num(g.Frame.Height))
		inner.items(g.Frame, 0, 0)
		w.out.WriteString("</svg>")
	case scale != 1:
		fmt.Fprintf(w.out, `<g transform="translate(%s %s)">`, w.num(gx), w.num(gy))
		inner.items(g.Frame, 0, 0)
		w.out.WriteString("</g>")
	default:
		w.items(g.Frame, gx, gy)
	}
}

func (w svgWriter) link(l Link, x, y float64) {
	label := ""
	if l.Label != "" {
		label = ` aria-label="` + html.EscapeString(l.Label) + `"`
	}
	fmt.Fprintf(w.out, `<a href="%s"%s><rect x="%s" y="%s" width="%s" height="%s" fill="none" pointer-events="all"/></a>`,
		html.EscapeString(l.Target), label, w.num(x+l.X), w.num(y+l.Y), w.num(l.W), w.num(l.H))
}

// fill is the attribute for a colour, "" where it is the inherited one.
func fill(c, inherited Color) string {
	if c == inherited {
		return ""
	}
	return paint("fill", c)
}

// paint writes a colour as a CSS variable, or as it is where it has no name.
func paint(attr string, c Color) string {
	value := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	switch {
	case c.Name == Black.Name:
		value = c.Name
	case c.Name != "":
		value = "var(--" + c.Name + ")"
	}
	out := fmt.Sprintf(` %s="%s"`, attr, value)
	if c.Alpha < 255 {
		out += fmt.Sprintf(` %s-opacity="%s"`, attr, number(float64(c.Alpha)/255, 2))
	}
	return out
}

// outline writes a glyph's contours in glyphUnits, y downward.
func outline(b *strings.Builder, segs []font.Segment) {
	for _, s := range segs {
		b.WriteByte("MLQC"[s.Verb])
		n := [...]int{1, 1, 2, 3}[s.Verb]
		for i, p := range s.P[:n] {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(number(p.X*glyphUnits, 0) + " " + number(-p.Y*glyphUnits, 0))
		}
	}
}
