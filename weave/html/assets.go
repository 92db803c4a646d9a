package html

import (
	_ "embed" // for the style sheet
	"fmt"
	"maps"
	"slices"
	"strings"

	"weave/weave/font"
	"weave/weave/memo"
	"weave/weave/source"
)

//go:embed assets/style.css
var style string

// EPUBStyle is what an e-reader needs behind the style sheet of the site.
//
//go:embed assets/epub.css
var EPUBStyle []byte

// face is a font of the site.
type face struct {
	file, family, style, weight string
	face                        *font.Face
}

// The names of families in the style sheet. Fonts of the course take them too.
const (
	textFamily = "STIX Two Text"
	sansFamily = "Go Sans"
	monoFamily = "Go Mono"
)

// faces are the cuts that the style sheet uses.
func (s *site) faces() []face {
	f := s.Fonts
	if f == nil {
		f = font.Builtin()
	}
	return []face{
		{"text-regular", textFamily, "normal", "400", f.Text.Regular},
		{"text-italic", textFamily, "italic", "400", f.Text.Italic},
		{"text-semibold", textFamily, "normal", "600 700", f.Text.SemiBold},
		{"sans-regular", sansFamily, "normal", "400", f.Sans.Regular},
		{"sans-medium", sansFamily, "normal", "500 700", f.Sans.Medium},
		{"mono-regular", monoFamily, "normal", "400", f.Mono.Regular},
	}
}

// assets writes the style sheet, the script and the fonts, cut to the
// characters that the pages need: these must be written before.
func (s *site) assets() {
	var css strings.Builder
	runes := s.webRunes()
	for _, f := range s.faces() {
		data, err := s.woff(f.face, runes)
		if err != nil {
			s.list.Errorf("font", source.Span{}, "cannot write the font %s for the site: %v", f.file, err)
			continue
		}
		name := "fonts/" + f.file + ".woff"
		s.files[name] = data
		fontFace(&css, f.family, name, f.style, f.weight, "")
	}
	for _, h := range hyphens {
		if s.Fonts != nil && s.Fonts.Sans.Regular != font.Sans() {
			break
		}
		fontFace(&css, sansFamily, "fonts/"+h.file+".woff", "normal", h.weight, ";unicode-range:U+2D")
	}
	s.files["style.css"] = []byte(strings.Replace(style, "/*FACES*/\n", css.String(), 1))
	s.files["reader.js"] = script()
}

// woff is the font of a face for some characters, which seldom change.
func (s *site) woff(f *font.Face, runes []rune) ([]byte, error) {
	type key struct {
		face  *font.Face
		runes string
	}
	type made struct {
		data []byte
		err  error
	}
	m := memo.Of(s.Memo, key{f, string(runes)}, func() made {
		data, err := f.WOFF(runes)
		return made{data, err}
	})
	return m.data, m.err
}

// hyphens are the faces whose hyphen Go Sans takes: its own is longer than its
// dash.
var hyphens = []struct{ file, weight string }{{"text-regular", "400"}, {"text-semibold", "500 700"}}

// fontFace writes a rule of the style sheet.
func fontFace(css *strings.Builder, family, file, style, weight, more string) {
	fmt.Fprintf(css, "@font-face{font-family:%q;src:url(%s) format(\"woff\");font-style:%s;font-weight:%s;font-display:swap%s}\n", family, file, style, weight, more)
}

// webRunes are the characters that the site's fonts keep: those of German and
// English with their punctuation, the Greek letters, and what the pages written
// so far have beside.
func (s *site) webRunes() []rune {
	var latin [0x100]bool // most of a page, for which a map would take long
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
				if c < rune(len(latin)) {
					latin[c] = true
				} else {
					seen[c] = true
				}
			}
		}
	}
	for c, is := range latin {
		if is {
			seen[rune(c)] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}
