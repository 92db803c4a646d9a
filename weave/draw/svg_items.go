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

// glyphs writes one <use> for each glyph, in units of their definitions.
func (w svgWriter) glyphs(g Glyphs, x, y float64) {
	if g.Hidden {
		return
	}
	size, stretch := g.Size*w.scale/glyphUnits, 1.
	if g.Stretch != 0 {
		stretch = g.Stretch
	}
	group := fill(g.Color, Black)
	inner := svgWriter{sheet: w.sheet, out: w.out, scale: w.scale, digits: w.digits}
	px, py := x+g.X, y+g.Y
	switch wide := number(size*stretch, 5); {
	case wide != number(size, 5):
		group += fmt.Sprintf(` transform="translate(%s %s)scale(%s %s)"`, w.num(px), w.num(py), wide, number(size, 5))
		inner.scale, inner.digits, px, py = glyphUnits/(g.Size*stretch), 0, 0, 0
	case wide != "1":
		group += fmt.Sprintf(` transform="translate(%s %s)scale(%s)"`, w.num(px), w.num(py), wide)
		inner.scale, inner.digits, px, py = glyphUnits/g.Size, 0, 0, 0
	}
	if group != "" {
		w.out.WriteString("<g" + group + ">")
	}
	for _, q := range g.Run {
		if id := w.sheet.use(g.Face, q.ID); id != "" {
			w.out.WriteString(`<use href="#` + id + `"`)
			inner.place("x", px+q.DX*g.Size)
			inner.place("y", py-q.DY*g.Size)
			w.out.WriteString("/>")
		}
		px += q.Advance*g.Size*stretch + g.Spread
	}
	if group != "" {
		w.out.WriteString("</g>")
	}
}

// place writes a coordinate that is not 0.
func (w svgWriter) place(name string, v float64) {
	if n := w.num(v); n != "0" {
		w.out.WriteString(" " + name + `="` + n + `"`)
	}
}

func (w svgWriter) path(p Path, x, y float64) {
	if !p.Fill.Visible() && !p.Stroke.Visible() {
		return
	}
	if c, r, ok := circleOf(p.Segments); ok {
		fmt.Fprintf(w.out, `<circle cx="%s" cy="%s" r="%s"`, w.num(x+c.X), w.num(y+c.Y), w.num(r))
	} else {
		w.out.WriteString(`<path d="`)
		w.segments(p.Segments, x, y)
		w.out.WriteByte('"')
	}
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
