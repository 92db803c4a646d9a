package verify

import (
	"strings"
	"unicode/utf8"

	"weave/weave/tex"
)

// accentNames are the prefixes of accented names: "hat:y" for \hat y.
var accentNames = map[string]string{
	"\u20D7": "vec", "\u0302": "hat", "\u0303": "tilde", "\u0304": "bar", "\u0307": "dot", "\u0308": "ddot", "\u030C": "check",
}

// alphabetNames are the prefixes of names in an alphabet of their own.
var alphabetNames = map[tex.Alphabet]string{
	tex.Bold: "bf", tex.BoldItalic: "bf", tex.Calligraphic: "cal", tex.Script: "scr", tex.Fraktur: "frak", tex.DoubleStruck: "bb",
}

// nameOf is the canonical name of a token, "" if it is none: "w_11", "hat:y_1",
// "MSE", "vec:b".
func nameOf(t *token) string {
	switch t.kind {
	case tokenSymbol:
		if t.class != tex.Ord || !isLetter(t.text) {
			return ""
		}
		if p := alphabetNames[t.alphabet]; p != "" {
			return p + ":" + t.text
		}
		return t.text
	case tokenWord:
		return t.text
	case tokenFunction:
		if !isFunctionName(t.text) {
			return strings.ReplaceAll(t.text, " ", "")
		}
	case tokenText:
		if s := strings.TrimSpace(t.text); utf8.RuneCountInString(s) > 1 && !strings.ContainsAny(s, " .,") {
			return s
		}
	case tokenAccent, tokenLine:
		return accented(t)
	case tokenScripts:
		s := nameOf(t.base)
		if s != "" && t.sub != nil {
			s += "_" + indexText(t.sub)
		}
		return s
	}
	return ""
}

// zero tells a zero vector: \vec 0.
func zero(t *token) bool {
	n, ok := t.node.(*tex.Accent)
	return ok && t.kind == tokenAccent && plainText(n.Base) == "0"
}

func accented(t *token) string {
	var base []token
	prefix := "bar"
	switch n := t.node.(type) {
	case *tex.Accent:
		base, prefix = flatten(n.Base), accentNames[string(n.Mark)]
		if prefix == "" {
			prefix = "accent"
		}
	case *tex.Line:
		if n.Under {
			return ""
		}
		base = flatten(n.Kid)
	}
	if len(base) != 1 {
		return ""
	}
	if s := nameOf(&base[0]); s != "" {
		return prefix + ":" + s
	}
	return ""
}

// indexText is an index as part of a name: "11", "5neu", "total".
func indexText(n tex.Node) string {
	var b strings.Builder
	for _, t := range flatten(n) {
		switch t.kind {
		case tokenScripts:
			b.WriteString(t.base.text + "_" + indexText(t.sub))
			if t.sup != nil {
				b.WriteString("^" + indexText(t.sup))
			}
		case tokenSeparator:
		case tokenFraction, tokenRoot, tokenArray:
			giveUp("index that is no name")
		case tokenAccent, tokenLine, tokenFenced:
			b.WriteString(plainText(t.node))
		default:
			b.WriteString(strings.TrimSpace(t.text))
		}
	}
	return b.String()
}

// indexLetters are names that stand for whole numbers where nothing is said.
const indexLetters = "ijklmnNKM"

// functionLetters are names that mean a function before a bracket.
const functionLetters = "fghFGHφψPpELJOσ"
