package bib

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// accents are LaTeX's, as combining characters.
var accents = map[string]string{
	`"`: "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304", ".": "\u0307",
	"u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323", "b": "\u0331",
}

// letters are LaTeX's commands for characters.
var letters = map[string]string{
	"ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
	"i": "i", "j": "j", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…",
	"&": "&", "%": "%", "_": "_", "$": "$", "#": "#", "{": "{", "}": "}", ",": "\u202f", " ": " ", "-": "", "/": "",
}

// Text makes plain text of LaTeX: accents and signs become characters, braces
// vanish, commands leave their argument. Formulas between dollars stay.
func Text(s string) string {
	t := &texter{in: s}
	for t.in != "" {
		t.step()
	}
	out := strings.NewReplacer("---", "—", "--", "–", "``", "“", "''", "”").Replace(t.out.String())
	words := strings.FieldsFunc(norm.NFC.String(out), func(r rune) bool { return strings.ContainsRune(" \t\r\n", r) })
	return strings.Join(words, " ")
}

type texter struct {
	in  string
	out strings.Builder
}

func (t *texter) step() {
	switch c := t.in[0]; c {
	case '\\':
		t.in = t.in[1:]
		t.command()
	case '{', '}':
		t.in = t.in[1:]
	case '~':
		t.out.WriteString("\u00a0")
		t.in = t.in[1:]
	case '$':
		end := strings.IndexByte(t.in[1:], '$') + 2
		if end < 2 {
			end = 1
		}
		t.out.WriteString(t.in[:end])
		t.in = t.in[end:]
	default:
		r, n := utf8.DecodeRuneInString(t.in)
		t.out.WriteRune(r)
		t.in = t.in[n:]
	}
}

// command reads what stands behind a backslash.
func (t *texter) command() {
	n := 0
	for n < len(t.in) && (t.in[n] >= 'a' && t.in[n] <= 'z' || t.in[n] >= 'A' && t.in[n] <= 'Z') {
		n++
	}
	word := n > 0
	if n == 0 && t.in != "" {
		_, n = utf8.DecodeRuneInString(t.in)
	}
	name := t.in[:n]
	t.in = t.in[n:]
	if word {
		t.in = strings.TrimLeftFunc(t.in, unicode.IsSpace)
	}
	if mark, ok := accents[name]; ok {
		t.accent(mark)
		return
	}
	t.out.WriteString(letters[name])
}

// accent puts a mark over the next letter, which may be in braces or a command
// itself.
func (t *texter) accent(mark string) {
	base := &texter{in: t.in}
	for base.in != "" && base.out.Len() == 0 {
		base.step()
	}
	t.in = base.in
	t.out.WriteString(base.out.String() + mark)
}
