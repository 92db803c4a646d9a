package pdf

import (
	"bytes"
	"encoding/binary"
	"math"
	"slices"
	"unicode/utf16"
)

// The colours of the file are sRGB (IEC 61966-2-1). PDF/A asks for that to be
// said by an ICC profile (ISO 19005-2, 6.2.3), which is written here from the
// standard's numbers, as version 4 (ICC.1:2010).

// srgbColumns are the primaries as XYZ values, adapted to the white D50.
var srgbColumns = []struct {
	tag     string
	x, y, z float64
}{
	{"rXYZ", 0.43607, 0.22249, 0.01392},
	{"gXYZ", 0.38515, 0.71687, 0.09708},
	{"bXYZ", 0.14307, 0.06061, 0.71410},
	{"wtpt", 0.96420, 1.00000, 0.82491},
}

// adaptation leads from the white D65 to D50 (Bradford).
var adaptation = []float64{1.04791, 0.02293, -0.05020, 0.02960, 0.99046, -0.01707, -0.00925, 0.01506, 0.75179}

// toneCurve is Y = (aX + b)^g, below d Y = cX: type 3 of parametric curves.
var toneCurve = []float64{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}

// srgbProfile is the profile's file.
func srgbProfile() []byte {
	type entry struct {
		tag  string
		data []byte
	}
	curve := append([]byte("para\x00\x00\x00\x00\x00\x03\x00\x00"), fixed(toneCurve...)...)
	entries := []entry{{"desc", multilingual("sRGB")}, {"cprt", multilingual("CC0")}}
	for _, c := range srgbColumns {
		entries = append(entries, entry{c.tag, append([]byte("XYZ \x00\x00\x00\x00"), fixed(c.x, c.y, c.z)...)})
	}
	entries = append(entries, entry{"chad", append([]byte("sf32\x00\x00\x00\x00"), fixed(adaptation...)...)},
		entry{"rTRC", curve}, entry{"gTRC", curve}, entry{"bTRC", curve})

	const header, row = 128, 12
	var table, body bytes.Buffer
	table.Write(binary.BigEndian.AppendUint32(nil, uint32(len(entries))))
	start := header + 4 + row*len(entries)
	for _, e := range entries {
		table.WriteString(e.tag)
		table.Write(binary.BigEndian.AppendUint32(nil, uint32(start+body.Len())))
		table.Write(binary.BigEndian.AppendUint32(nil, uint32(len(e.data))))
		body.Write(e.data)
		body.Write(make([]byte, -len(e.data)&3))
	}
	return slices.Concat(iccHeader(start+body.Len()), table.Bytes(), body.Bytes())
}

// iccHeader is a display profile from RGB to XYZ; it has no date, as no clock
// reaches the output.
func iccHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	h[8] = 4 // version
	copy(h[12:], "mntrRGB XYZ ")
	binary.BigEndian.PutUint16(h[24:], 2000) // a year, month and day must be given
	h[27], h[29] = 1, 1
	copy(h[36:], "acsp")
	copy(h[68:], fixed(0.9642, 1, 0.8249)) // D50
	return h
}

// fixed are numbers with 16 bits before and behind the point.
func fixed(xs ...float64) (out []byte) {
	for _, x := range xs {
		out = binary.BigEndian.AppendUint32(out, uint32(int32(math.Round(x*65536))))
	}
	return out
}

// multilingual is a text with one language, English.
func multilingual(s string) []byte {
	units := utf16.Encode([]rune(s))
	out := []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0cenUS")
	out = binary.BigEndian.AppendUint32(out, uint32(2*len(units)))
	out = binary.BigEndian.AppendUint32(out, 28)
	for _, u := range units {
		out = binary.BigEndian.AppendUint16(out, u)
	}
	return out
}
