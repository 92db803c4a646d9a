package typeset_test

import (
	"testing"

	"weave/weave/draw"
	"weave/weave/font"
	"weave/weave/typeset"
)

// What a font gives in parts is one outline: no two contours of a shape overlap,
// so that no joint is seen however much a reader enlarges it.
func TestGrownShapesAreOneOutline(t *testing.T) {
	rows := `\begin{matrix}1\\2\\3\\4\\5\\6\end{matrix}`
	list := []string{
		`\sqrt{x}`, `\sqrt[3]{\frac ab}`, `\sqrt{` + rows + `}`,
		`\overbrace{a+b+c+d+e+f+g+h}`, `\underbrace{a+b+c+d+e+f+g+h}`, `\overbracket{a+b+c+d+e+f}`, `\underparen{a+b+c+d+e+f}`,
		`\xrightarrow{abcdefghi}`, `\xLeftarrow{abcdefghi}`, `\xmapsto{abcdefghi}`, `\xtwoheadrightarrow{abcdefghi}`, `\xhookleftarrow{abcdefghi}`, `\xhookrightarrow{abcdefghi}`, `\xrightleftharpoons{abcdefghi}`, `\xlongequal{abcdefghi}`,
		`\overrightarrow{abcdefgh}`, `\overleftrightarrow{abcdefgh}`, `\underrightarrow{abcdefgh}`, `\boxed{abc}`,
	}
	for _, d := range []string{`(`, `)`, `[`, `]`, `\{`, `\}`, `|`, `\|`, `\lfloor`, `\rceil`, `\lgroup`, `\rmoustache`, `\uparrow`, `\Downarrow`, `\updownarrow`, `\Updownarrow`} {
		list = append(list, `\left`+d+rows+`\right.`)
	}
	list = append(append(list, mathLines(t, "testdata/hard.txt")...), mathLines(t, "../tex/testdata/corpus.txt")...)
	for _, face := range []*font.Face{font.MathFace(), font.LatinModernMath()} {
		st := mathStyle(true)
		st.Face = face
		for _, src := range list {
			for _, it := range typeset.Math(mathParse(src), st).Items {
				if p, ok := it.(draw.Path); ok && p.Fill.Visible() && overlap(p) {
					t.Errorf("%s in %s: contours overlap", src, face.Name())
				}
			}
		}
	}
}

// overlap tells whether two contours have parts in common without one lying
// within the other.
func overlap(p draw.Path) bool {
	var boxes [][4]float64
	for _, s := range p.Segments {
		n := [...]int{1, 1, 3, 0}[s.Verb]
		for _, q := range s.P[:n] {
			if s.Verb == draw.Move {
				boxes = append(boxes, [4]float64{q.X, q.Y, q.X, q.Y})
			}
			b := &boxes[len(boxes)-1]
			*b = [4]float64{min(b[0], q.X), min(b[1], q.Y), max(b[2], q.X), max(b[3], q.Y)}
		}
	}
	within := func(a, b [4]float64) bool { return a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3] }
	for i, a := range boxes {
		for _, b := range boxes[:i] {
			apart := a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1]
			if !apart && !within(a, b) && !within(b, a) {
				return true
			}
		}
	}
	return false
}
