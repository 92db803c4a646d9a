// Package draw is the seam between layout and the two outputs: a Frame is a
// rectangle with things at places in it. It knows no document.
package draw

import (
	"weave/weave/font"
	"weave/weave/frozen"
)

// Frame has its origin at the top left, y grows downward, lengths are PDF
// points (1/72 inch). Items are painted in order. A Frame is not changed once
// it is made; it may be placed in many others.
type Frame struct {
	Width, Height float64
	Baseline      float64 // y of the baseline, for a frame that stands in a line
	Items         []Item
	Data          *Data // of a plot
}

// Item is Glyphs, Path, Image, Group, Link or Anchor.
type Item interface{ item() }

// Glyphs is a run of one face at one size, its pen starting on the baseline at X, Y.
type Glyphs struct {
	X, Y    float64
	Face    *font.Face
	Size    float64 // pt
	Run     []font.Glyph
	Color   Color
	Stretch float64 // horizontal scale, 0 means 1
	Spread  float64 // pt added after each glyph
	Hidden  bool    // not painted, only copied: a path stands for it
}

// Path is filled, stroked or both; the zero Color leaves that step out.
type Path struct {
	Segments []Segment
	Fill     Color
	Stroke   Color
	Line     Line
	EvenOdd  bool
}

// Segment is a step of a path, in points of its frame.
type Segment struct {
	Verb Verb
	P    [3]Point
}

// Point is a place in a frame.
type Point struct{ X, Y float64 }

// Verb is what a Segment does.
type Verb byte

const (
	Move  Verb = iota // P[0]
	To                // P[0]
	Curve             // controls P[0], P[1], end P[2]
	Close
)

// Line says how a path is stroked.
type Line struct {
	Width float64
	Dash  []float64
	Round bool // round caps and joins; otherwise butt and miter
}

// Image is pixels, PNG or JPEG as in its file, scaled to W × H.
type Image struct {
	X, Y, W, H float64
	Format     string // "png" or "jpeg"
	Data       []byte
	Alt        string
}

// Group places a frame's top left corner in another, optionally clipped to its
// rectangle, and optionally as content of an element of the structure tree.
type Group struct {
	X, Y  float64
	Frame *Frame
	Clip  bool
	Tag   *Element // nil: what encloses it
	Scale float64  // 0 means 1
	// Apart says that this is most of a page: as its first item it is painted by
	// itself and kept, whatever stands around it.
	Apart bool
}

// Link makes a rectangle clickable. Target is "#name" for an anchor of the
// same document, otherwise a URI.
type Link struct {
	X, Y, W, H float64
	Target     string
	Label      string // what is read aloud
	Tag        *Element
}

// Anchor names a place that links and the outline lead to.
type Anchor struct {
	Name string
	X, Y float64
}

// Frames writes frames and what is made of them; faces stay outside.
var Frames = frozen.NewScheme(Items()...)

// Items are samples of all kinds of items, for package frozen.
func Items() []any { return []any{Glyphs{}, Path{}, Image{}, Group{}, Link{}, Anchor{}} }

func (Glyphs) item() {}
func (Path) item()   {}
func (Image) item()  {}
func (Group) item()  {}
func (Link) item()   {}
func (Anchor) item() {}
