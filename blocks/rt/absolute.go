package rt

import (
	"path/filepath"
	"syscall"
)

// absolute asks the system and not package os, whose Getwd would be logged in
// its turn.
func absolute(name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	dir, err := syscall.Getwd()
	if err != nil {
		return name
	}
	return filepath.Join(dir, name)
}
