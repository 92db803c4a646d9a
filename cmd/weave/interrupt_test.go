//go:build linux

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
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
	environs, err := filepath.Glob("/proc/[0-9]*/environ")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range environs {
		if env, err := os.ReadFile(name); err == nil && bytes.Contains(env, []byte("="+dir+"/out/")) {
			t.Errorf("step %d: %s runs on", step, name)
		}
	}
}
