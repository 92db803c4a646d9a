package run

import (
	"bytes"
	"os"
	"strconv"
	"strings"
)

// eachProcess calls f with all processes that the system shows and their
// parents, as they are while it goes through them, parents mostly first.
func eachProcess(f func(pid, parent int)) {
	proc, err := os.Open("/proc")
	if err != nil {
		return // there is none: nothing can be shown
	}
	defer proc.Close()
	names, _ := proc.Readdirnames(-1) // in the order of their numbers
	for _, name := range names {
		pid, err := strconv.Atoi(name)
		if err != nil {
			continue
		}
		stat, err := os.ReadFile("/proc/" + name + "/stat")
		if err != nil {
			continue // it has ended
		}
		fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:])) // behind the name: state, parent
		if len(fields) < 2 {
			continue
		}
		if parent, err := strconv.Atoi(fields[1]); err == nil {
			f(pid, parent)
		}
	}
}
