package rt

import (
	"os"
	"syscall"
)

// subreaper is PR_SET_CHILD_SUBREAPER of prctl(2).
const subreaper = 36

// A program that weave runs keeps what its children leave running, so that weave
// can count and end it. Package rt is initialized before the chapter that imports it.
func init() {
	if os.Getenv(RecordsEnv) != "" {
		syscall.RawSyscall(syscall.SYS_PRCTL, subreaper, 1, 0)
	}
}
