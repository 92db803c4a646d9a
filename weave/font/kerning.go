package font

import (
	"encoding/binary"
	"maps"
	"slices"
)

// kerning is a GPOS table with the pair kerning of the kept glyphs alone
// (OpenType, GPOS lookup type 2), nil where the face has none. Subtables that
// name devices are left out.
func (f *Face) kerning(keep map[GID]bool) []byte {
	t := layoutTable(f.tables["GPOS"])
	var lookups [][]byte
	for _, l := range t.kernLookups() {
		k := kernSubset{table: t, keep: keep}
		for i := range t.u16(l + 4) {
			if kind, sub := t.subtable(l, i); kind == 2 {
				k.subtable(sub)
			}
		}
		if len(k.out) > 0 {
			lookups = append(lookups, lookup(2, t.u16(l+2), k.out))
		}
	}
	if len(lookups) == 0 {
		return nil
	}
	return kernTable(lookups)
}

// layoutTable is a GPOS table; what lies outside of it reads as 0.
type layoutTable []byte

func (t layoutTable) u16(at int) int {
	if at < 0 || at+2 > len(t) {
		return 0
	}
	return int(binary.BigEndian.Uint16(t[at:]))
}

// kernLookups are the places of the lookups of the first feature "kern": the
// faces here have the same ones for all scripts.
func (t layoutTable) kernLookups() (out []int) {
	features, all := t.u16(6), t.u16(8)
	for i := range t.u16(features) {
		r := features + 2 + 6*i
		if r+6 > len(t) || string(t[r:r+4]) != "kern" {
			continue
		}
		feature := features + t.u16(r+4)
		for k := range t.u16(feature + 2) {
			out = append(out, all+t.u16(all+2+2*t.u16(feature+4+2*k)))
		}
		return out
	}
	return nil
}

// coverage maps the glyphs of a coverage table to their index.
func (t layoutTable) coverage(at int) map[GID]int {
	out := map[GID]int{}
	for i := range t.u16(at + 2) {
		if t.u16(at) == 1 {
			out[GID(t.u16(at+4+2*i))] = i
			continue
		}
		r := at + 4 + 6*i
		for g := t.u16(r); g <= t.u16(r+2); g++ {
			out[GID(g)] = t.u16(r+4) + g - t.u16(r)
		}
	}
	return out
}

// classes maps glyphs to their class; those that are missing have class 0.
func (t layoutTable) classes(at int) map[GID]int {
	out := map[GID]int{}
	if t.u16(at) == 1 {
		for i := range t.u16(at + 4) {
			out[GID(t.u16(at+2)+i)] = t.u16(at + 6 + 2*i)
		}
		return out
	}
	for i := range t.u16(at + 2) {
		r := at + 4 + 6*i
		for g := t.u16(r); g <= t.u16(r+2); g++ {
			out[GID(g)] = t.u16(r + 4)
		}
	}
	return out
}

// slice is a part of the table, nil where it leaves the table.
func (t layoutTable) slice(at, n int) []byte {
	if at < 0 || at+n > len(t) {
		return nil
	}
	return t[at : at+n]
}

// kernSubset collects the subtables of one lookup.
type kernSubset struct {
	table layoutTable
	keep  map[GID]bool
	out   [][]byte
}

func (k *kernSubset) subtable(at int) {
	t := k.table
	first, second := valueSize(t.u16(at+4)), valueSize(t.u16(at+6))
	if (t.u16(at+4)|t.u16(at+6))&^0xf != 0 {
		return
	}
	index := t.coverage(at + t.u16(at+2))
	var covered []GID
	for _, g := range slices.Sorted(maps.Keys(index)) {
		if k.keep[g] {
			covered = append(covered, g)
		}
	}
	switch {
	case len(covered) == 0:
	case t.u16(at) == 1:
		k.pairs(at, 2+first+second, covered, index)
	case t.u16(at) == 2:
		k.matrix(at, first+second, covered)
	}
}

