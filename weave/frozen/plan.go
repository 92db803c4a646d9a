package frozen

import (
	"reflect"
	"unsafe"
)

// plan is how the values of a type are written and read, where they are in
// memory.
type plan struct {
	typ   reflect.Type
	write func(e *encoder, p unsafe.Pointer)
	read  func(d *decoder, p unsafe.Pointer)
}

// plan is that of a type. It is made without those of what its values lead to,
// so that types may lead to themselves and what stays outside needs none.
func (s *Scheme) plan(t reflect.Type) *plan {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.plans[t]
	if p == nil {
		p = s.newPlan(t)
		s.plans[t] = p
	}
	return p
}

func (s *Scheme) newPlan(t reflect.Type) *plan {
	switch t.Kind() {
	case reflect.Bool:
		return flat(t, func(e *encoder, x bool) { e.uint(map[bool]uint64{true: 1}[x]) }, func(d *decoder) bool { return d.uint() == 1 })
	case reflect.Int, reflect.Int64:
		return flat(t, writeInt[int64], readInt[int64])
	case reflect.Int32:
		return flat(t, writeInt[int32], readInt[int32])
	case reflect.Int16:
		return flat(t, writeInt[int16], readInt[int16])
	case reflect.Int8:
		return flat(t, writeInt[int8], readInt[int8])
	case reflect.Uint, reflect.Uint64, reflect.Uintptr:
		return flat(t, writeUint[uint64], readUint[uint64])
	case reflect.Uint32:
		return flat(t, writeUint[uint32], readUint[uint32])
	case reflect.Uint16:
		return flat(t, writeUint[uint16], readUint[uint16])
	case reflect.Uint8:
		return flat(t, writeUint[uint8], readUint[uint8])
	case reflect.Float64:
		return flat(t, (*encoder).float, (*decoder).float)
	case reflect.String:
		return flat(t, (*encoder).text, (*decoder).text)
	case reflect.Array:
		return s.array(t)
	case reflect.Struct:
		return s.structure(t)
	case reflect.Slice:
		return s.slice(t)
	case reflect.Pointer:
		return s.pointer(t)
	case reflect.Map:
		return s.mapping(t)
	case reflect.Interface:
		return s.held(t)
	}
	return &plan{t,
		func(e *encoder, p unsafe.Pointer) { e.fail("a %s cannot be kept", t) },
		func(d *decoder, p unsafe.Pointer) { panic(errDamaged) },
	}
}

// flat is the plan of a type that is laid out like T and leads nowhere else.
func flat[T any](t reflect.Type, write func(*encoder, T), read func(*decoder) T) *plan {
	return &plan{t,
		func(e *encoder, p unsafe.Pointer) { write(e, *(*T)(p)) },
		func(d *decoder, p unsafe.Pointer) { *(*T)(p) = read(d) },
	}
}

type signed interface {
	~int8 | ~int16 | ~int32 | ~int64
}

type unsigned interface {
	~uint8 | ~uint16 | ~uint32 | ~uint64
}

// writeInt has the sign in the lowest bit.
func writeInt[T signed](e *encoder, x T) { e.uint(uint64(int64(x)<<1) ^ uint64(int64(x)>>63)) }

func readInt[T signed](d *decoder) T {
	n := d.uint()
	return T(int64(n>>1) ^ -int64(n&1))
}

func writeUint[T unsigned](e *encoder, x T) { e.uint(uint64(x)) }
func readUint[T unsigned](d *decoder) T     { return T(d.uint()) }

func (s *Scheme) array(t reflect.Type) *plan {
	elem, n, size := s.newPlan(t.Elem()), t.Len(), t.Elem().Size()
	return &plan{t,
		func(e *encoder, p unsafe.Pointer) {
			for i := range n {
				elem.write(e, unsafe.Add(p, uintptr(i)*size))
			}
		},
		func(d *decoder, p unsafe.Pointer) {
			for i := range n {
				elem.read(d, unsafe.Add(p, uintptr(i)*size))
			}
		},
	}
}

func (s *Scheme) structure(t reflect.Type) *plan {
	type field struct {
		*plan
		at uintptr
	}
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		fields = append(fields, field{s.newPlan(f.Type), f.Offset})
	}
	return &plan{t,
		func(e *encoder, p unsafe.Pointer) {
			for _, f := range fields {
				f.write(e, unsafe.Add(p, f.at))
			}
		},
		func(d *decoder, p unsafe.Pointer) {
			for _, f := range fields {
				f.read(d, unsafe.Add(p, f.at))
			}
		},
	}
}
