package run

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// processes are all that the system shows, each with what shows(dir) says of it.
func processes(is func(pid int, dir string) bool) []int {
	dirs, _ := filepath.Glob("/proc/[0-9]*") // the pattern is well formed
	var out []int
	for _, dir := range dirs {
		if pid, err := strconv.Atoi(filepath.Base(dir)); err == nil && is(pid, dir) {
			out = append(out, pid)
		}
	}
	return out
}

// family counts the processes of a group and what they have started.
func family(group int) int {
	parent, inGroup := map[int]int{}, map[int]bool{}
	processes(func(pid int, dir string) bool {
		stat, err := os.ReadFile(filepath.Join(dir, "stat"))
		if err != nil {
			return false // it has ended
		}
		fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:])) // behind the name: state, parent, group
		if len(fields) > 2 {
			parent[pid], _ = strconv.Atoi(fields[1])
			inGroup[pid] = fields[2] == strconv.Itoa(group)
		}
		return false
	})
	n := 0
	for pid := range parent {
		for at := pid; at > 1; at = parent[at] {
			if inGroup[at] {
				n++
				break
			}
		}
	}
	return n
}

// endStrays kills what a course's programs have left running: children that
// left their group still have the variable that names the records. It returns
// how many there were.
func endStrays(gen, variable string) int {
	mark := []byte(fmt.Sprintf("%s=%s%crun-", variable, gen, filepath.Separator))
	ended := 0
	for range 100 { // one that starts another while it is killed is met again
		found := processes(func(pid int, dir string) bool {
			env, err := os.ReadFile(filepath.Join(dir, "environ"))
			return err == nil && bytes.Contains(env, mark)
		})
		if len(found) == 0 {
			return ended
		}
		for _, pid := range found {
			if syscall.Kill(pid, syscall.SIGKILL) == nil {
				ended++
			}
		}
		time.Sleep(time.Millisecond)
	}
	return ended
}
