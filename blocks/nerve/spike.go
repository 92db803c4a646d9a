// Package nerve shows the living model of artificial neurons: a drawing of a
// nerve cell, and its impulse as computed by Hodgkin and Huxley.
package nerve

import (
	"math"

	"weave/blocks"
)

// Membrane is the state of a piece of nerve fibre in the model of A. L. Hodgkin
// and A. F. Huxley (J. Physiol. 117, 1952, 500–544), in its usual modern form
// with a resting potential of −65 mV.
type Membrane struct {
	V       float64 // potential inside against outside, mV
	m, h, n float64 // open parts of the gates, 0 to 1
}

// Rest is the membrane without a stimulus.
func Rest() Membrane {
	s := Membrane{V: -65}
	am, bm, ah, bh, an, bn := rates(s.V)
	s.m, s.h, s.n = am/(am+bm), ah/(ah+bh), an/(an+bn)
	return s
}

// rates are how fast the gates open and close at a potential, per ms.
func rates(v float64) (am, bm, ah, bh, an, bn float64) {
	am = 0.1 * ramp(v+40)
	bm = 4 * math.Exp(-(v+65)/18)
	ah = 0.07 * math.Exp(-(v+65)/20)
	bh = 1 / (1 + math.Exp(-(v+35)/10))
	an = 0.01 * ramp(v+55)
	bn = 0.125 * math.Exp(-(v+65)/80)
	return
}

// ramp is u/(1 − exp(−u/10)), continued by its limit 10 at u = 0.
func ramp(u float64) float64 {
	if math.Abs(u) < 1e-6 {
		return 10 + u/2
	}
	return u / -math.Expm1(-u/10)
}

// Step advances by dt ms under a current in µA/cm². The gates follow their own
// exact solution for a fixed potential, which is stable for any dt.
func (s Membrane) Step(current, dt float64) Membrane {
	const gNa, gK, gLeak = 120, 36, 0.3     // mS/cm²
	const eNa, eK, eLeak = 50, -77, -54.387 // mV; the capacity is 1 µF/cm²
	na := gNa * s.m * s.m * s.m * s.h
	k := gK * s.n * s.n * s.n * s.n
	am, bm, ah, bh, an, bn := rates(s.V)
	gate := func(x, a, b float64) float64 {
		end := a / (a + b)
		return end + (x-end)*math.Exp(-(a+b)*dt)
	}
	return Membrane{
		V: s.V + dt*(current-na*(s.V-eNa)-k*(s.V-eK)-gLeak*(s.V-eLeak)),
		m: gate(s.m, am, bm), h: gate(s.h, ah, bh), n: gate(s.n, an, bn),
	}
}

// Course is the potential over time, at steps of dt ms for duration ms: a
// stimulus of the given strength in µA/cm² acts from 1 ms to 2 ms.
func Course(strength, duration, dt float64) (t, v []float64) {
	s := Rest()
	for i := range int(duration/dt) + 1 {
		now := float64(i) * dt
		t, v = append(t, now), append(v, s.V)
		current := 0.0
		if now >= 1 && now < 2 {
			current = strength
		}
		s = s.Step(current, dt)
	}
	return t, v
}

var (
	_ = blocks.Register("nerve/rest", Rest)
	_ = blocks.Register("nerve/step", Membrane.Step)
	_ = blocks.Register("nerve/course", Course)
)
