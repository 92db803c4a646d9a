package html

import (
	_ "embed" // for the style sheet
	"encoding/base64"
	"fmt"
	"regexp"
	"strings"
	"sync"

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
	family, style, weight string
	face                  *font.Face
	only                  string // characters for which it is; "" for all
}

// The names of families in the style sheet. Fonts of the course take them too.
const (
	textFamily   = "STIX Two Text"
	sansFamily   = "Go Sans"
	hyphenFamily = "Hyphen" // before it
	monoFamily   = "Go Mono"
)

func (s *site) families() *font.Families {
	if s.Fonts == nil {
		return font.Builtin()
	}
	return s.Fonts
}

// faces are the cuts that the style sheet uses.
func (s *site) faces() []face {
	f := s.families()
	out := []face{
		{textFamily, "normal", "400", f.Text.Regular, ""},
		{textFamily, "italic", "400", f.Text.Italic, ""},
		{textFamily, "normal", "600 700", f.Text.SemiBold, ""},
		{sansFamily, "normal", "400", f.Sans.Regular, ""},
		{sansFamily, "normal", "500 700", f.Sans.Medium, ""},
		{monoFamily, "normal", "400", f.Mono.Regular, ""},
	}
	if f.Sans.Regular == font.Sans() { // its own hyphen is longer than its dash
		out = append(out, face{hyphenFamily, "normal", "400 700", f.Text.Regular, "-"})
	}
	return out
}

// assets writes the style sheet and the script. The fonts are in the style sheet,
// cut to the characters that the pages need, which must be written before: so
// they are there when the first line is broken, and nothing moves later.
func (s *site) assets() {
	var css strings.Builder
	text, code := s.webRunes()
	for _, f := range s.faces() {
		runes := text
		switch {
		case f.only != "":
			runes = []rune(f.only)
		case f.family == monoFamily:
			runes = code
		}
		data, err := s.woff(f, runes)
		if err != nil {
			s.list.Errorf("font", source.Span{}, "cannot write the font %s for the site: %v", f.face.Name(), err)
			continue
		}
		f.rule(&css, data)
	}
	s.files["style.css"] = leanStyle(css.String())
	s.files["reader.js"] = leanScript()
}

// noteRE finds a comment behind a rule, or in one.
var noteRE = regexp.MustCompile(`[ \t]*/\*(?:[^*]|\*+[^*/])*\*+/`)

// leanStyle is the style sheet behind the rules of its faces, without what only
// those who change it need.
func leanStyle(faces string) []byte { return append([]byte(faces), leanRules()...) }

var leanRules = sync.OnceValue(func() []byte { return noteRE.ReplaceAll(lean([]byte(style)), nil) })

// Prepare makes what is the same on all sites, which takes a while.
func Prepare() {
	leanRules()
	leanScript()
}

// woff is the font of a face for some characters, which seldom change.
func (s *site) woff(f face, runes []rune) ([]byte, error) {
	type key struct {
		face  *font.Face
		runes string
	}
	type made struct {
		data []byte
		err  error
	}
	m := memo.Of(s.Memo, key{f.face, string(runes)}, func() made {
		name := fmt.Sprintf("%s %s %s", f.family, f.style, f.weight)
		data, err := s.kept(name, f.face.Name()+" "+string(runes), func() ([]byte, error) { return f.face.WOFF(runes) })
		return made{data, err}
	})
	return m.data, m.err
}

// rule writes the face into the style sheet.
func (f face) rule(css *strings.Builder, woff []byte) {
	fmt.Fprintf(css, "@font-face{font-family:%q;src:url(%s%s) format(\"woff\");font-style:%s;font-weight:%s", f.family, fontData, base64.StdEncoding.EncodeToString(woff), f.style, f.weight)
	for _, c := range f.only {
		fmt.Fprintf(css, ";unicode-range:U+%X", c)
	}
	css.WriteString("}\n")
}

const fontData = "data:font/woff;base64,"

var fontDataRE = regexp.MustCompile(regexp.QuoteMeta(fontData) + `([^)]*)`)

// FontFiles takes the fonts out of the site's style sheet: e-readers want them
// as files.
func FontFiles(css []byte) (out []byte, fonts map[string][]byte) {
	fonts = map[string][]byte{}
	out = fontDataRE.ReplaceAllFunc(css, func(uri []byte) []byte {
		data, err := base64.StdEncoding.DecodeString(string(uri[len(fontData):]))
		if err != nil {
			panic("html: " + err.Error())
		}
		name := fmt.Sprintf("fonts/%d.woff", len(fonts)+1)
		fonts[name] = data
		return []byte(name)
	})
	return out, fonts
}
