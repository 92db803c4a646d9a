//go:build linux

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Whenever a build is interrupted or killed, the output is the last one or the
// new one, no process is left, and the next build ends well.
func TestInterrupt(t *testing.T) {
	weave, err := exec.LookPath("weave")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	page := filepath.Join(dir, "out", "html", "a.html")
	write := func(n int) {
		text := fmt.Sprintf("# A\n\n```go {#x}\ntime.Sleep(150 * time.Millisecond)\n%d\n```\n\n```go {#child}\nexec.Command(\"sleep\", \"0.1\").Run()\n```\n", n)
		if err := os.MkdirAll(filepath.Join(dir, "chapters"), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "chapters", "a.md"), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	build := func() {
		t.Helper()
		if out, err := exec.Command(weave, "-C", dir, "build").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	write(0)
	start := time.Now()
	build()
	whole := time.Since(start)
	const steps = 8
	for i := 1; i <= steps; i++ {
		before, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		write(i)
		signal := []os.Signal{os.Interrupt, syscall.SIGKILL}[i%2]
		cmd := exec.Command(weave, "-C", dir, "build")
		var said bytes.Buffer
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(whole * time.Duration(i) / steps)
		cmd.Process.Signal(signal)
		err = cmd.Wait()
		if signal == os.Interrupt && err != nil && (cmd.ProcessState.ExitCode() != statusWeave || !strings.Contains(said.String(), "weave: interrupted; the last output is kept as it was")) {
			t.Errorf("step %d: %v\n%s", i, err, &said)
		}
		after, readErr := os.ReadFile(page)
		if readErr != nil || err != nil && !bytes.Equal(after, before) && !bytes.Contains(after, fmt.Appendf(nil, ">%d</", i)) {
			t.Errorf("step %d: the page is neither the old nor the new one: %v", i, readErr)
		}
		if signal == os.Interrupt {
			alone(t, dir, i)
		}
		build()
		alone(t, dir, i)
	}
	for _, pattern := range []string{"out/_gen/run-*", "out/_gen/build-*", "out/.cache/*/*/.new-*", "out/html/.weave-*"} {
		if left, _ := filepath.Glob(filepath.Join(dir, pattern)); len(left) > 0 {
			t.Errorf("left behind: %v", left)
		}
	}
}

// alone fails if a process of the course still runs.
func alone(t *testing.T, dir string, step int) {
	t.Helper()
	if found := having(t, "environ", "="+dir+"/out/"); len(found) > 0 {
		t.Errorf("step %d: %v run on", step, found)
	}
}

// having are the processes whose environment or command line has a text in it.
func having(t *testing.T, file, text string) []string {
	t.Helper()
	names, err := filepath.Glob("/proc/[0-9]*/" + file)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(names, func(name string) bool {
		data, err := os.ReadFile(name)
		return err != nil || !bytes.Contains(data, []byte(text))
	})
}

// When weave is killed, so are its programs and what they have started.
func TestKilled(t *testing.T) {
	for name, block := range map[string]string{
		"endless": "for {\n}",
		"daemon":  "exec.Command(\"sh\", \"-c\", \"env -i setsid sleep MARK & sleep MARK\").Run()",
	} {
		t.Run(name, func(t *testing.T) {
			mark := strconv.Itoa(20_000_000 + os.Getpid()) // no other test's
			block = strings.ReplaceAll(block, "MARK", mark)
			dir := t.TempDir()
			if err := os.MkdirAll(filepath.Join(dir, "chapters"), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "chapters", "a.md"), fmt.Appendf(nil, "# A\n\n```go {#x}\n%s\n```\n", block), 0o666); err != nil {
				t.Fatal(err)
			}
			cmd := exec.Command("weave", "-C", dir, "build")
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			left := func() int {
				return len(having(t, "environ", "="+dir+"/out/")) + len(having(t, "cmdline", mark))
			}
			wait := func(what string, is func() bool) {
				t.Helper()
				for start := time.Now(); !is(); time.Sleep(10 * time.Millisecond) {
					if time.Since(start) > 20*time.Second {
						t.Fatalf("%s: %d processes", what, left())
					}
				}
			}
			wait("nothing runs", func() bool { return left() > 0 && (name != "daemon" || left() > 3) })
			cmd.Process.Kill()
			cmd.Wait()
			wait("they run on", func() bool { return left() == 0 })
		})
	}
}
