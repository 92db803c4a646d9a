package rt

import (
	"fmt"
	"reflect"

	"weave/blocks"
	"weave/blocks/internal/sink"
)

// Call runs a registered computation and shows its results; of several, an
// error at the end only where it is not nil. Arguments are converted to the
// parameters' types, as Go converts constants.
func Call(name string, args ...any) {
	fn := sink.Registered(name)
	if fn == nil {
		panic(fmt.Sprintf("no computation is registered as %q", name))
	}
	f := reflect.ValueOf(fn)
	in := make([]reflect.Value, len(args))
	for i, a := range args {
		in[i] = argument(name, f.Type(), i, a)
	}
	call := f.Call
	if f.Type().IsVariadic() {
		call = f.CallSlice
	}
	for _, out := range call(in) {
		if err, ok := out.Interface().(error); ok || out.Type() == reflect.TypeFor[error]() {
			DisplayErr(err)
			continue
		}
		blocks.Show(out.Interface())
	}
}

func argument(name string, f reflect.Type, i int, a any) reflect.Value {
	if i >= f.NumIn() {
		panic(fmt.Sprintf("%s takes %d arguments", name, f.NumIn()))
	}
	want, v := f.In(i), reflect.ValueOf(a)
	if !v.IsValid() {
		return reflect.Zero(want)
	}
	switch {
	case v.Type().AssignableTo(want):
		return v
	case v.CanConvert(want) && (want.Kind() == reflect.String) == (v.Kind() == reflect.String):
		if c := v.Convert(want); !c.CanConvert(v.Type()) || reflect.DeepEqual(c.Convert(v.Type()).Interface(), v.Interface()) {
			return c
		}
	}
	panic(fmt.Sprintf("argument %d of %s: %v is no %s", i+1, name, a, want))
}
