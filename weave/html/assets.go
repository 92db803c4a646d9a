package html

import (
	_ "embed" // for the style sheet and the script
	"fmt"
	"strings"

	"weave/weave/font"
	"weave/weave/source"
)

//go:embed assets/style.css
var style string

//go:embed assets/reader.js
var script []byte

// face is a font of the site.
type face struct {
	file, family, style, weight string
	face                        func() *font.Face
}

var faces = []face{
	{"stix-regular", "STIX Two Text", "normal", "400", font.Text},
	{"stix-italic", "STIX Two Text", "italic", "400", font.TextItalic},
	{"stix-semibold", "STIX Two Text", "normal", "600 700", font.TextSemiBold},
	{"go-regular", "Go Sans", "normal", "400", font.Sans},
	{"go-medium", "Go Sans", "normal", "500 700", font.SansMedium},
	{"go-mono", "Go Mono", "normal", "400", font.Mono},
}

// assets writes the style sheet, the script and the fonts, cut to the
// characters that texts need.
func (s *site) assets() {
	var css strings.Builder
	for _, f := range faces {
		data, err := f.face().WOFF(webRunes())
		if err != nil {
			s.list.Errorf("font", source.Span{}, "cannot write the font %s for the site: %v", f.file, err)
			continue
		}
		name := "fonts/" + f.file + ".woff"
		s.files[name] = data
		fmt.Fprintf(&css, "@font-face{font-family:%q;src:url(%s) format(\"woff\");font-style:%s;font-weight:%s;font-display:swap}\n", f.family, name, f.style, f.weight)
	}
	s.files["style.css"] = []byte(strings.Replace(style, "/*FACES*/\n", css.String(), 1))
	s.files["reader.js"] = script
}

// webRunes are the characters the site's fonts keep: Latin, Greek, punctuation,
// super- and subscripts, arrows, the mathematical signs that stand in text.
func webRunes() []rune {
	var out []rune
	for _, r := range [][2]rune{
		{0x20, 0x7e}, {0xa0, 0x17f}, {0x2b0, 0x2ff}, {0x370, 0x3ff}, {0x2010, 0x2044}, {0x2070, 0x209c},
		{0x20ac, 0x20ac}, {0x2116, 0x2122}, {0x2190, 0x21ff}, {0x2200, 0x22ff}, {0x2300, 0x232a}, {0x2500, 0x257f},
		{0x25a0, 0x25ff}, {0x2713, 0x2717}, {0x27e8, 0x27e9}, {0xfb00, 0xfb04},
	} {
		for c := r[0]; c <= r[1]; c++ {
			out = append(out, c)
		}
	}
	return out
}
