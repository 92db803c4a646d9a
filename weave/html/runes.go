package html

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	nethtml "golang.org/x/net/html"
)

// The characters that fonts keep even if no page has them: what is typed into
// the search, and what the script writes.
const (
	typedRunes  = "ÄÖÜäöüß"
	scriptRunes = "↩…–−„“”⟨⟩"
)

// webRunes are the characters that the site's fonts keep: those that the pages
// written so far show, in code and elsewhere.
func (s *site) webRunes() (text, code []rune) {
	inText, inCode := map[rune]bool{}, map[rune]bool{}
	for c := ' '; c <= '~'; c++ {
		inText[c], inCode[c] = true, true
	}
	for _, c := range typedRunes + scriptRunes {
		inText[c], inCode[c] = true, true
	}
	for name, page := range s.files {
		if strings.HasSuffix(name, ".html") {
			shownRunes(page, inText, inCode)
		}
	}
	return slices.Sorted(maps.Keys(inText)), slices.Sorted(maps.Keys(inCode))
}

// hiddenTags are elements whose text is not shown, or not with the site's fonts;
// codeTags are set in the font of programs.
var (
	hiddenTags = map[string]bool{"math": true, "svg": true, "style": true}
	codeTags   = map[string]bool{"pre": true, "code": true, "kbd": true}
)

// shownRunes notes the characters that a page shows. What its scripts hold as
// data counts as text.
func shownRunes(page []byte, inText, inCode map[rune]bool) {
	hidden, code := 0, 0
	for z := nethtml.NewTokenizer(bytes.NewReader(page)); ; {
		kind := z.Next()
		switch kind {
		case nethtml.ErrorToken:
			return
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
			to := inText
			if code > 0 {
				to = inCode
			}
			for _, c := range string(z.Text()) {
				to[c] = true
			}
		}
	}
}
