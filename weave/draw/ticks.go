package draw

import (
	"math"

	"gonum.org/v1/plot"
)

// ticker marks five to seven round values: steps of 1, 2, 2.5 or 5 times a
// power of ten.
type ticker struct {
	lang string
	at   []float64 // given ones, instead of round ones
	most int       // at most so many
}

// Ticks implements plot.Ticker.
func (t ticker) Ticks(lo, hi float64) []plot.Tick {
	values, digits := t.at, 0
	if values == nil {
		values, digits = roundValues(lo, hi, t.most)
	} else {
		for _, v := range values {
			digits = max(digits, decimals(v))
		}
	}
	out := make([]plot.Tick, len(values))
	for i, v := range values {
		out[i] = plot.Tick{Value: v, Label: formatNumber(v, digits, t.lang)}
	}
	return out
}

// decimals is how many digits behind the decimal mark a value needs, up to 6.
func decimals(v float64) int {
	for d := range 6 {
		p := math.Pow10(d)
		if math.Abs(v*p-math.Round(v*p)) < 1e-9*max(1, math.Abs(v*p)) {
			return d
		}
	}
	return 6
}

// roundValues chooses the smallest round step that gives at most so many
// values, and says how many decimals they need.
func roundValues(lo, hi float64, most int) (values []float64, digits int) {
	span := hi - lo
	if !(span > 0) || math.IsInf(span, 0) {
		return []float64{lo}, decimals(lo)
	}
	base := math.Pow10(int(math.Floor(math.Log10(span))) - 1)
	step := span
	for _, f := range []float64{1, 2, 2.5, 5, 10, 20, 25, 50} {
		if span/(f*base) <= float64(most-1)+1e-9 {
			step = f * base
			break
		}
	}
	for k := math.Ceil(lo/step - 1e-9); k*step <= hi+1e-9*span; k++ {
		values = append(values, k*step)
	}
	return values, decimals(step)
}

// logTicker marks powers of ten, with the lines between them unlabelled.
type logTicker struct{}

// Ticks implements plot.Ticker.
func (logTicker) Ticks(lo, hi float64) []plot.Tick {
	var out []plot.Tick
	from, to := int(math.Floor(math.Log10(lo)+1e-9)), int(math.Ceil(math.Log10(hi)-1e-9))
	every := max(1, (to-from+5)/6)
	for e := from; e <= to; e++ {
		v := math.Pow10(e)
		if v < lo*(1-1e-9) || v > hi*(1+1e-9) {
			continue
		}
		label := ""
		if (e-from)%every == 0 {
			label = powerOfTen(e)
		}
		out = append(out, plot.Tick{Value: v, Label: label})
	}
	return out
}

// powerOfTen is 10ⁿ as LaTeX.
func powerOfTen(e int) string { return "$10^{" + formatNumber(float64(e), 0, "") + "}$" }
