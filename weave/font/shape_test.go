package font

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// TestKerning compares the widths of pairs, in thousandths of an em, with those
// that Chromium measures with the same files.
func TestKerning(t *testing.T) {
	pairs := []string{`"A`, "&V", "vo", "ye", "AV", "To", "„W", "r.", "fi", "fl", "ff"}
	for _, c := range []struct {
		face *Face
		want []float64
	}{
		{Text(), []float64{982, 1356, 990, 942, 1298, 1047, 1287, 560, 592, 602, 609}},
		{TextItalic(), []float64{945, 1320, 914, 858, 1236, 1025, 1238, 555, 557, 562, 570}},
		{TextSemiBold(), []float64{1010, 1375, 1042, 1004, 1337, 1103, 1365, 624, 647, 648, 676}},
	} {
		for i, p := range pairs {
			if got := 1000 * Width(c.face.Shape(p, ShapeOptions{})); math.Abs(got-c.want[i]) > 1e-6 {
				t.Errorf("%s: %s is %.1f wide instead of %.0f", c.face.Name(), p, got, c.want[i])
			}
		}
	}
}

// TestLigatures: letters are joined, but not across a joint. STIX joins them by
// exchanging each for its half, so the glyph of every letter tells.
func TestLigatures(t *testing.T) {
	f := Text()
	for _, c := range []struct{ text, joined string }{
		{"finden", "fi"}, {"Auflage", "fl"}, {"Auf\u200clage", ""}, {"Stoff\u200claden", "f"},
		{"Auf\u200cfin\u200cden", "fi"}, {"Stof\u200cfe", ""}, {"für", ""},
	} {
		var got strings.Builder
		for _, g := range f.Shape(c.text, ShapeOptions{}) {
			if r := []rune(g.Text); len(r) != 1 || g.ID != f.GlyphIndex(r[0]) {
				fmt.Fprint(&got, g.Text)
			}
		}
		if got.String() != c.joined {
			t.Errorf("%q joins %q instead of %q", c.text, got.String(), c.joined)
		}
	}
}
