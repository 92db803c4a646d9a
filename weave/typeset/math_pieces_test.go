package typeset_test

import (
	"math"
	"strings"
	"testing"

	"weave/weave/draw"
	"weave/weave/typeset"
)

// frameText is what a frame shows, in the order of its items.
func frameText(f *draw.Frame) string {
	var b strings.Builder
	for _, it := range f.Items {
		switch it := it.(type) {
		case draw.Glyphs:
			b.WriteString(runText(it))
		case draw.Group:
			b.WriteString(frameText(it.Frame))
		}
	}
	return b.String()
}

func TestPieces(t *testing.T) {
	for _, c := range []struct {
		src     string
		display bool
		wide    float64
		want    string
	}{
		{`a = b+c = d = e`, true, 1000, `a=b+c|=d|=e`},
		{`a = b+c+d`, true, 30, `a=b|+c|+d`},
		{`a = b, \qquad c+d = e = f`, true, 1000, `a=b,|c+d=e|=f`},
		{`a + (b = c) + d`, true, 1000, `a+(b=c)+d`},
		{`\begin{aligned} a &= b \\ &= c \end{aligned}`, true, 10, `a=b=c`},
		{`a = b+c = d`, false, 1000, `a=|b+c=|d`},
		{`a = b+c+d = e`, false, 25, `a=|b+|c+|d=|e`},
	} {
		pieces, indent := typeset.MathPieces(mathParse(c.src), mathStyle(c.display), c.wide)
		var got []string
		sum := 0.
		for i, p := range pieces {
			got = append(got, frameText(p.Frame))
			sum += p.Frame.Width
			if i < len(pieces)-1 {
				sum += p.Space
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q", c.src, got)
		}
		if whole := typeset.Math(mathParse(c.src), mathStyle(c.display)).Width; math.Abs(whole-sum) > 1e-6 {
			t.Errorf("%s: %.3f in one piece, %.3f in pieces", c.src, whole, sum)
		}
		if c.display && len(pieces) > 1 && indent <= 0 {
			t.Errorf("%s: lines begin at %v", c.src, indent)
		}
	}
}
