package font

import (
	gotext "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Verb is what a Segment does.
type Verb byte

const (
	MoveTo  Verb = iota // P[0]
	LineTo              // P[0]
	QuadTo              // control P[0], end P[1]
	CubicTo             // controls P[0], P[1], end P[2]
)

// Point is in em, y upward.
type Point struct{ X, Y float64 }

// Segment is a step of an outline; contours are closed implicitly.
type Segment struct {
	Verb Verb
	P    [3]Point
}

// Outline is a glyph's contours; nil for a blank one. The slice is shared: do
// not change it.
func (f *Face) Outline(g GID) []Segment {
	f.mu.Lock()
	defer f.mu.Unlock()
	s, ok := f.outline[g]
	if !ok {
		s = f.readOutline(g)
		f.outline[g] = s
	}
	return s
}

func (f *Face) readOutline(g GID) []Segment {
	o, ok := f.face.GlyphData(gotext.GID(g)).(gotext.GlyphOutline)
	if !ok {
		return nil
	}
	out := make([]Segment, len(o.Segments))
	for i, s := range o.Segments {
		out[i].Verb = verbs[s.Op]
		for j, p := range s.Args {
			out[i].P[j] = Point{float64(p.X) * f.unit, float64(p.Y) * f.unit}
		}
	}
	return out
}

var verbs = map[opentype.SegmentOp]Verb{
	opentype.SegmentOpMoveTo: MoveTo,
	opentype.SegmentOpLineTo: LineTo,
	opentype.SegmentOpQuadTo: QuadTo,
	opentype.SegmentOpCubeTo: CubicTo,
}
