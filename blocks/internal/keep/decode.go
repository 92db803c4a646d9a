package keep

import (
	"encoding/binary"
	"errors"
	"math"
	"reflect"
	"time"
)

var errDamaged = errors.New("keep: the bytes are not those of these types")

// decoder reads what an encoder has written.
type decoder struct {
	data  []byte
	types Types
	seen  []reflect.Value
}

// Decode sets the variables that pointers point at. What a variable leads to
// already is changed in its place, so that others that lead there see it too.
func Decode(types Types, data []byte, pointers ...any) (err error) {
	d := &decoder{data: data, types: types}
	defer func() {
		if v := recover(); v == errDamaged {
			err = errDamaged
		} else if v != nil {
			panic(v)
		}
	}()
	for _, p := range pointers {
		d.value(reflect.ValueOf(p).Elem())
	}
	if len(d.data) > 0 {
		return errDamaged
	}
	return nil
}

func (d *decoder) uint() uint64 {
	n, size := binary.Uvarint(d.data)
	if size <= 0 {
		panic(errDamaged)
	}
	d.data = d.data[size:]
	return n
}

func (d *decoder) int() int64 {
	n, size := binary.Varint(d.data)
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
	b := d.data[:n]
	d.data = d.data[n:]
	return b
}

func (d *decoder) float() float64 {
	return math.Float64frombits(binary.LittleEndian.Uint64(d.bytes(8)))
}

func (d *decoder) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(d.uint() == 1)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(d.int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(d.uint())
	case reflect.Float32, reflect.Float64:
		v.SetFloat(d.float())
	case reflect.Complex64, reflect.Complex128:
		re := d.float()
		v.SetComplex(complex(re, d.float()))
	case reflect.String:
		v.SetString(string(d.bytes(d.uint())))
	case reflect.Array:
		for i := range v.Len() {
			d.value(v.Index(i))
		}
	case reflect.Struct:
		d.structure(v)
	default:
		d.leading(v)
	}
}

func (d *decoder) structure(v reflect.Value) {
	if _, ok := v.Interface().(time.Time); ok {
		var t time.Time
		if t.UnmarshalBinary(d.bytes(d.uint())) != nil {
			panic(errDamaged)
		}
		v.Set(reflect.ValueOf(t))
		return
	}
	for i := range v.NumField() {
		d.value(field(v, i))
	}
}

func (d *decoder) leading(v reflect.Value) {
	n := d.uint()
	if n == 0 {
		v.SetZero()
		return
	}
	if n > 1 { // memory that was read before
		if n-2 >= uint64(len(d.seen)) || d.seen[n-2].Type() != v.Type() {
			panic(errDamaged)
		}
		v.Set(d.seen[n-2])
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		d.seen = append(d.seen, addressable(v))
		d.value(v.Elem())
	case reflect.Slice:
		d.slice(v)
	case reflect.Map:
		d.mapping(v)
	case reflect.Interface:
		typ := d.types.find(string(d.bytes(d.uint())))
		if typ == nil || !typ.AssignableTo(v.Type()) {
			panic(errDamaged)
		}
		held := reflect.New(typ).Elem()
		if !v.IsNil() && v.Elem().Type() == typ {
			held.Set(v.Elem())
		}
		d.value(held)
		v.Set(held)
	default:
		panic(errDamaged)
	}
}

func (d *decoder) slice(v reflect.Value) {
	n := d.uint()
	if size := v.Type().Elem().Size(); size > 0 && n > uint64(len(d.data)) {
		panic(errDamaged) // each element takes a byte at least
	}
	if v.IsNil() || uint64(v.Len()) != n {
		v.Set(reflect.MakeSlice(v.Type(), int(n), int(n)))
	}
	d.seen = append(d.seen, addressable(v))
	for i := range v.Len() {
		d.value(v.Index(i))
	}
}

func (d *decoder) mapping(v reflect.Value) {
	n := d.uint()
	if v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	v.Clear()
	d.seen = append(d.seen, addressable(v))
	for range n {
		key, elem := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		d.value(key)
		d.value(elem)
		v.SetMapIndex(key, elem)
	}
}
