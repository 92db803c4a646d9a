package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"maps"
	"slices"
	"sync"

	"weave/weave/memo"
)

// packer deflates streams, unless they have been deflated before: by this
// process (memo) or for the last book (disk). Either may be nil.
type packer struct {
	memo *memo.Memo
	disk memo.Disk

	mu   sync.Mutex
	last map[digest][]byte // of the last book
	now  map[digest][]byte // of this one
}

// digest is that of a stream's content.
type digest [sha256.Size]byte

// keptStreams names what is on disk: for each stream the digest of its content,
// its length deflated, and that.
const keptStreams = "streams of the book"

func newPacker(m *memo.Memo, disk memo.Disk) *packer {
	p := &packer{memo: m, disk: disk, last: map[digest][]byte{}, now: map[digest][]byte{}}
	if disk == nil {
		return p
	}
	data, _ := disk.Load(keptStreams, "") // without any all are deflated
	for len(data) > sha256.Size {
		content := digest(data[:sha256.Size])
		n, size := binary.Uvarint(data[sha256.Size:])
		at := sha256.Size + size
		if size <= 0 || uint64(len(data)-at) < n {
			break
		}
		p.last[content], data = data[at:at+int(n)], data[at+int(n):]
	}
	return p
}

// keep writes the streams of this book to disk.
func (p *packer) keep() {
	if p.disk == nil {
		return
	}
	var out []byte
	contents := slices.SortedFunc(maps.Keys(p.now), func(a, b digest) int { return bytes.Compare(a[:], b[:]) })
	for _, content := range contents {
		out = append(out, content[:]...)
		out = binary.AppendUvarint(out, uint64(len(p.now[content])))
		out = append(out, p.now[content]...)
	}
	p.disk.Store(keptStreams, "", out)
}

// deflate compresses data.
func (p *packer) deflate(data []byte) []byte {
	if p.memo == nil && p.disk == nil {
		return deflated(data)
	}
	content := digest(sha256.Sum256(data))
	p.mu.Lock()
	packed, known := p.last[content]
	p.mu.Unlock()
	if !known {
		packed = memo.Of(p.memo, content, func() []byte { return deflated(data) })
	}
	if p.disk != nil {
		p.mu.Lock()
		p.now[content] = packed
		p.mu.Unlock()
	}
	return packed
}

// deflaters are used again, as their tables are large.
var deflaters = sync.Pool{New: func() any { return zlib.NewWriter(nil) }}

func deflated(data []byte) []byte {
	var out bytes.Buffer
	w := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(w)
	w.Reset(&out)
	w.Write(data) // a bytes.Buffer takes everything
	w.Close()
	return out.Bytes()
}
