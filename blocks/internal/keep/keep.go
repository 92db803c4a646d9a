package keep

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"
	"slices"
	"time"
	"unsafe"
)

// encoder writes values. Memory that several values lead to is written once;
// where it is met again its number stands.
type encoder struct {
	out     []byte
	types   Types
	seen    map[memory]uint64
	regions []region
	path    []step
}

// memory is what a pointer, slice or map leads to.
type memory struct {
	at  unsafe.Pointer
	len int
	typ reflect.Type
}

// region is a stretch of memory that is written by itself. Two that overlap,
// like a slice and a part of it, would be two afterwards.
type region struct {
	start, end uintptr
	path       string
}

// Encode writes the variables that pointers point at. The error is a *Bound.
func Encode(types Types, names []string, pointers ...any) (data []byte, err error) {
	e := &encoder{types: types, seen: map[memory]uint64{}}
	defer func() {
		v := recover()
		if b, ok := v.(*Bound); ok {
			data, err = nil, b
		} else if v != nil {
			panic(v)
		}
	}()
	for i, p := range pointers {
		v := reflect.ValueOf(p).Elem()
		e.path = []step{{field: names[i]}}
		e.region(v.Addr().UnsafePointer(), v.Type().Size())
		e.value(v)
	}
	e.disjoint()
	return e.out, nil
}

func (e *encoder) uint(n uint64) { e.out = binary.AppendUvarint(e.out, n) }

func (e *encoder) float(x float64) {
	e.out = binary.LittleEndian.AppendUint64(e.out, math.Float64bits(x))
}

func (e *encoder) text(s string) {
	e.uint(uint64(len(s)))
	e.out = append(e.out, s...)
}

func (e *encoder) fail(format string, args ...any) {
	panic(&Bound{pathOf(e.path), fmt.Sprintf(format, args...)})
}

func (e *encoder) in(s step, v reflect.Value) {
	e.path = append(e.path, s)
	e.value(v)
	e.path = e.path[:len(e.path)-1]
}

func (e *encoder) region(at unsafe.Pointer, size uintptr) {
	if size > 0 {
		e.regions = append(e.regions, region{uintptr(at), uintptr(at) + size, pathOf(e.path)})
	}
}

func (e *encoder) disjoint() {
	slices.SortStableFunc(e.regions, func(a, b region) int { return int(int64(a.start) - int64(b.start)) })
	for i := 1; i < len(e.regions); i++ {
		if a, b := e.regions[i-1], e.regions[i]; b.start < a.end {
			panic(&Bound{b.path, "shares memory with " + a.path})
		}
	}
}

// known writes a reference to memory that was written before.
func (e *encoder) known(v reflect.Value, n int, size uintptr) bool {
	key := memory{v.UnsafePointer(), n, v.Type()}
	if number, ok := e.seen[key]; ok {
		e.uint(number + 2)
		return true
	}
	e.seen[key] = uint64(len(e.seen))
	e.region(key.at, size)
	e.uint(1)
	return false
}

// value writes an addressable value.
func (e *encoder) value(v reflect.Value) {
	t := v.Type()
	switch t.Kind() {
	case reflect.Bool:
		e.uint(map[bool]uint64{true: 1}[v.Bool()])
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		e.out = binary.AppendVarint(e.out, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		e.uint(v.Uint())
	case reflect.Float32, reflect.Float64:
		e.float(v.Float())
	case reflect.Complex64, reflect.Complex128:
		e.float(real(v.Complex()))
		e.float(imag(v.Complex()))
	case reflect.String:
		e.text(v.String())
	case reflect.Array:
		for i := range v.Len() {
			e.in(step{index: i}, v.Index(i))
		}
	case reflect.Struct:
		e.structure(v)
	default:
		if v.IsNil() {
			e.uint(0)
			return
		}
		e.leading(v)
	}
}

func (e *encoder) structure(v reflect.Value) {
	if slices.Contains(outside, v.Type().PkgPath()) {
		e.fail("is a %s, which stands for something outside of the program", v.Type())
	}
	if t, ok := v.Interface().(time.Time); ok {
		data, err := t.MarshalBinary()
		if err != nil {
			e.fail("cannot be written: %v", err)
		}
		e.text(string(data))
		return
	}
	for i := range v.NumField() {
		e.in(step{field: "." + v.Type().Field(i).Name}, field(v, i))
	}
}

// field is a field of an addressable structure, to be read and set also where
// it is not exported.
func field(v reflect.Value, i int) reflect.Value {
	f := v.Field(i)
	return reflect.NewAt(f.Type(), f.Addr().UnsafePointer()).Elem()
}

// leading writes a value, not nil, that leads to others.
func (e *encoder) leading(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !e.known(v, 0, v.Type().Elem().Size()) {
			e.value(v.Elem())
		}
	case reflect.Slice:
		if e.known(v, v.Len(), uintptr(v.Cap())*v.Type().Elem().Size()) {
			return
		}
		e.uint(uint64(v.Len()))
		for i := range v.Len() {
			e.in(step{index: i}, v.Index(i))
		}
	case reflect.Map:
		if e.known(v, 0, 0) {
			return
		}
		e.uint(uint64(v.Len()))
		for it := v.MapRange(); it.Next(); {
			e.in(step{key: it.Key()}, addressable(it.Key()))
			e.in(step{key: it.Key()}, addressable(it.Value()))
		}
	case reflect.Interface:
		typ := v.Elem().Type()
		if e.types.find(name(typ)) != typ {
			e.fail("holds a %s, a type that the chapter does not name", typ)
		}
		e.uint(1)
		e.text(name(typ))
		e.value(addressable(v.Elem()))
	case reflect.Func:
		e.fail("is a function")
	case reflect.Chan:
		e.fail("is a channel")
	default:
		e.fail("is an unsafe pointer")
	}
}

// addressable is a copy of a value of a map or an interface.
func addressable(v reflect.Value) reflect.Value {
	c := reflect.New(v.Type()).Elem()
	c.Set(v)
	return c
}
