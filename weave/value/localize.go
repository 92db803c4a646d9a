package value

import (
	"fmt"
	"regexp"
	"strings"
)

// number is a number as Go prints it, standing by itself: not part of a name,
// a version (1.2.3) or a date.
var number = regexp.MustCompile(`(^|[\s\[({=:,;|])([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?($|[\s\])},;:|%])`)

// superscripts of the digits 0 to 9.
var superscripts = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")

// Localize gives the numbers in a text the signs of a language: a minus sign
// (U+2212) and powers of ten in both, a decimal comma in German. A zero has no
// sign. Thousands stay as they are. For "" the text is Go's own.
func Localize(text, lang string) string {
	if lang == "" {
		return text
	}
	if p, ok := alone(text); ok {
		return p.local(lang)
	}
	// A match takes the delimiter after it, which the next one needs before it:
	// every second number of a list is found in the second pass.
	for range 2 {
		text = number.ReplaceAllStringFunc(text, func(s string) string {
			m := number.FindStringSubmatch(s)
			return m[1] + parts{m[2], m[3], m[4], m[5]}.local(lang) + m[6]
		})
	}
	return text
}

// parts are those of a number as Go prints it; the exponent has a sign.
type parts struct{ sign, whole, fraction, exponent string }

// alone takes a text apart that is one number and nothing else.
func alone(text string) (p parts, ok bool) {
	rest := strings.TrimLeft(text, "+-")
	if p.sign = text[:len(text)-len(rest)]; len(p.sign) > 1 {
		return parts{}, false
	}
	digits := func() (d string) {
		after := strings.TrimLeft(rest, "0123456789")
		d, rest = rest[:len(rest)-len(after)], after
		return d
	}
	p.whole = digits()
	if strings.HasPrefix(rest, ".") {
		rest = rest[1:]
		if p.fraction = digits(); p.fraction == "" {
			return parts{}, false
		}
	}
	if strings.HasPrefix(rest, "e+") || strings.HasPrefix(rest, "e-") {
		sign := rest[1:2]
		rest = rest[2:]
		if p.exponent = sign + digits(); len(p.exponent) == 1 {
			return parts{}, false
		}
	}
	return p, p.whole != "" && rest == ""
}

func (p parts) local(lang string) string {
	sign := strings.ReplaceAll(shownSign(p.sign, p.whole+p.fraction), "-", "−")
	out := p.whole
	if p.fraction != "" {
		out += mark(lang) + p.fraction
	}
	if p.exponent == "" {
		return sign + out
	}
	power := "10" + superscript(p.exponent)
	return sign + out + "·" + power
}

// shownSign is a number's sign; that of a zero says nothing to a reader.
func shownSign(sign, digits string) string {
	if strings.Trim(digits, "0") == "" {
		return ""
	}
	return sign
}

func superscript(exponent string) string {
	out := ""
	if exponent[0] == '-' {
		out = "⁻"
	}
	digits := strings.TrimLeft(exponent[1:], "0")
	if digits == "" {
		digits = "0"
	}
	for _, d := range digits {
		out += string(superscripts[d-'0'])
	}
	return out
}

// mark is the decimal mark of a language.
func mark(lang string) string {
	if lang == "de" {
		return ","
	}
	return "."
}

// plain is a number in its shortest form, as Go prints it.
func plain(x float64) string { return fmt.Sprint(x) }
