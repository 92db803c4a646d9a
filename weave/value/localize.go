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
	// A match takes the delimiter after it, which the next one needs before it:
	// every second number of a list is found in the second pass.
	for range 2 {
		text = number.ReplaceAllStringFunc(text, func(s string) string {
			m := number.FindStringSubmatch(s)
			return m[1] + localNumber(m[2], m[3], m[4], m[5], lang) + m[6]
		})
	}
	return text
}

func localNumber(sign, whole, fraction, exponent, lang string) string {
	sign = strings.ReplaceAll(shownSign(sign, whole+fraction), "-", "−")
	out := whole
	if fraction != "" {
		out += mark(lang) + fraction
	}
	if exponent == "" {
		return sign + out
	}
	power := "10" + superscript(exponent)
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
