package doc

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// typographer makes quotes, dashes and spaces as the language wants them. It
// lives as long as one run of inline nodes, as quotes may open in one node and
// close in another.
type typographer struct {
	quotes [4]string // double open, close; single open, close
	prev   rune      // the character before, 0 at the beginning
	single bool      // a single quote is open
}

const (
	noBreak = "\u00a0"
	thin    = "\u202f" // narrow no-break space
)

func newTypographer(lang string) *typographer {
	if strings.HasPrefix(lang, "de") {
		return &typographer{quotes: [4]string{"„", "“", "‚", "‘"}}
	}
	return &typographer{quotes: [4]string{"“", "”", "‘", "’"}}
}

// text converts Markdown text: escapes and entities are resolved, an escaped
// quote or hyphen stays as it is.
func (t *typographer) text(raw string) string {
	before := t.prev
	var b strings.Builder
	for i := 0; i < len(raw); {
		out, n := t.step(raw[i:])
		b.WriteString(out)
		if r, _ := utf8.DecodeLastRuneInString(out); out != "" {
			t.prev = r
		}
		i += n
	}
	if unicode.IsDigit(before) { // of an earlier node: a unit may follow
		return spaces("0" + b.String())[1:]
	}
	return spaces(b.String())
}

// step converts the beginning of raw and says how many bytes it took.
func (t *typographer) step(raw string) (string, int) {
	switch c := raw[0]; {
	case c == '\\' && len(raw) > 1 && isPunctuation(raw[1]):
		return raw[1:2], 2
	case c == '&':
		if end := strings.IndexByte(raw, ';'); end > 1 && end < 32 {
			if s := html.UnescapeString(raw[:end+1]); s != raw[:end+1] {
				return s, end + 1
			}
		}
	case strings.HasPrefix(raw, "---"):
		return "—", 3
	case strings.HasPrefix(raw, "--"):
		return "–", 2
	case strings.HasPrefix(raw, "..."):
		return "…", 3
	case c == '"':
		if t.opens() {
			return t.quotes[0], 1
		}
		return t.quotes[1], 1
	case c == '\'':
		return t.apostrophe(), 1
	}
	_, n := utf8.DecodeRuneInString(raw)
	return raw[:n], n
}

// opens tells whether a quote here begins a quotation.
func (t *typographer) opens() bool {
	return t.prev == 0 || unicode.IsSpace(t.prev) || strings.ContainsRune("([{-–—/„“‚‘", t.prev)
}

func (t *typographer) apostrophe() string {
	switch {
	case t.opens():
		t.single = true
		return t.quotes[2]
	case t.single:
		t.single = false
		return t.quotes[3]
	}
	return "’"
}

// object tells that something other than text stood here: a formula, a value.
func (t *typographer) object() { t.prev = 'x' }

// number tells that an object stood here that ends in a number.
func (t *typographer) number() { t.prev = '0' }

func isPunctuation(c byte) bool {
	return c > ' ' && c < 0x7f && !unicode.IsLetter(rune(c)) && !unicode.IsDigit(rune(c))
}

var (
	initialsRE = regexp.MustCompile(`(^|[^\pL])(\pL\.) (\pL\.)`)
	unitRE     = regexp.MustCompile(`(\d) (%|‰|°C|[nµmkMGT]?(?:m|s|g|V|A|W|B|Hz|Bit|bit)|min|h|cm|pt|px|Euro|€|Byte)($|[^\pL\pN])`)
	leadRE     = regexp.MustCompile(`(^|[^\pL])(Nr\.|S\.|Kap\.|Abb\.|Tab\.|Gl\.|Abschn\.|Bd\.|§|No\.|Fig\.|Eq\.|p\.) (\d)`)
	dashRE     = regexp.MustCompile(`(\S) – `)
)

// spaces puts no-break spaces where a line must not end: between initials
// (z. B.), before units, after words like "Nr.", before a dash.
func spaces(s string) string {
	if !strings.ContainsAny(s, " ") {
		return s
	}
	if initials(s) {
		for initialsRE.MatchString(s) {
			s = initialsRE.ReplaceAllString(s, "$1$2"+thin+"$3")
		}
	}
	if digitBefore(s) {
		s = unitRE.ReplaceAllString(s, "$1"+thin+"$2$3")
	}
	if leads(s) {
		s = leadRE.ReplaceAllString(s, "$1$2"+noBreak+"$3")
	}
	if strings.Contains(s, " – ") {
		s = dashRE.ReplaceAllString(s, "$1"+noBreak+"– ")
	}
	return s
}

// initials, digitBefore and leads tell whether a text may hold what the
// expressions look for: these are slow, and most texts hold nothing of it.
func initials(s string) bool {
	return besideSpace(s, func(i int) bool {
		if i < 2 || s[i-1] != '.' {
			return false
		}
		_, n := utf8.DecodeLastRuneInString(s[:i-1])
		before, _ := utf8.DecodeLastRuneInString(s[:i-1-n])
		_, next := utf8.DecodeRuneInString(s[i+1:])
		return !unicode.IsLetter(before) && strings.HasPrefix(s[i+1+next:], ".")
	})
}

func digitBefore(s string) bool {
	return besideSpace(s, func(i int) bool { return i > 0 && isDigit(s[i-1]) })
}

func leads(s string) bool {
	return besideSpace(s, func(i int) bool {
		return i > 0 && (s[i-1] == '.' || s[i-1] >= utf8.RuneSelf) && i+1 < len(s) && isDigit(s[i+1])
	})
}

func besideSpace(s string, is func(i int) bool) bool {
	for i := range len(s) {
		if s[i] == ' ' && is(i) {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
