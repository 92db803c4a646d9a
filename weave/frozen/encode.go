package frozen

import (
	"encoding/binary"
	"fmt"
	"math"
)

// encoder writes values. Texts and numbers are written once and then by their
// place among those before: both repeat much.
type encoder struct {
	scheme  *Scheme
	out     []byte
	strings map[string]uint64
	floats  map[uint64]uint64 // by bits
	seen    map[place]uint64
	outside map[place]uint64
	err     error // the first
}

func (e *encoder) uint(n uint64) { e.out = binary.AppendUvarint(e.out, n) }

func (e *encoder) fail(format string, args ...any) {
	if e.err == nil {
		e.err = fmt.Errorf("frozen: "+format, args...)
	}
}

func (e *encoder) text(s string) {
	if !before(e, e.strings, s) {
		e.uint(uint64(len(s)))
		e.out = append(e.out, s...)
	}
}

func (e *encoder) float(x float64) {
	if bits := math.Float64bits(x); !before(e, e.floats, bits) {
		e.out = binary.LittleEndian.AppendUint64(e.out, bits)
	}
}

// before writes the place of a value among those before; where there is none, it
// has to follow.
func before[T comparable](e *encoder, known map[T]uint64, v T) bool {
	n, ok := known[v]
	if !ok {
		known[v] = uint64(len(known))
		e.uint(0)
		return false
	}
	e.uint(n + 1)
	return true
}
