package weave

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"weave/blocks/rt"
	"weave/weave/memo"
)

// course copies the repository's chapters to a directory of their own inside
// the module, as they import its packages.
func course(b *testing.B) string {
	b.Helper()
	if err := os.MkdirAll("../out", 0o777); err != nil {
		b.Fatal(err)
	}
	dir, err := os.MkdirTemp("../out", "bench")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.CopyFS(filepath.Join(dir, "chapters"), os.DirFS("../chapters")); err != nil {
		b.Fatal(err)
	}
	build(b, dir)
	return dir
}

func build(b *testing.B, dir string) {
	b.Helper()
	r, err := Build(context.Background(), dir, Options{})
	if err != nil || r.Failed() {
		b.Fatal(err, r)
	}
}

// BenchmarkNothingChanged is a build of the reader where nothing has changed.
func BenchmarkNothingChanged(b *testing.B) {
	dir := course(b)
	for b.Loop() {
		build(b, dir)
	}
}

// BenchmarkProseChanged is a build after an edit of prose: no Go is compiled.
func BenchmarkProseChanged(b *testing.B) {
	dir := course(b)
	edit(b, dir, func(i int) string { return "\nNoch ein Satz" + string(rune('a'+i%26)) + ".\n" })
}

// BenchmarkCodeChanged is a build after an edit in one block of the chapter on derivatives, by a
// weave that was just started and by one that serves. bare-ns is what go build
// and a run of the same program take after such an edit, without weave, and
// stripped-ns the same where go build leaves out the symbols and what debuggers
// need, as weave does.
func BenchmarkCodeChanged(b *testing.B) {
	b.Run("build", func(b *testing.B) { benchmarkCode(b, Options{}) })
	b.Run("serve", func(b *testing.B) { benchmarkCode(b, Options{memo: memo.New()}) })
}

func benchmarkCode(b *testing.B, o Options) {
	dir := course(b)
	name := filepath.Join(dir, "chapters", "06-ableitung.md")
	text, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := Build(context.Background(), dir, o); err != nil { // what serves has built once
		b.Fatal(err)
	}
	var bare, stripped time.Duration
	b.ResetTimer()
	for i := range b.N {
		block := fmt.Sprintf("\n```go {#edited}\nfmt.Println(\"edit %d\")\n```\n", i)
		if err := os.WriteFile(name, append(text[:len(text):len(text)], block...), 0o666); err != nil {
			b.Fatal(err)
		}
		o.memo.Round()
		if r, err := Build(context.Background(), dir, o); err != nil || r.Failed() {
			b.Fatal(err, r)
		}
		b.StopTimer()
		bare += bareBuild(b, dir, "", fmt.Sprintf("edit %d", i), fmt.Sprintf("bare %d", i))
		stripped += bareBuild(b, dir, "-s -w ", fmt.Sprintf("bare %d", i), fmt.Sprintf("stripped %d", i))
		b.StartTimer()
	}
	b.ReportMetric(float64(bare.Nanoseconds())/float64(b.N), "bare-ns/op")
	b.ReportMetric(float64(stripped.Nanoseconds())/float64(b.N), "stripped-ns/op")
	b.ReportMetric(float64(b.Elapsed())/float64(bare), "×bare")
	b.ReportMetric(float64(b.Elapsed())/float64(stripped), "×stripped")
}

// bareBuild edits the program that weave has just built, and is the time that
// go build, with some flags for the linker, and a run of it take.
func bareBuild(b *testing.B, dir, flags, old, new string) time.Duration {
	b.Helper()
	gen := filepath.Join(dir, "out", "_gen")
	name := filepath.Join(gen, "ch_06_ableitung", "chapter.go")
	program, err := os.ReadFile(name)
	if err != nil || !bytes.Contains(program, []byte(old)) {
		b.Fatal("the edit is not in the program", err)
	}
	if err := os.WriteFile(name, bytes.Replace(program, []byte(old), []byte(new), 1), 0o666); err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	build := exec.Command("go", "build", "-mod=readonly", "-buildvcs=false", "-ldflags="+flags+"-checklinkname=0", "-o", filepath.Join(gen, "bare"), "./"+filepath.Join(gen, "main"))
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatal(err, string(out))
	}
	run := exec.Command("./"+filepath.Join(gen, "bare"), "06-ableitung")
	run.Env = append(os.Environ(), rt.RecordsEnv+"="+filepath.Join(b.TempDir(), "records"))
	if out, err := run.CombinedOutput(); err != nil {
		b.Fatal(err, string(out))
	}
	return time.Since(start)
}

// BenchmarkManyUnchanged is a build of 200 chapters of 20 blocks where nothing
// has changed.
func BenchmarkManyUnchanged(b *testing.B) {
	dir := b.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "chapters"), 0o777); err != nil {
		b.Fatal(err)
	}
	for i := range 200 {
		var text strings.Builder
		fmt.Fprintf(&text, "# Chapter %d\n\n", i)
		for k := range 20 {
			fmt.Fprintf(&text, "Some prose.\n\n```go {#b%d}\nx%d := %d\nx%d\n```\n\n", k, k, i+k, k)
		}
		if err := os.WriteFile(filepath.Join(dir, "chapters", fmt.Sprintf("%03d.md", i)), []byte(text.String()), 0o666); err != nil {
			b.Fatal(err)
		}
	}
	build(b, dir)
	for b.Loop() {
		build(b, dir)
	}
}

// edit appends to the first chapter before each build.
func edit(b *testing.B, dir string, more func(i int) string) {
	names, err := filepath.Glob(filepath.Join(dir, "chapters", "*.md"))
	if err != nil || len(names) == 0 {
		b.Fatal("no chapters", err)
	}
	text, err := os.ReadFile(names[0])
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; b.Loop(); i++ {
		if err := os.WriteFile(names[0], append(text[:len(text):len(text)], more(i)...), 0o666); err != nil {
			b.Fatal(err)
		}
		build(b, dir)
	}
}

// BenchmarkFresh is a build of the reader with nothing kept but Go's own build
// cache.
func BenchmarkFresh(b *testing.B) {
	dir := course(b)
	for b.Loop() {
		if err := Clean(dir); err != nil {
			b.Fatal(err)
		}
		build(b, dir)
	}
}

// BenchmarkVerify is a check of the reader whose code has run: outputs, claims,
// typed numbers.
func BenchmarkVerify(b *testing.B) { benchmarkVerify(b, Options{}) }

// BenchmarkMutate changes each part of each checked claim as well.
func BenchmarkMutate(b *testing.B) { benchmarkVerify(b, Options{Mutate: true}) }

func benchmarkVerify(b *testing.B, o Options) {
	b.Helper()
	dir := course(b)
	if _, err := Verify(context.Background(), dir, o); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Verify(context.Background(), dir, o); err != nil {
			b.Fatal(err)
		}
	}
}
