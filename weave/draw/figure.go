package draw

import (
	"strconv"
	"strings"
)

// FigureStyle is what a drawing takes from its surroundings.
type FigureStyle struct {
	Width float64 // pt, of the whole figure
	Lang  string  // decides the decimal mark
	Print bool    // curves after the first are dashed, as colour may be lost
	Label func(text string, l Label) *Frame
}

// Label says how a text in a figure is set; the text may hold LaTeX between
// dollars.
type Label struct {
	Size  float64 // pt
	Color Color
	Bold  bool
}

// Sizes in points of the figure style.
const (
	tickSize   = 8
	labelSize  = 8.5
	titleSize  = 9
	axisWidth  = 0.6
	gridWidth  = 0.5
	zeroWidth  = 0.7
	curveWidth = 1.3
	thinWidth  = 0.8
	tickLength = 3
	pointR     = 2.3
)

// curveColor is colour n of a figure, from 1.
func curveColor(n int) Color { return Curves[(n-1+len(Curves))%len(Curves)] }

// formatNumber writes a tick's value with the given digits behind the decimal
// mark, a true minus and never "−0".
func formatNumber(v float64, digits int, lang string) string {
	s := strconv.FormatFloat(v, 'f', digits, 64)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	if strings.HasPrefix(lang, "de") {
		s = strings.Replace(s, ".", ",", 1)
	}
	return strings.Replace(s, "-", "−", 1)
}
