package font_test

import (
	"math"
	"testing"

	"weave/weave/font"
)

func TestMathTableOfSTIX(t *testing.T) {
	f := font.MathFace()
	m := f.Math()
	if m == nil {
		t.Fatal("no MATH table")
	}
	if font.Text().Math() != nil {
		t.Error("the text face has a MATH table")
	}
	for name, v := range map[string]float64{"axis": m.AxisHeight, "rule": m.FractionRuleThickness, "script": m.ScriptPercentScaleDown, "radical": m.RadicalDegreeBottomRaisePercent} {
		if v <= 0 || v >= 1 {
			t.Errorf("%s: %v em", name, v)
		}
	}
	paren := m.Growth(f.GlyphIndex('('), true)
	if paren == nil || len(paren.Variants) < 3 || len(paren.Parts) < 3 {
		t.Fatalf("( grows by %+v", paren)
	}
	for i := 1; i < len(paren.Variants); i++ {
		if paren.Variants[i].Size < paren.Variants[i-1].Size {
			t.Error("variants of ( do not grow")
		}
	}
	if prime := f.GlyphIndex('′'); m.ScriptForm(prime, 1) == prime {
		t.Error("the prime has no form for scripts")
	}
	if i := f.GlyphIndex('𝑖'); m.Dotless(i) == i {
		t.Error("i keeps its dot")
	}
	x := m.Glyph(f.GlyphIndex('x'))
	if x.Height < .3 || x.Height > .6 || math.Abs(x.Depth) > .05 || x.Right <= x.Left {
		t.Errorf("x: %+v", x)
	}
}
