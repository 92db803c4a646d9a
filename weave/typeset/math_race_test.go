package typeset_test

import (
	"sync"
	"testing"

	"weave/weave/typeset"
)

// Formulas of many chapters are set at once with one face.
func TestFormulasAreSetAtOnce(t *testing.T) {
	lines := mathLines(t, "testdata/math.txt")
	want := make([]string, len(lines))
	for i, src := range lines {
		want[i] = mathBoxes(typeset.Math(mathParse(src), mathStyle(true)))
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i, src := range lines {
				if got := mathBoxes(typeset.Math(mathParse(src), mathStyle(true))); got != want[i] {
					t.Errorf("%s is set otherwise beside others:\n%s", src, got)
				}
			}
		})
	}
	wg.Wait()
}
