package frozen

import (
	"reflect"
	"sync"
	"unsafe"
)

// inside is the plan of what the values of a type lead to, made when it is
// first needed.
func (s *Scheme) inside(t reflect.Type) func() *plan {
	return sync.OnceValue(func() *plan { return s.plan(t) })
}

// What a pointer or a list begins with.
const (
	none  = iota
	fresh // it follows
	first // twice the number of a pointer that was met before follows; one more: of one outside
)

func (s *Scheme) pointer(t reflect.Type) *plan {
	of, self := s.inside(t.Elem()), s.inside(t)
	return &plan{t,
		func(e *encoder, p unsafe.Pointer) {
			to := *(*unsafe.Pointer)(p)
			if to == nil {
				e.uint(none)
				return
			}
			at := place{uintptr(to), t}
			if n, ok := e.outside[at]; ok {
				e.uint(first + 2*n + 1)
				return
			}
			if n, ok := e.seen[at]; ok {
				e.uint(first + 2*n)
				return
			}
			e.seen[at] = uint64(len(e.seen))
			e.uint(fresh)
			of().write(e, to)
		},
		func(d *decoder, p unsafe.Pointer) {
			switch n := d.uint(); {
			case n == none:
				*(*unsafe.Pointer)(p) = nil
			case n == fresh:
				to := reflect.New(t.Elem()).UnsafePointer()
				*(*unsafe.Pointer)(p) = to
				d.seen = append(d.seen, seen{to, self()})
				of().read(d, to)
			case (n-first)%2 == 1:
				*(*unsafe.Pointer)(p) = d.from((n-first)/2, t)
			default:
				n = (n - first) / 2
				if n >= uint64(len(d.seen)) || d.seen[n].plan != self() {
					panic(errDamaged)
				}
				*(*unsafe.Pointer)(p) = d.seen[n].at
			}
		},
	}
}

// from is a pointer to what the reader has already.
func (d *decoder) from(n uint64, t reflect.Type) unsafe.Pointer {
	if n >= uint64(len(d.outside)) || reflect.TypeOf(d.outside[n]) != t {
		panic(errDamaged)
	}
	return reflect.ValueOf(d.outside[n]).UnsafePointer()
}

func (s *Scheme) slice(t reflect.Type) *plan {
	if t.Elem().Kind() == reflect.Uint8 {
		return flat(t, writeBytes, readBytes)
	}
	of, size := s.inside(t.Elem()), t.Elem().Size()
	return &plan{t,
		func(e *encoder, p unsafe.Pointer) {
			list := reflect.NewAt(t, p).Elem()
			if list.IsNil() {
				e.uint(none)
				return
			}
			e.uint(uint64(list.Len()) + 1)
			start, elem := list.UnsafePointer(), of()
			for i := range list.Len() {
				elem.write(e, unsafe.Add(start, uintptr(i)*size))
			}
		},
		func(d *decoder, p unsafe.Pointer) {
			n := d.uint()
			if n == none {
				return
			}
			count := d.length(n-1, size)
			list := reflect.MakeSlice(t, count, count)
			start, elem := list.UnsafePointer(), of()
			for i := range count {
				elem.read(d, unsafe.Add(start, uintptr(i)*size))
			}
			reflect.NewAt(t, p).Elem().Set(list)
		},
	}
}

func writeBytes(e *encoder, b []byte) {
	if b == nil {
		e.uint(none)
		return
	}
	e.uint(uint64(len(b)) + 1)
	e.out = append(e.out, b...)
}

func readBytes(d *decoder) []byte {
	n := d.uint()
	if n == none {
		return nil
	}
	return append([]byte{}, d.bytes(n-1)...)
}

// mapping writes maps as copies: their keys lead nowhere.
func (s *Scheme) mapping(t reflect.Type) *plan {
	keys, values := s.inside(t.Key()), s.inside(t.Elem())
	return &plan{t,
		func(e *encoder, p unsafe.Pointer) {
			m := reflect.NewAt(t, p).Elem()
			if m.IsNil() {
				e.uint(none)
				return
			}
			e.uint(uint64(m.Len()) + 1)
			for it := m.MapRange(); it.Next(); {
				keys().write(e, copied(it.Key()))
				values().write(e, copied(it.Value()))
			}
		},
		func(d *decoder, p unsafe.Pointer) {
			n := d.uint()
			if n == none {
				return
			}
			m := reflect.MakeMapWithSize(t, d.length(n-1, 1))
			for range n - 1 {
				key, value := reflect.New(t.Key()), reflect.New(t.Elem())
				keys().read(d, key.UnsafePointer())
				values().read(d, value.UnsafePointer())
				m.SetMapIndex(key.Elem(), value.Elem())
			}
			reflect.NewAt(t, p).Elem().Set(m)
		},
	}
}

// copied is where a copy of a value is.
func copied(v reflect.Value) unsafe.Pointer {
	c := reflect.New(v.Type())
	c.Elem().Set(v)
	return c.UnsafePointer()
}

// held writes what is behind an interface, with the number of its type.
func (s *Scheme) held(t reflect.Type) *plan {
	return &plan{t,
		func(e *encoder, p unsafe.Pointer) {
			v := reflect.NewAt(t, p).Elem()
			if v.IsNil() {
				e.uint(none)
				return
			}
			v = v.Elem()
			n, ok := s.index[v.Type()]
			if !ok {
				e.fail("the scheme has no %s", v.Type())
				return
			}
			e.uint(uint64(n) + 1)
			s.plan(v.Type()).write(e, copied(v))
		},
		func(d *decoder, p unsafe.Pointer) {
			n := d.uint()
			if n == none {
				return
			}
			if n > uint64(len(s.types)) || !s.types[n-1].AssignableTo(t) {
				panic(errDamaged)
			}
			v := reflect.New(s.types[n-1])
			s.plan(s.types[n-1]).read(d, v.UnsafePointer())
			reflect.NewAt(t, p).Elem().Set(v.Elem())
		},
	}
}
