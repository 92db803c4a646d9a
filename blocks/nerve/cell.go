package nerve

import (
	"math"

	"weave/blocks"
	"weave/blocks/wording"
)

// Cell is a drawing of a nerve cell: dendrites at the left, the body, the axon
// with its sheath, and a synapse at a dendrite of the next cell.
func Cell() blocks.Diagram {
	var d blocks.Diagram
	d.Unit = 38
	dendrites(&d)
	axon(&d)
	body(&d)
	nextCell(&d)
	captions(&d)
	return d
}

var _ = blocks.Register("nerve/cell", Cell)

// colours of the parts.
const (
	cellColor   = 1
	sheathColor = 5
	nextColor   = 3
)

// branch is one smooth line of a width in points.
func branch(d *blocks.Diagram, color int, width float64, xy ...float64) {
	s := blocks.Shape{Smooth: true, Line: width, Color: color}
	for i := 0; i+1 < len(xy); i += 2 {
		s.X, s.Y = append(s.X, xy[i]), append(s.Y, xy[i+1])
	}
	d.Shapes = append(d.Shapes, s)
}

// blob is a filled closed curve around a centre.
func blob(d *blocks.Diagram, color int, x, y, rx, ry, line float64) {
	s := blocks.Shape{Smooth: true, Closed: true, Filled: true, Color: color, Line: line}
	const n = 16
	for i := range n {
		a := 2 * math.Pi * float64(i) / n
		s.X = append(s.X, x+rx*math.Cos(a))
		s.Y = append(s.Y, y+ry*math.Sin(a))
	}
	d.Shapes = append(d.Shapes, s)
}

// dendrites branch out to the left, thinner with each fork.
func dendrites(d *blocks.Diagram) {
	trunk := func(xy ...float64) { branch(d, cellColor, 3.6, xy...) }
	limb := func(xy ...float64) { branch(d, cellColor, 2.2, xy...) }
	twig := func(xy ...float64) { branch(d, cellColor, 1.2, xy...) }

	trunk(1.78, 0.5, 1.55, 0.85, 1.25, 1.1)
	limb(1.25, 1.1, 0.95, 1.2, 0.6, 1.2)
	limb(1.25, 1.1, 1.12, 1.4, 1.1, 1.75)
	twig(0.6, 1.2, 0.35, 1.3, 0.15, 1.5)
	twig(0.6, 1.2, 0.3, 1.1, 0.02, 1.12)
	twig(1.1, 1.75, 0.95, 1.98, 0.72, 2.1)
	twig(1.1, 1.75, 1.22, 1.98, 1.24, 2.22)

	trunk(1.6, 0, 1.2, 0.08, 0.85, 0.04)
	limb(0.85, 0.04, 0.55, 0.18, 0.3, 0.42)
	limb(0.85, 0.04, 0.55, -0.12, 0.2, -0.12)
	twig(0.3, 0.42, 0.15, 0.6, -0.08, 0.68)
	twig(0.3, 0.42, 0.08, 0.4, -0.16, 0.32)
	twig(0.2, -0.12, 0, -0.02, -0.22, -0.02)
	twig(0.2, -0.12, 0, -0.28, -0.18, -0.42)

	trunk(1.82, -0.5, 1.6, -0.86, 1.3, -1.1)
	limb(1.3, -1.1, 0.95, -1.12, 0.65, -1.0)
	limb(1.3, -1.1, 1.2, -1.4, 1.25, -1.75)
	twig(0.65, -1.0, 0.4, -0.92, 0.12, -1.0)
	twig(0.65, -1.0, 0.42, -1.18, 0.28, -1.45)
	twig(1.25, -1.75, 1.1, -1.95, 0.88, -2.05)
	twig(1.25, -1.75, 1.4, -1.95, 1.45, -2.2)

	trunk(2.5, 0.56, 2.72, 0.9, 2.75, 1.2)
	twig(2.75, 1.2, 2.62, 1.5, 2.42, 1.72)
	twig(2.75, 1.2, 2.95, 1.48, 3.0, 1.8)
	trunk(2.45, -0.58, 2.62, -0.92, 2.6, -1.2)
	twig(2.6, -1.2, 2.45, -1.5, 2.3, -1.7)
	twig(2.6, -1.2, 2.8, -1.45, 2.86, -1.72)
}

