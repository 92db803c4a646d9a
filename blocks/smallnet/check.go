package smallnet

import (
	"math"
	"strconv"

	"weave/blocks"
	"weave/blocks/diffquot"
	"weave/blocks/wording"
)

// Checked compares one parameter's derivative by backpropagation with the
// central difference.
type Checked struct {
	Symbol                string // LaTeX
	Backward, Differences float64
}

// Deviation is by how much both differ, relative to the larger.
func (c Checked) Deviation() float64 {
	largest := math.Max(math.Abs(c.Backward), math.Abs(c.Differences))
	if largest == 0 {
		return 0
	}
	return math.Abs(c.Backward-c.Differences) / largest
}

// GradientCheck compares all derivatives with central differences of step h.
func (n Net) GradientCheck(e Example, h float64) []Checked {
	g := n.Gradient(e)
	var out []Checked
	for i, p := range n.params() {
		at := *p.value
		errorOf := func(v float64) float64 {
			*p.value = v
			return n.Error(e)
		}
		out = append(out, Checked{p.symbol, *g.params()[i].value, diffquot.Central(errorOf, at, h)})
		*p.value = at
	}
	return out
}

// CheckTable shows a gradient check, a row for each parameter.
func CheckTable(rows []Checked) blocks.Table {
	t := blocks.Table{Head: []string{
		"", wording.Of("Backpropagation", "backpropagation"),
		wording.Of("Differenzen", "differences"), wording.Of("Abweichung", "deviation"),
	}}
	for _, r := range rows {
		t.Rows = append(t.Rows, []any{
			"$" + r.Symbol + "$", decimal(r.Backward), decimal(r.Differences), power(r.Deviation()),
		})
	}
	return t
}

// decimal is a number with ten digits behind the decimal mark.
func decimal(v float64) string {
	return wording.Decimal(strconv.FormatFloat(v, 'f', 10, 64))
}

// digits is to how many digits derivatives are said to agree at most: beyond
// them it is rounding, which differs between processors.
const digits = 8

// power is the order of magnitude that a small number stays below.
func power(v float64) string {
	v = math.Max(v, math.Pow10(-digits)/2)
	return "$< 10^{" + strconv.Itoa(int(math.Floor(math.Log10(v)))+1) + "}$"
}

var (
	_ = blocks.Register("smallnet/check", CheckTable)
	_ = blocks.Register("smallnet/gradient-check", Net.GradientCheck)
	_ = blocks.Register("smallnet/deviation", Checked.Deviation)
)
