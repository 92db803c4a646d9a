package font

import (
	"encoding/binary"
	"maps"
	"slices"

	"github.com/go-text/typesetting/font/opentype/tables"
)

// openKerning makes all pairs of the kerning known to the shaper.
//
// Before go-text (v0.3.5) applies a subtable, it asks a filter whether the
// subtable may cover the glyph. While it fills the filter from ranges of
// glyphs (setDigest.addRange), it stops as soon as one of the filter's three
// parts is full, and so turns away glyphs that the later ranges cover. Single
// glyphs are all taken. STIX covers its pairs by ranges and would lose the
// kerning of whole letters (v, y, the quotes); so the coverage of such a
// subtable is written as a list of glyphs.
func (f *Face) openKerning() {
	t := layoutTable(f.tables["GPOS"])
	for i, l := range f.face.Font.GPOS.Lookups {
		for k, sub := range l.Subtables {
			old, ok := sub.(tables.PairPos)
			if _, ranges := sub.Cov().(tables.Coverage2); !ok || !ranges {
				continue
			}
			kind, at := t.subtable(t.u16(8)+t.u16(t.u16(8)+2+2*i), k)
			if kind != 2 {
				continue
			}
			l.Subtables[k] = t.listed(at, old)
		}
	}
}

// subtable is the kind and the place of a subtable of the lookup at l, behind
// the extension if it has one.
func (t layoutTable) subtable(l, i int) (kind, at int) {
	kind, at = t.u16(l), l+t.u16(l+6+2*i)
	if kind == 9 { // an extension, with a wider offset
		kind, at = t.u16(at+2), at+t.u16(at+4)<<16+t.u16(at+6)
	}
	return kind, at
}

// listed is the pair subtable at a place with a list for its coverage; the old
// one where that would lie too far behind it for an offset.
func (t layoutTable) listed(at int, old tables.PairPos) tables.PairPos {
	src := slices.Clone(t.slice(at, t.pairsEnd(at)))
	if src == nil || len(src) > 0xffff {
		return old
	}
	glyphs := slices.Sorted(maps.Keys(t.coverage(at + t.u16(at+2))))
	binary.BigEndian.PutUint16(src[2:], uint16(len(src)))
	out, _, err := tables.ParsePairPos(append(src, coverageTable(glyphs)...))
	if err != nil {
		return old
	}
	return out
}

// pairsEnd is the length of a pair subtable, its coverage left out.
func (t layoutTable) pairsEnd(at int) (end int) {
	values := valueSize(t.u16(at+4)) + valueSize(t.u16(at+6))
	if t.u16(at) == 1 {
		end = 10 + 2*t.u16(at+8)
		for i := range t.u16(at + 8) {
			set := t.u16(at + 10 + 2*i)
			end = max(end, set+2+t.u16(at+set)*(2+values))
		}
		return end
	}
	end = 16 + t.u16(at+12)*t.u16(at+14)*values
	for _, field := range []int{8, 10} {
		classes := t.u16(at + field)
		size := 4 + 6*t.u16(at+classes+2)
		if t.u16(at+classes) == 1 {
			size = 6 + 2*t.u16(at+classes+4)
		}
		end = max(end, classes+size)
	}
	return end
}
