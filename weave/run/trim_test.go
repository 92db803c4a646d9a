package run

import (
	"os"
	"testing"
	"time"
)

// What a build uses stays in the cache, what nobody has used for long does not,
// and what took long is kept in any case.
func TestTrim(t *testing.T) {
	c := cache{dir: t.TempDir()}
	long := time.Now().Add(-2 * unused)
	for _, kind := range []string{"run", "drawings", "keep"} {
		for _, name := range []string{"used", "unused"} {
			c.store(kind, name, []byte(name))
			if err := os.Chtimes(c.path(kind, name), long, long); err != nil {
				t.Fatal(err)
			}
		}
	}
	c.store("run", "new", nil)
	c.load("run", "used")
	c.load("drawings", "used")
	c.trim()
	for at, want := range map[[2]string]bool{
		{"run", "used"}: true, {"drawings", "used"}: true, {"run", "new"}: true, {"keep", "unused"}: true,
		{"run", "unused"}: false, {"drawings", "unused"}: false,
	} {
		if _, ok := c.load(at[0], at[1]); ok != want {
			t.Errorf("%v is there: %t", at, ok)
		}
	}
	c.store("run", "late", nil)
	if err := os.Chtimes(c.path("run", "late"), long, long); err != nil {
		t.Fatal(err)
	}
	c.trim()
	if _, ok := c.load("run", "late"); !ok {
		t.Error("the cache is looked through twice a day")
	}
}
