package draw_test

import (
	"math"
	"regexp"
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
	for _, want := range []string{`class="m"`, `aria-hidden="true"`, `width:1.25em;height:1em;vertical-align:-.2em`, `viewBox="0 -800 1250 1000"`, `<use href="#a"/><use href="#a" x="268"/>`} {
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
		`role="img" aria-label="Linie &lt;1&gt;"`, `<svg x="500" y="500" width="2000" height="1000">`, `M50 100h963`, `stroke="var(--f2)" stroke-opacity=".5" stroke-width="130"`,
		`stroke-dasharray="400 200"`, `<g fill="var(--ink)"><use href="#a" x="1000" y="2000"/>`, `href="https://go.dev/?a&amp;b"`, `data:image/png;base64,eA==`,
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

// TestFigureRuns: neighbours that look alike share what says how; lines are one
// path, areas are not, as the later ones cover the earlier.
func TestFigureRuns(t *testing.T) {
	tick := func(x float64) draw.Path {
		return draw.Path{Stroke: draw.Ink, Line: draw.Line{Width: .6}, Segments: []draw.Segment{{Verb: draw.Move, P: [3]draw.Point{{X: x, Y: 1}}}, {Verb: draw.To, P: [3]draw.Point{{X: x, Y: 4}}}}}
	}
	half := &draw.Frame{Items: []draw.Item{tick(8), glyphRun(2, 2, 20, draw.F1, "l")}}
	frame := &draw.Frame{Width: 50, Height: 50, Items: []draw.Item{
		tick(1), tick(2), draw.Group{X: 1, Scale: .5, Frame: half}, glyphRun(3, 3, 10, draw.F1, "l"), rect(1, 1, 2, 2), rect(2, 2, 2, 2),
	}}
	var s draw.SVGSheet
	got := s.Figure(frame, draw.SVGAttr{})
	for _, want := range []string{
		`<path d="M100 100v300M200 100v300" fill="none" stroke="var(--ink)" stroke-width="60"/>`,
		`<path d="M500 50v150" fill="none" stroke="var(--ink)" stroke-width="30"/>`,
		`<g fill="var(--f1)"><use href="#a" x="200" y="100"/><use href="#a" x="300" y="300"/></g>`,
		`<g fill="var(--f1)"><path d="M100 100h200v200h-200z"/><path d="M200 200h200v200h-200z"/></g>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
}

// TestThinnedLines: a line keeps the points that can be seen.
func TestThinnedLines(t *testing.T) {
	var line, wave draw.Path
	for i := range 101 {
		verb := draw.To
		if i == 0 {
			verb = draw.Move
		}
		x := float64(i)
		line.Segments = append(line.Segments, draw.Segment{Verb: verb, P: [3]draw.Point{{X: x, Y: x / 2}}})
		wave.Segments = append(wave.Segments, draw.Segment{Verb: verb, P: [3]draw.Point{{X: x, Y: 10 * math.Sin(x/20)}}})
	}
	line.Stroke, wave.Stroke, line.Line.Width, wave.Line.Width = draw.Ink, draw.F1, 1, 1
	var s draw.SVGSheet
	got := s.Figure(&draw.Frame{Width: 100, Height: 50, Items: []draw.Item{line, wave}}, draw.SVGAttr{})
	if !strings.Contains(got, `d="M0 0l10000 5000"`) {
		t.Errorf("a straight line is not two points: %s", got)
	}
	_, data, _ := strings.Cut(got, "/><path d=\"M0 0")
	data, _, _ = strings.Cut(data, "\"")
	if n := len(regexp.MustCompile(`-?[0-9.]+`).FindAllString(data, -1)) / 2; n < 20 || n > 60 {
		t.Errorf("the wave has %d points of 100: %s", n, data)
	}
}