// body is the cell's body with bulges towards the dendrites, and its nucleus.
func body(d *blocks.Diagram) {
	s := blocks.Shape{
		Smooth: true, Closed: true, Filled: true, Color: cellColor, Line: 1.6,
		X: blocks.Floats{1.5, 1.72, 2.1, 2.55, 2.78, 3.12, 3.12, 2.78, 2.5, 2.1, 1.76, 1.5},
		Y: blocks.Floats{0.0, 0.56, 0.58, 0.62, 0.32, 0.07, -0.07, -0.32, -0.64, -0.6, -0.56, -0.08},
	}
	d.Shapes = append(d.Shapes, s)
	blob(d, cellColor, 2.12, 0.02, 0.24, 0.24, 1)
	blob(d, cellColor, 2.16, 0.04, 0.07, 0.07, 1)
}

// axon is the long fibre with its sheath, ending in a few twigs with buttons.
func axon(d *blocks.Diagram) {
	branch(d, cellColor, 2.6, 3.05, 0, 4.0, 0.03, 5.2, -0.03, 6.55, 0)
	for i := range 4 {
		sheath(d, 3.45+0.75*float64(i))
	}
	branch(d, cellColor, 1.7, 6.55, 0, 6.85, 0.22, 7.1, 0.62, 7.32, 0.78)
	branch(d, cellColor, 1.7, 6.55, 0, 6.95, 0.02, 7.38, 0.02)
	branch(d, cellColor, 1.7, 6.55, 0, 6.85, -0.24, 7.1, -0.64, 7.3, -0.82)
	for _, at := range [][2]float64{{7.42, 0.84}, {7.5, 0.02}, {7.4, -0.88}} {
		blob(d, cellColor, at[0], at[1], 0.13, 0.13, 1.4)
	}
}

// sheath is one piece of the axon's insulation, 0.62 units long.
func sheath(d *blocks.Diagram, x float64) {
	const l, r, c = 0.62, 0.15, 0.1
	d.Shapes = append(d.Shapes, blocks.Shape{
		Smooth: true, Closed: true, Filled: true, Color: sheathColor, Line: 1.1,
		X: blocks.Floats{x, x + c, x + l/2, x + l - c, x + l, x + l - c, x + l/2, x + c},
		Y: blocks.Floats{0, r, r, r, 0, -r, -r, -r},
	})
}

// nextCell is a part of a dendrite of the next cell, at the middle button.
func nextCell(d *blocks.Diagram) {
	branch(d, nextColor, 3.4, 9.3, -0.35, 8.6, -0.22, 8.15, 0.0, 7.86, 0.02)
	branch(d, nextColor, 2, 8.35, -0.1, 8.1, 0.42, 7.95, 0.95)
	branch(d, nextColor, 2, 8.6, -0.22, 8.3, -0.62, 8.2, -1.1)
	s := blocks.Shape{Smooth: true, Line: 2.2, Color: nextColor,
		X: blocks.Floats{7.76, 7.7, 7.7, 7.76}, Y: blocks.Floats{0.24, 0.1, -0.06, -0.2}}
	d.Shapes = append(d.Shapes, s)
}

// captions name the parts; thin lines lead to them.
func captions(d *blocks.Diagram) {
	name := func(text string, x, y float64, side string, tx, ty float64) {
		d.Shapes = append(d.Shapes, blocks.Shape{X: blocks.Floats{x, tx}, Y: blocks.Floats{y, ty}, Line: 0.6, State: blocks.Dimmed})
		d.Texts = append(d.Texts, blocks.Note{X: x, Y: y, Text: text, Side: side})
	}
	name(wording.Of("Dendriten", "dendrites"), 1.9, 2.12, "above", 1.3, 1.95)
	name(wording.Of("Zellkern", "nucleus"), 2.05, -2.2, "below", 2.12, -0.16)
	name(wording.Of("Zellkörper (Soma)", "cell body (soma)"), 3.5, 1.25, "right", 2.6, 0.35)
	name(wording.Of("Axonhügel", "axon hillock"), 3.38, -0.85, "right", 3.06, -0.12)
	name(wording.Of("Markscheide", "myelin sheath"), 5.6, -0.62, "below", 5.26, -0.19)
	name(wording.Of("Axon", "axon"), 5.76, 0.6, "above", 5.66, 0.05)
	name(wording.Of("Endknöpfchen", "terminals"), 6.5, -1.3, "below", 7.28, -0.98)
	name(wording.Of("Synapse", "synapse"), 7.62, 1.5, "above", 7.62, 0.28)
	d.Texts = append(d.Texts, blocks.Note{X: 8.5, Y: 0.4, Text: wording.Of("nächste Zelle", "next cell"), Side: "right"})
	d.Shapes = append(d.Shapes, blocks.Shape{X: blocks.Floats{3.5, 6.4}, Y: blocks.Floats{-1.95, -1.95}, Line: 1, Arrow: true, Color: 2})
	d.Texts = append(d.Texts, blocks.Note{X: 4.95, Y: -1.95, Text: wording.Of("Richtung des Signals", "direction of the signal"), Side: "below"})
}