// pairs is a subtable of single pairs: per first glyph those with a kept second.
// A glyph without any stays covered, as shapers differ in what follows from that.
func (k *kernSubset) pairs(at, record int, covered []GID, index map[GID]int) {
	t := k.table
	var sets [][]byte
	for _, g := range covered {
		set := at + t.u16(at+10+2*index[g])
		n, list := 0, []byte(nil)
		for i := range t.u16(set) {
			r := t.slice(set+2+record*i, record)
			if r != nil && k.keep[GID(binary.BigEndian.Uint16(r))] {
				n, list = n+1, append(list, r...)
			}
		}
		sets = append(sets, append(words(n), list...))
	}
	head := 10 + 2*len(sets)
	cover := coverageTable(covered)
	out := words(1, head, t.u16(at+4), t.u16(at+6), len(sets))
	offset := head + len(cover)
	for _, s := range sets {
		out = binary.BigEndian.AppendUint16(out, uint16(offset))
		offset += len(s)
	}
	out = append(out, cover...)
	for _, s := range sets {
		out = append(out, s...)
	}
	k.out = append(k.out, out)
}

// matrix is a subtable of kerning between classes; those without a kept glyph
// are dropped.
func (k *kernSubset) matrix(at, record int, covered []GID) {
	t := k.table
	n2 := t.u16(at + 14)
	def1, rows := renumber(t.classes(at+t.u16(at+8)), covered)
	def2, columns := renumber(t.classes(at+t.u16(at+10)), slices.Sorted(maps.Keys(k.keep)))
	var values []byte
	for _, r := range rows {
		for _, c := range columns {
			v := t.slice(at+16+record*(r*n2+c), record)
			if v == nil {
				return
			}
			values = append(values, v...)
		}
	}
	cover, class1, class2 := coverageTable(covered), classTable(def1), classTable(def2)
	where := 16 + len(values)
	out := words(2, where, t.u16(at+4), t.u16(at+6), where+len(cover), where+len(cover)+len(class1), len(rows), len(columns))
	for _, part := range [][]byte{values, cover, class1, class2} {
		out = append(out, part...)
	}
	k.out = append(k.out, out)
}

// renumber keeps the classes of the given glyphs. old[i] is what class i was;
// class 0 stays 0.
func renumber(classes map[GID]int, glyphs []GID) (kept map[GID]int, old []int) {
	place := map[int]int{0: 0}
	kept, old = map[GID]int{}, []int{0}
	for _, g := range glyphs {
		c := classes[g]
		if _, seen := place[c]; !seen {
			place[c] = len(old)
			old = append(old, c)
		}
		if c != 0 {
			kept[g] = place[c]
		}
	}
	return kept, old
}

// valueSize is the length of a value record: two bytes for each bit.
func valueSize(format int) int {
	n := 0
	for ; format != 0; format >>= 1 {
		n += 2 * (format & 1)
	}
	return n
}

// kernTable is a GPOS table for all scripts with the one feature "kern".
func kernTable(lookups [][]byte) []byte {
	scripts := append(append(words(1), "DFLT"...), words(8, 4, 0, 0, 0xffff, 1, 0)...)
	feature := words(0, len(lookups))
	for i := range lookups {
		feature = append(feature, words(i)...)
	}
	features := append(append(append(words(1), "kern"...), words(8)...), feature...)
	list, offset := words(len(lookups)), 2+2*len(lookups)
	for _, l := range lookups {
		list = append(list, words(offset)...)
		offset += len(l)
	}
	out := words(1, 0, 10, 10+len(scripts), 10+len(scripts)+len(features))
	for _, part := range append([][]byte{scripts, features, list}, lookups...) {
		out = append(out, part...)
	}
	return out
}

func lookup(kind, flag int, subtables [][]byte) []byte {
	out, offset := words(kind, flag, len(subtables)), 6+2*len(subtables)
	for _, s := range subtables {
		out = append(out, words(offset)...)
		offset += len(s)
	}
	for _, s := range subtables {
		out = append(out, s...)
	}
	return out
}

func coverageTable(glyphs []GID) []byte {
	out := words(1, len(glyphs))
	for _, g := range glyphs {
		out = append(out, words(int(g))...)
	}
	return out
}

// classTable is in format 2, a range for each glyph.
func classTable(classes map[GID]int) []byte {
	out := words(2, len(classes))
	for _, g := range slices.Sorted(maps.Keys(classes)) {
		out = append(out, words(int(g), int(g), classes[g])...)
	}
	return out
}

// words writes numbers of two bytes.
func words(values ...int) []byte {
	var out []byte
	for _, v := range values {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	return out
}
