package weave

import (
	"errors"
	"fmt"
	"slices"
	"syscall"
)

// Explain is an error of the surroundings and what to do about it.
func Explain(err error) string {
	full := func(e error) bool { return errors.Is(err, e) }
	if slices.ContainsFunc([]error{syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG}, full) {
		return err.Error() + "\n    hint: the disk is full: make room and build again; the last output is kept as it was"
	}
	var denied *unwritableError
	if errors.As(err, &denied) {
		return err.Error() + "\n    hint: the output directory must be writable; the last output is kept as it was"
	}
	return err.Error()
}

// unwritableError says that out/ cannot be written to.
type unwritableError struct {
	out string
	err error
}

func unwritable(out string, err error) error { return &unwritableError{out, err} }

func (e *unwritableError) Error() string { return fmt.Sprintf("cannot write to %s: %v", e.out, e.err) }

func (e *unwritableError) Unwrap() error { return e.err }
