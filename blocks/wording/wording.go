// Package wording says the words of drawings in the language of the chapter
// that shows them.
package wording

import (
	"strings"

	"weave/blocks"
)

// Of chooses between German and English.
func Of(german, english string) string {
	if isGerman() {
		return german
	}
	return english
}

// Decimal writes a number that Go has formatted with the language's decimal
// mark and a true minus.
func Decimal(number string) string {
	number = strings.ReplaceAll(number, "-", "−")
	if isGerman() {
		number = strings.ReplaceAll(number, ".", ",")
	}
	return number
}

// TeX is a number that Go has formatted, for a formula.
func TeX(number string) string {
	if isGerman() {
		number = strings.Replace(number, ".", "{,}", 1)
	}
	return number
}

func isGerman() bool { return strings.HasPrefix(blocks.Lang(), "de") }
