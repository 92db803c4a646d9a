package font

import (
	"encoding/binary"
	"errors"
)

// cffFont is what a subset needs of a CFF table (Adobe Technical Note 5176).
type cffFont struct {
	name        []byte
	top         []dictEntry
	global      [][]byte // subroutines
	charStrings [][]byte
	parts       []cffPart // one, or many in a CID-keyed font
	partOf      []byte    // part of each glyph; nil: all in parts[0]
}

// cffPart is a private dictionary with its subroutines.
type cffPart struct {
	font    []dictEntry // of the font dictionary that names it; nil in a name-keyed font
	private []dictEntry
	local   [][]byte
}

// Operators of CFF dictionaries; those after an escape byte are 0x0C00 + it.
const (
	opFontBBox    = 5
	opCharset     = 15
	opCharStrings = 17
	opPrivate     = 18
	opSubrs       = 19
	opFontMatrix  = 0x0C07
	opROS         = 0x0C1E
	opCIDCount    = 0x0C22
	opFDArray     = 0x0C24
	opFDSelect    = 0x0C25
)

var errCFF = errors.New("damaged CFF table")

// dictEntry is an operator with its operands: raw for copying, values for reading.
type dictEntry struct {
	op     int
	raw    []byte
	values []int // reals are 0
}

func parseCFF(data []byte) (*cffFont, error) {
	if len(data) < 4 {
		return nil, errCFF
	}
	var lists [4][][]byte // names, top dictionaries, strings, global subroutines
	at := int(data[2])
	for i := range lists {
		var err error
		if lists[i], at, err = cffIndex(data, at); err != nil {
			return nil, err
		}
	}
	if len(lists[0]) == 0 || len(lists[1]) == 0 {
		return nil, errCFF
	}
	c := &cffFont{name: lists[0][0], global: lists[3]}
	var err error
	if c.top, err = parseDict(lists[1][0]); err != nil {
		return nil, err
	}
	if c.charStrings, _, err = cffIndex(data, dictInt(c.top, opCharStrings, 0)); err != nil {
		return nil, err
	}
	return c, c.readParts(data)
}

func (c *cffFont) readParts(data []byte) error {
	array := dictInt(c.top, opFDArray, 0)
	if array == 0 {
		p, err := readPrivate(data, c.top)
		c.parts = []cffPart{p}
		return err
	}
	dicts, _, err := cffIndex(data, array)
	if err != nil {
		return err
	}
	for _, d := range dicts {
		entries, err := parseDict(d)
		if err != nil {
			return err
		}
		p, err := readPrivate(data, entries)
		if err != nil {
			return err
		}
		p.font = entries
		c.parts = append(c.parts, p)
	}
	c.partOf, err = readFDSelect(data, dictInt(c.top, opFDSelect, 0), len(c.charStrings), len(c.parts))
	return err
}

func readPrivate(data []byte, dict []dictEntry) (cffPart, error) {
	size, at := dictInt(dict, opPrivate, 0), dictInt(dict, opPrivate, 1)
	if size < 0 || at < 0 || at+size > len(data) {
		return cffPart{}, errCFF
	}
	private, err := parseDict(data[at : at+size])
	p := cffPart{private: private}
	if off := dictInt(private, opSubrs, 0); err == nil && off != 0 {
		p.local, _, err = cffIndex(data, at+off)
	}
	return p, err
}

// readFDSelect reads formats 0 and 3: the part of each of n glyphs.
func readFDSelect(data []byte, at, n, parts int) ([]byte, error) {
	if at <= 0 || at+1+n > len(data) && at+5 > len(data) {
		return nil, errCFF
	}
	out := make([]byte, n)
	switch data[at] {
	case 0:
		if at+1+n > len(data) {
			return nil, errCFF
		}
		copy(out, data[at+1:])
	case 3:
		ranges := int(binary.BigEndian.Uint16(data[at+1:]))
		if at+5+3*ranges > len(data) {
			return nil, errCFF
		}
		for i := range ranges {
			r := data[at+3+3*i:]
			for g := int(binary.BigEndian.Uint16(r)); g < min(n, int(binary.BigEndian.Uint16(r[3:]))); g++ {
				out[g] = r[2]
			}
		}
	default:
		return nil, errCFF
	}
	for _, p := range out {
		if int(p) >= parts {
			return nil, errCFF
		}
	}
	return out, nil
}

// cffIndex reads an INDEX at a place and tells where it ends.
func cffIndex(data []byte, at int) (items [][]byte, end int, err error) {
	if at < 0 || at+2 > len(data) {
		return nil, 0, errCFF
	}
	n := int(binary.BigEndian.Uint16(data[at:]))
	if n == 0 {
		return nil, at + 2, nil
	}
	if at+3 > len(data) {
		return nil, 0, errCFF
	}
	size := int(data[at+2])
	base := at + 3 + (n+1)*size - 1
	if size < 1 || size > 4 || base+1 > len(data) {
		return nil, 0, errCFF
	}
	offset := func(i int) (v int) {
		for _, b := range data[at+3+i*size : at+3+(i+1)*size] {
			v = v<<8 | int(b)
		}
		return base + v
	}
	items = make([][]byte, n)
	for i := range items {
		from, to := offset(i), offset(i+1)
		if from <= base || from > to || to > len(data) {
			return nil, 0, errCFF
		}
		items[i] = data[from:to]
	}
	return items, offset(n), nil
}

// parseDict reads a DICT (Technical Note 5176, table 3).
func parseDict(b []byte) (out []dictEntry, err error) {
	start, at := 0, 0
	var values []int
	for at < len(b) {
		switch c := int(b[at]); {
		case c <= 21:
			op, n := c, 1
			if c == 12 {
				if at+1 >= len(b) {
					return nil, errCFF
				}
				op, n = 0x0C00+int(b[at+1]), 2
			}
			out = append(out, dictEntry{op, b[start:at], values})
			at += n
			start, values = at, nil
		default:
			v, n := dictNumber(b[at:])
			if n == 0 {
				return nil, errCFF
			}
			values = append(values, v)
			at += n
		}
	}
	return out, nil
}

// dictNumber reads an operand; n is 0 where there is none.
func dictNumber(b []byte) (v, n int) {
	c := int(b[0])
	switch {
	case c == 28 && len(b) >= 3:
		return int(int16(binary.BigEndian.Uint16(b[1:]))), 3
	case c == 29 && len(b) >= 5:
		return int(int32(binary.BigEndian.Uint32(b[1:]))), 5
	case c == 30:
		for i, x := range b[1:] {
			if x&0x0F == 0x0F || x>>4 == 0x0F {
				return 0, i + 2
			}
		}
		return 0, 0
	case c >= 32 && c <= 246:
		return c - 139, 1
	case c >= 247 && c <= 250 && len(b) >= 2:
		return (c-247)*256 + int(b[1]) + 108, 2
	case c >= 251 && c <= 254 && len(b) >= 2:
		return -(c-251)*256 - int(b[1]) - 108, 2
	}
	return 0, 0
}

// dictInt is operand i of an operator, 0 where it is missing.
func dictInt(d []dictEntry, op, i int) int {
	for _, e := range d {
		if e.op == op && i < len(e.values) {
			return e.values[i]
		}
	}
	return 0
}
