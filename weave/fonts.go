package weave

import (
	"crypto/sha256"
	"path"
	"strings"

	"weave/weave/font"
	"weave/weave/memo"
	"weave/weave/source"
)

// FontFiles are fonts of the course for the book and the site: of each family the files of
// the regular, italic, bold and bold italic cut; the last may be left out.
type FontFiles struct {
	Text []string `yaml:"text"`
	Sans []string `yaml:"sans"`
	Mono []string `yaml:"mono"`
}

// loadFonts reads the fonts that reader.yaml names. One that cannot be used is
// a finding, and the built-in family takes its place.
func (c *Course) loadFonts(m *memo.Memo, list *source.List) *font.Families {
	out := *font.Builtin()
	for _, f := range []struct {
		key    string
		files  []string
		family *font.Family
	}{{"text", c.Config.Fonts.Text, &out.Text}, {"sans", c.Config.Fonts.Sans, &out.Sans}, {"mono", c.Config.Fonts.Mono, &out.Mono}} {
		var cuts []*font.Face
		for _, name := range f.files {
			if face := c.loadFont(m, name, list); face != nil {
				cuts = append(cuts, face)
			}
		}
		if len(f.files) > 4 {
			list.Errorf("course", c.Config.place("fonts", f.key), "%s names %d fonts for %s", configName, len(f.files), f.key).
				Hint("the regular, italic, bold and bold italic cut, in this order")
		}
		if len(cuts) > 0 && len(cuts) == len(f.files) {
			*f.family = font.NewFamily(cuts)
		}
	}
	return &out
}

// loadFont reads one font file of the course; nil, with a finding, where it cannot.
func (c *Course) loadFont(m *memo.Memo, name string, list *source.List) *font.Face {
	data, err := c.readFile(name)
	if err != nil {
		list.Errorf("course", c.Config.place("", name), "cannot read the font %s of %s", name, configName).
			Hint("the path of an OpenType font (.otf, .ttf) in the course")
		return nil
	}
	type key struct {
		name string
		data [sha256.Size]byte
	}
	type parsed struct {
		face *font.Face
		err  error
	}
	p := memo.Of(m, key{name, sha256.Sum256(data)}, func() parsed {
		face, err := font.Parse(strings.TrimSuffix(path.Base(name), path.Ext(name)), data)
		return parsed{face, err}
	})
	if p.err != nil {
		list.Errorf("course", c.Config.place("", name), "%s is no OpenType font: %v", name, p.err).
			Hint("fonts for the web (.woff, .woff2) must be converted first")
		return nil
	}
	return p.face
}
