package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// A book of 340 pages is made in less than 150 MB: garbage is collected early
// and, near a limit, often. The limit follows what is in use, so that the
// collector does not hinder books that need more.
const (
	garbage = 40        // part of what is in use that may be garbage, in per cent
	limit   = 110 << 20 // bytes
	room    = 1.35      // limit over what is in use, at least
)

// frugal sets how memory is used, unless the environment says otherwise.
func frugal() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(garbage)
	debug.SetMemoryLimit(limit)
	afterCollection(func() {
		sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(sample)
		debug.SetMemoryLimit(max(limit, int64(room*float64(sample[0].Value.Uint64()))))
	})
}

// afterCollection calls f after every garbage collection, in a goroutine of the
// runtime's: the finalizer of an object that nothing holds runs then, and sets
// itself anew.
func afterCollection(f func()) {
	type sentinel struct{ _ *int }
	var again func(*sentinel)
	again = func(s *sentinel) {
		f()
		runtime.SetFinalizer(s, again)
	}
	runtime.SetFinalizer(&sentinel{}, again)
}
