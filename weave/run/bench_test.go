package run

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// chapter is a text of twenty blocks that use gonum.
func chapter(seed int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Chapter %d\n\n", seed)
	for i := range 20 {
		fmt.Fprintf(&b, "Some prose with `{go %%.3f} m%d.At(0, 0)`.\n\n```go {#b%d}\nm%d := mat.NewDense(2, 2, []float64{%d, 2, 3, 4})\nfmt.Println(mat.Det(m%d))\nm%d\n```\n\n", max(0, i-1), i, i, seed+i, i, i)
	}
	return strings.Replace(b.String(), "m0.At(0, 0)", "1.5", 1)
}

func twoChapters(b *testing.B) string {
	dir := course(b, map[string]string{"chapters/a.md": chapter(1), "chapters/b.md": chapter(2)})
	mustBuild(b, dir)
	b.ResetTimer()
	return dir
}

func change(b *testing.B, dir, old, new string) {
	b.Helper()
	name := filepath.Join(dir, "chapters", "a.md")
	text, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	put(b, name, strings.Replace(string(text), old, new, 1))
}

// BenchmarkBuild makes two chapters from nothing but Go's warm build cache.
func BenchmarkBuild(b *testing.B) {
	dir := twoChapters(b)
	for b.Loop() {
		if err := os.RemoveAll(filepath.Join(dir, "out")); err != nil {
			b.Fatal(err)
		}
		mustBuild(b, dir)
	}
}

func BenchmarkEdit(b *testing.B) {
	dir := twoChapters(b)
	for n := 0; b.Loop(); n++ {
		change(b, dir, "# Chapter 1\n", fmt.Sprintf("# Chapter 1\n\n```go {#e%d}\n%d\n```\n", n, n))
		if got := mustBuild(b, dir); len(got.records.Ran) != 1 {
			b.Fatalf("ran %v", got.records.Ran)
		}
	}
}

func BenchmarkUnchanged(b *testing.B) {
	dir := twoChapters(b)
	for b.Loop() {
		if got := mustBuild(b, dir); got.records.Builds != 0 {
			b.Fatal("built")
		}
	}
}

func BenchmarkProse(b *testing.B) {
	dir := twoChapters(b)
	for b.Loop() {
		change(b, dir, "Some prose", "More prose\n\nSome prose")
		if got := mustBuild(b, dir); got.records.Builds != 0 {
			b.Fatal("built")
		}
	}
}

// manyChapters is a course of 200 chapters of 20 blocks.
func manyChapters(b *testing.B) string {
	files := map[string]string{}
	for i := range 200 {
		files[fmt.Sprintf("chapters/%03d.md", i)] = chapter(i)
	}
	return course(b, files)
}

// BenchmarkManyCold checks, builds and runs 200 chapters of which nothing is kept but
// what the go command keeps for itself.
func BenchmarkManyCold(b *testing.B) {
	dir := manyChapters(b)
	mustBuild(b, dir)
	for b.Loop() {
		if err := os.RemoveAll(filepath.Join(dir, "out", ".cache")); err != nil {
			b.Fatal(err)
		}
		mustBuild(b, dir)
	}
}

func BenchmarkManyUnchanged(b *testing.B) {
	dir := manyChapters(b)
	mustBuild(b, dir)
	b.ResetTimer()
	for b.Loop() {
		if got := mustBuild(b, dir); got.records.Builds != 0 {
			b.Fatal("built")
		}
	}
}
