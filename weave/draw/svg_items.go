package draw

import (
	"fmt"
	"html"
	"strconv"
	"strings"
)

// svgWriter writes the items of one picture. Their corner is at x, y;
// coordinates are multiplied by scale and rounded.
type svgWriter struct {
	sheet *SVGSheet
	out   *strings.Builder
	x, y  float64
	scale float64
}

func (w svgWriter) num(v float64) string { return strconv.Itoa(whole(v * w.scale)) }

// svgItem is an item with what the groups around it do: where their corner is
// and how much they enlarge it.
type svgItem struct {
	Item
	x, y, scale float64
}

// gather lists the items of a frame, those of its groups among them; a group
// that clips stays one.
func gather(out []svgItem, f *Frame, x, y, scale float64) []svgItem {
	for _, it := range f.Items {
		g, ok := it.(Group)
		if !ok || g.Clip {
			out = append(out, svgItem{it, x, y, scale})
			continue
		}
		inner := scale
		if g.Scale != 0 {
			inner *= g.Scale
		}
		out = gather(out, g.Frame, x+g.X*scale, y+g.Y*scale, inner)
	}
	return out
}

// items writes the items of a frame; neighbours that are painted alike share
// what says how.
func (w svgWriter) items(f *Frame, x, y float64) {
	for list := gather(nil, f, x, y, 1); len(list) > 0; {
		look, n := w.look(list[0]), 1
		for n < len(list) && look != "" && w.look(list[n]) == look {
			n++
		}
		w.run(list[:n], look)
		list = list[n:]
	}
}

// look is the attributes of an item's paint, behind a letter for its kind; ""
// for what shares none.
func (w svgWriter) look(it svgItem) string {
	switch k := it.Item.(type) {
	case Glyphs:
		return "g" + fill(k.Color, Black)
	case Path:
		return "p" + w.at(it).paint(k)
	}
	return ""
}

// at is a writer for an item within groups: it places points of the item.
func (w svgWriter) at(it svgItem) svgWriter {
	w.scale *= it.scale
	w.x, w.y = it.x/it.scale, it.y/it.scale
	return w
}

// run writes items that look alike.
func (w svgWriter) run(list []svgItem, look string) {
	if look == "" {
		w.at(list[0]).alone(list[0].Item)
		return
	}
	if first, ok := list[0].Item.(Path); ok && (len(list) == 1 || merges(first)) {
		w.paths(list, look[1:])
		return
	}
	if look = look[1:]; look != "" {
		w.out.WriteString("<g" + look + ">")
	}
	var uses []svgUse
	for i, it := range list {
		switch k := it.Item.(type) {
		case Glyphs:
			uses = w.at(it).glyphs(uses, k)
		case Path:
			w.paths(list[i:i+1], "")
		}
	}
	w.uses(uses)
	if look != "" {
		w.out.WriteString("</g>")
	}
}

// alone writes an item that shares nothing.
func (w svgWriter) alone(it Item) {
	switch it := it.(type) {
	case Image:
		fmt.Fprintf(w.out, `<image x="%s" y="%s" width="%s" height="%s" preserveAspectRatio="none" href="%s"/>`, w.num(w.x+it.X), w.num(w.y+it.Y), w.num(it.W), w.num(it.H), dataURI(it))
	case Group:
		w.clipped(it)
	case Link:
		w.link(it)
	case Anchor: // a page has its own anchors
	default:
		panic(fmt.Sprintf("draw: unknown item %T", it))
	}
}

// svgUse is a glyph in its place.
type svgUse struct{ id, x, y string }

// glyphs lists the glyphs of a run.
func (w svgWriter) glyphs(out []svgUse, g Glyphs) []svgUse {
	if g.Hidden {
		return out
	}
	stretch := 1.
	if g.Stretch != 0 {
		stretch = g.Stretch
	}
	units := g.Size * w.scale
	px, py := w.x+g.X, w.y+g.Y
	for _, q := range g.Run {
		if id := w.sheet.use(sheetGlyph{g.Face, q.ID, whole(units), whole(units * stretch)}); id != "" {
			out = append(out, svgUse{id, w.num(px + q.DX*g.Size), w.num(py - q.DY*g.Size)})
		}
		px += q.Advance*g.Size*stretch + g.Spread
	}
	return out
}

