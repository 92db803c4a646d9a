package font_test

import (
	"testing"

	"weave/weave/font"
)

func TestBuiltinFacesSetGermanText(t *testing.T) {
	faces := []func() *font.Face{
		font.MathFace, font.Text, font.TextItalic, font.TextSemiBold, font.TextSemiBoldItalic, font.TextBold, font.TextBoldItalic,
		font.Sans, font.SansItalic, font.SansMedium, font.SansBold, font.SansBoldItalic,
		font.Mono, font.MonoItalic, font.MonoBold, font.MonoBoldItalic,
	}
	names := map[string]bool{}
	for _, face := range faces {
		f := face()
		if names[f.Name()] {
			t.Errorf("%s: a second face of this name", f.Name())
		}
		names[f.Name()] = true
		for _, r := range "äöüßÄÖÜ–0123" {
			if g := f.GlyphIndex(r); g == 0 || f.Advance(g) <= 0 {
				t.Errorf("%s: no glyph for %q", f.Name(), r)
			}
		}
		if m := f.Metrics(); m.Ascent <= 0 || m.Descent >= 0 {
			t.Errorf("%s: metrics %+v", f.Name(), m)
		}
	}
}
