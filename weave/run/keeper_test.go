//go:build linux

package run

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
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

// ownMark tells the processes of this test from those of any other.
func ownMark() int { return 10_000_000 + os.Getpid() }

// What a program starts is gone after it, whatever it does to get away, and what
// other programs have started at the same time runs on.
func TestNothingIsLeft(t *testing.T) {
	const block = "```go {#x timeout=9s}\n%s\n```\n"
	// A process without group, session, environment and parents of the program's.
	const daemon = "if out, err := exec.Command(\"sh\", \"-c\", `env -i setsid sh -c 'sh -c \"exec sleep %[1]d.5\" & exec sleep %[1]d.25' > /dev/null 2>&1 & sleep 0.1`).CombinedOutput(); err != nil {\n\tpanic(string(out))\n}"
	mark := ownMark()
	for name, text := range map[string]string{
		"daemon":      fmt.Sprintf(daemon, mark),
		"daemon exit": fmt.Sprintf(daemon, mark) + "\nos.Exit(1)",
		"killed":      fmt.Sprintf(daemon, mark) + "\nsyscall.Kill(os.Getpid(), syscall.SIGKILL)",
		"timeout":     fmt.Sprintf(daemon, mark) + "\ntime.Sleep(time.Hour)",
		"initialized": "```\n\n```go {#y}\nvar started = func() bool {\n" + fmt.Sprintf(daemon, mark) + "\nreturn true\n}()\n```\n\n```go {#z}\nstarted",
		"bomb":        fmt.Sprintf("exec.Command(\"sh\", \"-c\", \"f() { f %[1]d & f %[1]d & wait; }; f\").Run()", mark),
		"gone bomb":   fmt.Sprintf("exec.Command(\"sh\", \"-c\", \"f() { sleep %[1]d & (setsid sh -c 'sleep %[1]d & exec sleep %[1]d' &) ; f & f & }; f\").Run()\ntime.Sleep(time.Hour)", mark),
	} {
		t.Run(name, func(t *testing.T) {
			dir := course(t, map[string]string{
				"chapters/a.md": "# A\n\n" + fmt.Sprintf(block, text),
				"chapters/b.md": "# B\n\n" + fmt.Sprintf(block, "for range 30 {\n\tif out, err := exec.Command(\"sleep\", \"0.05\").CombinedOutput(); err != nil {\n\t\tpanic(fmt.Sprint(err, string(out)))\n\t}\n}\n\"well\""),
			})
			got := mustBuild(t, dir)
			if found := left(strconv.Itoa(mark)); len(found) > 0 {
				t.Errorf("after the run there are %s", strings.Join(found, ", "))
			}
			if !strings.Contains(got.results("b"), "= well") {
				t.Errorf("the program beside it: %s\n%s", got.results("b"), got.said("b"))
			}
			bomb := strings.HasSuffix(name, "bomb")
			if said := strings.Contains(got.said("a"), "more processes than it may have"); said != bomb {
				t.Errorf("said\n%s", got.said("a"))
			}
		})
	}
}

// What is killed from outside is no property of the chapter: it is not kept, and
// runs again.
func TestKilledFromOutside(t *testing.T) {
	dir := course(t, map[string]string{"chapters/a.md": "# A\n\n```go {#x}\nif _, err := os.Stat(\"spare\"); err != nil {\n\tsyscall.Kill(os.Getpid(), syscall.SIGKILL)\n}\n```\n\n```go {#y}\n2\n```\n"})
	said := "chapters/a.md:3:4: error: the program was killed\n    ```go {#x}\n       ^\n    hint: perhaps by the system, for want of memory; it is run again by the next build\n"
	for range 2 {
		got := mustBuild(t, dir)
		if got.said("a") != said || len(got.records.Ran) != 1 || !strings.Contains(got.results("a"), "= 2") {
			t.Errorf("ran %v\n%s%s", got.records.Ran, got.said("a"), got.results("a"))
		}
	}
}

// Without the keeper its programs end too; that is an error of the surroundings,
// and there is another one for the next build.
func TestKeeperKilled(t *testing.T) {
	mark := strconv.Itoa(ownMark())
	dir := course(t, map[string]string{"chapters/a.md": "# A\n\n```go {#x}\nexec.Command(\"sleep\", \"" + mark + "\").Run()\n```\n"})
	go func() {
		for len(left(mark)) == 0 {
			time.Sleep(10 * time.Millisecond)
		}
		eachProcess(func(pid, parent int) {
			line, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
			if err == nil && parent == os.Getpid() && strings.HasPrefix(string(line), keeperName) {
				syscall.Kill(pid, syscall.SIGKILL)
			}
		})
	}()
	if got := build(t, dir); got.err == nil || !strings.Contains(got.err.Error(), "was killed; build again") {
		t.Errorf("%v", got.err)
	}
	for start := time.Now(); len(left(mark)) > 0 && time.Since(start) < 5*time.Second; {
		time.Sleep(10 * time.Millisecond)
	}
	if found := left(mark); len(found) > 0 {
		t.Errorf("left: %v", found)
	}
	put(t, dir+"/chapters/a.md", "# A\n\n```go {#x}\nexec.Command(\"true\").Run()\n```\n")
	mustBuild(t, dir)
}
