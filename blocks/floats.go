package blocks

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
)

// Float is a float64 whose JSON can be NaN or infinite: a string then.
type Float float64

// MarshalJSON writes the shortest text that reads back the same.
func (f Float) MarshalJSON() ([]byte, error) {
	x := float64(f)
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return fmt.Appendf(nil, "%q", strconv.FormatFloat(x, 'g', -1, 64)), nil
	}
	return strconv.AppendFloat(nil, x, 'g', -1, 64), nil
}

// UnmarshalJSON reads a number or one of "NaN", "+Inf", "-Inf".
func (f *Float) UnmarshalJSON(b []byte) error {
	if len(b) > 1 && b[0] == '"' {
		b = b[1 : len(b)-1]
	}
	x, err := strconv.ParseFloat(string(b), 64)
	*f = Float(x)
	return err
}

// Floats is a []float64 in the same form.
type Floats []float64

// MarshalJSON writes an array of Float.
func (fs Floats) MarshalJSON() ([]byte, error) {
	b := []byte{'['}
	for i, x := range fs {
		if i > 0 {
			b = append(b, ',')
		}
		t, _ := Float(x).MarshalJSON()
		b = append(b, t...)
	}
	return append(b, ']'), nil
}

// UnmarshalJSON reads an array of Float.
func (fs *Floats) UnmarshalJSON(b []byte) error {
	var raw []Float
	if err := json.Unmarshal(b, &raw); err != nil {
		return err
	}
	*fs = make(Floats, len(raw))
	for i, x := range raw {
		(*fs)[i] = float64(x)
	}
	return nil
}
