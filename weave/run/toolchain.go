package run

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// ErrNoGo says that there is no Go toolchain.
var ErrNoGo = errors.New("no Go toolchain found: chapters are Go programs; install Go from https://go.dev/dl and make sure that the command go is in the PATH")

// toolchain is the go command and the environment it is called with.
type toolchain struct {
	path     string // of the go command, "" where there is none
	goroot   string // the directory that it stands in
	identity string // what the result of a build depends on
	env      []string
	flags    []string // -mod and -modfile
	tags     string   // -tags
	race     bool     // -race, of programs that are built
	os, arch string   // that programs are built for
	dir      string   // where it is called: the module's root
}

// settings are the variables that change what the go command makes.
var settings = []string{"CGO_ENABLED", "CC", "CGO_CFLAGS", "CGO_LDFLAGS", "GOARCH", "GOOS", "GOAMD64", "GOARM", "GOARM64", "GO386",
	"GOEXPERIMENT", "GODEBUG", "GOFIPS140", "GOMODCACHE", "GOPATH", "GOROOT", "GOENV"}

// findGo looks for the toolchain without running it: the file VERSION beside
// its directory names it.
func findGo(sandbox bool) *toolchain {
	t := &toolchain{os: runtime.GOOS, arch: runtime.GOARCH}
	if sandbox {
		t.os, t.arch = "wasip1", "wasm"
	}
	path, err := exec.LookPath("go")
	if err != nil {
		return t
	}
	t.path = path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	t.goroot = filepath.Dir(filepath.Dir(path))
	if root := os.Getenv("GOROOT"); root != "" {
		t.goroot = root
	}
	id := path
	if v, err := os.ReadFile(filepath.Join(filepath.Dir(path), "..", "VERSION")); err == nil {
		id += string(v)
	} else if st, err := os.Stat(path); err == nil {
		id += fmt.Sprint(st.Size(), st.ModTime().UnixNano())
	}
	for _, name := range settings {
		id += name + "=" + os.Getenv(name) + "\n"
	}
	t.identity = id + userSettings() + t.os + t.arch
	// What is built runs here at once, whatever else the user builds.
	fixed := []string{"GOFLAGS=", "GOWORK=off", "GOTOOLCHAIN=local", "GO111MODULE=on", "GOOS=" + t.os, "GOARCH=" + t.arch}
	if sandbox { // no program of strangers is started by the go command either
		fixed = append(fixed, "CGO_ENABLED=0", "GOVCS=*:off")
	}
	t.env = append(slices.DeleteFunc(os.Environ(), func(v string) bool {
		return slices.ContainsFunc(fixed, func(f string) bool {
			name, _, _ := strings.Cut(f, "=")
			return strings.HasPrefix(v, name+"=")
		})
	}), fixed...)
	return t
}

// userSettings is what "go env -w" has written.
func userSettings() string {
	name := os.Getenv("GOENV")
	if name == "" {
		dir, err := os.UserConfigDir()
		if err != nil {
			return ""
		}
		name = filepath.Join(dir, "go", "env")
	}
	text, _ := os.ReadFile(name) // usually there is none
	return string(text)
}

// run calls the go command; verb is followed by the module's flags.
func (t *toolchain) run(ctx context.Context, verb string, args ...string) ([]byte, error) {
	if t.path == "" {
		return nil, ErrNoGo
	}
	env := t.env
	if t.race && verb == "build" {
		args = append([]string{"-race"}, args...)
		env = append(slices.Clone(env), "CGO_ENABLED=1")
	}
	cmd := exec.CommandContext(ctx, t.path, slices.Concat([]string{verb, "-tags=" + t.tags}, t.flags, args)...)
	cmd.Dir, cmd.Env = t.dir, env
	ownGroup(cmd)
	cmd.Cancel = func() error { kill(cmd.Process); return nil }
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return out, &goError{verb, stderr.String(), err}
	}
	return out, nil
}

// goError is a failure of the go command.
type goError struct {
	verb, stderr string
	err          error
}

func (e *goError) Unwrap() error { return e.err }

// missing are the go command's words for modules it could not get.
var missing = []string{"module lookup disabled", "dial tcp", "no such host", "connection refused", "network is unreachable", "i/o timeout", "missing go.sum entry", "no required module provides"}

func (e *goError) Error() string {
	text := strings.ReplaceAll(strings.TrimSpace(e.stderr), "out/_gen/"+extendedMod, "go.mod")
	if text == "" {
		text = e.err.Error()
	}
	for _, m := range missing {
		if strings.Contains(e.stderr, m) {
			return fmt.Sprintf("a module that the chapters import is not on this machine and could not be fetched:\n%s\nconnect to the network once and build again, or add the module with go get", text)
		}
	}
	switch {
	case strings.Contains(text, "signal: killed"):
		text += "\nthe compiler was killed, perhaps for want of memory; nothing of the last output is lost: build again"
	case strings.Contains(text, "no space left"), strings.Contains(text, "file too large"):
		text += "\nthe disk is full; nothing of the last output is lost: make room and build again"
	}
	return fmt.Sprintf("go %s: %s", e.verb, text)
}
