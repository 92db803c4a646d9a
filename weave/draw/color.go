package draw

// Color is a colour by its role. Name is the CSS variable that the site uses
// for it (so that dark mode can change it); R, G, B is what the book prints.
// The zero Color paints nothing.
type Color struct {
	Name    string
	R, G, B uint8
	Alpha   uint8 // 255 is opaque
}

// Visible tells whether the colour paints at all.
func (c Color) Visible() bool { return c.Alpha > 0 }

// Faint is the colour with another opacity, 0 to 1.
func (c Color) Faint(opacity float64) Color {
	c.Alpha = uint8(opacity*255 + 0.5)
	return c
}

// printed is the colour as the book has it, in dark mode too.
func (c Color) printed() Color {
	c.Name = ""
	return c
}

// darker is the colour with half its light.
func (c Color) darker() Color {
	c.R, c.G, c.B = c.R/2, c.G/2, c.B/2
	return c
}

// The colours of the design (docs/design: typography). F1 to F6 are curves.
var (
	Ink    = Color{"ink", 0x1b, 0x1f, 0x26, 255}
	Black  = Color{"currentColor", 0, 0, 0, 255}
	Paper  = Color{"paper", 0xff, 0xff, 0xff, 255}
	Muted  = Color{"ink3", 0x6b, 0x72, 0x80, 255}
	Accent = Color{"accent", 0x1f, 0x5f, 0xa8, 255}
	Axis   = Color{"faxis", 0x6b, 0x72, 0x80, 255}
	Grid   = Color{"rule", 0xe3, 0xe6, 0xea, 255}
	Zero   = Color{"rule2", 0xb4, 0xba, 0xc2, 255}
	Error  = Color{"bad", 0xb4, 0x23, 0x18, 255}

	F1 = Color{"f1", 0x1f, 0x5f, 0xa8, 255}
	F2 = Color{"f2", 0xd5, 0x5e, 0x00, 255}
	F3 = Color{"f3", 0x00, 0x8f, 0x6b, 255}
	F4 = Color{"f4", 0xb0, 0x3a, 0x8c, 255}
	F5 = Color{"f5", 0x8a, 0x6d, 0x00, 255}
	F6 = Color{"f6", 0x3f, 0x8f, 0xc9, 255}
)

// Curves are the colours of a figure's curves in their order.
var Curves = []Color{F1, F2, F3, F4, F5, F6}
