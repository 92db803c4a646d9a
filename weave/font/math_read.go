package font

import (
	"encoding/binary"
	"math"
)

// mathReader reads big-endian numbers at offsets; what lies outside of the
// table reads as 0, so that a damaged font gives poor output but no panic.
type mathReader struct {
	data []byte
	unit float64
}

func (r mathReader) u16(at int) int {
	if at < 0 || at+2 > len(r.data) {
		return 0
	}
	return int(binary.BigEndian.Uint16(r.data[at:]))
}

func (r mathReader) u32(at int) int { return r.u16(at)<<16 | r.u16(at+2) }

func (r mathReader) i16(at int) int { return int(int16(r.u16(at))) }

func (r mathReader) em(at int) float64 { return float64(r.i16(at)) * r.unit }

func (r mathReader) uem(at int) float64 { return float64(r.u16(at)) * r.unit }

// sub is the table at an offset kept at a place.
func (r mathReader) sub(at int) mathReader { return r.from(r.u16(at)) }

func (r mathReader) from(off int) mathReader {
	if off <= 0 || off > len(r.data) {
		return mathReader{nil, r.unit}
	}
	return mathReader{r.data[off:], r.unit}
}

// coverage lists the glyphs of a Coverage table in their order.
func (r mathReader) coverage() (out []GID) {
	n := r.u16(2)
	if r.u16(0) == 1 {
		for i := range n {
			out = append(out, GID(r.u16(4+2*i)))
		}
		return out
	}
	for i := range n {
		for g := r.u16(4 + 6*i); g <= r.u16(6+6*i) && len(out) < 1<<16; g++ {
			out = append(out, GID(g))
		}
	}
	return out
}

// read fills the table (OpenType MATH: MathConstants, MathGlyphInfo, MathVariants).
func (m *MathTable) read(r mathReader) {
	m.readConstants(r.sub(4))
	info := r.sub(6)
	m.italic = readValues(info.sub(0))
	m.accent = readValues(info.sub(2))
	m.readKerns(info.sub(6))
	variants := r.sub(8)
	m.MinOverlap = variants.uem(0)
	nv, nh := variants.u16(6), variants.u16(8)
	m.vertical = readConstructions(variants, variants.sub(2), 10, nv)
	m.horizontal = readConstructions(variants, variants.sub(4), 10+2*nv, nh)
}

func (m *MathTable) readConstants(r mathReader) {
	c := &m.MathConstants
	c.ScriptPercentScaleDown = float64(r.i16(0)) / 100
	c.ScriptScriptPercentScaleDown = float64(r.i16(2)) / 100
	c.DelimitedSubFormulaMinHeight = r.uem(4)
	c.DisplayOperatorMinHeight = r.uem(6)
	list := c.lengths()
	for i, v := range list {
		*v = r.em(8 + 4*i)
	}
	c.RadicalDegreeBottomRaisePercent = float64(r.i16(8+4*len(list))) / 100
}

func readValues(r mathReader) map[GID]float64 {
	out := map[GID]float64{}
	for i, g := range r.sub(0).coverage() {
		out[g] = r.em(4 + 4*i)
	}
	return out
}

func (m *MathTable) readKerns(r mathReader) {
	m.kerns = map[GID]*[4][]kernStep{}
	for i, g := range r.sub(0).coverage() {
		var corners [4][]kernStep
		for c := range corners {
			if at := 4 + 8*i + 2*c; r.u16(at) != 0 {
				corners[c] = readKern(r.sub(at))
			}
		}
		m.kerns[g] = &corners
	}
}

func readKern(r mathReader) (out []kernStep) {
	n := r.u16(0)
	for j := range n + 1 {
		step := kernStep{math.Inf(1), r.em(2 + 4*n + 4*j)}
		if j < n {
			step.below = r.em(2 + 4*j)
		}
		out = append(out, step)
	}
	return out
}

func readConstructions(variants, coverage mathReader, at, n int) map[GID]*Construction {
	out := map[GID]*Construction{}
	if coverage.data == nil {
		return out
	}
	for i, g := range coverage.coverage() {
		if i < n {
			out[g] = readConstruction(variants.sub(at + 2*i))
		}
	}
	return out
}

func readConstruction(r mathReader) *Construction {
	c := &Construction{}
	if r.u16(0) != 0 {
		a := r.sub(0)
		c.Italic = a.em(0)
		for i := range a.u16(4) {
			p := 6 + 10*i
			c.Parts = append(c.Parts, Part{GID(a.u16(p)), a.uem(p + 2), a.uem(p + 4), a.uem(p + 6), a.u16(p+8)&1 != 0})
		}
	}
	for i := range r.u16(2) {
		c.Variants = append(c.Variants, Variant{GID(r.u16(4 + 4*i)), r.uem(6 + 4*i)})
	}
	return c
}
