package font

import (
	"sync"

	"codeberg.org/go-fonts/latin-modern/lmmath"
	"codeberg.org/go-fonts/stix/stix2mathregular"
	"codeberg.org/go-fonts/stix/stix2textbold"
	"codeberg.org/go-fonts/stix/stix2textbolditalic"
	"codeberg.org/go-fonts/stix/stix2textitalic"
	"codeberg.org/go-fonts/stix/stix2textregular"
	"codeberg.org/go-fonts/stix/stix2textsemibold"
	"codeberg.org/go-fonts/stix/stix2textsemibolditalic"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gobolditalic"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/gomedium"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/gomonobold"
	"golang.org/x/image/font/gofont/gomonobolditalic"
	"golang.org/x/image/font/gofont/gomonoitalic"
	"golang.org/x/image/font/gofont/goregular"
)

// The faces every course has without installing anything. Each is read once,
// at its first use.
var (
	// MathFace is STIX Two Math, the design of Text with a MATH table.
	MathFace = builtin("STIXTwoMath", stix2mathregular.TTF)

	// LatinModernMath is the mathematics of Computer Modern, for those who miss it.
	LatinModernMath = builtin("LatinModernMath-Regular", lmmath.TTF)

	// Text and its kin are STIX Two Text.
	Text               = builtin("STIXTwoText", stix2textregular.TTF)
	TextItalic         = builtin("STIXTwoText-Italic", stix2textitalic.TTF)
	TextSemiBold       = builtin("STIXTwoText-SemiBold", stix2textsemibold.TTF)
	TextSemiBoldItalic = builtin("STIXTwoText-SemiBoldItalic", stix2textsemibolditalic.TTF)
	TextBold           = builtin("STIXTwoText-Bold", stix2textbold.TTF)
	TextBoldItalic     = builtin("STIXTwoText-BoldItalic", stix2textbolditalic.TTF)

	// Sans and its kin are the Go font: headings, captions, figures.
	Sans           = builtin("GoRegular", goregular.TTF)
	SansItalic     = builtin("GoItalic", goitalic.TTF)
	SansMedium     = builtin("GoMedium", gomedium.TTF)
	SansBold       = builtin("GoBold", gobold.TTF)
	SansBoldItalic = builtin("GoBoldItalic", gobolditalic.TTF)

	// Mono and its kin are Go Mono: code.
	Mono           = builtin("GoMono", gomono.TTF)
	MonoItalic     = builtin("GoMono-Italic", gomonoitalic.TTF)
	MonoBold       = builtin("GoMono-Bold", gomonobold.TTF)
	MonoBoldItalic = builtin("GoMono-BoldItalic", gomonobolditalic.TTF)
)

// builtin defers the reading of a font that is compiled in; that it can be read
// is a fact about this program, not about its input.
func builtin(name string, data []byte) func() *Face {
	return sync.OnceValue(func() *Face {
		f, err := Parse(name, data)
		if err != nil {
			panic("font: " + err.Error())
		}
		return f
	})
}
