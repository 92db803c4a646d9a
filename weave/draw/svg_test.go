package draw_test

import (
	"strings"
	"testing"

	"weave/weave/draw"
	"weave/weave/font"
)

func glyphRun(x, y, size float64, c draw.Color, text string) draw.Glyphs {
	f := font.Sans()
	g := draw.Glyphs{X: x, Y: y, Face: f, Size: size, Color: c}
	for _, r := range text {
		id := f.GlyphIndex(r)
		g.Run = append(g.Run, font.Glyph{ID: id, Advance: f.Advance(id), Text: string(r)})
	}
	return g
}

func TestInlineIsInEm(t *testing.T) {
	var s draw.SVGSheet
	got := s.Inline(&draw.Frame{Width: 12.5, Height: 10, Baseline: 8, Items: []draw.Item{glyphRun(0, 8, 10, draw.Black, "ll")}}, 10, draw.SVGAttr{Class: "m"})
	for _, want := range []string{`class="m"`, `aria-hidden="true"`, `width:1.25em;height:1em;vertical-align:-.2em`, `viewBox="0 0 1250 1000"`, `<use href="#ga79" y="800"/>`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if n := strings.Count(s.Defs(), "<path "); n != 1 {
		t.Errorf("%d definitions for one glyph", n)
	}
}

func TestFigureItems(t *testing.T) {
	var s draw.SVGSheet
	line := draw.Path{Stroke: draw.F2.Faint(.5), Line: draw.Line{Width: 1.3, Dash: []float64{4, 2}, Round: true}, Segments: []draw.Segment{{Verb: draw.Move, P: [3]draw.Point{{X: .5, Y: 1}}}, {Verb: draw.To, P: [3]draw.Point{{X: 10.126, Y: 1}}}}}
	inner := &draw.Frame{Width: 20, Height: 10, Items: []draw.Item{line}}
	frame := &draw.Frame{Width: 100, Height: 50, Items: []draw.Item{
		draw.Group{X: 5, Y: 5, Frame: inner, Clip: true},
		glyphRun(10, 20, 8, draw.Ink, "A b"),
		draw.Link{X: 1, Y: 2, W: 3, H: 4, Target: "https://go.dev/?a&b"},
		draw.Image{W: 1, H: 1, Format: "png", Data: []byte("x")},
	}}
	got := s.Figure(frame, draw.SVGAttr{Label: "Linie <1>"})
	for _, want := range []string{
		`role="img" aria-label="Linie &lt;1&gt;"`, `<svg x="5" y="5" width="20" height="10">`, `M.5 1h9.63`, `stroke="var(--f2)" stroke-opacity=".5" stroke-width="1.3"`,
		`stroke-dasharray="4 2"`, `<g fill="var(--ink)" transform="translate(10 20)scale(.008)">`, `href="https://go.dev/?a&amp;b"`, `data:image/png;base64,eA==`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if n := strings.Count(got, "<use "); n != 2 {
		t.Errorf("%d glyphs for \"A b\", want 2: a blank has no outline", n)
	}
	var again draw.SVGSheet
	if again.Figure(frame, draw.SVGAttr{Label: "Linie <1>"}) != got || again.Defs() != s.Defs() {
		t.Error("the same frame gave another picture")
	}
}
