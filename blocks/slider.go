package blocks

import (
	"fmt"
	"math"
	"strconv"
)

// SliderOf is a drawing or value that follows a number, computed for every
// value beforehand: what Slider returns and the page shows. The site moves it;
// the book prints the frames of Printed side by side.
type SliderOf struct {
	Name    string // label of the number; may hold LaTeX between dollars
	Values  Floats
	Frames  []Output // one for each of Values, all of one kind
	First   int      `json:",omitempty"` // index of the value shown first
	Printed []int    // indices of the frames that the book prints
}

// maxFrames is how many values a slider may have: one for each point of a
// screen that is wider than any.
const maxFrames = 4000

// printedFrames is how many frames the book shows unless asked for others.
const printedFrames = 4

// Slider computes frame for from, from+step, … up to to. What it returns is
// shown as by Show; it must be of the same kind for every value. The curves of
// plots are thinned to what can be seen.
func Slider[N int | float64](name string, from, to, step N, frame func(N) any) SliderOf {
	s := SliderOf{Name: name}
	if !(step > 0) || to < from || float64(to-from)/float64(step) > maxFrames-1 {
		panic(fmt.Sprintf("blocks.Slider: %v to %v in steps of %v are not 1 to %d values", from, to, step, maxFrames))
	}
	n := int(math.Floor(float64(to-from)/float64(step)+1e-9)) + 1
	for i := range n {
		v := valueAt(from, step, i)
		out := OutputOf(frame(v))
		if i > 0 && out.Kind != s.Frames[0].Kind {
			panic(fmt.Sprintf("blocks.Slider: a %s for %v, but a %s before", out.Kind, v, s.Frames[0].Kind))
		}
		s.Values = append(s.Values, float64(v))
		s.Frames = append(s.Frames, thinned(out))
	}
	for i := range min(n, printedFrames) {
		s.Printed = append(s.Printed, int(math.Round(float64(i*(n-1))/float64(max(1, min(n, printedFrames)-1)))))
	}
	return s
}

// valueAt is from + i·step; of a step with few decimals it is the nearest
// number with as few, 0.3 instead of 0.30000000000000004.
func valueAt[N int | float64](from, step N, i int) N {
	v := float64(from) + float64(i)*float64(step)
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	if err != nil {
		return N(v)
	}
	return N(rounded)
}

// Start chooses the value that is shown first: the nearest one.
func (s SliderOf) Start(value float64) SliderOf {
	s.First = s.nearest(value)
	return s
}

// Print chooses the values that the book shows: the nearest ones.
func (s SliderOf) Print(values ...float64) SliderOf {
	s.Printed = nil
	for _, v := range values {
		s.Printed = append(s.Printed, s.nearest(v))
	}
	return s
}

func (s SliderOf) nearest(value float64) int {
	best := 0
	for i, v := range s.Values {
		if math.Abs(v-value) < math.Abs(s.Values[best]-value) {
			best = i
		}
	}
	return best
}
