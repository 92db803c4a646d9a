package nerve

import (
	"math"
	"slices"
	"testing"
)

// At rest nothing moves: the published parameters belong to −65 mV.
func TestRest(t *testing.T) {
	_, v := Course(0, 50, 0.01)
	for i, x := range v {
		if math.Abs(x+65) > 0.05 {
			t.Fatalf("step %d: %g mV without a stimulus", i, x)
		}
	}
}

func TestAllOrNothing(t *testing.T) {
	limit := Threshold()
	if below := Peak(limit - 0.1); below > -40 {
		t.Errorf("below the threshold the potential rises to %g mV", below)
	}
	if below, above := Positive(limit-0.1), Positive(limit+1); below != 0 || above < 0.5 || above > 2 {
		t.Errorf("above zero for %g ms below the threshold, %g ms beyond it", below, above)
	}
	weak, strong := Peak(limit+1), Peak(3*limit)
	if weak < 30 || strong > 50 || strong-weak > 10 {
		t.Errorf("peaks of %g and %g mV", weak, strong)
	}
}

// Half the step gives the same peak: the numbers in the text do not depend on it.
func TestStepSize(t *testing.T) {
	_, coarse := Course(10, 12, 0.01)
	_, fine := Course(10, 12, 0.005)
	if d := math.Abs(slices.Max(coarse) - slices.Max(fine)); d > 0.1 {
		t.Errorf("the peaks are %g mV apart", d)
	}
}

func TestRampIsContinuous(t *testing.T) {
	for _, u := range []float64{-2e-6, -1e-7, 0, 1e-7, 2e-6} {
		if math.Abs(ramp(u)-10) > 1e-5 {
			t.Errorf("ramp(%g) = %g", u, ramp(u))
		}
	}
}

func TestSpikes(t *testing.T) {
	p := Spikes([]float64{3, 6.5, 8})
	if len(p.Marks) != 3 {
		t.Errorf("%d curves for 3 stimuli", len(p.Marks))
	}
}

// Every part has its name, and no shape is without its points.
func TestCell(t *testing.T) {
	d := Cell()
	if len(d.Texts) < 8 {
		t.Errorf("%d captions", len(d.Texts))
	}
	for _, s := range d.Shapes {
		if len(s.X) != len(s.Y) || len(s.X) < 2 {
			t.Errorf("a shape of %d and %d coordinates", len(s.X), len(s.Y))
		}
	}
}
