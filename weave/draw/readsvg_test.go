package draw

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// pathText writes segments as SVG would, rounded.
func pathText(segments []Segment) string {
	var b strings.Builder
	for _, s := range segments {
		b.WriteByte("MLCZ"[s.Verb])
		n := map[Verb]int{Move: 1, To: 1, Curve: 3}[s.Verb]
		for _, p := range s.P[:n] {
			fmt.Fprintf(&b, " %.4g,%.4g", p.X, p.Y)
		}
	}
	return b.String()
}

func TestSVGPath(t *testing.T) {
	for d, want := range map[string]string{
		"M1 2 3 4h5v6z":              "M 1,2L 3,4L 8,4L 8,10Z",
		"m1-2l.5.5-1-1":              "M 1,-2L 1.5,-1.5L 0.5,-2.5",
		"M0 0C1 1 2 1 3 0S5-1 6 0":   "M 0,0C 1,1 2,1 3,0C 4,-1 5,-1 6,0",
		"M0 0Q3 3 6 0T12 0":          "M 0,0C 2,2 4,2 6,0C 8,-2 10,-2 12,0",
		"M0 0z m1 1l1 0":             "M 0,0ZM 1,1L 2,1",
		"M10 0A10 10 0 0110 0L1e1,2": "M 10,0L 10,0L 10,2",
		"M10 0a10 10 0 01-10 10":     "M 10,0C 10,5.523 5.523,10 0,10",
		"M0 0A1 1 0 0 1 20 0":        "M 0,0C 0,-5.523 4.477,-10 10,-10C 15.52,-10 20,-5.523 20,0",
		"M1 1L2 x3":                  "M 1,1",
		"L1 1":                       "",
		"M1 1 L 2 2 3":               "M 1,1L 2,2",
	} {
		if got := pathText(svgPath(d)); got != want {
			t.Errorf("%s gives %s, want %s", d, got, want)
		}
	}
}

func TestReadSVG(t *testing.T) {
	const file = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://example.org/x" width="40mm" viewBox="0 0 40 20">
<x:layer/><style>.a{}</style>
<defs><g id="g"><rect id="r" width="4" height="2"/></g></defs>
<g transform="translate(10 5) scale(2)" style="fill:#f00;stroke:none" opacity=".5">
 <use href="#g" x="1"/><polygon points="0,0 1,0 1,1" fill="none" stroke="rgb(0,128,0)" stroke-width=".5"/>
</g>
<line x2="5" stroke="url(#p)"/><text>x</text><circle r="3" display="none"/></svg>`
	f, missing, err := ReadSVG([]byte(file))
	if err != nil {
		t.Fatal(err)
	}
	if want := "stroke: url, style, text"; strings.Join(missing, ", ") != want {
		t.Errorf("missing: %v, want %s", missing, want)
	}
	const pt = 72 / 25.4
	if fmt.Sprintf("%.2f %.2f", f.Width/pt, f.Height/pt) != "40.00 20.00" {
		t.Errorf("the size is %v × %v", f.Width, f.Height)
	}
	var got []string
	for _, it := range f.Items[0].(Group).Frame.Items {
		p := it.(Path)
		for i := range p.Segments {
			for k := range p.Segments[i].P {
				q := &p.Segments[i].P[k]
				q.X, q.Y = math.Round(q.X/pt*1e6)/1e6, math.Round(q.Y/pt*1e6)/1e6
			}
		}
		got = append(got, fmt.Sprintf("%s fill %v stroke %v %.3g", pathText(p.Segments), p.Fill, p.Stroke, p.Line.Width/pt))
	}
	want := []string{
		"M 12,5L 20,5L 20,9L 12,9Z fill {svg 255 0 0 128} stroke { 0 0 0 0} 0",
		"M 10,5L 12,5L 12,7Z fill { 0 0 0 0} stroke {svg 0 128 0 128} 1",
		"M 0,0L 5,0 fill {svg 0 0 0 255} stroke {svg 153 153 153 255} 1",
	}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			break
		}
	}
}

func TestNoSVG(t *testing.T) {
	for _, text := range []string{"", "<p/>", "<svg/>", "<svg width='1e999' height='2'/>", "not xml <"} {
		if _, _, err := ReadSVG([]byte(text)); err == nil {
			t.Errorf("%q is taken for an SVG", text)
		}
	}
}

func FuzzReadSVG(f *testing.F) {
	f.Add(`<svg viewBox="0 0 1 1"><use id="a" href="#a"/><g id="b"><use href="#b"/><use href="#b"/></g></svg>`)
	f.Add(`<svg width="3" height="4"><path d="M0 0A1 2 3 1 0 5 6zq1 2 3 4t5 6" transform="matrix(1 2 3) skewX(x"/></svg>`)
	f.Fuzz(func(t *testing.T, text string) {
		frame, _, err := ReadSVG([]byte(text))
		if err == nil && !(frame.Width > 0 && frame.Height > 0) {
			t.Errorf("a frame of %v × %v", frame.Width, frame.Height)
		}
	})
}
