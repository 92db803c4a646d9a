package font

import (
	"strings"

	gotext "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// Glyph is one shaped glyph. Text is what it stands for, so that copying gives
// it back; "" for the second and later glyphs of a cluster.
type Glyph struct {
	ID      GID
	Advance float64 // em, kerning included
	DX, DY  float64 // em, offset of the glyph from the pen
	Text    string
}

// Width adds up the advances, in em.
func Width(gs []Glyph) (w float64) {
	for _, g := range gs {
		w += g.Advance
	}
	return w
}

// ShapeOptions say how a text is turned into glyphs.
type ShapeOptions struct {
	Lang     string // BCP 47, chooses the font's language system; "" is its default
	Features string // OpenType features, comma separated: "tnum,-liga"
}

// cacheLimit bounds how many shaped texts a face remembers; past it the cache
// starts anew, so that a long-lived server does not grow without end.
const cacheLimit = 1 << 16

// Shape turns a left-to-right text into glyphs with kerning and ligatures. A
// zero-width non-joiner (U+200C) parts letters that must not be joined and
// leaves no glyph. Characters that the face lacks become glyph 0. The slice is
// shared: do not change it.
func (f *Face) Shape(text string, o ShapeOptions) []Glyph {
	key := o.Lang + "\x00" + o.Features + "\x00" + text
	f.mu.Lock()
	gs, ok := f.shaped[key]
	f.mu.Unlock()
	if ok {
		return gs
	}
	s, _ := f.shapers.Get().(*shaper)
	if s == nil {
		s = &shaper{harfbuzz.NewFont(gotext.NewFace(f.face.Font)), harfbuzz.NewBuffer()}
	}
	gs = s.shape(text, o, f.unit)
	f.shapers.Put(s)
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.shaped) >= cacheLimit {
		clear(f.shaped)
	}
	f.shaped[key] = gs
	return gs
}

// shaper is what one goroutine needs to shape; HarfBuzz fonts keep caches that
// are not safe to share.
type shaper struct {
	font *harfbuzz.Font
	buf  *harfbuzz.Buffer
}

func (s *shaper) shape(text string, o ShapeOptions, unit float64) []Glyph {
	b, runes := s.buf, []rune(text)
	b.Clear()
	b.AddRunes(runes, 0, len(runes))
	b.GuessSegmentProperties()
	b.Props.Direction = harfbuzz.LeftToRight
	if b.Props.Script == 0 {
		b.Props.Script = language.Latin
	}
	b.Props.Language = language.NewLanguage(o.Lang)
	b.Shape(s.font, append(features(o.Features), parted(runes)...))
	out := make([]Glyph, 0, len(b.Info))
	for i, in := range b.Info {
		g := Glyph{
			ID: GID(in.Glyph), Advance: float64(b.Pos[i].XAdvance) * unit,
			DX: float64(b.Pos[i].XOffset) * unit, DY: float64(b.Pos[i].YOffset) * unit,
		}
		if i == 0 || b.Info[i-1].Cluster != in.Cluster {
			cluster := string(runes[in.Cluster:clusterEnd(runes, b.Info, i)])
			if cluster == nonJoiner {
				continue
			}
			g.Text = cluster
		}
		out = append(out, g)
	}
	return out
}

const nonJoiner = "\u200c"

// parted turns ligatures off at the letter before each non-joiner. It alone
// does not part them where a face joins letters by exchanging each for a half
// of the ligature, as STIX does: such rules look at the context, and contexts
// skip a non-joiner.
func parted(text []rune) (out []harfbuzz.Feature) {
	for i, r := range text {
		if string(r) == nonJoiner && i > 0 {
			for _, tag := range []string{"liga", "clig"} {
				out = append(out, harfbuzz.Feature{Tag: opentype.MustNewTag(tag), Start: i - 1, End: i})
			}
		}
	}
	return out
}

// clusterEnd is where the characters of glyph i's cluster end.
func clusterEnd(runes []rune, info []harfbuzz.GlyphInfo, i int) int {
	for _, later := range info[i+1:] {
		if later.Cluster > info[i].Cluster {
			return later.Cluster
		}
	}
	return len(runes)
}

// features reads "tnum,-liga"; a name that is no four-character tag is left out.
func features(list string) []harfbuzz.Feature {
	var out []harfbuzz.Feature
	for name := range strings.SplitSeq(list, ",") {
		value := uint32(1)
		if rest, off := strings.CutPrefix(name, "-"); off {
			name, value = rest, 0
		}
		if len(name) != 4 {
			continue
		}
		out = append(out, harfbuzz.Feature{Tag: opentype.MustNewTag(name), Value: value, End: harfbuzz.FeatureGlobalEnd})
	}
	return out
}
