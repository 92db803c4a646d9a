package font

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"maps"
	"slices"
)

// WOFF writes the face for the web, with what the given characters need.
func (f *Face) WOFF(runes []rune) ([]byte, error) {
	var head, body bytes.Buffer
	tags := slices.Sorted(maps.Keys(f.tables))
	be := binary.BigEndian
	total := 12
	for _, t := range tags {
		total += 16 + (len(f.tables[t])+3)&^3
	}
	offset := 44 + 20*len(tags)
	for _, t := range tags {
		data := f.tables[t]
		var z bytes.Buffer
		w, _ := zlib.NewWriterLevel(&z, zlib.BestCompression)
		w.Write(data)
		w.Close()
		packed := z.Bytes()
		if len(packed) >= len(data) {
			packed = data
		}
		head.WriteString(t)
		var sum uint32
		padded := append(slices.Clone(data), 0, 0, 0)
		for i := 0; i+4 <= len(padded); i += 4 {
			sum += be.Uint32(padded[i:])
		}
		for _, v := range []uint32{uint32(offset + body.Len()), uint32(len(packed)), uint32(len(data)), sum} {
			head.Write(be.AppendUint32(nil, v))
		}
		body.Write(packed)
		for body.Len()%4 != 0 {
			body.WriteByte(0)
		}
	}
	var out bytes.Buffer
	out.WriteString("wOFF")
	out.Write(f.data[:4])
	out.Write(be.AppendUint32(nil, uint32(44+head.Len()+body.Len())))
	out.Write(be.AppendUint16(nil, uint16(len(tags))))
	out.Write([]byte{0, 0})
	out.Write(be.AppendUint32(nil, uint32(total)))
	out.Write([]byte{0, 1, 0, 0})
	out.Write(make([]byte, 20))
	out.Write(head.Bytes())
	out.Write(body.Bytes())
	return out.Bytes(), nil
}
