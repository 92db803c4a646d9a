package draw

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// flat is the items of a frame with its groups resolved: all in the frame's own
// points, in painting order. Links and anchors are left out; a group that clips
// stays one.
func flat(f *Frame) []Item { return flatten(nil, f, 0, 0, 1) }

func flatten(out []Item, f *Frame, x, y, scale float64) []Item {
	for _, it := range f.Items {
		switch it := it.(type) {
		case Group:
			inner := scale
			if it.Scale != 0 {
				inner *= it.Scale
			}
			if !it.Clip {
				out = flatten(out, it.Frame, x+it.X*scale, y+it.Y*scale, inner)
				continue
			}
			it.X, it.Y, it.Scale = x+it.X*scale, y+it.Y*scale, inner
			out = append(out, it)
		case Path:
			out = append(out, moved(it, x, y, scale))
		case Glyphs:
			if it.Hidden {
				continue
			}
			it.X, it.Y, it.Size, it.Spread = x+it.X*scale, y+it.Y*scale, it.Size*scale, it.Spread*scale
			out = append(out, it)
		case Image:
			it.X, it.Y, it.W, it.H = x+it.X*scale, y+it.Y*scale, it.W*scale, it.H*scale
			out = append(out, it)
		}
	}
	return out
}

// moved is a path scaled and then shifted.
func moved(p Path, x, y, scale float64) Path {
	segments := make([]Segment, len(p.Segments))
	for i, s := range p.Segments {
		segments[i].Verb = s.Verb
		for k, q := range s.P[:points[s.Verb]] {
			segments[i].P[k] = Point{x + q.X*scale, y + q.Y*scale}
		}
	}
	p.Segments = segments
	p.Line.Width *= scale
	if scale != 1 {
		dash := make([]float64, len(p.Line.Dash))
		for i, d := range p.Line.Dash {
			dash[i] = d * scale
		}
		p.Line.Dash = dash
	}
	return p
}

// points is how many points a segment of each verb has.
var points = [...]int{Move: 1, To: 1, Curve: 3, Close: 0}

// sameAs is a text that is equal for items that look the same: places count to
// a hundredth of a point.
func sameAs(it Item) string {
	var b strings.Builder
	var number [24]byte
	place := func(v float64) {
		b.Write(strconv.AppendInt(number[:0], int64(math.Round(v*100)), 10))
		b.WriteByte(' ')
	}
	switch it := it.(type) {
	case Path:
		fmt.Fprint(&b, "p", it.Fill, it.Stroke, it.Line, it.EvenOdd)
		for _, s := range it.Segments {
			b.WriteByte("MLCZ"[s.Verb])
			for _, q := range s.P[:points[s.Verb]] {
				place(q.X)
				place(q.Y)
			}
		}
	case Glyphs:
		fmt.Fprintf(&b, "g%p %v %v", it.Face, it.Color, it.Stretch)
		for _, q := range it.Run {
			fmt.Fprintf(&b, " %d", q.ID)
			place(q.Advance * it.Size)
		}
		place(it.X)
		place(it.Y)
		place(it.Size)
	case Image:
		fmt.Fprintf(&b, "i%s%q", it.Format, it.Data)
		for _, v := range []float64{it.X, it.Y, it.W, it.H} {
			place(v)
		}
	default:
		fmt.Fprintf(&b, "%v", it)
	}
	return b.String()
}

// origin is the place of an item, and the item moved there from the frame's
// corner.
func origin(it Item) (Point, Item) {
	switch it := it.(type) {
	case Path:
		at := it.Segments[0].P[0]
		return at, moved(it, -at.X, -at.Y, 1)
	case Glyphs:
		at := Point{it.X, it.Y}
		it.X, it.Y = 0, 0
		return at, it
	}
	return Point{}, it
}
