package html

import (
	"bytes"
	"maps"
	"slices"

	nethtml "golang.org/x/net/html"
)

// The characters that fonts keep even if no page has them: what is typed into
// the search, and what the script writes.
const (
	typedRunes  = "ÄÖÜäöüß"
	scriptRunes = "↩…–−„“”⟨⟩"
)

// runes are characters that are shown: most are of the first, for which a map
// would take long.
type runes struct {
	latin [0x100]bool
	more  map[rune]bool
}

func (r *runes) add(c rune) {
	if c < rune(len(r.latin)) {
		r.latin[c] = true
		return
	}
	if r.more == nil {
		r.more = map[rune]bool{}
	}
	r.more[c] = true
}

func (r *runes) addAll(of runes) {
	for c, is := range of.latin {
		r.latin[c] = r.latin[c] || is
	}
	for c := range of.more {
		r.add(c)
	}
}

func (r *runes) sorted() []rune {
	var out []rune
	for c, is := range r.latin {
		if is {
			out = append(out, rune(c))
		}
	}
	return append(out, slices.Sorted(maps.Keys(r.more))...)
}

// shownRunes are the characters of a page, in code and elsewhere.
type shownRunes struct{ text, code runes }

// webRunes are the characters that the site's fonts keep: those that the pages
// written so far show, in code and elsewhere.
func (s *site) webRunes() (text, code []rune) {
	all := s.shown
	for _, name := range []string{"index.html", "404.html"} {
		all = append(all, shownOn(s.files[name]))
	}
	var sum shownRunes
	for c := ' '; c <= '~'; c++ {
		sum.text.add(c)
		sum.code.add(c)
	}
	for _, c := range typedRunes + scriptRunes {
		sum.text.add(c)
		sum.code.add(c)
	}
	for _, page := range all {
		sum.text.addAll(page.text)
		sum.code.addAll(page.code)
	}
	return sum.text.sorted(), sum.code.sorted()
}

// hiddenTags are elements whose text is not shown, or not with the site's fonts;
// codeTags are set in the font of programs.
var (
	hiddenTags = map[string]bool{"math": true, "svg": true, "style": true}
	codeTags   = map[string]bool{"pre": true, "code": true, "kbd": true}
)

// shownOn are the characters that a page shows. What its scripts hold as data
// counts as text.
func shownOn(page []byte) (out shownRunes) {
	hidden, code := 0, 0
	for z := nethtml.NewTokenizer(bytes.NewReader(page)); ; {
		kind := z.Next()
		switch kind {
		case nethtml.ErrorToken:
			return out
		case nethtml.StartTagToken, nethtml.EndTagToken:
			step := 1
			if kind == nethtml.EndTagToken {
				step = -1
			}
			name, _ := z.TagName()
			switch {
			case hiddenTags[string(name)]:
				hidden += step
			case codeTags[string(name)]:
				code += step
			}
		case nethtml.TextToken:
			if hidden > 0 {
				continue
			}
			to := &out.text
			if code > 0 {
				to = &out.code
			}
			for _, c := range string(z.Text()) {
				to.add(c)
			}
		}
	}
}
