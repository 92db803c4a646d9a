//go:build !linux

package run

// start starts a program. What has left its group outlives it: only Linux shows
// whose child a process was.
func (l launch) start() (*child, error) { return l.direct(ownGroup) }

// canFork need not be known.
func canFork(string) bool { return true }