// longLine is from how many glyphs of one height on these share it in a group.
const longLine = 5

// uses writes one <use> for each glyph.
func (w svgWriter) uses(list []svgUse) {
	for len(list) > 0 {
		n := 1
		for n < len(list) && list[n].y == list[0].y {
			n++
		}
		y := list[0].y
		if y != "0" && n >= longLine {
			fmt.Fprintf(w.out, `<g transform="translate(0 %s)">`, y)
		}
		for _, u := range list[:n] {
			w.out.WriteString(`<use href="#` + u.id + `"`)
			w.place("x", u.x)
			if n < longLine {
				w.place("y", y)
			}
			w.out.WriteString("/>")
		}
		if y != "0" && n >= longLine {
			w.out.WriteString("</g>")
		}
		list = list[n:]
	}
}

// place writes a coordinate that is not 0.
func (w svgWriter) place(name, v string) {
	if v != "0" {
		w.out.WriteString(" " + name + `="` + v + `"`)
	}
}

// merges tells whether paths painted like p may be one: opaque lines, as with
// areas it counts which is above.
func merges(p Path) bool { return !p.Fill.Visible() && p.Stroke.Alpha == 255 }

// paths writes paths that look alike as one.
func (w svgWriter) paths(list []svgItem, look string) {
	if p, ok := list[0].Item.(Path); ok && len(list) == 1 {
		if !p.Fill.Visible() && !p.Stroke.Visible() {
			return
		}
		if c, r, ok := circleOf(p.Segments); ok {
			in := w.at(list[0])
			fmt.Fprintf(w.out, `<circle cx="%s" cy="%s" r="%s"%s/>`, in.num(in.x+c.X), in.num(in.y+c.Y), in.num(r), look)
			return
		}
	}
	w.out.WriteString(`<path d="`)
	for _, it := range list {
		w.at(it).segments(it.Item.(Path).Segments)
	}
	w.out.WriteString(`"` + look + `/>`)
}

// paint is how a path is filled and stroked, as attributes.
func (w svgWriter) paint(p Path) string {
	out := ` fill="none"`
	if p.Fill.Visible() {
		out = fill(p.Fill, Black)
		if p.EvenOdd {
			out += ` fill-rule="evenodd"`
		}
	}
	if p.Stroke.Visible() {
		out += w.stroke(p)
	}
	return out
}

func (w svgWriter) stroke(p Path) string {
	out := paint("stroke", p.Stroke)
	width := number(p.Line.Width*w.scale, 1)
	if width != "1" {
		out += ` stroke-width="` + width + `"`
	}
	if p.Line.Round {
		out += ` stroke-linecap="round" stroke-linejoin="round"`
	}
	if len(p.Line.Dash) > 0 {
		var dash []string
		for _, d := range p.Line.Dash {
			dash = append(dash, w.num(d))
		}
		out += ` stroke-dasharray="` + strings.Join(dash, " ") + `"`
	}
	return out
}

// clipped writes a group that clips as a nested <svg>, which needs no id.
func (w svgWriter) clipped(g Group) {
	inner := w
	inner.x, inner.y = 0, 0
	if g.Scale != 0 {
		inner.scale *= g.Scale
	}
	fmt.Fprintf(w.out, `<svg x="%s" y="%s" width="%s" height="%s">`, w.num(w.x+g.X), w.num(w.y+g.Y), inner.num(g.Frame.Width), inner.num(g.Frame.Height))
	inner.items(g.Frame, 0, 0)
	w.out.WriteString("</svg>")
}

func (w svgWriter) link(l Link) {
	label := ""
	if l.Label != "" {
		label = ` aria-label="` + html.EscapeString(l.Label) + `"`
	}
	fmt.Fprintf(w.out, `<a href="%s"%s><rect x="%s" y="%s" width="%s" height="%s" fill="none" pointer-events="all"/></a>`,
		html.EscapeString(l.Target), label, w.num(w.x+l.X), w.num(w.y+l.Y), w.num(l.W), w.num(l.H))
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
