package value

import (
	"fmt"
	"regexp"
	"strings"

	"weave/blocks"
)

// A matrix with more rows or columns than maxSide is shown with dots: its first
// rows or columns and the last.
const maxSide = 8

// TeX is a number, vector or matrix as LaTeX; false for any other value. A
// vector is a column, as the course writes it.
func TeX(v *blocks.Value, lang string) (string, bool) {
	if v.Kind == blocks.IntValue || v.Kind == blocks.FloatValue {
		return texNumber(v.Text, lang), true
	}
	return entriesTeX(v, func(x float64) string { return texNumber(plain(x), lang) })
}

// FormattedTeX is a vector or matrix as LaTeX, each entry written by fmt's
// format; false for any other value, and for a format that is none of numbers.
func FormattedTeX(v *blocks.Value, format, lang string) (string, bool) {
	if !ofNumbers.MatchString(format) {
		return "", false
	}
	return entriesTeX(v, func(x float64) string {
		return LocalizeTeX(fmt.Sprintf(format, x), lang)
	})
}

// ofNumbers is a format that is one verb of floating point numbers.
var ofNumbers = regexp.MustCompile(`^%[-+ #0-9.]*[eEfFgG]$`)

// entriesTeX is a vector or matrix with its entries as written.
func entriesTeX(v *blocks.Value, write func(x float64) string) (string, bool) {
	switch v.Kind {
	case blocks.VectorValue:
		return pmatrix(len(v.Nums), 1, v.Nums, write), len(v.Nums) > 0
	case blocks.MatrixValue:
		return pmatrix(v.Rows, v.Cols, v.Nums, write), v.Rows > 0 && v.Cols > 0
	}
	return "", false
}

// OutputTeX is an output as a formula: Math with its symbol and the value, and
// values that TeX can write; false for any other.
func OutputTeX(o *blocks.Output, lang string) (string, bool) {
	switch o.Kind {
	case blocks.MathOutput:
		right, ok := TeX(o.Value, lang)
		if !ok {
			right = `\text{` + escapeTeX.Replace(Text(o.Value, lang)) + `}`
		}
		return o.Symbol + " = " + right, true
	case blocks.ValueOutput:
		return TeX(o.Value, lang)
	}
	return "", false
}

// texNumber writes a number as Go prints it in LaTeX.
func texNumber(text, lang string) string {
	switch strings.TrimPrefix(text, "+") {
	case "NaN":
		return `\text{NaN}`
	case "Inf":
		return `\infty`
	case "-Inf":
		return `-\infty`
	}
	return LocalizeTeX(text, lang)
}

// pmatrix writes the numbers, row by row, in round brackets.
func pmatrix(rows, cols int, nums []float64, write func(x float64) string) string {
	var b strings.Builder
	b.WriteString(`\begin{pmatrix} `)
	for n, i := range shown(rows) {
		if n > 0 {
			b.WriteString(` \\ `)
		}
		for m, j := range shown(cols) {
			if m > 0 {
				b.WriteString(" & ")
			}
			b.WriteString(cell(i, j, cols, nums, write))
		}
	}
	b.WriteString(` \end{pmatrix}`)
	return b.String()
}

// dots stands for the rows or columns left out.
const dots = -1

// shown are the indices of rows or columns to show.
func shown(n int) []int {
	var out []int
	for i := range n {
		switch {
		case n <= maxSide || i < maxSide-2 || i == n-1:
			out = append(out, i)
		case i == maxSide-2:
			out = append(out, dots)
		}
	}
	return out
}

func cell(i, j, cols int, nums []float64, write func(x float64) string) string {
	switch {
	case i == dots && j == dots:
		return `\ddots`
	case i == dots:
		return `\vdots`
	case j == dots:
		return `\cdots`
	}
	return write(nums[i*cols+j])
}
