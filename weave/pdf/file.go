package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf16"
)

// file is a PDF file's objects; object 0 is not used.
type file struct {
	packer        *packer
	objects       []object
	catalog, info int // their numbers
	pages         []int
}

// object is a direct value or a dictionary with a stream.
type object struct {
	dict     string
	stream   []byte
	isStream bool
	plain    bool // not compressed
}

// reserve takes a number whose object is set later.
func (f *file) reserve() int {
	f.objects = append(f.objects, object{})
	return len(f.objects) - 1
}

// add appends an object.
func (f *file) add(dict string) int {
	f.objects = append(f.objects, object{dict: dict})
	return len(f.objects) - 1
}

// addStream appends a stream; dict has no /Length and may be "<<>>".
func (f *file) addStream(dict string, data []byte) int {
	f.objects = append(f.objects, object{dict: dict, stream: data, isStream: true})
	return len(f.objects) - 1
}

// perStream is how many objects one object stream holds at most.
const perStream = 200

// bytes writes the file: streams one by one, all else in object streams, and a
// cross-reference stream (ISO 32000-2, 7.5.7 and 7.5.8).
func (f *file) bytes() []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	first := len(f.objects)
	entries := make([]xrefEntry, first)
	var numbers, packed []int // of streams, of what is packed into streams
	var streams []object
	for i := 1; i < first; i++ {
		switch o := f.objects[i]; {
		case o.isStream:
			numbers, streams = append(numbers, i), append(streams, o)
		case o.dict != "":
			packed = append(packed, i)
		}
	}
	for len(packed) > 0 {
		part := packed[:min(perStream, len(packed))]
		packed = packed[len(part):]
		n := len(entries)
		for k, i := range part {
			entries[i] = xrefEntry{2, n, k}
		}
		entries = append(entries, xrefEntry{})
		numbers, streams = append(numbers, n), append(streams, f.pack(part))
	}
	f.compress(streams)
	for i, n := range numbers {
		entries[n] = xrefEntry{1, out.Len(), 0}
		streams[i].write(&out, n)
	}
	f.writeXref(&out, entries)
	return out.Bytes()
}

// compress deflates streams, side by side.
func (f *file) compress(streams []object) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(len(streams), runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(streams); i = int(next.Add(1)) - 1 {
				streams[i].compress(f.packer)
			}
		})
	}
	workers.Wait()
}

// pack makes an object stream of the objects with the given numbers.
func (f *file) pack(numbers []int) object {
	var index, body strings.Builder
	for _, i := range numbers {
		fmt.Fprintf(&index, "%d %d ", i, body.Len())
		body.WriteString(f.objects[i].dict + "\n")
	}
	dict := fmt.Sprintf("<</Type/ObjStm/N %d/First %d>>", len(numbers), index.Len())
	return object{dict: dict, stream: []byte(index.String() + body.String()), isStream: true}
}

// compress deflates a stream, if it is none already.
func (o *object) compress(p *packer) {
	if !o.plain && !strings.Contains(o.dict, "/Filter") {
		o.stream, o.dict = p.deflate(o.stream), strings.TrimSuffix(o.dict, ">>")+"/Filter/FlateDecode>>"
	}
}

// write writes a stream.
func (o *object) write(out *bytes.Buffer, n int) {
	fmt.Fprintf(out, "%d 0 obj\n%s/Length %d>>\nstream\n", n, strings.TrimSuffix(o.dict, ">>"), len(o.stream))
	out.Write(o.stream)
	out.WriteString("\nendstream\nendobj\n")
}

// xrefEntry is a row of the cross-reference stream: type 0 free, 1 at an
// offset, 2 in object stream a at index b.
type xrefEntry struct{ kind, a, b int }

func (f *file) writeXref(out *bytes.Buffer, entries []xrefEntry) {
	id := sha256.Sum256(out.Bytes())
	at, n := out.Len(), len(entries)
	entries = append(entries, xrefEntry{1, at, 0})
	var rows []byte
	for _, e := range entries {
		rows = append(rows, byte(e.kind))
		rows = binary.BigEndian.AppendUint32(rows, uint32(e.a))
		rows = append(rows, byte(e.b))
	}
	rows[5] = 255 // generation of the free list's head; its other bytes are 0
	dict := fmt.Sprintf("<</Type/XRef/Size %d/W[1 4 1]/Root %d 0 R/Info %d 0 R/ID[<%x><%x>]>>", n+1, f.catalog, f.info, id[:16], id[:16])
	table := object{dict: dict, stream: rows, isStream: true}
	table.compress(&packer{})
	table.write(out, n)
	fmt.Fprintf(out, "startxref\n%d\n%%%%EOF\n", at)
}

// text is a text string object in UTF-16 (ISO 32000-2, 7.9.2.2).
func text(s string) string {
	plain := true
	for _, r := range s {
		plain = plain && r >= ' ' && r <= '~'
	}
	if plain {
		return literal(s)
	}
	return "<FEFF" + utf16Hex(s) + ">"
}

func utf16Hex(s string) string {
	const digits = "0123456789ABCDEF"
	out := make([]byte, 0, 4*len(s))
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, digits[u>>12], digits[u>>8&15], digits[u>>4&15], digits[u&15])
	}
	return string(out)
}

// literal is a byte string object.
func literal(s string) string {
	return "(" + escapes.Replace(s) + ")"
}

var escapes = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`, "\n", `\n`)

// name is a name object, with what is not regular as #xx (ISO 32000-2, 7.3.5).
func name(s string) string {
	var b strings.Builder
	b.WriteByte('/')
	for _, c := range []byte(s) {
		if c > ' ' && c <= '~' && !strings.ContainsRune("#()<>[]{}/%", rune(c)) {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "#%02X", c)
		}
	}
	return b.String()
}

// number writes x with at most the given digits behind the point.
func number(x float64, digits int) string {
	units := math.Round(x * math.Pow10(digits))
	if math.Abs(units) >= 1<<53 {
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	n := int64(units)
	for digits > 0 && n%10 == 0 {
		n, digits = n/10, digits-1
	}
	var room [24]byte
	b := strconv.AppendInt(room[:0], max(n, -n), 10)
	for len(b) <= digits {
		b = slices.Insert(b, 0, '0')
	}
	if digits > 0 {
		b = slices.Insert(b, len(b)-digits, '.')
	}
	if n < 0 {
		b = slices.Insert(b, 0, '-')
	}
	return string(b)
}
