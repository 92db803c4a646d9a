package memo

import "testing"

func TestOf(t *testing.T) {
	type other string
	m := New()
	made := 0
	get := func() int { return Of(m, "key", func() int { made++; return made }) }
	if first := get(); first != 1 || get() != first {
		t.Error("a value was made twice")
	}
	if got := Of(m, other("key"), func() string { return "of another type" }); got != "of another type" {
		t.Errorf("a key of another type gave %q", got)
	}
	if got := Of(m.In(1), "key", func() int { return 7 }); got != 7 {
		t.Errorf("a key of another scope gave %d", got)
	}
	if got := Of(m.In(1), "key", func() int { return 8 }); got != 7 {
		t.Errorf("a key of the same scope gave %d", got)
	}
	for range rounds {
		m.Round()
	}
	if get() != 1 {
		t.Error("a value was dropped too early")
	}
	for range rounds + 1 {
		m.Round()
	}
	if get() != 2 {
		t.Error("a value that nobody asked for was not dropped")
	}
	Of(m.Lasting(), "long", func() int { return 1 })
	for range 10 * rounds {
		m.Round()
	}
	if got := Of(m, "long", func() int { return 2 }); got != 1 {
		t.Errorf("a lasting value was made again: %d", got)
	}
	for want := range 2 {
		if got, ok := Try(m, "none", func() (int, bool) { return want, false }); ok || got != want {
			t.Errorf("what is not there is %d, %t", got, ok)
		}
	}
	m = nil
	m.Round()
	if get() != 3 || get() != 4 {
		t.Error("a nil Memo kept something")
	}
}
