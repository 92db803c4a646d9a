package run

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// watchGo puts a go command before the real one that writes down how it is
// called; the function says with which verbs since it was last asked.
func watchGo(t *testing.T) func() string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the go command that is watched is a shell script")
	}
	real, err := exec.LookPath("go")
	if err != nil {
		t.Fatal(err)
	}
	root, err := exec.Command(real, "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	log := filepath.Join(dir, "log")
	put(t, filepath.Join(dir, "go"), "#!/bin/sh\necho $1 >> "+log+"\nexec "+real+" \"$@\"\n")
	if err := os.Chmod(filepath.Join(dir, "go"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(filepath.ListSeparator)+os.Getenv("PATH"))
	t.Setenv("GOROOT", strings.TrimSpace(string(root)))
	return func() string {
		text, _ := os.ReadFile(log) // before the first call there is none
		os.Remove(log)
		return strings.Join(strings.Fields(string(text)), " ")
	}
}

// What the compiler and the linker make by themselves does what the program of
// the go command does, as far as a program can tell.
func TestDirect(t *testing.T) {
	called := watchGo(t)
	const chapter = "# A\n\n```go {#a}\ntype point struct{ X, Y float64 }\nfmt.Printf(\"%+v\\n\", point{1, 2})\ninfo, ok := debug.ReadBuildInfo()\nfmt.Println(ok, info.Path, info.GoVersion, len(info.Settings) > 3)\nfmt.Println(cap(time.NewTimer(time.Hour).C), runtime.Version(), runtime.GOROOT() != \"\", mat.Det(mat.NewDense(1, 1, []float64{3})))\n```\n\n```go {#b}\nvar none []int\n\nnone[3] = 1\n```\n"
	dir := course(t, map[string]string{"go.mod": "module old\n\ngo 1.26\n\ngodebug asynctimerchan=1\n", "chapters/a.md": chapter, "chapters/b.md": "```go {#b}\n1\n```\n"})
	first := mustBuild(t, dir)
	if got := called(); !strings.Contains(got, "build") {
		t.Fatalf("the go command was called to %q", got)
	}
	edit := func() *built {
		t.Helper()
		put(t, filepath.Join(dir, "chapters/a.md"), strings.Replace(chapter, "{1, 2}", "{1, 3}", 1))
		defer put(t, filepath.Join(dir, "chapters/a.md"), chapter)
		if err := os.RemoveAll(filepath.Join(dir, "out/.cache/run")); err != nil {
			t.Fatal(err)
		}
		return mustBuild(t, dir)
	}
	direct := edit()
	if got := called(); got != "" {
		t.Errorf("after an edit the go command was called to %q", got)
	}
	if want := strings.Replace(first.results("a"), "Y:2", "Y:3", 1); direct.results("a") != want {
		t.Errorf("results\n%s\nof the go command\n%s", direct.results("a"), want)
	}
	if !strings.Contains(direct.results("a"), "| 1 go1") {
		t.Errorf("the debug settings of go.mod do not hold:\n%s", direct.results("a"))
	}
	if direct.said("a") != first.said("a") || !strings.Contains(first.said("a"), "chapters/a.md:14") {
		t.Errorf("said\n%s\nwith the go command\n%s", direct.said("a"), first.said("a"))
	}

	loseArchives(t, filepath.Join(dir, "out/.cache/export"))
	lost := edit()
	if got := called(); !strings.Contains(got, "build") {
		t.Errorf("without the packages' archives the go command was called to %q", got)
	}
	if lost.results("a") != direct.results("a") {
		t.Errorf("results without the packages' archives\n%s\nwant\n%s", lost.results("a"), direct.results("a"))
	}
}

// loseArchives makes a cache say that what packages import lies where nothing is, as
// when Go has removed it from its own.
func loseArchives(t *testing.T, dir string) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*", "*"))
	if err != nil || len(names) == 0 {
		t.Fatal("nothing is kept of packages", err)
	}
	c := cache{dir: filepath.Dir(dir)}
	for _, name := range names {
		key := filepath.Base(name)
		data, ok := c.load("export", key)
		var e exported
		if !ok || json.Unmarshal(data, &e) != nil {
			t.Fatal("what is kept of a package cannot be read")
		}
		for dep := range e.Deps {
			e.Deps[dep] = filepath.Join(dir, "nothing")
		}
		c.store("export", key, encoded(e))
	}
}
