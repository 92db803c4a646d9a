// Package value writes the values that blocks show: as text and as LaTeX, with
// the signs of the book's language.
package value

import (
	"strings"

	"weave/blocks"
)

// maxShown is how many elements of a list stand in a line before it is cut.
const maxShown = 40

// Text is a value as a reader of the language sees it. Lists and structs look
// as Go prints them; "" is Go's own way with numbers.
func Text(v *blocks.Value, lang string) string {
	var b strings.Builder
	text(&b, v, lang)
	return b.String()
}

func text(b *strings.Builder, v *blocks.Value, lang string) {
	switch v.Kind {
	case blocks.IntValue, blocks.FloatValue:
		b.WriteString(Localize(v.Text, lang))
	case blocks.VectorValue:
		b.WriteByte('[')
		numbers(b, v.Nums, lang)
		b.WriteByte(']')
	case blocks.MatrixValue:
		matrix(b, v, lang)
	case blocks.ListValue:
		b.WriteByte('[')
		elements(b, v, lang)
		b.WriteByte(']')
	case blocks.MapValue:
		b.WriteString("map[")
		elements(b, v, lang)
		b.WriteByte(']')
	case blocks.StructValue:
		b.WriteByte('{')
		elements(b, v, lang)
		b.WriteByte('}')
	default:
		b.WriteString(v.Text)
	}
}

// numbers are separated by blanks, as Go does it; where the decimal mark is a
// comma no other separator would be as clear.
func numbers(b *strings.Builder, nums []float64, lang string) {
	for i, x := range nums {
		if i > 0 {
			b.WriteByte(' ')
		}
		if i == maxShown && len(nums) > maxShown+1 {
			b.WriteString("…")
			return
		}
		b.WriteString(Localize(plain(x), lang))
	}
}

func matrix(b *strings.Builder, v *blocks.Value, lang string) {
	b.WriteByte('[')
	for i := range v.Rows {
		if i > 0 {
			b.WriteString("; ")
		}
		if i == maxShown {
			b.WriteString("…")
			break
		}
		numbers(b, v.Nums[i*v.Cols:(i+1)*v.Cols], lang)
	}
	b.WriteByte(']')
}

func elements(b *strings.Builder, v *blocks.Value, lang string) {
	for i := range v.Elems {
		if i > 0 {
			b.WriteByte(' ')
		}
		if i == maxShown && len(v.Elems) > maxShown+1 {
			b.WriteString("…")
			return
		}
		if i < len(v.Fields) {
			b.WriteString(v.Fields[i] + ":")
		}
		text(b, &v.Elems[i], lang)
	}
}
