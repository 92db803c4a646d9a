package html

import (
	_ "embed" // for the style sheet
	"fmt"
	"maps"
	"slices"
	"strings"

	"weave/weave/font"
	"weave/weave/source"
)

//go:embed assets/style.css
var style string

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
// characters that the pages need: these must be written before.
func (s *site) assets() {
	var css strings.Builder
	runes := s.webRunes()
	for _, f := range faces {
		data, err := s.woff(f.face(), runes)
		if err != nil {
			s.list.Errorf("font", source.Span{}, "cannot write the font %s for the site: %v", f.file, err)
			continue
		}
		name := "fonts/" + f.file + ".woff"
		s.files[name] = data
		fontFace(&css, f.family, name, f.style, f.weight, "")
	}
	for _, h := range hyphens {
		fontFace(&css, "Go Sans", "fonts/"+h.file+".woff", "normal", h.weight, ";unicode-range:U+2D")
	}
	s.files["style.css"] = []byte(strings.Replace(style, "/*FACES*/\n", css.String(), 1))
	s.files["reader.js"] = script()
}

func (s *site) woff(f *font.Face, runes []rune) ([]byte, error) {
	if s.WOFF != nil {
		return s.WOFF(f, runes)
	}
	return f.WOFF(runes)
}

// hyphens are the faces whose hyphen Go Sans takes: its own is longer than its
// dash.
var hyphens = []struct{ file, weight string }{{"stix-regular", "400"}, {"stix-semibold", "500 700"}}

// fontFace writes a rule of the style sheet.
func fontFace(css *strings.Builder, family, file, style, weight, more string) {
	fmt.Fprintf(css, "@font-face{font-family:%q;src:url(%s) format(\"woff\");font-style:%s;font-weight:%s;font-display:swap%s}\n", family, file, style, weight, more)
}

// webRunes are the characters that the site's fonts keep: those of German and
// English with their punctuation, the Greek letters, and what the pages written
// so far have beside.
func (s *site) webRunes() []rune {
	seen := map[rune]bool{}
	for _, r := range [][2]rune{{0x20, 0x7e}, {0xa0, 0xff}, {0x391, 0x3c9}, {0x2010, 0x2026}} {
		for c := r[0]; c <= r[1]; c++ {
			seen[c] = true
		}
	}
	for _, c := range "ŒœŠšŽžŸ‹›€™←→↑↓↩⇒−∞√≈≠≤≥·×÷✓✗⟨⟩" {
		seen[c] = true
	}
	for name, page := range s.files {
		if strings.HasSuffix(name, ".html") {
			for _, c := range string(page) {
				seen[c] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(seen))
}
