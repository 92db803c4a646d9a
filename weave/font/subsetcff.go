package font

import (
	"encoding/binary"
	"fmt"
)

// subsetCFF writes a CID-keyed CFF font whose CIDs are the new glyph numbers,
// so that every PDF reader agrees on them (ISO 32000-2, 9.7.4.2).
func (f *Face) subsetCFF(glyphs []GID) ([]byte, error) {
	c, err := parseCFF(f.tables["CFF "])
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", f.name, err)
	}
	s := cffSubset{font: c, glyphs: glyphs}
	if err := s.choose(); err != nil {
		return nil, fmt.Errorf("font %s: %w", f.name, err)
	}
	return s.write(), nil
}

type cffSubset struct {
	font        *cffFont
	glyphs      []GID
	charStrings [][]byte
	partOf      []byte
	global      []bool
	local       [][]bool
}

// emptyGlyph is a charstring of endchar alone, emptySubr of return.
var emptyGlyph, emptySubr = []byte{14}, []byte{11}

// choose collects the charstrings and marks the subroutines that they call.
func (s *cffSubset) choose() error {
	c := s.font
	s.global = make([]bool, len(c.global))
	uses := make([]usage, len(c.parts))
	for i, p := range c.parts {
		s.local = append(s.local, make([]bool, len(p.local)))
		uses[i] = usage{global: c.global, local: p.local, usedGlobal: s.global, usedLocal: s.local[i]}
	}
	for _, g := range s.glyphs {
		part, code := byte(0), emptyGlyph
		if g != NoGlyph {
			if int(g) >= len(c.charStrings) {
				return fmt.Errorf("no glyph %d", g)
			}
			code = c.charStrings[g]
			if c.partOf != nil {
				part = c.partOf[g]
			}
		}
		if err := uses[part].glyph(code); err != nil {
			return fmt.Errorf("glyph %d: %w", g, err)
		}
		s.charStrings, s.partOf = append(s.charStrings, code), append(s.partOf, part)
	}
	return nil
}

// write lays the font out: header, name, top dictionary, strings, global
// subroutines, charset, FDSelect, charstrings, font dictionaries, private ones.
// Offsets are written in five bytes, so lengths do not depend on them.
func (s *cffSubset) write() []byte {
	head := append([]byte{1, 0, 4, 4}, writeIndex([][]byte{s.font.name})...)
	tail := append(writeIndex([][]byte{[]byte("Adobe"), []byte("Identity")}), writeIndex(keepUsed(s.font.global, s.global))...)
	charset, fdSelect, charStrings := s.charset(), s.fdSelect(), writeIndex(s.charStrings)

	topSize := len(writeIndex([][]byte{s.topDict(0, 0, 0, 0)}))
	charsetAt := len(head) + topSize + len(tail)
	selectAt := charsetAt + len(charset)
	stringsAt := selectAt + len(fdSelect)
	arrayAt := stringsAt + len(charStrings)
	privates, sizes := s.privates()
	privateAt := arrayAt + len(s.fontDicts(sizes, 0))

	out := append(head, writeIndex([][]byte{s.topDict(charsetAt, selectAt, stringsAt, arrayAt)})...)
	for _, part := range [][]byte{tail, charset, fdSelect, charStrings, s.fontDicts(sizes, privateAt), privates} {
		out = append(out, part...)
	}
	return out
}

func (s *cffSubset) topDict(charset, fdSelect, charStrings, fdArray int) []byte {
	var d []byte
	d = appendDict(d, opROS, 391, 392, 0) // the two strings of our own
	for _, e := range s.font.top {
		if e.op == opFontBBox || e.op == opFontMatrix {
			d = appendEntry(d, e)
		}
	}
	d = appendDict(d, opCIDCount, len(s.glyphs))
	d = appendDict(d, opCharset, charset)
	d = appendDict(d, opFDSelect, fdSelect)
	d = appendDict(d, opCharStrings, charStrings)
	return appendDict(d, opFDArray, fdArray)
}

// charset is one range of format 2: CIDs 1, 2, 3 …
func (s *cffSubset) charset() []byte {
	if len(s.glyphs) < 2 {
		return []byte{0}
	}
	return binary.BigEndian.AppendUint16([]byte{2, 0, 1}, uint16(len(s.glyphs)-2))
}

// fdSelect is in format 3: ranges of glyphs of the same part.
func (s *cffSubset) fdSelect() []byte {
	var ranges []byte
	n := 0
	for i, p := range s.partOf {
		if i == 0 || p != s.partOf[i-1] {
			ranges = append(binary.BigEndian.AppendUint16(ranges, uint16(i)), p)
			n++
		}
	}
	out := binary.BigEndian.AppendUint16([]byte{3}, uint16(n))
	return binary.BigEndian.AppendUint16(append(out, ranges...), uint16(len(s.partOf)))
}

// privates are the private dictionaries, each with its subroutines behind it;
// sizes has for each the dictionary's length and the whole.
func (s *cffSubset) privates() (out []byte, sizes [][2]int) {
	for i, p := range s.font.parts {
		var d []byte
		for _, e := range p.private {
			if e.op != opSubrs {
				d = appendEntry(d, e)
			}
		}
		var subrs []byte
		if len(p.local) > 0 {
			d = appendDict(d, opSubrs, len(d)+6)
			subrs = writeIndex(keepUsed(p.local, s.local[i]))
		}
		out = append(append(out, d...), subrs...)
		sizes = append(sizes, [2]int{len(d), len(d) + len(subrs)})
	}
	return out, sizes
}

func (s *cffSubset) fontDicts(sizes [][2]int, at int) []byte {
	var dicts [][]byte
	for i, p := range s.font.parts {
		var d []byte
		for _, e := range p.font {
			if e.op == opFontMatrix {
				d = appendEntry(d, e)
			}
		}
		dicts = append(dicts, appendDict(d, opPrivate, sizes[i][0], at))
		at += sizes[i][1]
	}
	return writeIndex(dicts)
}

// keepUsed empties the subroutines that are not called; their numbers stay.
func keepUsed(subrs [][]byte, used []bool) [][]byte {
	out := make([][]byte, len(subrs))
	for i, s := range subrs {
		out[i] = emptySubr
		if used[i] {
			out[i] = s
		}
	}
	return out
}

func appendEntry(d []byte, e dictEntry) []byte {
	return appendOp(append(d, e.raw...), e.op)
}

// appendDict writes integers, five bytes each, and the operator.
func appendDict(d []byte, op int, values ...int) []byte {
	for _, v := range values {
		d = binary.BigEndian.AppendUint32(append(d, 29), uint32(v))
	}
	return appendOp(d, op)
}

func appendOp(d []byte, op int) []byte {
	if op >= 0x0C00 {
		d = append(d, 12)
	}
	return append(d, byte(op))
}

func writeIndex(items [][]byte) []byte {
	if len(items) == 0 {
		return []byte{0, 0}
	}
	total, size := 1, 1
	for _, x := range items {
		total += len(x)
	}
	for total >= 1<<(8*size) {
		size++
	}
	out := append(binary.BigEndian.AppendUint16(nil, uint16(len(items))), byte(size))
	offset := 1
	put := func() {
		for shift := 8 * (size - 1); shift >= 0; shift -= 8 {
			out = append(out, byte(offset>>shift))
		}
	}
	put()
	for _, x := range items {
		offset += len(x)
		put()
	}
	for _, x := range items {
		out = append(out, x...)
	}
	return out
}
