package memo

import "weave/weave/frozen"

// Kept is what another process has made under the name with the same key, or
// what make makes now. The value is written by the scheme; pointers among
// outside are not. A nil Disk keeps nothing.
func Kept[T any](d Disk, name, key string, scheme *frozen.Scheme, outside []any, make func() T) T {
	v, _ := TryKept(d, name, key, scheme, outside, func() (T, bool) { return make(), true })
	return v
}

// TryKept is Kept for what may be not to be kept.
func TryKept[T any](d Disk, name, key string, scheme *frozen.Scheme, outside []any, make func() (T, bool)) (T, bool) {
	if d == nil {
		return make()
	}
	if data, ok := d.Load(name, key); ok {
		var v T
		if scheme.Thaw(data, outside, &v) == nil {
			return v, true
		}
	}
	v, ok := make()
	if ok {
		if data, err := scheme.Freeze(&v, outside); err == nil {
			d.Store(name, key, data)
		}
	}
	return v, ok
}
