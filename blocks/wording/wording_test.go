package wording

import (
	"testing"

	"weave/blocks/internal/sink"
)

func TestWording(t *testing.T) {
	defer sink.SetLang("en")
	for lang, want := range map[string]string{"de": "Summe −1,5 0{,}5", "de-AT": "Summe −1,5 0{,}5", "en": "sum −1.5 0.5"} {
		sink.SetLang(lang)
		if got := Of("Summe", "sum") + " " + Decimal("-1.5") + " " + TeX("0.5"); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
}
