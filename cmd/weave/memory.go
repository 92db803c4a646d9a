package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// A book of 340 pages is made in less than 150 MB: near a limit garbage is
// collected often. Where more is in use than the limit can hold, it is
// raised far enough not to hinder.
const (
	garbage = 200       // part of what is in use that may be garbage, in per cent
	limit   = 110 << 20 // bytes
	full    = 0.6       // part of the limit that may be in use
	room    = 2.4       // of a raised limit over what is in use

	// Where somebody waits for a change to show, a quarter of the processor's time
	// went into collecting: it waits until the limit is near.
	hastyGarbage = -1
	hastyLimit   = 260 << 20
)

// least is the limit that is not raised for what is in use.
var least atomic.Int64

// chosen tells whether the environment says how memory is used.
func chosen() bool { return os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" }

// hasty collects garbage as late as it can, unless the environment says otherwise.
func hasty() {
	if !chosen() {
		use(hastyGarbage, hastyLimit)
	}
}

func use(garbage int, limit int64) {
	least.Store(limit)
	debug.SetGCPercent(garbage)
	debug.SetMemoryLimit(limit)
}

// frugal sets how memory is used, unless the environment says otherwise.
func frugal() {
	if chosen() {
		return
	}
	use(garbage, limit)
	afterCollection(func() {
		sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(sample)
		if used := float64(sample[0].Value.Uint64()); used > full*float64(least.Load()) {
			debug.SetMemoryLimit(int64(room * used))
		}
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
