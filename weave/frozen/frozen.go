// Package frozen writes what nobody changes any more to bytes and reads it
// back, in another process of the same weave: trees and graphs of any types,
// by their types, with all fields, also those that are not exported. The bytes
// hold no description of the types, so they are for the same program only.
//
// Pointers that are equal stay equal. Slices are copies: as nobody changes
// them, nothing tells whether two share memory.
package frozen

import (
	"errors"
	"reflect"
	"sync"
)

// Scheme knows how the values of some types are written. It may be used from
// several goroutines.
type Scheme struct {
	types []reflect.Type // that interfaces may hold
	index map[reflect.Type]int

	mu    sync.Mutex
	plans map[reflect.Type]*plan
}

// NewScheme makes one for values whose interfaces hold the types of these
// samples.
func NewScheme(samples ...any) *Scheme {
	s := &Scheme{index: map[reflect.Type]int{}, plans: map[reflect.Type]*plan{}}
	for i, v := range samples {
		t := reflect.TypeOf(v)
		s.types, s.index[t] = append(s.types, t), i
	}
	return s
}

var errDamaged = errors.New("frozen: the bytes are not of this type")

// place is what a pointer leads to: a structure and its first field are at the
// same address.
type place struct {
	at  uintptr
	typ reflect.Type
}

// Freeze writes what the pointer v leads to. Pointers among outside are written
// as their numbers: they stand for what the reader has already. The error names
// a type that cannot be written.
func (s *Scheme) Freeze(v any, outside []any) ([]byte, error) {
	e := &encoder{scheme: s, strings: map[string]uint64{}, floats: map[uint64]uint64{}, seen: map[place]uint64{}, outside: map[place]uint64{}}
	for i, o := range outside {
		if at := placeOf(o); at.at != 0 {
			e.outside[at] = uint64(i)
		}
	}
	p := reflect.ValueOf(v)
	s.plan(p.Type().Elem()).write(e, p.UnsafePointer())
	return e.out, e.err
}

func placeOf(pointer any) place {
	v := reflect.ValueOf(pointer)
	return place{uintptr(v.UnsafePointer()), v.Type()}
}

// Thaw sets what the pointer v leads to. outside are the pointers that stand
// where those of Freeze stood.
func (s *Scheme) Thaw(data []byte, outside []any, v any) (err error) {
	d := &decoder{scheme: s, data: data, outside: outside}
	defer func() {
		if r := recover(); r == errDamaged {
			err = errDamaged
		} else if r != nil {
			panic(r)
		}
	}()
	p := reflect.ValueOf(v)
	s.plan(p.Type().Elem()).read(d, p.UnsafePointer())
	if len(d.data) > 0 {
		return errDamaged
	}
	return nil
}
