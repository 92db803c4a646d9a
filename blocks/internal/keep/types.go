// Package keep writes Go values to bytes and reads them back, by their types:
// also unexported fields, shared and cyclic pointers. It is what a block with
// the option cache keeps its variables with. The bytes are read by the same
// program only, so they hold no description of the types.
package keep

import (
	"fmt"
	"reflect"
	"strings"
	"time"
)

// Types are the types that a value behind an interface may have, by name.
type Types map[string]reflect.Type

// Add makes a type, pointers to it and slices of it known.
func (t Types) Add(typ reflect.Type) {
	for _, typ := range []reflect.Type{typ, reflect.PointerTo(typ), reflect.SliceOf(typ)} {
		t[name(typ)] = typ
	}
}

func name(t reflect.Type) string {
	if t.Name() != "" {
		return t.PkgPath() + "." + t.Name()
	}
	return t.String()
}

// predeclared types are known without being added.
var predeclared = Types{}

func init() {
	for _, v := range []any{false, 0, int8(0), int16(0), int32(0), int64(0), uint(0), uint8(0), uint16(0), uint32(0), uint64(0),
		float32(0), float64(0), complex64(0), complex128(0), "", time.Duration(0), time.Time{}, []any(nil), map[string]any(nil), [][]float64(nil)} {
		predeclared.Add(reflect.TypeOf(v))
	}
}

func (t Types) find(name string) reflect.Type {
	if typ := t[name]; typ != nil {
		return typ
	}
	return predeclared[name]
}

// Bound says where a value holds something that cannot be kept.
type Bound struct{ Path, Reason string }

// Error begins with the path from a variable: "net.layers[2].f is a function".
func (b *Bound) Error() string { return b.Path + " " + b.Reason }

// outside are packages whose structures stand for something outside of the
// program, like an open file.
var outside = []string{"os", "net", "syscall", "internal/poll", "os/exec", "net/http", "runtime", "context"}

// step leads from a value to one inside of it.
type step struct {
	field string // ".name"
	index int    // where there is no field
	key   reflect.Value
}

func (s step) String() string {
	switch {
	case s.field != "":
		return s.field
	case s.key.IsValid():
		return fmt.Sprintf("[%v]", s.key)
	}
	return fmt.Sprintf("[%d]", s.index)
}

func pathOf(steps []step) string {
	var b strings.Builder
	for _, s := range steps {
		b.WriteString(s.String())
	}
	return b.String()
}
