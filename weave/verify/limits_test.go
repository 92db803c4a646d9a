package verify

import (
	"strings"
	"testing"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/prog"
	"weave/weave/source"
)

// TestLimits: what would take too long, or is too large, is unread and says so.
func TestLimits(t *testing.T) {
	for _, c := range []struct{ text, reason string }{
		{`$\sum_{i=1}^{1000000000} i = 2$`, "limit: a sum of more than 10000 terms"},
		{`$\sum_{i=1}^{9999} \sum_{j=1}^{9999} i j = 2$`, "limit: the evaluation takes too long"},
		{`$\sum_{k=1}^\infty \frac1k = 5$`, "the infinite sum does not settle"},
		{`$\lim_{x \to 0} \sin\frac1x = 0$`, "the limit does not settle"},
		{`$u_1 = 2 v_1$, $v_1 = u_1 + 1$, $u_1 + v_1 = 3$`, "the definitions go in a circle"},
		{"$" + strings.Repeat("(", 200) + "x" + strings.Repeat(")", 200) + " = x$", "limit: brackets and fractions nested more than 100 deep"},
		{`$\frac{\partial^4}{\partial x^4} \frac{d}{dx} x^5 = 0$`, "limit: a derivative of such a high order"},
	} {
		claims := check(t, c.text+"\n", "").Claims
		last := claims[len(claims)-1]
		if last.Status != Unread || !strings.Contains(last.Reason, c.reason) {
			t.Errorf("%s: %s: %s, want %s", c.text, last, last.Reason, c.reason)
		}
	}
}

// TestLargeMatrix: a matrix that the code has and that is too large is no free
// name, for which something might hold.
func TestLargeMatrix(t *testing.T) {
	text := "```go {#a}\nW1 := mat.NewDense(1000, 1000, nil)\n```\n\n$$W_1^T = W_1 + W_1$$\n"
	ch, _ := doc.Parse(source.NewFile("chapters/a.md", []byte(text)), doc.ParseOptions{})
	vars := map[string]*blocks.Value{"W1": {Kind: blocks.MatrixValue, Rows: 1000, Cols: 1000, Nums: make([]float64, 1_000_000)}}
	r := CheckChapter(Input{Chapter: ch, Formulas: prog.ReadFormulas(ch), Values: func(string) map[string]*blocks.Value { return vars }})
	if c := r.Claims[0]; c.Status != Unread || !strings.Contains(c.Reason, "limit: W_1 has more than 4096 entries") {
		t.Errorf("%s: %s", c, c.Reason)
	}
}

// TestCheckerPanics: a mistake of the checker itself leaves a claim unread.
func TestCheckerPanics(t *testing.T) {
	reason := attempt(func() {
		var m []int
		_ = m[3]
	})
	if !strings.HasPrefix(reason, "the checker failed: ") {
		t.Errorf("a panic became %q", reason)
	}
}

// TestDeepFormula: nesting without end neither ends the program nor takes long.
func TestDeepFormula(t *testing.T) {
	deep := "$" + strings.Repeat("(", 5000) + "x" + strings.Repeat(")", 5000) + " = x$\n"
	ch, _ := doc.Parse(source.NewFile("chapters/a.md", []byte(deep)), doc.ParseOptions{})
	CheckChapter(Input{Chapter: ch})
}

// TestSourcesOfFailure: a failure says where the definitions that it uses stand.
func TestSourcesOfFailure(t *testing.T) {
	for _, c := range []struct{ text, reason string }{
		{"$z_3 = 2$.\n\n$$z_3 + 1 = 4$$\n", "left 3 (z_3 = 2, line 1), right 4"},
		{"$$q_2 = 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1$$\n\n$$q_2 + 1 = 14$$\n", "left 13 (q_2 as line 1 says), right 14"},
	} {
		claims := check(t, c.text, "").Claims
		if last := claims[len(claims)-1]; !strings.Contains(last.Reason, c.reason) {
			t.Errorf("%s: %s: %s, want %s", c.text, last, last.Reason, c.reason)
		}
	}
}
