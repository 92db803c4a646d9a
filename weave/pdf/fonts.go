package pdf

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"strings"

	"weave/weave/font"
	"weave/weave/memo"
)

// fontSet gives every glyph that is shown a code in its font. A glyph that
// stands for different characters (a hyphen, a soft hyphen) has a code for each.
type fontSet struct {
	order []*usedFont
	of    map[*font.Face]*usedFont
}

type usedFont struct {
	face   *font.Face
	name   string // in the resources
	glyphs []font.GID
	texts  []string
	codes  map[shownGlyph]int
}

type shownGlyph struct {
	id   font.GID
	text string
}

func (s *fontSet) use(f *font.Face) *usedFont {
	u := s.of[f]
	if u == nil {
		u = &usedFont{face: f, name: fmt.Sprintf("F%d", len(s.order)+1), glyphs: []font.GID{0}, texts: []string{""}, codes: map[shownGlyph]int{}}
		s.of[f] = u
		s.order = append(s.order, u)
	}
	return u
}

// code is the two-byte code of a glyph.
func (u *usedFont) code(key shownGlyph) int {
	c, ok := u.codes[key]
	if !ok {
		c = len(u.glyphs)
		u.codes[key] = c
		u.glyphs, u.texts = append(u.glyphs, key.id), append(u.texts, key.text)
	}
	return c
}

// write adds the fonts' objects and returns their entries of the resources.
func (s *fontSet) write(f *file) (string, error) {
	var b strings.Builder
	for _, u := range s.order {
		n, err := u.write(f)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(&b, "/%s %d 0 R", u.name, n)
	}
	return b.String(), nil
}

// write adds a Type 0 font with its subset (ISO 32000-2, 9.7).
func (u *usedFont) write(f *file) (int, error) {
	sub, err := u.subset(f.packer.memo)
	if err != nil {
		return 0, err
	}
	base := u.tag(sub.Data) + "+" + u.face.Name()
	var program int
	kind, key, extra := "CIDFontType0", "FontFile3", ""
	if sub.CFF {
		program = f.addStream("<</Subtype/CIDFontType0C>>", sub.Data)
	} else {
		kind, key, extra = "CIDFontType2", "FontFile2", "/CIDToGIDMap/Identity"
		program = f.addStream(fmt.Sprintf("<</Length1 %d>>", len(sub.Data)), sub.Data)
	}
	desc := f.add(u.descriptor(base, key, program))
	cid := f.add(fmt.Sprintf("<</Type/Font/Subtype/%s/BaseFont%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW 0/W[0[%s]]%s>>",
		kind, name(base), desc, u.widths(), extra))
	unicode := f.addStream("<<>>", []byte(u.toUnicode()))
	return f.add(fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>",
		name(base), cid, unicode)), nil
}

// subset is the font program, which seldom changes.
func (u *usedFont) subset(m *memo.Memo) (font.FontFile, error) {
	type key struct {
		face   *font.Face
		glyphs string
	}
	type made struct {
		font font.FontFile
		err  error
	}
	s := memo.Of(m, key{u.face, fmt.Sprint(u.glyphs)}, func() made {
		sub, err := u.face.Subset(u.glyphs)
		return made{sub, err}
	})
	return s.font, s.err
}

// tag is the subset's six letters, from its content.
func (u *usedFont) tag(data []byte) string {
	h := fnv.New64a()
	h.Write(data)
	sum := h.Sum64()
	var b [6]byte
	for i := range b {
		b[i] = byte('A' + sum%26)
		sum /= 26
	}
	return string(b[:])
}

// width is a glyph's own advance in thousandths of an em, as the file says it.
func width(f *font.Face, g font.GID) string { return number(1000*f.Advance(g), 2) }

func (u *usedFont) widths() string {
	w := make([]string, len(u.glyphs))
	for i, g := range u.glyphs {
		w[i] = width(u.face, g)
	}
	return strings.Join(w, " ")
}

// Flags of a font descriptor (ISO 32000-2, table 121).
const (
	fixedPitch = 1 << 0
	symbolic   = 1 << 2
	italic     = 1 << 6
)

func (u *usedFont) descriptor(base, key string, program int) string {
	m, head := u.face.Metrics(), u.face.Table("head")
	em := float64(binary.BigEndian.Uint16(head[18:]))
	var box [4]string
	for i := range box {
		box[i] = number(1000*float64(int16(binary.BigEndian.Uint16(head[36+2*i:])))/em, 0)
	}
	flags := symbolic
	if m.ItalicAngle != 0 {
		flags |= italic
	}
	if u.face.Advance(u.face.GlyphIndex('i')) == u.face.Advance(u.face.GlyphIndex('M')) {
		flags |= fixedPitch
	}
	milli := func(x float64) string { return number(1000*x, 0) }
	return fmt.Sprintf("<</Type/FontDescriptor/FontName%s/Flags %d/FontBBox[%s]/ItalicAngle %s/Ascent %s/Descent %s/CapHeight %s/XHeight %s/StemV 80/%s %d 0 R>>",
		name(base), flags, strings.Join(box[:], " "), number(m.ItalicAngle, 1), milli(m.Ascent), milli(m.Descent), milli(m.CapHeight), milli(m.XHeight), key, program)
}

// noText is what a glyph copies as that only completes another one.
const noText = "\u200b"

// toUnicode is the map from codes to characters (ISO 32000-2, 9.10.3).
func (u *usedFont) toUnicode() string {
	var b strings.Builder
	b.WriteString("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n")
	for from := 1; from < len(u.texts); from += 100 {
		part := u.texts[from:min(from+100, len(u.texts))]
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for i, t := range part {
			if t == "" {
				t = noText
			}
			fmt.Fprintf(&b, "<%04X><%s>\n", from+i, utf16Hex(t))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap CMapName currentdict/CMap defineresource pop end end\n")
	return b.String()
}
