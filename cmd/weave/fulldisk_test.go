//go:build linux

package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// On a full disk the message says so, and the last output stays whole.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	out, chapter, page := filepath.Join(dir, "out"), filepath.Join(dir, "chapters", "a.md"), filepath.Join(dir, "out", "html", "a.html")
	for _, d := range []string{out, filepath.Dir(chapter)} {
		if err := os.MkdirAll(d, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mount("tmpfs", out, "tmpfs", 0, "size=30m"); err != nil {
		t.Skip("a file system cannot be mounted: ", err)
	}
	t.Cleanup(func() { syscall.Unmount(out, 0) })
	build := func(text string) (int, string) {
		t.Helper()
		if err := os.WriteFile(chapter, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		var said bytes.Buffer
		return execute(context.Background(), []string{"-C", dir, "build"}, &said, &said), said.String()
	}
	const first = "# A\n\nEins.\n\n```go {#x}\n1\n```\n"
	if status, said := build(first); status != statusFine {
		t.Fatal(said)
	}
	before, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	filler, err := os.Create(filepath.Join(out, "filler"))
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = filler.Write(make([]byte, 512))
	}
	filler.Close()
	for _, text := range []string{"# A\n\nZwei.\n\n```go {#x}\n1\n```\n", "# A\n\nZwei.\n\n```go {#x}\n2\n```\n"} {
		status, said := build(text)
		if status != statusWeave || !strings.Contains(said, "no space left on device") || !strings.Contains(said, "make room and build again") {
			t.Errorf("status %d: %s", status, said)
		}
		if after, err := os.ReadFile(page); err != nil || !bytes.Equal(after, before) {
			t.Error("the page is not the last one", err)
		}
	}
	if err := os.Remove(filler.Name()); err != nil {
		t.Fatal(err)
	}
	status, said := build(first)
	if after, err := os.ReadFile(page); status != statusFine || err != nil || !bytes.Equal(after, before) {
		t.Errorf("with room again: status %d, %v: %s", status, err, said)
	}
}
