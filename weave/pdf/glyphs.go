package pdf

import (
	"fmt"
	"math"

	"weave/weave/draw"
)

// glyphs shows a run. Differences between the run's advances and the font's
// own widths become adjustments in TJ (ISO 32000-2, 9.4.3).
func (p *painter) glyphs(it draw.Glyphs, pl place) {
	if len(it.Run) == 0 || !it.Color.Visible() {
		return
	}
	p.beginMark(pl.tag)
	p.setFill(it.Color)
	font, size := p.font(it.Face), it.Size*pl.scale
	x, y := p.at(pl, it.X, it.Y)
	p.out.WriteString("BT ")
	if p.state.font != font || p.state.size != size {
		p.state.font, p.state.size = font, size
		fmt.Fprintf(&p.out, "/%c%c %s Tf ", fontMark, font, number(size, 3))
	}
	stretch := it.Stretch
	if stretch == 0 {
		stretch = 1
	}
	if stretch != 1 {
		p.out.WriteString(number(100*stretch, 2) + " Tz ")
	}
	if it.Hidden { // ISO 32000-2, table 104: neither fill nor stroke
		p.out.WriteString("3 Tr ")
	}
	p.out.WriteString(nums(x, y) + " Td ")
	p.show(font, it, stretch, size)
	if stretch != 1 {
		p.out.WriteString("100 Tz ")
	}
	if it.Hidden {
		p.out.WriteString("0 Tr ")
	}
	p.out.WriteString("ET\n")
}

// show writes the TJ arrays of a run, one for each height of its glyphs.
func (p *painter) show(font int, it draw.Glyphs, stretch, size float64) {
	f := p.fonts[font]
	rise, pending := 0.0, 0.0 // pending: thousandths of an em to move left before the next glyph
	a := array{page: &p.painted, font: font}
	for _, g := range it.Run {
		if g.DY != rise {
			a.end()
			rise = g.DY
			p.out.WriteString(number(rise*size, 3) + " Ts ")
		}
		n := f.glyph(g)
		a.glyph(n, pending-1000*g.DX)
		// moves are rounded when they are written; what is lost is carried on
		moved := a.lost
		pending = f.widths[n] - 1000*g.Advance + 1000*g.DX - 1000*it.Spread/it.Size/stretch + moved
	}
	a.end()
	if rise != 0 {
		p.out.WriteString("0 Ts ")
	}
}

// array is a TJ array being written.
type array struct {
	page        *painted
	font        int
	open, inHex bool
	lost        float64 // of the last move, by rounding
}

// glyph shows a glyph of the page after a move to the left in thousandths of an em.
func (a *array) glyph(n int, move float64) {
	if !a.open {
		a.page.out.WriteByte('[')
		a.open = true
	}
	rounded := math.Round(move*10) / 10
	if math.Abs(rounded) < 0.2 {
		rounded = 0
	}
	a.lost = move - rounded
	if rounded != 0 {
		a.endHex()
		a.page.out.WriteString(number(rounded, 1))
	}
	if !a.inHex {
		a.page.out.WriteByte('<')
		a.inHex = true
	}
	a.page.codes = append(a.page.codes, codeAt{uint32(a.page.out.Len()), uint16(n), uint8(a.font)})
	a.page.out.WriteString("0000")
}

func (a *array) endHex() {
	if a.inHex {
		a.page.out.WriteByte('>')
	}
	a.inHex = false
}

func (a *array) end() {
	if a.open {
		a.endHex()
		a.page.out.WriteString("] TJ ")
	}
	a.open = false
}
