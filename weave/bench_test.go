package weave

import (
	"context"
	"os"
	"path/filepath"
	"testing"
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

// BenchmarkCodeChanged is a build after an edit in one block.
func BenchmarkCodeChanged(b *testing.B) {
	dir := course(b)
	edit(b, dir, func(i int) string {
		return "\n```go {#edited}\nfmt.Println(\"" + string(rune('a'+i%26)) + "\")\n```\n"
	})
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
