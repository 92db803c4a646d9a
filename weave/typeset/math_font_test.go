package typeset_test

import (
	"testing"

	"codeberg.org/go-fonts/stix/stix2mathregular"

	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/typeset"
)

// Any font with a MATH table sets every formula; what it lacks comes from the
// built-in one.
func TestOtherMathFont(t *testing.T) {
	latinModern := typeset.MathStyle{Face: font.LatinModernMath(), Size: 10, Display: true, Color: draw.Black}
	faces := map[*font.Face]int{}
	for _, file := range []string{"../tex/testdata/corpus.txt", "testdata/hard.txt"} {
		for _, src := range mathLines(t, file) {
			f := mathParse(src)
			if missing := typeset.MathMissing(f, latinModern); len(missing) > 0 {
				t.Errorf("%s: no glyph for %q", src, missing)
			}
			frame := typeset.Math(f, latinModern)
			checkFrame(t, src, frame)
			for _, it := range frame.Items {
				if g, ok := it.(draw.Glyphs); ok {
					faces[g.Face]++
				}
			}
		}
	}
	if faces[font.LatinModernMath()] < 10*faces[font.MathFace()] {
		t.Errorf("%d runs are in Latin Modern, %d in the built-in face", faces[font.LatinModernMath()], faces[font.MathFace()])
	}
}

func BenchmarkMathFont(b *testing.B) {
	data := stix2mathregular.TTF
	b.ReportAllocs()
	for b.Loop() {
		f, err := font.Parse("x", data)
		if err != nil || f.Math() == nil {
			b.Fatal(err)
		}
	}
}
