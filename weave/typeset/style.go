package typeset

import (
	"weave/weave/draw"
	"weave/weave/font"
)

// Paper is a page's size and the place of the text on it, in points.
type Paper struct {
	Width, Height       float64
	Left, Top           float64 // of the text's upper left corner
	TextWidth, TextHigh float64
}

const mm = 72 / 25.4

// A4 has margins of 32 mm and a text of 146 × 234 mm.
var A4 = Paper{210 * mm, 297 * mm, 32 * mm, 30 * mm, 146 * mm, 234 * mm}

// Letter is as wide in its text as A4, and shorter.
var Letter = Paper{612, 792, 306 - 73*mm, 28 * mm, 146 * mm, 216 * mm}

// Octavo is a book's format, 170 × 240 mm, with a text of 126 × 186 mm.
var Octavo = Paper{170 * mm, 240 * mm, 22 * mm, 25 * mm, 126 * mm, 186 * mm}

// The measures of the design, in points.
const (
	bodySize  = 11
	bodyLead  = 15.5
	parSkip   = 0.45 // lines between paragraphs
	tightSkip = 0.12 // and between the items of a tight list
	codeSize  = 8.4
	codeLead  = 12
	smallSize = 9 // captions, tables, notes
	smallLead = 12
	mathSize  = 12 // display
	listStep  = 18 // indentation of a list
)

// Colours that only the book needs.
var (
	codeTint = draw.Color{Name: "code", R: 0xf6, G: 0xf7, B: 0xf9, Alpha: 255}
	outInk   = draw.Color{Name: "ink2", R: 0x59, G: 0x5f, B: 0x6e, Alpha: 255}
	hairline = draw.Color{Name: "rule", R: 0xd9, G: 0xdc, B: 0xe0, Alpha: 255}
)

// style is how characters look.
type style struct {
	face     *font.Face
	size     float64
	color    draw.Color
	features string
	noHyphen bool
	struck   bool
	rise     float64       // pt above the baseline
	tag      *draw.Element // of the run, nil: the paragraph's
	link     string        // target, "" for none
	label    string        // of the link
}

func textStyle(fonts *font.Families) style {
	return style{face: fonts.Text.Regular, size: bodySize, color: draw.Black}
}

func sansStyle(fonts *font.Families, size float64) style {
	return style{face: fonts.Sans.Regular, size: size, color: draw.Black}
}
