package draw

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// ReadSVG reads what drawing programs write most: paths, shapes, groups, uses,
// transforms, fills and strokes (SVG 1.1). The frame is in points, its CSS
// pixels 3/4 pt wide. What cannot be drawn is left out and named in missing,
// once each in order of the alphabet: elements ("text"), attributes ("filter")
// and paints ("fill: url"). The error is for what is no SVG.
func ReadSVG(data []byte) (f *Frame, missing []string, err error) {
	root, err := parseSVG(data)
	if err != nil {
		return nil, nil, err
	}
	r := svgReader{ids: map[string]*svgNode{}, missing: map[string]bool{}}
	r.index(root)
	w, h, m := root.viewport()
	if !(w > 0 && h > 0) || math.IsInf(w*h, 0) {
		return nil, nil, fmt.Errorf("the SVG has no size: width and height or a viewBox are needed")
	}
	r.children(root, m, rootPaint().with(root, r.missing), 0)
	inner := &Frame{Width: w, Height: h, Items: r.items}
	for name := range r.missing {
		missing = append(missing, name)
	}
	slices.Sort(missing)
	return &Frame{Width: w, Height: h, Items: []Item{Group{Frame: inner, Clip: true}}}, missing, nil
}

// svgNode is an element; attributes of its style are among attr.
type svgNode struct {
	name string
	attr map[string]string
	kids []*svgNode
}

func parseSVG(data []byte) (*svgNode, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	top := &svgNode{}
	open := []*svgNode{top}
	for {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("the SVG cannot be read: %w", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			n := &svgNode{name: t.Name.Local, attr: map[string]string{}}
			if t.Name.Space != "" && !strings.HasSuffix(t.Name.Space, "/svg") {
				n.name = ""
			}
			for _, a := range t.Attr {
				n.attr[a.Name.Local] = strings.TrimSpace(a.Value)
			}
			n.style(n.attr["style"])
			parent := open[len(open)-1]
			parent.kids, open = append(parent.kids, n), append(open, n)
		case xml.EndElement:
			if len(open) > 1 {
				open = open[:len(open)-1]
			}
		}
	}
	for _, k := range top.kids {
		if k.name == "svg" {
			return k, nil
		}
	}
	return nil, fmt.Errorf("the file has no svg element")
}

// style takes declarations, which weigh more than attributes.
func (n *svgNode) style(css string) {
	for part := range strings.SplitSeq(css, ";") {
		if key, value, ok := strings.Cut(part, ":"); ok {
			n.attr[strings.TrimSpace(key)] = strings.TrimSpace(value)
		}
	}
}

// number reads an attribute's length in pixels; relative units are none.
func (n *svgNode) number(key string) float64 {
	x, _ := svgLength(n.attr[key])
	return x
}

// svgUnits are lengths in CSS pixels.
var svgUnits = map[string]float64{"": 1, "px": 1, "pt": 4. / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}

func svgLength(s string) (float64, bool) {
	i := strings.LastIndexAny(s, "0123456789.") + 1
	unit, ok := svgUnits[s[i:]]
	x, err := strconv.ParseFloat(s[:i], 64)
	if !ok || err != nil {
		return 0, false
	}
	return x * unit, true
}

// viewport is the size in points and the way from user units to it.
func (n *svgNode) viewport() (w, h float64, m matrix) {
	const pixel = 0.75
	box := svgNumbers(n.attr["viewBox"])
	w, okW := svgLength(n.attr["width"])
	h, okH := svgLength(n.attr["height"])
	if len(box) != 4 || box[2] <= 0 || box[3] <= 0 {
		return w * pixel, h * pixel, matrix{pixel, 0, 0, pixel, 0, 0}
	}
	switch {
	case !okW && !okH:
		w, h = box[2], box[3]
	case !okW:
		w = h * box[2] / box[3]
	case !okH:
		h = w * box[3] / box[2]
	}
	s := min(w/box[2], h/box[3]) * pixel // xMidYMid meet
	return w * pixel, h * pixel, matrix{s, 0, 0, s, (w*pixel-s*box[2])/2 - s*box[0], (h*pixel-s*box[3])/2 - s*box[1]}
}

// svgReader collects the paths of a drawing.
type svgReader struct {
	ids     map[string]*svgNode
	missing map[string]bool
	visited int // elements so far
	items   []Item
}

func (r *svgReader) index(n *svgNode) {
	if id := n.attr["id"]; id != "" && r.ids[id] == nil {
		r.ids[id] = n
	}
	for _, k := range n.kids {
		r.index(k)
	}
}

// Groups and uses may be nested so deep, and a drawing may show so many
// elements: uses of themselves end there.
const (
	deepest     = 60
	mostVisited = 500_000
)

func (r *svgReader) children(n *svgNode, m matrix, p svgPaint, depth int) {
	for _, k := range n.kids {
		r.node(k, m, p, depth+1)
	}
}

// silent elements paint nothing where they stand.
var silent = map[string]bool{
	"": true, "defs": true, "title": true, "desc": true, "metadata": true, "symbol": true, "clipPath": true, "mask": true,
	"linearGradient": true, "radialGradient": true, "pattern": true, "marker": true, "filter": true, "script": true,
}

func (r *svgReader) node(n *svgNode, m matrix, p svgPaint, depth int) {
	if r.visited++; depth > deepest || r.visited > mostVisited {
		r.missing["use"] = true
		return
	}
	if silent[n.name] || n.attr["display"] == "none" {
		return
	}
	m = m.times(svgTransform(n.attr["transform"]))
	p = p.with(n, r.missing)
	switch n.name {
	case "g", "a", "svg", "switch":
		r.children(n, m, p, depth)
	case "use":
		if target := r.ids[strings.TrimPrefix(n.attr["href"], "#")]; target != nil {
			m = m.times(matrix{1, 0, 0, 1, n.number("x"), n.number("y")})
			if target.name == "symbol" {
				r.children(target, m, p.with(target, r.missing), depth+1)
			} else {
				r.node(target, m, p, depth+1)
			}
		}
	case "style":
		r.missing["style"] = true
	default:
		segments, known := n.outline()
		if !known {
			r.missing[n.name] = true
			return
		}
		r.paint(segments, m, p)
	}
}

func (r *svgReader) paint(segments []Segment, m matrix, p svgPaint) {
	if len(segments) == 0 || p.hidden {
		return
	}
	out := Path{Segments: make([]Segment, len(segments)), EvenOdd: p.evenOdd}
	for i, s := range segments {
		for k := range s.P {
			s.P[k] = m.apply(s.P[k])
		}
		out.Segments[i] = s
	}
	out.Fill = p.fill.Faint(float64(p.fill.Alpha) / 255 * p.fillOpacity * p.opacity)
	scale := m.scale()
	if p.width*scale > 0 && p.stroke.Visible() {
		out.Stroke = p.stroke.Faint(float64(p.stroke.Alpha) / 255 * p.strokeOpacity * p.opacity)
		out.Line = Line{Width: p.width * scale, Round: p.round}
		for _, d := range p.dash {
			out.Line.Dash = append(out.Line.Dash, d*scale)
		}
	}
	if out.Fill.Visible() || out.Stroke.Visible() {
		r.items = append(r.items, out)
	}
}
