package typeset

import (
	"bytes"
	"sync"
	"testing"

	"weave/blocks"
	"weave/weave/doc"
	"weave/weave/memo"
	"weave/weave/pdf"
)

// shelf is a disk in memory.
type shelf struct {
	mu   sync.Mutex
	kept map[[2]string][]byte
}

func (s *shelf) Load(name, key string) ([]byte, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	data, ok := s.kept[[2]string{name, key}]
	return data, ok
}

func (s *shelf) Store(name, key string, data []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kept[[2]string{name, key}] = data
}

// A book whose chapters another process has set has the same bytes: frames,
// headings, the list of figures, solutions and elements are all there.
func TestKeptChapters(t *testing.T) {
	disk := &shelf{kept: map[[2]string][]byte{}}
	kept := func() Input {
		in := sampleInput(t, 2) // parsed anew, as by another process
		in.Disk, in.Key = disk, func(ch *doc.Chapter) (string, bool) { return ch.Name, true }
		return in
	}
	first := bookOf(t, kept())
	again := kept()
	again.Result = func(name string) *blocks.Result {
		t.Errorf("%s is set again", name)
		return nil
	}
	if len(disk.kept) == 0 || !bytes.Equal(bookOf(t, again), first) || !bytes.Equal(sampleBook(t, 2), first) {
		t.Errorf("the book of %d kept chapters is another", len(disk.kept))
	}
	for at, data := range disk.kept {
		disk.kept[at] = data[:len(data)/2]
	}
	if !bytes.Equal(bookOf(t, kept()), first) {
		t.Error("what was kept is damaged, and the book is another")
	}
}

// Pages that were painted ahead, without heads and folios, are those of the book.
func TestPaintedAhead(t *testing.T) {
	in := sampleInput(t, 2)
	in.Memo, in.Key = memo.New(), func(ch *doc.Chapter) (string, bool) { return ch.Name, true }
	pdf.Prepare(t.Context(), Prepare(t.Context(), in, func(*doc.Chapter) bool { return true }), in.Memo)
	if !bytes.Equal(bookOf(t, in), sampleBook(t, 2)) {
		t.Error("the book is another")
	}
}

func bookOf(t testing.TB, in Input) []byte {
	t.Helper()
	d, _ := Layout(t.Context(), in)
	b, err := pdf.Write(t.Context(), d, in.Memo, nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// BenchmarkKept is reading a chapter that was kept, beside setting it.
func BenchmarkKept(b *testing.B) {
	disk := &shelf{kept: map[[2]string][]byte{}}
	in := sampleInput(b, 1)
	in.Key = func(ch *doc.Chapter) (string, bool) { return ch.Name, true }
	all := func(*doc.Chapter) bool { return true }
	b.Run("set", func(b *testing.B) {
		for b.Loop() {
			Prepare(b.Context(), in, all)
		}
	})
	in.Disk = disk
	Prepare(b.Context(), in, all)
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			Prepare(b.Context(), in, all)
		}
	})
}
