package draw

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// matrix maps (x, y) to (a·x + c·y + e, b·x + d·y + f).
type matrix [6]float64

func (m matrix) apply(p Point) Point {
	return Point{m[0]*p.X + m[2]*p.Y + m[4], m[1]*p.X + m[3]*p.Y + m[5]}
}

// times is n first, then m.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[2]*n[1], m[1]*n[0] + m[3]*n[1],
		m[0]*n[2] + m[2]*n[3], m[1]*n[2] + m[3]*n[3],
		m[0]*n[4] + m[2]*n[5] + m[4], m[1]*n[4] + m[3]*n[5] + m[5],
	}
}

// scale is by how much lengths grow, in the mean of both directions.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2])) }

// svgTransform reads a list like "translate(3 4) rotate(30)" (SVG 1.1, 7.6);
// what is none of it changes nothing.
func svgTransform(s string) matrix {
	m := matrix{1, 0, 0, 1, 0, 0}
	for part := range strings.SplitSeq(s, ")") {
		name, list, _ := strings.Cut(part, "(")
		v := append(svgNumbers(list), 0, 0, 0)
		given := len(v) - 3
		switch strings.Trim(name, " ,\t\n") {
		case "matrix":
			if given == 6 {
				m = m.times(matrix(v[:6]))
			}
		case "translate":
			m = m.times(matrix{1, 0, 0, 1, v[0], v[1]})
		case "scale":
			if given == 1 {
				v[1] = v[0]
			}
			m = m.times(matrix{v[0], 0, 0, v[1], 0, 0})
		case "rotate":
			sin, cos := math.Sincos(v[0] * math.Pi / 180)
			m = m.times(matrix{1, 0, 0, 1, v[1], v[2]}).times(matrix{cos, sin, -sin, cos, 0, 0}).times(matrix{1, 0, 0, 1, -v[1], -v[2]})
		case "skewX":
			m = m.times(matrix{1, 0, math.Tan(v[0] * math.Pi / 180), 1, 0, 0})
		case "skewY":
			m = m.times(matrix{1, math.Tan(v[0] * math.Pi / 180), 0, 1, 0, 0})
		}
	}
	return m
}

// svgPaint is how a shape is painted; all but opacity is inherited, and opacity
// multiplies, which is right where shapes of a group don't overlap.
type svgPaint struct {
	fill, stroke, current               Color
	width                               float64
	dash                                []float64
	round, evenOdd, hidden              bool
	opacity, fillOpacity, strokeOpacity float64
}

func rootPaint() svgPaint {
	return svgPaint{fill: svgBlack, current: svgBlack, width: 1, opacity: 1, fillOpacity: 1, strokeOpacity: 1}
}

var svgBlack = Color{Name: "svg", Alpha: 255}

// with is the paint of an element inside one painted with p.
func (p svgPaint) with(n *svgNode, missing map[string]bool) svgPaint {
	number := func(key string, to *float64) {
		if x, ok := svgLength(n.attr[key]); ok {
			*to = x
		}
	}
	color := func(key string, to *Color) {
		if v, ok := n.attr[key]; ok && v != "inherit" {
			c, known := svgColor(v, p.current)
			if !known {
				missing[key+": "+firstWord(v)] = true
			}
			*to = c
		}
	}
	color("color", &p.current)
	color("fill", &p.fill)
	color("stroke", &p.stroke)
	number("stroke-width", &p.width)
	number("fill-opacity", &p.fillOpacity)
	number("stroke-opacity", &p.strokeOpacity)
	own := 1.0
	number("opacity", &own)
	p.opacity *= max(0, min(1, own))
	p.fillOpacity, p.strokeOpacity = max(0, min(1, p.fillOpacity)), max(0, min(1, p.strokeOpacity))
	if v, ok := n.attr["stroke-dasharray"]; ok {
		p.dash = svgDash(v)
	}
	if v, ok := n.attr["stroke-linecap"]; ok {
		p.round = v == "round"
	}
	if v, ok := n.attr["fill-rule"]; ok {
		p.evenOdd = v == "evenodd"
	}
	if v, ok := n.attr["visibility"]; ok {
		p.hidden = v != "visible"
	}
	for _, key := range []string{"filter", "mask", "clip-path", "marker-start", "marker-mid", "marker-end"} {
		if v := n.attr[key]; v != "" && v != "none" {
			missing[key] = true
		}
	}
	return p
}

// svgDash reads a pattern; one of an odd number is repeated by its reader, and
// one of zeros is none.
func svgDash(s string) []float64 {
	dash, sum := svgNumbers(s), 0.0
	for _, d := range dash {
		if d < 0 {
			return nil
		}
		sum += d
	}
	if sum == 0 {
		return nil
	}
	return dash
}

func firstWord(s string) string {
	return strings.FieldsFunc(s+" ?", func(r rune) bool { return r == '(' || r == ' ' })[0]
}

// svgColor reads a colour; one that is not known is a middle grey.
func svgColor(s string, current Color) (Color, bool) {
	s = strings.ToLower(s)
	switch s {
	case "none", "transparent":
		return Color{}, true
	case "currentcolor":
		return current, true
	}
	if hex, ok := strings.CutPrefix(s, "#"); ok {
		if len(hex) == 3 {
			hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
		}
		if v, err := strconv.ParseUint(hex, 16, 32); err == nil && len(hex) == 6 {
			return Color{"svg", uint8(v >> 16), uint8(v >> 8), uint8(v), 255}, true
		}
	}
	if list, ok := strings.CutPrefix(s, "rgb("); ok {
		v := svgNumbers(strings.NewReplacer("%", " ", ")", " ").Replace(list))
		if len(v) == 3 {
			if strings.Contains(list, "%") {
				v[0], v[1], v[2] = v[0]*2.55, v[1]*2.55, v[2]*2.55
			}
			byteOf := func(x float64) uint8 { return uint8(max(0, min(255, x+0.5))) }
			return Color{"svg", byteOf(v[0]), byteOf(v[1]), byteOf(v[2]), 255}, true
		}
	}
	if c, ok := colornames.Map[s]; ok {
		return Color{"svg", c.R, c.G, c.B, 255}, true
	}
	return Color{"svg", 0x99, 0x99, 0x99, 255}, false
}
