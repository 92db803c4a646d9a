package verify

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/source"
)

// DefaultTolerance is how far a number may be from the accepted one, relative
// to its size and absolutely: processors differ in fused multiply-add.
const DefaultTolerance = 1e-9

// Outputs counts blocks that showed something.
type Outputs struct {
	Total   int `json:"total"`
	Same    int `json:"same"`
	Changed int `json:"changed"`
	Missing int `json:"missing"`
}

// Add counts those of another chapter too.
func (o *Outputs) Add(n Outputs) {
	o.Total += n.Total
	o.Same += n.Same
	o.Changed += n.Changed
	o.Missing += n.Missing
}

// CompareOutputs holds a chapter's outputs against its golden file; golden is
// nil where there is none. Every block with a difference is one finding, at
// the block.
func CompareOutputs(ch *doc.Chapter, results map[string]*blocks.Result, golden []byte) (Outputs, source.List) {
	var n Outputs
	var list source.List
	accepted := ParseGolden(golden)
	delete(accepted, FormulaSection)
	for _, c := range ch.Code {
		r := results[c.Name]
		if c.Name == "" || r == nil || len(r.Outputs) == 0 {
			continue
		}
		n.Total++
		want, ok := accepted[c.Name]
		delete(accepted, c.Name)
		if !ok {
			n.Missing++
			list.Errorf("output", c.Span, "the output of %s was never accepted", c.Name).
				Hint("look at it, then record it: weave accept %s/%s", ch.Name, c.Name)
			continue
		}
		if diff := difference(want, ResultText(r), tolerance(c)); diff != "" {
			n.Changed++
			list.Errorf("output", c.Span, "the output of %s changed: %s", c.Name, diff).
				Hint("if it is right, record it: weave accept %s/%s", ch.Name, c.Name)
			continue
		}
		n.Same++
	}
	for _, name := range slices.Sorted(maps.Keys(accepted)) {
		if !failed(results[name]) {
			n.Missing++
			list.Errorf("output", ch.File.At(0, 0), "an output was accepted for %s, which shows nothing any more", name).
				Hint("if that is right, record it: weave accept %s", ch.Name)
		}
	}
	return n, list
}

func failed(r *blocks.Result) bool { return r != nil && r.Failure != nil && !r.Failure.Expected }

func tolerance(c *doc.Code) float64 {
	if c.Options.Tol > 0 {
		return c.Options.Tol
	}
	return DefaultTolerance
}

var numberRE = regexp.MustCompile(`[-+−]?(?:[0-9]+(?:[.][0-9]*)?|[.][0-9]+)(?:[eE][-+]?[0-9]+)?`)

// difference describes the first line in which two outputs differ, "" if none:
// text exactly, numbers by tolerance. A whole number is exact, as counts are.
func difference(want, got string, tol float64) string {
	a, b := strings.Split(strings.TrimRight(want, "\n"), "\n"), strings.Split(strings.TrimRight(got, "\n"), "\n")
	for i := range max(len(a), len(b)) {
		switch {
		case i >= len(a):
			return fmt.Sprintf("line %d is new: %s", i+1, clip(b[i]))
		case i >= len(b):
			return fmt.Sprintf("line %d is gone: %s", i+1, clip(a[i]))
		case !sameLine(a[i], b[i], tol):
			return fmt.Sprintf("line %d was\n%s\nand is\n%s", i+1, clip(a[i]), clip(b[i]))
		}
	}
	return ""
}

func sameLine(a, b string, tol float64) bool {
	if a == b {
		return true
	}
	na, nb := numberRE.FindAllString(a, -1), numberRE.FindAllString(b, -1)
	if len(na) != len(nb) || numberRE.ReplaceAllString(a, "0") != numberRE.ReplaceAllString(b, "0") {
		return false
	}
	for i := range na {
		if na[i] != nb[i] && !near(na[i], nb[i], tol) {
			return false
		}
	}
	return true
}

func near(a, b string, tol float64) bool {
	if !strings.ContainsAny(a+b, ".eE") {
		return false
	}
	x, errX := strconv.ParseFloat(strings.ReplaceAll(a, "−", "-"), 64)
	y, errY := strconv.ParseFloat(strings.ReplaceAll(b, "−", "-"), 64)
	if errX != nil || errY != nil {
		return false
	}
	return math.Abs(x-y) <= tol*max(1, math.Abs(x), math.Abs(y))
}

// clip shortens a line for a message.
func clip(s string) string {
	if r := []rune(s); len(r) > 120 {
		return string(r[:119]) + "…"
	}
	return s
}
