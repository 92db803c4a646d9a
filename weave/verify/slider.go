package verify

import (
	"fmt"
	"strconv"
	"strings"

	"weave/blocks"
)

// sliderFrames is how many frames of a slider the golden file holds, equally
// far apart, the first and the last among them: hundreds of frames are no text
// that a person reviews.
const sliderFrames = 9

// sliderText writes what a slider moves over and some of its frames.
func sliderText(b *strings.Builder, s *blocks.SliderOf) {
	n := len(s.Frames)
	fmt.Fprintf(b, "slider %s: %d values\n", s.Name, n)
	shown := min(n, sliderFrames)
	for k := range shown {
		i := 0
		if shown > 1 {
			i = k * (n - 1) / (shown - 1)
		}
		fmt.Fprintf(b, "at %s\n", strconv.FormatFloat(s.Values[i], 'g', -1, 64))
		outputText(b, &s.Frames[i])
	}
}
