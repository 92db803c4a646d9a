package weave

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"weave/weave/source"
)

// planted are mistakes of the kinds that authors make, put into the reader: the
// text that is replaced, what stands there instead, and the kind of finding.
var planted = []struct{ kind, chapter, right, wrong, finding string }{
	{"a wrong sign", "08-backpropagation", `Z_3 &= w_5 A_1 + w_6 A_2 + b_3 \\`, `Z_3 &= w_5 A_1 - w_6 A_2 + b_3 \\`, "claim"},
	{"an index whose value is the same today", "08-backpropagation", `Z_2 &= w_3 X_1 + w_4 X_2 + b_2`, `Z_2 &= w_3 X_1 + w_4 X_2 + b_3`, "claim"},
	{"an index that names nothing", "08-backpropagation", `Z_2 &= w_3 X_1 + w_4 X_2 + b_2`, `Z_2 &= w_3 X_1 + w_9 X_2 + b_2`, "claim"},
	{"a factor", "08-backpropagation", `E_1 &= \frac{1}{2} (A_3 - t_1)^2`, `E_1 &= (A_3 - t_1)^2`, "claim"},
	{"an entry of a matrix", "02-vorwaerts", `\begin{pmatrix} \go{w11} & \go{w12} \\ \go{w21} & \go{w22} \end{pmatrix} \begin`, `\begin{pmatrix} \go{w11} & \go{w21} \\ \go{w12} & \go{w22} \end{pmatrix} \begin`, "claim"},
	{"a sum with wrong bounds", "01-neuron", `\sum_{i=1}^{n} w_i x_i + b`, `\sum_{i=2}^{n} w_i x_i + b`, "claim"},
	{"wrong bounds above the code", "09-training", `C = -\sum_{i=1}^{3} y_i`, `C = -\sum_{i=1}^{2} y_i`, "claim"},
	{"a wrong first index above the code", "09-training", `C = -\sum_{i=1}^{3} y_i`, `C = -\sum_{i=2}^{3} y_i`, "claim"},
	{"a sign above the code", "09-training", `C = -\sum_{i=1}^{3} y_i`, `C = \sum_{i=1}^{3} y_i`, "claim"},
	{"the derivative of another activation", "08-backpropagation", `= A_3 (1 - A_3) \approx`, `= 1 - A_3^2 \approx`, "claim"},
	{"∂E₁ for ∂E₂", "08-backpropagation", `\frac{\partial E_2}{\partial A_4} \cdot \frac{\partial A_4}{\partial Z_4} \cdot \frac{\partial Z_4}{\partial A_1} \\`, `\frac{\partial E_1}{\partial A_4} \cdot \frac{\partial A_4}{\partial Z_4} \cdot \frac{\partial Z_4}{\partial A_1} \\`, "claim"},
	{"an old value for a new one", "08-backpropagation", `\frac{\partial E}{\partial w_5} \approx \go{w5} - \go{alpha} \cdot \go[%.6f]{dEdw5} \approx \go[%.6f]{w5New}`, `\frac{\partial E}{\partial w_5} \approx \go{w5} - \go{alpha} \cdot \go[%.6f]{dEdw5} \approx \go[%.6f]{w5}`, "claim"},
	{"a step that does not follow", "08-backpropagation", `2 \cdot (3x + 1) \cdot 3 = 18x + 6`, `2 \cdot (3x + 1) \cdot 3 = 18x + 3`, "claim"},
	{"an identity that holds for today's values only", "08-backpropagation", `\frac{\partial E}{\partial A_3} = A_3 - t_1 \approx`, `\frac{\partial E}{\partial A_3} = A_3 - \alpha / 50 \approx`, "claim"},
	{"= where it is only approximate", "08-backpropagation", `(A_3 - t_1)^2 \approx \frac{1}{2} (\go[%.6f]{A3}`, `(A_3 - t_1)^2 = \frac{1}{2} (\go[%.2f]{A3}`, "claim"},
	{"a number rounded wrongly", "08-backpropagation", `\frac{1}{1 + e^{-Z_3}} \approx \go[%.6f]{A3}`, `\frac{1}{1 + e^{-Z_3}} \approx \go[%.6f]{A3 + 0.000001}`, "claim"},
	{"a formula that contradicts its code at an edge", "01-neuron", `0 & \text{für } x < 0`, `0 & \text{für } x \le 0`, "claim"},
	{"another edge, of a function of a package", "02-vorwaerts", `$H(0) = 1$`, `$H(0) = 0$`, "claim"},
	{"a number rounded wrongly beside an exact one", "05-aktivierung", `\tanh 0{,}5 \approx \go[%.4f]{math.Tanh(0.5)}`, `\tanh 0{,}5 \approx 0{,}4622`, "claim"},
	{"a number said of a name in prose", "08-backpropagation", "hat $w_5$ keinen Einfluss.", "hat $w_5$ keinen Einfluss. Das Gewicht $w_5$ ist 0,45.", "typed"},
	{"a value in prose that is typed", "08-backpropagation", "Neuron 1 dagegen `{go} A1`", "Neuron 1 dagegen 1,1625", "typed"},
	{"a reference that leads nowhere", "08-backpropagation", `@eq-bp-sigmoid`, `@eq-bp-sigmoit`, "reference"},
}

// TestPlantedMistakes puts each mistake into the reader and has it found where
// it is.
func TestPlantedMistakes(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the reader")
	}
	if err := os.MkdirAll("../out", 0o777); err != nil {
		t.Fatal(err)
	}
	dir, err := os.MkdirTemp("../out", "planted")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.CopyFS(filepath.Join(dir, "chapters"), os.DirFS("../chapters")); err != nil {
		t.Fatal(err)
	}
	if r := verified(t, dir); r.Failed() {
		t.Fatal("the reader itself has findings", r.list)
	}
	for _, p := range planted {
		t.Run(p.kind, func(t *testing.T) {
			path := filepath.Join(dir, "chapters", p.chapter+".md")
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			at := strings.Index(string(text), p.right)
			if at < 0 {
				t.Fatalf("chapter %s has no longer %s: plant the mistake elsewhere", p.chapter, p.right)
			}
			wrong := string(text[:at]) + p.wrong + string(text[at+len(p.right):])
			if err := os.WriteFile(path, []byte(wrong), 0o666); err != nil {
				t.Fatal(err)
			}
			defer os.WriteFile(path, text, 0o666)
			found(t, verified(t, dir), p.finding, 1+strings.Count(string(text[:at]), "\n"))
		})
	}
}

func verified(t *testing.T, dir string) *Report {
	t.Helper()
	r, err := Verify(context.Background(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// found demands an error of a kind at a line or right behind it.
func found(t *testing.T, r *Report, kind string, line int) {
	t.Helper()
	for _, d := range r.list {
		if n := d.Span.Position().Line; d.Severity == source.Error && d.Kind == kind && n >= line && n <= line+2 {
			return
		}
	}
	t.Errorf("nothing of kind %s is found in line %d, only %v", kind, line, r.list)
}
