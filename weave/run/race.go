package run

import (
	"fmt"
	"strings"
)

// races are the data races that Go's detector has found, each pair of lines
// once.
func (e *ending) races() []crash {
	var out []crash
	seen := map[string]bool{}
	for _, report := range strings.Split(e.stderr, "WARNING: DATA RACE")[1:] {
		report, _, _ = strings.Cut(report, "==================")
		var sides [][]frame // of the two accesses; where the goroutines began stands behind
		for _, section := range strings.Split(report, "\n\n") {
			if f := frames(section); len(f) > 0 && !strings.Contains(section, "created at:") {
				sides = append(sides, f)
			}
		}
		if len(sides) == 0 {
			continue
		}
		at := sides[0][0]
		c := crash{Block: at.Block, Kind: "race", Frames: sides[0], Message: "data race: two goroutines use the same memory at the same time, and one changes it"}
		if len(sides) > 1 && sides[1][0] != at {
			c.Message = fmt.Sprintf("data race: this and line %d of block %q use the same memory at the same time, and one changes it", sides[1][0].Line, sides[1][0].Block)
		}
		if key := fmt.Sprint(at, c.Message); !seen[key] {
			seen[key] = true
			out = append(out, c)
		}
	}
	return out
}
