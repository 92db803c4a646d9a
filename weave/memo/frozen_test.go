package memo

import (
	"testing"

	"weave/weave/frozen"
)

// shelf is a disk in memory.
type shelf map[[2]string][]byte

func (s shelf) Load(name, key string) ([]byte, bool) {
	data, ok := s[[2]string{name, key}]
	return data, ok
}

func (s shelf) Store(name, key string, data []byte) { s[[2]string{name, key}] = data }

// What was kept is made again where it has another key or is damaged; what is
// not to be kept is made each time.
func TestTryKept(t *testing.T) {
	disk, scheme, made := shelf{}, frozen.NewScheme(), 0
	get := func(key string, keep bool) string {
		v, _ := TryKept(disk, "name", key, scheme, nil, func() (string, bool) { made++; return "of " + key, keep })
		return v
	}
	for i, c := range []struct {
		key  string
		keep bool
		made int // so far
	}{{"a", true, 1}, {"a", true, 1}, {"b", false, 2}, {"b", false, 3}, {"a", true, 3}} {
		if v := get(c.key, c.keep); v != "of "+c.key || made != c.made {
			t.Errorf("%d: %q, made %d times, want %d", i, v, made, c.made)
		}
	}
	disk[[2]string{"name", "a"}] = []byte{0}
	if v := get("a", true); v != "of a" || made != 4 {
		t.Errorf("damaged: %q, made %d times", v, made)
	}
}
