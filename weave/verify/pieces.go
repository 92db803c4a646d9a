package verify

import (
	"regexp"
	"strings"

	"weave/weave/tex"
)

// piece is a part of a row between commas, wide spaces, words, implications.
type piece struct {
	tokens []token
	before string
	after  string
	comma  bool
	signed bool // a wide space and a sign stand before it
}

var connective = regexp.MustCompile(`(?i)^[\s,.;:()]*(and|und|or|oder|if|when|where|with|for|wenn|falls|für|mit|wobei|so|then|dann|also|because|since|by|thus|hence|on|in|is|as|bzw\.?|otherwise|sonst|but|let|that|such that|i\.e\.|e\.g\.|eg\.?:?)\b`)

func pieces(ts []token) []piece {
	var out []piece
	depth, start := 0, 0
	var now, next piece
	flush := func(end int) {
		p := trimEnd(ts[start:end])
		if len(p) > 0 {
			now.tokens = p
			out = append(out, now)
			now = piece{}
		}
		now.before += next.before
		now.comma = now.comma || next.comma
		now.signed = next.signed
		next = piece{}
	}
	for i := range ts {
		t := &ts[i]
		if t.opens() {
			depth++
		} else if t.closes() {
			depth--
		}
		if depth > 0 {
			continue
		}
		words, comma, splits := splitter(ts, i)
		if splits {
			now.after = words
			next.before, next.comma, next.signed = words, comma, mayGoOn(ts, i)
			flush(i)
			start = i + 1
		}
	}
	flush(len(ts))
	return out
}

// splitter tells whether a token separates two claims, and how.
func splitter(ts []token, i int) (words string, comma, splits bool) {
	t := &ts[i]
	s := t.sign()
	switch {
	case t.kind == tokenSeparator && i+1 < len(ts) && ts[i+1].isModulo():
		return "", false, false
	case t.kind == tokenSeparator:
		return "", false, true
	case t.is(","):
		return "", true, !(i > 0 && ts[i-1].kind == tokenNumber && thousands(ts[i-1:]))
	case t.is(";"):
		return "", true, true
	case s != "" && strings.Contains(" ⟹ ⇒ ⟺ ⇔ ", " "+s+" "):
		return " implies ", false, true
	case t.kind == tokenText:
		text := strings.TrimSpace(t.text)
		if text != "" && !nameHere(ts, i, text) && !functionHere(ts, i, text) {
			return " " + text + " ", false, true
		}
	}
	return "", false, false
}

// mayGoOn tells a wide space or a unit with a sign behind it, after which a sum
// or product may go on: 3 + 0 \quad − 2 = 1.
func mayGoOn(ts []token, i int) bool {
	t := &ts[i]
	if t.node == nil || i == 0 || i+1 >= len(ts) || t.kind != tokenSeparator && t.kind != tokenText {
		return false
	}
	return ts[i+1].minus() || ts[i+1].is("+") || t.kind == tokenText && ts[i+1].multiplies()
}

// functionHere tells a word that is a function of the bracket behind it:
// \text{erf}(x).
func functionHere(ts []token, i int, text string) bool {
	return i+1 < len(ts) && bracketToken(&ts[i+1]) && len([]rune(text)) > 1 &&
		!strings.ContainsAny(text, " .,:;()=") && !connective.MatchString(text)
}

// nameHere tells words that are a name: one word at a relation.
func nameHere(ts []token, i int, text string) bool {
	if len([]rune(text)) < 2 || strings.ContainsAny(text, " .,:;()=") || connective.MatchString(text) {
		return false
	}
	left := i == 0 || ts[i-1].sign() != "" || ts[i-1].class == tex.Bin || ts[i-1].kind == tokenSeparator || ts[i-1].is(",")
	right := i+1 == len(ts) || ts[i+1].sign() != "" || ts[i+1].class == tex.Bin || ts[i+1].is("(")
	return left && right
}

// unit is the words behind a number at the end of a piece: 3.4 \text{ meters}.
func (p *piece) unit() string {
	words := strings.TrimSpace(p.after)
	if words == "" || connective.MatchString(words) || p.tokens[len(p.tokens)-1].kind != tokenNumber {
		return ""
	}
	return words
}
