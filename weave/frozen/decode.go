package frozen

import (
	"encoding/binary"
	"math"
	"unsafe"
)

// decoder reads what an encoder has written. It panics with errDamaged.
type decoder struct {
	scheme  *Scheme
	data    []byte
	strings []string
	floats  []float64
	seen    []seen
	outside []any
}

// seen is memory that was read before.
type seen struct {
	at   unsafe.Pointer
	plan *plan
}

func (d *decoder) uint() uint64 {
	if len(d.data) > 0 && d.data[0] < 0x80 {
		n := d.data[0]
		d.data = d.data[1:]
		return uint64(n)
	}
	n, size := binary.Uvarint(d.data)
	if size <= 0 {
		panic(errDamaged)
	}
	d.data = d.data[size:]
	return n
}

func (d *decoder) bytes(n uint64) []byte {
	if n > uint64(len(d.data)) {
		panic(errDamaged)
	}
	b := d.data[:n:n]
	d.data = d.data[n:]
	return b
}

func (d *decoder) text() string {
	return again(d, &d.strings, func(d *decoder) string { return string(d.bytes(d.uint())) })
}

func (d *decoder) float() float64 {
	return again(d, &d.floats, func(d *decoder) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(d.bytes(8))) })
}

// again is what was read before, or what read reads.
func again[T any](d *decoder, known *[]T, read func(*decoder) T) T {
	if n := d.uint(); n > 0 {
		if n > uint64(len(*known)) {
			panic(errDamaged)
		}
		return (*known)[n-1]
	}
	v := read(d)
	*known = append(*known, v)
	return v
}

// length is that of a list; each element takes a byte at least, unless it has
// no size.
func (d *decoder) length(n uint64, element uintptr) int {
	if element > 0 && n > uint64(len(d.data)) || n > math.MaxInt32 {
		panic(errDamaged)
	}
	return int(n)
}
