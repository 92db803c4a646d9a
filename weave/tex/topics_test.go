package tex_test

import (
	"strings"
	"testing"

	"weave/weave/tex"
)

// What docs/math.md shows can be used as it stands there, and is all there is.
func TestSamplesAreReadWithoutProblems(t *testing.T) {
	shown := map[string]bool{`\go`: true, `\verb`: true, `\right`: true, `\middle`: true, `\end`: true, `\cr`: true, `\newline`: true}
	for _, topic := range tex.Topics() {
		for _, s := range topic.Samples {
			if _, problems := tex.Parse(s, tex.Options{}); len(problems) > 0 {
				t.Errorf("%s: %s", s, problems[0].Message)
			}
			for _, c := range tex.Commands() {
				if strings.Contains(s, c) {
					shown[c] = true
				}
			}
		}
	}
	for _, c := range tex.Commands() {
		if !shown[c] {
			t.Errorf("%s has no sample", c)
		}
	}
}
