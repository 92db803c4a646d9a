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
	if n, ok := e.strings[s]; ok {
		e.uint(n + 1)
		return
	}
	e.strings[s] = uint64(len(e.strings))
	e.uint(0)
	e.uint(uint64(len(s)))
	e.out = append(e.out, s...)
}

func (e *encoder) float(x float64) {
	bits := math.Float64bits(x)
	if n, ok := e.floats[bits]; ok {
		e.uint(n + 1)
		return
	}
	e.floats[bits] = uint64(len(e.floats))
	e.uint(0)
	e.out = binary.LittleEndian.AppendUint64(e.out, bits)
}
