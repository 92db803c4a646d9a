package typeset

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func hyphenated(h *Hyphenator, word string) string {
	var b strings.Builder
	runes, from := []rune(word), 0
	for _, p := range h.Points(word) {
		b.WriteString(string(runes[from:p]) + "-")
		from = p
	}
	return b.String() + string(runes[from:])
}

func TestHyphenation(t *testing.T) {
	for lang, words := range map[string]string{
		"de": "Ab-lei-tung Gra-di-en-ten-ab-stieg Feh-ler-funk-tion Ak-ti-vie-rungs-funk-tion Stra-ßen-bahn-hal-te-stelle Zu-cker Auf-lage Haus und",
		"en": "hy-phen-ation com-puter ta-ble present as-so-ciate gra-di-ent the",
	} {
		for want := range strings.FieldsSeq(words) {
			if got := hyphenated(HyphenatorFor(lang), strings.ReplaceAll(want, "-", "")); got != want {
				t.Errorf("%s: got %s, want %s", lang, got, want)
			}
		}
	}
	own := HyphenatorFor("de").With([]string{"Über-gang", "Tanh"})
	if got := hyphenated(own, "Übergang") + " " + hyphenated(own, "Tanh"); got != "Über-gang Tanh" {
		t.Errorf("a course's exceptions: got %s", got)
	}
	if HyphenatorFor("tlh") != nil {
		t.Error("a hyphenator for a language without patterns")
	}
}

func FuzzHyphenation(f *testing.F) {
	f.Add("Donaudampfschifffahrt", "1na\n.ab2")
	f.Add("ǅİß", "9")
	f.Fuzz(func(t *testing.T, word, patterns string) {
		for _, h := range []*Hyphenator{HyphenatorFor("de"), NewHyphenator(patterns, nil)} {
			last := 0
			for _, p := range h.Points(word) {
				if p <= last || p >= utf8.RuneCountInString(word) {
					t.Errorf("point %d of %q", p, word)
				}
				last = p
			}
		}
	})
}

func BenchmarkLoadPatterns(b *testing.B) {
	for range b.N {
		NewHyphenator(patternsDE, nil)
	}
}
