package typeset

import (
	"strings"
	"testing"

	"weave/weave/draw"
	"weave/weave/tex"
)

// brokenLines are the texts of the lines of a broken display and where they begin.
func brokenLines(t *testing.T, src string, width float64) (texts []string, at []float64) {
	t.Helper()
	f, _ := tex.Parse(src, tex.Options{})
	frame := mathBroken(f, MathStyle{Size: 10, Display: true}, width)
	if frame == nil {
		return nil, nil
	}
	for _, it := range frame.Items {
		g := it.(draw.Group)
		var b strings.Builder
		for _, it := range g.Frame.Items {
			if run, ok := it.(draw.Glyphs); ok {
				for _, q := range run.Run {
					b.WriteString(q.Text)
				}
			}
		}
		texts, at = append(texts, b.String()), append(at, g.X)
		if g.X+g.Frame.Width > width {
			t.Errorf("%s: a line is %.1f wide, more than %.1f", src, g.X+g.Frame.Width, width)
		}
	}
	return texts, at
}

func TestWideFormulaBreaksBeforeRelations(t *testing.T) {
	texts, at := brokenLines(t, `a = b+c+d+e = f+g+h+i = j`, 75)
	if strings.Join(texts, "|") != "a=b+c+d+e|=f+g+h+i|=j" {
		t.Errorf("lines %q", texts)
	}
	if at[0] != 0 || at[1] != at[2] || at[1] <= 0 {
		t.Errorf("lines begin at %v", at)
	}
	texts, at = brokenLines(t, `a = b+c+d+(e+f+g)+h+i`, 78)
	if strings.Join(texts, "|") != "a=b+c+d|+(e+f+g)|+h+i" || at[1] <= 0 {
		t.Errorf("lines %q at %v", texts, at)
	}
	if texts, _ = brokenLines(t, `\frac{a+b+c+d+e+f+g+h}{x}`, 50); texts != nil {
		t.Errorf("a fraction is broken: %q", texts)
	}
}

func TestSignsWithoutGlyphsAreReportedOnce(t *testing.T) {
	_, list := layoutOf(t, "# A\n\nEs ist $x + 好$ und $好 \\text{你}$.\n")
	var got []string
	for _, d := range list {
		got = append(got, d.Message)
	}
	want := `no font has the character "好" (U+597D) of this formula|no font has the character "你" (U+4F60) of this formula`
	if strings.Join(got, "|") != want {
		t.Errorf("got %q", got)
	}
}
