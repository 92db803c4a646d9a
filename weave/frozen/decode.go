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
	if n := d.uint(); n > 0 {
		if n > uint64(len(d.strings)) {
			panic(errDamaged)
		}
		return d.strings[n-1]
	}
	s := string(d.bytes(d.uint()))
	d.strings = append(d.strings, s)
	return s
}

func (d *decoder) float() float64 {
	if n := d.uint(); n > 0 {
		if n > uint64(len(d.floats)) {
			panic(errDamaged)
		}
		return d.floats[n-1]
	}
	x := math.Float64frombits(binary.LittleEndian.Uint64(d.bytes(8)))
	d.floats = append(d.floats, x)
	return x
}

// length is that of a list; each element takes a byte at least, unless it has
// no size.
func (d *decoder) length(n uint64, element uintptr) int {
	if element > 0 && n > uint64(len(d.data)) || n > math.MaxInt32 {
		panic(errDamaged)
	}
	return int(n)
}
