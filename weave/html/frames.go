package html

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/binary"

	"weave/blocks"
	"weave/weave/draw"
)

// set is a series as one width of the window shows it, with its data.
type set struct {
	series *draw.Series
	class  string
	areas  string
	kinds  [][2]string // form and markup
	data   string      // the states, packed
}

// set packs a series for the page's script.
func (p *page) set(m moving, class string) set {
	out := set{series: m.series, class: class, areas: m.areas, data: m.data}
	for _, k := range m.series.Kinds {
		out.kinds = append(out.kinds, [2]string{string(k.Form), p.sheet.Markup(k)})
	}
	return out
}

// size is what the data of sets takes on the page.
func size(sets []set) int {
	n := 0
	for _, t := range sets {
		n += len(t.data)
		for _, k := range t.kinds {
			n += len(k[1]) + 8
		}
	}
	return n
}

// pack writes states as base64 of deflated bytes. Each state is its length and
// its numbers, as they are or, where that is shorter, as differences from the
// state before: then the length is written negative. A number takes seven bits
// a byte, the lowest first, its sign in the lowest bit (encoding/binary,
// Varint).
func pack(states [][]int) string {
	var raw []byte
	var before []int
	for _, now := range states {
		plain := varints([]int{len(now)}, now, nil)
		if len(now) > 0 && len(before) == len(now) {
			if d := varints([]int{-len(now)}, now, before); len(d) < len(plain) {
				plain = d
			}
		}
		raw = append(raw, plain...)
		before = now
	}
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		panic("html: " + err.Error())
	}
	w.Write(raw) // a buffer takes all
	w.Close()
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

// varints writes head, and now less before.
func varints(head, now, before []int) (out []byte) {
	for _, n := range head {
		out = binary.AppendVarint(out, int64(n))
	}
	for i, n := range now {
		if before != nil {
			n -= before[i]
		}
		out = binary.AppendVarint(out, int64(n))
	}
	return out
}

// sliderJSON is what the script needs of a slider.
func sliderJSON(s *blocks.SliderOf, lang string, sets []set) string {
	type jsonSet struct {
		Kinds   [][2]string `json:"kinds"`
		Palette []uint32    `json:"palette,omitempty"` // 0xAABBGGRR
		Wide    []int       `json:"wide,omitempty"`    // by kind, of images
		Data    string      `json:"data"`
	}
	out := struct {
		Values []string  `json:"values"`
		Scale  int       `json:"scale"` // units of the picture in one of the data
		Sets   []jsonSet `json:"sets"`
	}{Scale: draw.FigureUnits / draw.SeriesUnits, Sets: []jsonSet{}}
	for i := range s.Values {
		out.Values = append(out.Values, draw.SliderValue(s, i, lang))
	}
	for _, t := range sets {
		j := jsonSet{Kinds: t.kinds, Data: t.data}
		for _, c := range t.series.Palette {
			j.Palette = append(j.Palette, uint32(c.A)<<24|uint32(c.B)<<16|uint32(c.G)<<8|uint32(c.R))
		}
		if len(j.Palette) > 0 {
			for _, k := range t.series.Kinds {
				j.Wide = append(j.Wide, k.Wide)
			}
		}
		out.Sets = append(out.Sets, j)
	}
	var b bytes.Buffer
	writeJSON(&b, out)
	return b.String()
}
