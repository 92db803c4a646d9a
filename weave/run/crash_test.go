package run

import "testing"

// TestCrashWithoutMemory: the ways in which Go's runtime ends when it gets no
// more memory all mean the same to an author.
func TestCrashWithoutMemory(t *testing.T) {
	for _, stderr := range []string{
		"runtime: out of memory: cannot allocate 67108864-byte block\nfatal error: out of memory\n",
		"fatal error: runtime: cannot allocate memory\n",
		"SIGSEGV: segmentation violation\nPC=0x42fefd m=3 sigcode=1 addr=0x0\n\ngoroutine 0 gp=0x24 m=3 mp=0x24 [idle]:\nruntime.(*spanQueue).tryDrain()\n",
	} {
		e := &ending{stderr: stderr}
		var c crash
		e.fromStderr(&c)
		if c.Kind != "memory" {
			t.Errorf("%q is %q: %s", stderr, c.Kind, c.Message)
		}
	}
}
