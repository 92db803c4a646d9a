package doc

import (
	"strings"
	"unicode"
)

var transliterate = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "é", "e", "è", "e", "à", "a", "ç", "c", "ñ", "n")

// slug makes an anchor of a heading's text: lower case, umlauts written out,
// everything else but letters and digits a hyphen.
func slug(text string) string {
	var b strings.Builder
	for _, r := range transliterate.Replace(strings.ToLower(text)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	if s := strings.TrimRight(b.String(), "-"); s != "" {
		return s
	}
	return "section"
}
