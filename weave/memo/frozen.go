package memo

import "weave/weave/frozen"

// Kept is what another process has made under the name with the same key, or
// what make makes now. The value is written by the scheme; pointers among
// outside are not. A nil Disk keeps nothing.
func Kept[T any](d Disk, name, key string, scheme *frozen.Scheme, outside []any, make func() T) T {
	if d == nil {
		return make()
	}
	var v T
	if data, ok := d.Load(name, key); ok && scheme.Thaw(data, outside, &v) == nil {
		return v
	}
	v = make()
	if data, err := scheme.Freeze(&v, outside); err == nil {
		d.Store(name, key, data)
	}
	return v
}
