//go:build linux

package run

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// left are the processes that have a word among their arguments.
func left(word string) []string {
	var out []string
	eachProcess(func(pid, _ int) {
		line, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
		if err == nil && bytes.Contains(line, []byte(word)) && pid != os.Getpid() {
			out = append(out, fmt.Sprintf("%d %s", pid, bytes.ReplaceAll(line, []byte{0}, []byte{' '})))
		}
	})
	return out
}

// What a program starts is gone after it, whatever it does to get away, and what
// other programs have started at the same time runs on.
func TestNothingIsLeft(t *testing.T) {
	const block = "```go {#x timeout=9s}\n%s\n```\n"
	// A process without group, session, environment and parents of the program's.
	const daemon = "if out, err := exec.Command(\"sh\", \"-c\", `env -i setsid sh -c 'sh -c \"exec sleep %[1]d.5\" & exec sleep %[1]d.25' > /dev/null 2>&1 & sleep 0.1`).CombinedOutput(); err != nil {\n\tpanic(string(out))\n}"
	for name, text := range map[string]string{
		"daemon":      fmt.Sprintf(daemon, 30001),
		"daemon exit": fmt.Sprintf(daemon, 30001) + "\nos.Exit(1)",
		"killed":      fmt.Sprintf(daemon, 30001) + "\nsyscall.Kill(os.Getpid(), syscall.SIGKILL)",
		"timeout":     fmt.Sprintf(daemon, 30001) + "\ntime.Sleep(time.Hour)",
		"initialized": "```\n\n```go {#y}\nvar started = func() bool {\n" + fmt.Sprintf(daemon, 30001) + "\nreturn true\n}()\n```\n\n```go {#z}\nstarted",
		"bomb":        "exec.Command(\"sh\", \"-c\", \"f() { f 30001 & f 30001 & wait; }; f\").Run()",
		"gone bomb":   "exec.Command(\"sh\", \"-c\", \"f() { sleep 30001 & (setsid sh -c 'sleep 30001 & exec sleep 30001' &) ; f & f & }; f\").Run()\ntime.Sleep(time.Hour)",
	} {
		t.Run(name, func(t *testing.T) {
			dir := course(t, map[string]string{
				"chapters/a.md": "# A\n\n" + fmt.Sprintf(block, text),
				"chapters/b.md": "# B\n\n" + fmt.Sprintf(block, "for range 30 {\n\tif out, err := exec.Command(\"sleep\", \"0.05\").CombinedOutput(); err != nil {\n\t\tpanic(fmt.Sprint(err, string(out)))\n\t}\n}\n\"well\""),
			})
			start := time.Now()
			got := mustBuild(t, dir)
			if found := left("30001"); len(found) > 0 {
				t.Errorf("after the run there are %s", strings.Join(found, ", "))
			}
			if !strings.Contains(got.results("b"), "= well") {
				t.Errorf("the program beside it: %s\n%s", got.results("b"), got.said("b"))
			}
			bomb := strings.HasSuffix(name, "bomb")
			if said := strings.Contains(got.said("a"), "more processes than it may have"); said != bomb {
				t.Errorf("said\n%s", got.said("a"))
			}
			if took := time.Since(start); bomb && took > 20*time.Second {
				t.Errorf("it took %v to end", took)
			}
		})
	}
}
