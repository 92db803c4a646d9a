package nerve

import (
	"slices"
	"strconv"

	"weave/blocks"
	"weave/blocks/wording"
)

// every is how many computed points there are for one that is drawn.
const every = 5

// Spikes shows the impulses that stimuli of several strengths, in µA/cm²,
// cause: those below the threshold die away, all others look alike.
func Spikes(strengths []float64) blocks.Plot {
	p := blocks.Plot{
		X:      blocks.Axis{Label: wording.Of("Zeit in ms", "time in ms"), Min: 0, Max: 12},
		Y:      blocks.Axis{Label: wording.Of("Membranpotential in mV", "membrane potential in mV"), Min: -90, Max: 60, Ticks: []float64{-80, -60, -40, -20, 0, 20, 40}},
		Legend: blocks.Outside,
	}
	for _, s := range strengths {
		t, v := Course(s, 12, 0.01)
		l := blocks.Line{Name: wording.Of("Reiz ", "stimulus ") + wording.Decimal(strconv.FormatFloat(s, 'g', -1, 64))}
		for i := 0; i < len(t); i += every {
			l.X, l.Y = append(l.X, t[i]), append(l.Y, v[i])
		}
		p.Marks = append(p.Marks, l)
	}
	return p
}

// Peak is the highest potential, in mV, that a stimulus causes.
func Peak(strength float64) float64 {
	_, v := Course(strength, 12, 0.01)
	return slices.Max(v)
}

// Positive is how long, in ms, the potential is above 0 mV after a stimulus.
func Positive(strength float64) (duration float64) {
	const dt = 0.01
	_, v := Course(strength, 12, dt)
	for _, mV := range v {
		if mV > 0 {
			duration += dt
		}
	}
	return duration
}

// Threshold is the strength, in µA/cm², from which on an impulse arises.
func Threshold() float64 {
	lo, hi := 0.0, 40.0
	for hi-lo > 1e-3 {
		if mid := (lo + hi) / 2; Peak(mid) > 0 {
			hi = mid
		} else {
			lo = mid
		}
	}
	return hi
}

var (
	_ = blocks.Register("nerve/spikes", Spikes)
	_ = blocks.Register("nerve/peak", Peak)
	_ = blocks.Register("nerve/positive", Positive)
	_ = blocks.Register("nerve/threshold", Threshold)
)
