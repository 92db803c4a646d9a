package main

import (
	"math"
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
	garbage = 100       // part of what is in use that may be garbage, in per cent
	limit   = 110 << 20 // bytes
	full    = 0.85      // part of the limit that may be in use
	room    = 1.7       // of a raised limit over what is in use
	hurry   = 200       // garbage where somebody waits for a change to show
)

// haste is set once memory is no longer saved.
var haste atomic.Bool

// chosen tells whether the environment says how memory is used.
func chosen() bool { return os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" }

// hasty collects garbage half as often and sets no limit: a third of a build
// after an edit went into that.
func hasty() {
	if chosen() {
		return
	}
	haste.Store(true)
	debug.SetGCPercent(hurry)
	debug.SetMemoryLimit(math.MaxInt64)
}

// frugal sets how memory is used, unless the environment says otherwise.
func frugal() {
	if chosen() {
		return
	}
	debug.SetGCPercent(garbage)
	debug.SetMemoryLimit(limit)
	afterCollection(func() {
		sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(sample)
		if used := float64(sample[0].Value.Uint64()); used > full*limit && !haste.Load() {
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
