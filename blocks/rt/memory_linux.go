package rt

import "syscall"

// rlimitData counts private writable memory. Go's reservations of address
// space do not count, as they would for RLIMIT_AS.
const rlimitData = 2

func limitMemory(bytes uint64) {
	syscall.Setrlimit(rlimitData, &syscall.Rlimit{Cur: bytes, Max: bytes})
}
