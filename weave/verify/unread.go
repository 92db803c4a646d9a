package verify

import "fmt"

// unreadable is panicked with where a part of a formula has no meaning that
// can be checked, and caught by attempt.
type unreadable struct{ reason string }

// giveUp ends reading or evaluating with a reason that an author understands.
func giveUp(format string, args ...any) {
	panic(unreadable{fmt.Sprintf(format, args...)})
}

// attempt runs f; reason is "" if it came to its end. A mistake of the checker
// itself, an index out of range say, is no reason to fail a course either.
func attempt(f func()) (reason string) {
	defer func() {
		switch p := recover().(type) {
		case nil:
		case unreadable:
			reason = p.reason
		default:
			reason = fmt.Sprintf("the checker failed: %v", p)
		}
	}()
	f()
	return ""
}
